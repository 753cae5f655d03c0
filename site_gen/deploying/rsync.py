"""A host that ssh reaches: dated releases, and `current` that leads to the live one.

rsync links files that did not change to those of the release before, and takes up what an interrupted run left. All
that is done on the host is done by a POSIX shell; keys and passwords are ssh's own affair.
"""

import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from site_gen.deploying.inventory import decoded, encoded
from site_gen.deploying.releases import before, is_release, release_name, surplus
from site_gen.deploying.said import last_line
from site_gen.deploying.target import Place, Progress
from site_gen.model.deployment import Manifest, Plan
from site_gen.model.problem import OutsideError

_NOT_INSTALLED = "'{}' is not installed. Install it: apt install rsync openssh-client"
_TAKEN = 75  # what the shell ends with where another deployment holds the lock
_ALIVE = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15")
# rsync and ssh end with these where the connection failed rather than the work (their manuals).
_CUT = (10, 12, 30, 35, 255)
# GNU and BusyBox know -T, BSD and macOS -h: without it `mv` would go into the folder that the link leads to.
_SWITCH = (
    "rm -f .current && ln -s releases/{name} .current && "
    "{{ mv -fT .current current 2>/dev/null || mv -fh .current current; }}"
)


class Rsync:
    """One host, one folder."""

    def __init__(self, place: Place) -> None:
        self.host, self.path, self.keep = place.settings.host, place.settings.path, place.settings.keep
        self.ssh: tuple[str, ...] = (*place.settings.ssh, *_ALIVE)

    def live(self) -> Manifest | None:
        """The manifest of the release that `current` leads to."""
        script = 'test -L current || exit 0; n=$(readlink current); cat "releases/${n##*/}.json" 2>/dev/null || true'
        said = self._shell(f"cd {self._folder} 2>/dev/null || exit 0; {script}")
        return decoded(said) if said else None

    @contextmanager
    def lock(self) -> Iterator[None]:
        """A folder on the host, taken away by a shell there as soon as the connection ends, however it ends."""
        script = (
            f"mkdir -p {self._folder}/releases && cd {self._folder}/releases || exit 1; mkdir .lock 2>/dev/null || "
            f"exit {_TAKEN}; trap 'rmdir .lock' EXIT; trap 'exit 1' HUP INT TERM PIPE; echo held; cat >/dev/null"
        )
        with self._one_connection(), self._started(script) as holder:
            assert holder.stdin and holder.stdout and holder.stderr
            if holder.stdout.readline().strip() != b"held":
                holder.stdin.close()
                said = holder.stderr.read()
                raise OutsideError(self._words(holder.wait(), said))
            try:
                yield
            finally:
                holder.stdin.close()
                holder.wait()

    @contextmanager
    def _one_connection(self) -> Iterator[None]:
        """Let all that follows travel by the first connection: to make one takes longer than most of what is asked."""
        own = self.ssh
        with tempfile.TemporaryDirectory(prefix="site_gen-") as folder:
            self.ssh = (*own, "-o", "ControlMaster=auto", "-o", f"ControlPath={folder}/%C", "-o", "ControlPersist=no")
            try:
                yield
            finally:
                self.ssh = own

    def _started(self, script: str) -> "subprocess.Popen[bytes]":
        pipe = subprocess.PIPE
        try:
            return subprocess.Popen([*self.ssh, self.host, script], stdin=pipe, stdout=pipe, stderr=pipe)
        except FileNotFoundError:
            raise OutsideError(_NOT_INSTALLED.format(self.ssh[0])) from None

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Bring the release beside the live one, then switch to it by one rename."""
        live, names = self._standing()
        name = release_name(datetime.fromisoformat(plan.new.when), names)
        progress("deploy", 0, 3)
        self._shell(f"cd {self._folder} && {{ test -L current || test ! -e current; }} && mkdir -p releases/.incoming")
        self._send(site, live)
        progress("deploy", 1, 3)
        gone = surplus((*names, name), name, self.keep)
        self._shell(
            f"cd {self._folder} && cat > releases/{name}.json && mv releases/.incoming releases/{name} && "
            + _SWITCH.format(name=name),
            encoded(replace(plan.new, release=name)),
        )
        progress("deploy", 2, 3)
        if gone:
            self._shell(f"cd {self._folder}/releases && rm -rf {' '.join(f'{one}.json {one}' for one in gone)}")
        progress("deploy", 3, 3)

    def rollback(self) -> str:
        """The release before the live one is live again."""
        live, names = self._standing()
        name = before(live, names) if live else ""
        if not name:
            raise OutsideError(f"There is no release before the live one in {self.host}:{self.path}/releases.")
        self._shell(f"cd {self._folder} && {_SWITCH.format(name=name)}")
        return name

    def releases(self) -> tuple[str, ...]:
        """Whole releases, by their notes."""
        return self._standing()[1]

    def _standing(self) -> tuple[str, tuple[str, ...]]:
        """The live release, and all that are whole."""
        script = 'test -L current && n=$(readlink current); echo "${n##*/}"; ls -1 releases 2>/dev/null || true'
        rows = self._shell(f"cd {self._folder} 2>/dev/null || exit 0; {script}").decode().split("\n")
        folders = {row for row in rows[1:] if is_release(row)}
        names = sorted(row.removesuffix(".json") for row in rows[1:] if row.endswith(".json"))
        return rows[0], tuple(name for name in names if name in folders)

    def _send(self, site: Path, live: str) -> None:
        """Files by their checksums: times of a clean build tell nothing."""
        options = ["--recursive", "--checksum", "--delete", "--chmod=D755,F644", "--timeout=60"]
        linked = [f"--link-dest=../{live}"] if live else []
        target = f"{self.host}:{self.path.rstrip('/')}/releases/.incoming/"
        command = ["rsync", *options, *linked, "--exclude=/.site_gen*", "-e", shlex.join(self.ssh), f"{site}/", target]
        _run(command, b"", self._words)

    def _shell(self, script: str, given: bytes = b"") -> bytes:
        return _run([*self.ssh, self.host, script], given, self._words)

    @property
    def _folder(self) -> str:
        return shlex.quote(self.path.removeprefix("~/"))  # a shell begins at home

    def _words(self, code: int, said: bytes) -> str:
        """What went wrong, from how the program ended and the last that it said."""
        where = f"{self.host}:{self.path}"
        if code == _TAKEN:
            hint = f"Wait for it. If none is, take the lock away: rmdir {self.path}/releases/.lock"
            return f"Another deployment is at work in {where}. {hint}"
        last = last_line(said).rstrip(".")
        if code in _CUT:
            return f"The connection to {self.host} failed: {last}. The live site is as it was; deploy again."
        return f"{where} refused: {last}. The live site is as it was."


def _run(command: Sequence[str], given: bytes, words: Callable[[int, bytes], str]) -> bytes:
    try:
        done = subprocess.run(list(command), input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise OutsideError(_NOT_INSTALLED.format(command[0])) from None
    if done.returncode:
        raise OutsideError(words(done.returncode, done.stderr))
    return done.stdout

"""A host that ssh reaches: dated releases, and the link `current` to the live one.

rsync links unchanged files to those of the previous release, and continues an interrupted run. Everything on the host
is done by a POSIX shell; keys and passwords are left to ssh.
"""

import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from site_gen.deploy.far_files import DIGESTS, NO_DIGESTS, listed_differences, listing, with_digests
from site_gen.deploy.inventory import decoded, encoded
from site_gen.deploy.releases import is_release, previous_release, release_name, surplus
from site_gen.deploy.remote_output import advice, lines_of, quoted_output
from site_gen.deploy.target import Place, Progress
from site_gen.deploy.verify import refuse_damaged, verify
from site_gen.model.deployment import Differences, Manifest, Plan
from site_gen.model.problem import OutsideError

_NOT_INSTALLED = "'{}' is not installed. Install it: apt install rsync openssh-client"
_TAKEN = 75  # exit code of the shell where another deployment holds the lock
_ALIVE = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=15")
# exit codes of rsync and ssh for a failed connection (their manuals)
_CUT = (10, 12, 30, 35)
_NO_CONNECTION = 255
_READABLE = "umask 022; "  # a server that runs as another user must be able to read new files
# GNU and BusyBox have -T, BSD and macOS -h: without it `mv` would move into the folder that the link points to.
_SWITCH = (
    "rm -f .current && ln -s releases/{name} .current && "
    "{{ mv -fT .current current 2>/dev/null || mv -fh .current current; }}"
)


class Rsync:
    """One host, one folder."""

    needs_all = True

    def __init__(self, place: Place) -> None:
        self.host, self.path, self.keep = place.settings.host, place.settings.path, place.settings.keep
        self.ssh: tuple[str, ...] = (*place.settings.ssh, *_ALIVE)

    def live(self) -> Manifest | None:
        """The manifest of the live release."""
        script = 'test -L current || exit 0; n=$(readlink current); cat "releases/${n##*/}.json" 2>/dev/null || true'
        output = self._shell(f"cd {self._folder} 2>/dev/null || exit 0; {script}")
        return decoded(output) if output else None

    def differences(self, manifest: Manifest | None, site: Path, thorough: bool) -> Differences:
        """By size and time of the live release's files, or by their digests, which the host computes."""
        return self._verified(manifest.release, manifest, thorough) if manifest else Differences()

    def _verified(self, name: str, manifest: Manifest, thorough: bool) -> Differences:
        kept = f"cd {self._folder}/releases"
        found = listed_differences(self._shell(f"{kept} && {listing(shlex.quote(name))}"), manifest, not thorough)
        if not thorough:
            return found
        done = _ran([*self.ssh, "--", self.host, f"{kept}/{shlex.quote(name)} 2>/dev/null || exit 0; {DIGESTS}"], b"")
        if done.returncode == NO_DIGESTS:
            return self._fetched_and_verified(name, manifest, found)
        if done.returncode:
            raise OutsideError(self._failure_message(done.returncode, done.stderr))
        return with_digests(found, done.stdout, manifest)

    def _fetched_and_verified(self, name: str, manifest: Manifest, found: Differences) -> Differences:
        """As `_verified`, for hosts that cannot compute our digests: the files are fetched and compared here."""
        with tempfile.TemporaryDirectory(prefix="site_gen-") as folder:
            source = f"{self.host}:{self.path.rstrip('/')}/releases/{name}/"
            options = ["--recursive", "--chmod=D755,F644", "--perms", "--timeout=60"]
            _run(["rsync", *options, "-e", shlex.join(self.ssh), source, folder], b"", self._failure_message)
            here = verify(Path(folder), manifest, thorough=True)
        return replace(found, changed=tuple(sorted({*found.changed, *here.changed})))

    @contextmanager
    def lock(self) -> Iterator[None]:
        """A folder on the host, which a shell there removes as soon as the connection ends, however it ends."""
        script = (
            f"{_READABLE}mkdir -p {self._folder}/releases && cd {self._folder}/releases || exit 1; "
            f"mkdir .lock 2>/dev/null || exit {_TAKEN}; trap 'rmdir .lock' EXIT; trap 'exit 1' HUP INT TERM PIPE; "
            "echo held; cat >/dev/null"
        )
        with self._one_connection(), self._started(script) as holder:
            assert holder.stdin and holder.stdout and holder.stderr
            if holder.stdout.readline().strip() != b"held":
                holder.stdin.close()
                output = holder.stderr.read()
                raise OutsideError(self._failure_message(holder.wait(), output))
            try:
                yield
            finally:
                holder.stdin.close()
                holder.wait()

    @contextmanager
    def _one_connection(self) -> Iterator[None]:
        """Share the first connection for all that follows: connecting takes longer than most commands."""
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
            return subprocess.Popen([*self.ssh, "--", self.host, script], stdin=pipe, stdout=pipe, stderr=pipe)
        except FileNotFoundError:
            raise OutsideError(_NOT_INSTALLED.format(self.ssh[0])) from None

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Transfer the release beside the live one, then switch to it by one rename."""
        live, names = self._live_and_complete()
        name = release_name(datetime.fromisoformat(plan.new.when), names)
        progress("deploy", 0, 3)
        self._shell(f"cd {self._folder} && {{ test -L current || test ! -e current; }} && mkdir -p releases/.incoming")
        self._send(site, live)
        progress("deploy", 1, 3)
        gone = surplus((*names, name), name, self.keep)
        note = encoded(replace(plan.new, release=name))
        self._shell(
            f"cd {self._folder} && cat > releases/.note && "
            f"{{ test $(wc -c < releases/.note) -eq {len(note)} || {{ echo the note was cut off >&2; exit 1; }}; }} && "
            f"mv releases/.note releases/{name}.json && mv releases/.incoming releases/{name} && "
            + _SWITCH.format(name=name),
            note,
        )
        progress("deploy", 2, 3)
        if gone:
            self._shell(f"cd {self._folder}/releases && rm -rf {' '.join(f'{one}.json {one}' for one in gone)}")
        progress("deploy", 3, 3)

    def rollback(self) -> str:
        """Make the release before the live one live again."""
        live, names = self._live_and_complete()
        name = previous_release(live, names) if live else ""
        if not name:
            raise OutsideError(f"There is no release before the live one in {self.host}:{self.path}/releases.")
        manifest = decoded(self._shell(f"cat {self._folder}/releases/{name}.json"))
        where = f"{self.host}:{self.path}/releases"
        if manifest is None:
            raise OutsideError(f"{where}/{name}.json cannot be read, so the files of that release are not known.")
        refuse_damaged(name, where, self._verified(name, manifest, thorough=True))
        self._shell(f"cd {self._folder} && {_SWITCH.format(name=name)}")
        return name

    def releases(self) -> tuple[str, ...]:
        """Complete releases: those with a manifest."""
        return self._live_and_complete()[1]

    def _live_and_complete(self) -> tuple[str, tuple[str, ...]]:
        """The live release, and all complete ones."""
        script = 'test -L current && n=$(readlink current); echo "${n##*/}"; ls -1 releases 2>/dev/null || true'
        rows = self._shell(f"cd {self._folder} 2>/dev/null || exit 0; {script}").decode().split("\n")
        folders = {row for row in rows[1:] if is_release(row)}
        names = sorted(row.removesuffix(".json") for row in rows[1:] if row.endswith(".json"))
        return rows[0], tuple(name for name in names if name in folders)

    def _send(self, site: Path, live: str) -> None:
        """Send files by checksum, as times of a clean build say nothing; modes are set whatever the umask there is."""
        options = ["--recursive", "--checksum", "--delete", "--perms", "--chmod=D755,F644", "--timeout=60"]
        linked = [f"--link-dest=../{live}"] if live else []
        target = f"{self.host}:{self.path.rstrip('/')}/releases/.incoming/"
        command = ["rsync", *options, *linked, "--exclude=/.site_gen*", "-e", shlex.join(self.ssh)]
        command += ["--", f"{site}/", target]
        _run(command, b"", self._failure_message)

    def _shell(self, script: str, given: bytes = b"") -> bytes:
        return _run([*self.ssh, "--", self.host, _READABLE + script], given, self._failure_message)

    @property
    def _folder(self) -> str:
        return shlex.quote(self.path.removeprefix("~/"))  # a shell starts in the home folder

    def _failure_message(self, code: int, output: bytes) -> str:
        """What went wrong, from the program's exit code and output."""
        where = f"{self.host}:{self.path}"
        if code == _TAKEN:
            hint = f"Wait for it. If there is none, remove the lock: rmdir {self.path}/releases/.lock"
            return f"Another deployment is running in {where}. {hint}"
        lines = tuple(row for row in lines_of(output) if not row.startswith("rsync error: some files"))
        unchanged = "The live site is unchanged. "
        if code == _NO_CONNECTION or (code in _CUT and not advice(output, "")):
            return f"The connection to {self.host} failed{quoted_output(lines)}{unchanged}Deploy again."
        return f"{where} refused{quoted_output(lines)}{unchanged}{advice(output, 'Deploy again when that is solved.')}"


def _run(command: Sequence[str], given: bytes, describe: Callable[[int, bytes], str]) -> bytes:
    done = _ran(command, given)
    if done.returncode:
        raise OutsideError(describe(done.returncode, done.stderr))
    return done.stdout


def _ran(command: Sequence[str], given: bytes) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(list(command), input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise OutsideError(_NOT_INSTALLED.format(command[0])) from None

"""Whatever rclone knows: seventy services, with the credentials of its own configuration."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from site_gen.deploy.inventory import decoded, encoded
from site_gen.deploy.modes import UMASK
from site_gen.deploy.order import in_order
from site_gen.deploy.plan import begun
from site_gen.deploy.remote_output import advice, lines_of, shown
from site_gen.deploy.target import Place, Progress
from site_gen.deploy.verify import paths_in_common
from site_gen.model.deployment import Differences, Manifest, Plan
from site_gen.model.problem import OutsideError

_OWN = ".site_gen/"
_NOTE = f"{_OWN}manifest.json"
_SIZE_UNKNOWN = -1  # of services that do not say
_TIME = re.compile(r"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d ")  # before each line of its log
_NOT_FOUND = (3, 4)  # rclone's exit codes for a folder or a file that is not there


class _Found(msgspec.Struct, frozen=True, rename="pascal"):
    """A file as rclone lists it."""

    path: str
    size: int
    mod_time: datetime

    def differs(self, size: int, note: "_Found | None") -> bool:
        """Whether it is not the file that was put: by its size, or because it is younger than the note."""
        return self.size not in (size, _SIZE_UNKNOWN) or (note is not None and self.mod_time > note.mod_time)


class Rclone:
    """One place as rclone names it."""

    def __init__(self, place: Place) -> None:
        self.remote, self.scratch = place.settings.remote.rstrip("/"), place.scratch

    def live(self) -> Manifest | None:
        """The note at the place."""
        done = self._rclone("cat", "--", f"{self._below}{_NOTE}", fails=True)
        if done.returncode in _NOT_FOUND or (done.returncode == 0 and not done.stdout):
            return None
        if done.returncode:
            raise OutsideError(self._words(done.stderr))
        return decoded(done.stdout)

    def differences(self, noted: Manifest | None, site: Path, thorough: bool) -> Differences:
        """By size, and by time against that of the note; `thorough` fetches what the built site has too."""
        there, note = self._there()
        if noted is None:
            return Differences(unknown=tuple(sorted(there)), shared=True)
        wrong = {path for path, fact in noted.files.items() if path in there and there[path].differs(fact.size, note)}
        if thorough:
            wrong |= self._other_bytes(sorted(there.keys() & set(paths_in_common(noted, site)) - wrong), site)
        return Differences(
            missing=tuple(sorted(noted.files.keys() - there.keys())),
            changed=tuple(sorted(wrong)),
            unknown=tuple(sorted(there.keys() - noted.files.keys())),
            shared=True,
        )

    def _there(self) -> tuple[dict[str, "_Found"], "_Found | None"]:
        """All files at the place by their paths, and the note."""
        options = ("--recursive", "--files-only", "--no-mimetype", "--use-server-modtime")
        done = self._rclone("lsjson", self.remote, *options, fails=True)
        if done.returncode in _NOT_FOUND:
            return {}, None
        if done.returncode:
            raise OutsideError(self._words(done.stderr))
        found = {one.path: one for one in msgspec.json.decode(done.stdout, type=list[_Found])}
        return {path: one for path, one in found.items() if not path.startswith(_OWN)}, found.get(_NOTE)

    def _other_bytes(self, paths: Sequence[str], site: Path) -> set[str]:
        """Of files that should be those of the built site the ones that are not."""
        report = self.scratch / "compared.txt"
        report.unlink(missing_ok=True)
        arguments = ("--download", "--one-way", f"--combined={report}")
        done = self._listed("check", paths, str(site), self.remote, *arguments, fails=True)
        rows = report.read_text(encoding="utf-8").splitlines() if report.is_file() else []
        if done and done.returncode and not rows:
            raise OutsideError(self._words(done.stderr))
        return {row[2:] for row in rows if not row.startswith("=")}

    @contextmanager
    def lock(self) -> Iterator[None]:
        """One deployment at a time from this site's folder is what is kept; most services have no locks."""
        yield

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Put what pages load, then pages, feeds and sitemaps; then remove."""
        self._note(begun(plan))
        done: set[str] = set()
        for _, paths in in_order(plan.puts):
            self._listed("copy", paths, "--ignore-times", "--retries=5", "--", str(site), self.remote)
            done.update(paths)
            self._note(begun(plan, frozenset(done)))
            progress("deploy", len(done), len(plan.puts))
        self._listed("delete", plan.removed, "--rmdirs", "--", self.remote)
        self._note(plan.new)

    def rollback(self) -> str:
        """There is none: deploy what was."""
        raise OutsideError(f"{self.remote} keeps no releases. Check out the older state of the site and deploy that.")

    def releases(self) -> tuple[str, ...]:
        """None are kept."""
        return ()

    @property
    def _below(self) -> str:
        return self.remote if self.remote.endswith(":") else f"{self.remote}/"

    def _listed(
        self, verb: str, paths: Sequence[str], *arguments: str, fails: bool = False
    ) -> "subprocess.CompletedProcess[bytes] | None":
        """A verb for files by a list of them; rclone reads its list as it stands, without patterns."""
        if not paths:
            return None
        names = self.scratch / "paths.txt"
        names.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
        return self._rclone(verb, f"--files-from-raw={names}", *arguments, fails=fails)

    def _note(self, manifest: Manifest) -> None:
        self._rclone("rcat", "--", f"{self._below}{_NOTE}", given=encoded(manifest))

    def _rclone(self, *arguments: str, given: bytes = b"", fails: bool = False) -> "subprocess.CompletedProcess[bytes]":
        try:
            done = subprocess.run(["rclone", *arguments], input=given, capture_output=True, umask=UMASK, check=False)
        except FileNotFoundError:
            raise OutsideError("'rclone' is not installed. Install it: apt install rclone") from None
        if done.returncode and not fails:
            raise OutsideError(self._words(done.stderr))
        return done

    def _words(self, said: bytes) -> str:
        rows = (_TIME.sub("", row) for row in lines_of(said))
        lines = tuple(row for row in rows if not row.startswith("NOTICE: Config file"))
        return f"rclone failed{shown(lines)}{advice(said, 'Deploy again to continue.')}"

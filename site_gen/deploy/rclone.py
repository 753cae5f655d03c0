"""Any of rclone's seventy services, with the credentials of its own configuration."""

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
from site_gen.deploy.plan import unfinished_manifest
from site_gen.deploy.remote_output import advice, lines_of, quoted_output
from site_gen.deploy.target import Place, Progress
from site_gen.deploy.verify import paths_in_common
from site_gen.model.deployment import Differences, Manifest, Plan
from site_gen.model.problem import OutsideError

_OWN = ".site_gen/"
_NOTE = f"{_OWN}manifest.json"
_SIZE_UNKNOWN = -1  # for services that give no time
_TIME = re.compile(r"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d ")  # before each line of its log
_NOT_FOUND = (3, 4)  # rclone's exit codes for a folder or a file that is not there


class _Found(msgspec.Struct, frozen=True, rename="pascal"):
    """A file as rclone lists it."""

    path: str
    size: int
    mod_time: datetime

    def differs(self, size: int, note: "_Found | None") -> bool:
        """Whether it is not the uploaded file: its size differs, or it is newer than the manifest."""
        return self.size not in (size, _SIZE_UNKNOWN) or (note is not None and self.mod_time > note.mod_time)


class Rclone:
    """One place in rclone's notation."""

    needs_all = False

    def __init__(self, place: Place) -> None:
        self.remote, self.scratch = place.settings.remote.rstrip("/"), place.scratch

    def live(self) -> Manifest | None:
        """The manifest at the place."""
        done = self._rclone("cat", "--", f"{self._below}{_NOTE}", fails=True)
        if done.returncode in _NOT_FOUND or (done.returncode == 0 and not done.stdout):
            return None
        if done.returncode:
            raise OutsideError(self._failure_message(done.stderr))
        return decoded(done.stdout)

    def differences(self, manifest: Manifest | None, site: Path, thorough: bool) -> Differences:
        """By size and by time relative to the manifest's; `thorough` fetches files that the built site has too."""
        present, note = self._there()
        if manifest is None:
            return Differences(unknown=tuple(sorted(present)), shared=True)
        wrong = {
            path for path, fact in manifest.files.items() if path in present and present[path].differs(fact.size, note)
        }
        if thorough:
            wrong |= self._other_bytes(sorted(present.keys() & set(paths_in_common(manifest, site)) - wrong), site)
        return Differences(
            missing=tuple(sorted(manifest.files.keys() - present.keys())),
            changed=tuple(sorted(wrong)),
            unknown=tuple(sorted(present.keys() - manifest.files.keys())),
            shared=True,
        )

    def _there(self) -> tuple[dict[str, "_Found"], "_Found | None"]:
        """All files at the place by their paths, and the manifest's file."""
        options = ("--recursive", "--files-only", "--no-mimetype", "--use-server-modtime")
        done = self._rclone("lsjson", self.remote, *options, fails=True)
        if done.returncode in _NOT_FOUND:
            return {}, None
        if done.returncode:
            raise OutsideError(self._failure_message(done.stderr))
        found = {one.path: one for one in msgspec.json.decode(done.stdout, type=list[_Found])}
        return {path: one for path, one in found.items() if not path.startswith(_OWN)}, found.get(_NOTE)

    def _other_bytes(self, paths: Sequence[str], site: Path) -> set[str]:
        """Those of the paths whose bytes are not those of the built site."""
        report = self.scratch / "compared.txt"
        report.unlink(missing_ok=True)
        arguments = ("--download", "--one-way", f"--combined={report}")
        done = self._listed("check", paths, str(site), self.remote, *arguments, fails=True)
        rows = report.read_text(encoding="utf-8").splitlines() if report.is_file() else []
        if done and done.returncode and not rows:
            raise OutsideError(self._failure_message(done.stderr))
        return {row[2:] for row in rows if not row.startswith("=")}

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Nothing to lock: one deployment at a time runs from this site's folder, and most services have no locks."""
        yield

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Upload what pages load, then pages, then feeds and sitemaps; then remove files."""
        self._note(unfinished_manifest(plan))
        done: set[str] = set()
        for _, paths in in_order(plan.puts):
            self._listed("copy", paths, "--ignore-times", "--retries=5", "--", str(site), self.remote)
            done.update(paths)
            self._note(unfinished_manifest(plan, frozenset(done)))
            progress("deploy", len(done), len(plan.puts))
        self._listed("delete", plan.removed, "--rmdirs", "--", self.remote)
        self._note(plan.new)

    def rollback(self) -> str:
        """Not possible: deploy the older state of the site."""
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
        """Run a command on a list of files; rclone reads the list literally, without patterns."""
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
            raise OutsideError(self._failure_message(done.stderr))
        return done

    def _failure_message(self, output: bytes) -> str:
        rows = (_TIME.sub("", row) for row in lines_of(output))
        lines = tuple(row for row in rows if not row.startswith("NOTICE: Config file"))
        return f"rclone failed{quoted_output(lines)}{advice(output, 'Deploy again to continue.')}"

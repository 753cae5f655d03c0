"""A folder on this machine, or one that is mounted: dated releases, and `current` that leads to the live one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from site_gen.deploy.inventory import decoded, encoded
from site_gen.deploy.modes import FILE, let_all_read, make_folders
from site_gen.deploy.releases import before, is_release, release_name, surplus
from site_gen.deploy.remote_output import advice
from site_gen.deploy.target import Place, Progress
from site_gen.deploy.verify import is_intact, refuse_damaged, stamp_in, verify
from site_gen.model.deployment import Differences, FileFact, Manifest, Plan
from site_gen.model.ledger import Stamp
from site_gen.model.problem import OutsideError
from site_gen.storage.copies import copy_new, digest_of
from site_gen.storage.files import write_whole
from site_gen.storage.lock import site_lock

_INCOMING = ".incoming"
_CURRENT = "current"


class Folder:
    """Files that did not change are hard links to those of the release before, if they are still what was deployed."""

    def __init__(self, place: Place) -> None:
        self.folder = place.root / Path(place.settings.path).expanduser()
        self.kept = self.folder / "releases"
        self.keep = place.settings.keep

    def live(self) -> Manifest | None:
        """The manifest of the release that `current` leads to."""
        name = self._live_name()
        return self._noted(name) if name else None

    def differences(self, noted: Manifest | None, site: Path, thorough: bool) -> Differences:
        """By size, time and inode of the live release's files; by their digests where those differ."""
        return verify(self.kept / self._live_name(), noted, thorough) if noted else Differences()

    @contextmanager
    def lock(self) -> Iterator[None]:
        """The system lets go of it with the process."""
        make_folders(str(self.kept))
        with site_lock(self.kept, f"deployment is running in {self.folder}"):
            yield

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Put the release together beside the live one, then switch to it by one rename."""
        self._refuse_other_current()
        incoming = self.kept / _INCOMING
        shutil.rmtree(incoming, ignore_errors=True)  # of a run that was killed
        name = release_name(datetime.fromisoformat(plan.new.when), os.listdir(self.kept))
        try:
            stamps = self._assemble(site, plan, incoming, progress)
            os.rename(incoming, self.kept / name)
            write_whole(self._note(name), encoded(replace(plan.new, release=name, stamps=stamps)))
        except BaseException as error:
            shutil.rmtree(incoming, ignore_errors=True)
            if isinstance(error, OSError):
                raise self._worded(error) from None
            raise
        self._switch(name)
        self._forget(name)

    def rollback(self) -> str:
        """The release before the live one is live again."""
        name = before(self._live_name(), self.releases())
        if not name:
            raise OutsideError(f"There is no release before the live one in {self.kept}.")
        noted = self._noted(name)
        if noted is None:
            raise OutsideError(
                f"{self._note(name)} cannot be read, so site_gen does not know the files of the release {name}."
            )
        refuse_damaged(name, str(self.kept), verify(self.kept / name, noted, thorough=True))
        self._switch(name)
        return name

    def releases(self) -> tuple[str, ...]:
        """Whole releases; one without its note was never finished."""
        try:
            names = os.listdir(self.kept)
        except FileNotFoundError:
            return ()
        return tuple(sorted(name for name in names if is_release(name) and self._note(name).is_file()))

    def _assemble(self, site: Path, plan: Plan, incoming: Path, progress: Progress) -> dict[str, Stamp]:
        """The release's files beside the live one, and their stamps."""
        live = f"{self.kept}/{self._live_name()}"
        known = plan.old.stamps if plan.old else {}
        puts = frozenset(plan.puts)
        made: set[str] = set()
        stamps: dict[str, Stamp] = {}
        total = len(plan.new.files)
        for number, (path, fact) in enumerate(plan.new.files.items()):
            target = f"{incoming}/{path}"
            parent = target[: target.rindex("/")]
            if parent not in made:
                make_folders(parent)
                made.add(parent)
            linked = None if path in puts else _linked(f"{live}/{path}", target, fact, known.get(path))
            stamps[path] = linked or _copied(f"{site}/{path}", target, fact)
            progress("deploy", number + 1, total)
        return stamps

    def _switch(self, name: str) -> None:
        beside = self.folder / f".{_CURRENT}"
        beside.unlink(missing_ok=True)
        os.symlink(f"releases/{name}", beside)
        os.replace(beside, self.folder / _CURRENT)

    def _forget(self, live: str) -> None:
        """Take away what is beyond the number of kept releases, and what never got as far as a release."""
        whole = self.releases()
        for name in surplus(whole, live, self.keep):
            self._note(name).unlink(missing_ok=True)
        for name in os.listdir(self.kept):
            if is_release(name) and not self._note(name).is_file():
                shutil.rmtree(self.kept / name, ignore_errors=True)

    def _live_name(self) -> str:
        try:
            return os.path.basename(os.readlink(self.folder / _CURRENT))
        except OSError:
            return ""

    def _note(self, name: str) -> Path:
        return self.kept / f"{name}.json"

    def _noted(self, name: str) -> Manifest | None:
        try:
            return decoded(self._note(name).read_bytes())
        except FileNotFoundError:
            return None

    def _worded(self, error: OSError) -> OutsideError:
        what = error.strerror or str(error)
        hint = advice(what, "Check the disk, then deploy again.")
        where = error.filename2 or error.filename or self.folder
        return OutsideError(f"{where}: {what}. The live site is unchanged. {hint}")

    def _refuse_other_current(self) -> None:
        current = self.folder / _CURRENT
        if current.exists() and not current.is_symlink():
            raise OutsideError(
                f"{current} is not a link, so site_gen did not make it. Move it away, or name another path."
            )


def _linked(source: str, target: str, fact: FileFact, stamp: Stamp | None) -> Stamp | None:
    """Make a hard link, if the source is what was deployed; None where it is not, or the file system has no links."""
    try:
        found = os.lstat(source)
        if not is_intact(source, found, fact, stamp):
            return None
        os.link(source, target)
    except OSError:
        return None
    return stamp_in(found)


def _copied(source: str, target: str, fact: FileFact) -> Stamp:
    """Copy a built file, and read again what was written."""
    stamp = copy_new(source, target)
    let_all_read(target, FILE)
    if digest_of(target) != fact.digest:
        raise OutsideError(f"{target} differs from what was sent. Check the disk, then try again.")
    return stamp

"""A folder on this machine, or a mounted one: dated releases, and the link `current` to the live one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from site_gen.deploy.inventory import decoded, encoded
from site_gen.deploy.modes import FILE, let_all_read, make_folders
from site_gen.deploy.releases import is_release, previous_release, release_name, surplus
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
    """A folder of releases; unchanged files are hard links to the previous release's if those are as deployed."""

    needs_all = False

    def __init__(self, place: Place) -> None:
        self.folder = place.root / Path(place.settings.path).expanduser()
        self.kept = self.folder / "releases"
        self.keep = place.settings.keep

    def live(self) -> Manifest | None:
        """The manifest of the live release."""
        name = self._live_name()
        return self._manifest_of(name) if name else None

    def differences(self, manifest: Manifest | None, site: Path, thorough: bool) -> Differences:
        """By size, time and inode of the live release's files; by their digests where those differ."""
        return verify(self.kept / self._live_name(), manifest, thorough) if manifest else Differences()

    @contextmanager
    def lock(self) -> Iterator[None]:
        """A file lock, which the system releases when the process ends."""
        make_folders(str(self.kept))
        with site_lock(self.kept, f"deployment is running in {self.folder}"):
            yield

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Assemble the release beside the live one, then switch to it by one rename."""
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
                raise self._as_outside_error(error) from None
            raise
        self._switch(name)
        self._forget(name)

    def rollback(self) -> str:
        """Make the release before the live one live again."""
        name = previous_release(self._live_name(), self.releases())
        if not name:
            raise OutsideError(f"There is no release before the live one in {self.kept}.")
        manifest = self._manifest_of(name)
        if manifest is None:
            raise OutsideError(
                f"{self._note(name)} cannot be read, so site_gen does not know the files of the release {name}."
            )
        refuse_damaged(name, str(self.kept), verify(self.kept / name, manifest, thorough=True))
        self._switch(name)
        return name

    def releases(self) -> tuple[str, ...]:
        """Complete releases; one without its manifest was never finished."""
        try:
            names = os.listdir(self.kept)
        except FileNotFoundError:
            return ()
        return tuple(sorted(name for name in names if is_release(name) and self._note(name).is_file()))

    def _assemble(self, site: Path, plan: Plan, incoming: Path, progress: Progress) -> dict[str, Stamp]:
        """Assemble the release's files in `incoming`, and return their stamps."""
        live = f"{self.kept}/{self._live_name()}"
        old_stamps = plan.old.stamps if plan.old else {}
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
            source = f"{site}/{path}"
            linked = None if path in puts else _linked(f"{live}/{path}", target, fact, old_stamps.get(path))
            if linked is None and path not in puts and not os.path.exists(source):
                source = f"{live}/{path}"  # it was not built again: on this file system there are no hard links
            stamps[path] = linked or _copied(source, target, fact)
            progress("deploy", number + 1, total)
        return stamps

    def _switch(self, name: str) -> None:
        beside = self.folder / f".{_CURRENT}"
        beside.unlink(missing_ok=True)
        os.symlink(f"releases/{name}", beside)
        os.replace(beside, self.folder / _CURRENT)

    def _forget(self, live: str) -> None:
        """Remove releases beyond the number to keep, and unfinished ones."""
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

    def _manifest_of(self, name: str) -> Manifest | None:
        try:
            return decoded(self._note(name).read_bytes())
        except FileNotFoundError:
            return None

    def _as_outside_error(self, error: OSError) -> OutsideError:
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
    """Make a hard link if the source is as deployed; None if it is not, or the file system has no hard links."""
    try:
        found = os.lstat(source)
        if not is_intact(source, found, fact, stamp):
            return None
        os.link(source, target)
    except OSError:
        return None
    return stamp_in(found)


def _copied(source: str, target: str, fact: FileFact) -> Stamp:
    """Copy a built file, and verify the written bytes."""
    stamp = copy_new(source, target)
    let_all_read(target, FILE)
    if digest_of(target) != fact.digest:
        raise OutsideError(f"{target} differs from what was sent. Check the disk, then try again.")
    return stamp

"""The files of a release on a local or mounted disk, compared with the manifest of the release."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from site_gen.model.deployment import Differences, FileFact, Manifest
from site_gen.model.ledger import Stamp
from site_gen.model.problem import OutsideError
from site_gen.storage.copies import digest_of

_FEW = 5
_FOR_ALL = 0o444  # a server that runs as another user must be able to read a file


def verify(folder: Path, manifest: Manifest, thorough: bool) -> Differences:
    """How a release differs from its manifest; `thorough` reads every file, not only those whose stamps differ."""
    present = dict(_walk(str(folder)))
    changed = (
        path
        for path, fact in manifest.files.items()
        if path in present
        and not is_intact(f"{folder}/{path}", present[path], fact, manifest.stamps.get(path), thorough)
    )
    return Differences(
        missing=tuple(sorted(manifest.files.keys() - present.keys())),
        changed=tuple(sorted(changed)),
        unknown=tuple(sorted(present.keys() - manifest.files.keys())),
    )


def is_intact(path: str, found: os.stat_result, fact: FileFact, stamp: Stamp | None, thorough: bool = False) -> bool:
    """Whether a file, whose `lstat` is `status`, is as deployed: by its stamp, else by its digest."""
    if not stat.S_ISREG(found.st_mode) or found.st_size != fact.size or found.st_mode & _FOR_ALL != _FOR_ALL:
        return False
    if not thorough and stamp == stamp_in(found):
        return True
    try:
        return digest_of(path) == fact.digest
    except OSError:  # the disk cannot read it
        return False


def paths_in_common(manifest: Manifest, site: Path) -> tuple[str, ...]:
    """Paths whose bytes are the same in a manifest and a built site."""
    facts = manifest.files.items()
    return tuple(
        path
        for path, fact in facts
        if os.path.isfile(site / path)
        and os.path.getsize(site / path) == fact.size
        and digest_of(site / path) == fact.digest
    )


def stamp_in(found: os.stat_result) -> Stamp:
    """A file's stamp from its `stat`."""
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def refuse_damaged(name: str, place: str, found: Differences) -> None:
    """Raise `OutsideError` with what is wrong with a release that should become live, unless it is intact."""
    if not found.damage:
        return
    wrong = (
        _counted(found.missing, "is missing", "are missing"),
        _counted(found.changed, "differs", "differ"),
        _counted(found.unknown, "does not belong to it", "do not belong to it"),
    )
    raise OutsideError(
        f"The release {name} in {place} is damaged: {'; '.join(filter(None, wrong))}. It was not made live. Check out "
        "the older state of the site and deploy that; or delete this release, then roll back to the one before it."
    )


def _counted(paths: tuple[str, ...], one: str, many: str) -> str:
    if not paths:
        return ""
    some = ", ".join(paths[:_FEW]) + (", ..." if len(paths) > _FEW else "")
    return f"{len(paths)} file{'s' if len(paths) > 1 else ''} {many if len(paths) > 1 else one} ({some})"


def _walk(home: str) -> Iterator[tuple[str, os.stat_result]]:
    """Everything below a folder except folders, without following links; nothing where there is no folder."""
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            entries = list(os.scandir(f"{home}/{prefix}"))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, entry.stat(follow_symlinks=False)

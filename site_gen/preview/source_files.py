"""The files that a site is made from, and their stamps: what changed is found without being reported by the system."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from site_gen.ingest.lock_file import LOCK
from site_gen.parsing.redirects import REDIRECTS

SOURCE_FOLDERS = ("content", "seeds", "themes", "static", "templates", "i18n")
_SINGLE = ("site.yaml", LOCK, REDIRECTS)
_ENDS = ("~", ".swp", ".swx")  # of names of editors' or the system's own files
_BEGINNINGS = (".site_gen-", ".#", "._", ".DS_Store")
_A_LOOK = 512  # files between two looks whether to stop
_LINKED = "content"  # whose folders may be links, as where the sources are read

Stamps = dict[str, tuple[int, ...]]  # by path from the root; folders end with a slash
Touched = frozenset[str] | None  # paths from the root; None: any file may have changed


def is_source(name: str) -> bool:
    """Whether a path from the root is one that the site is made from, and not one of an editor or of the program."""
    parts = name.split("/")
    if name in _SINGLE:
        return True
    if parts[0] not in SOURCE_FOLDERS:
        return False
    if parts[-1].endswith(_ENDS) or parts[-1].startswith(_BEGINNINGS):
        return False
    return parts[0] == "static" or not any(part.startswith(".") for part in parts)


def source_stamps(root: Path) -> Stamps:
    """The stamps of all source files below `root`, and the identity of each folder; what cannot be read is left out."""
    stamps = stamps_unless(root, lambda: False)
    assert stamps is not None
    return stamps


def stamps_unless(root: Path, is_stopped: Callable[[], bool]) -> Stamps | None:
    """The same; None as soon as it is stopped, since those of a million files take seconds."""
    stamps: Stamps = {}
    if (root_stamp := _folder_stamp(root)) is not None:
        stamps["./"] = root_stamp
    for name in _SINGLE:
        if (stamp := stamp_of(root / name)) is not None:
            stamps[name] = stamp
    inside = os.path.realpath(root) + os.sep
    for top in SOURCE_FOLDERS:
        if (top_stamp := _folder_stamp(root / top)) is not None and _leads_inside(root / top, inside):
            stamps[f"{top}/"] = top_stamp
            for number, (name, stamp) in enumerate(_below(str(root), top, inside)):
                stamps[name] = stamp
                if number % _A_LOOK == 0 and is_stopped():
                    return None
    return stamps


def changed_since(previous: Stamps, now: Stamps) -> Touched:
    """The files that changed; None where folders have come, gone or been replaced."""
    changed = {name for name, stamp in now.items() if previous.get(name) != stamp}
    changed |= previous.keys() - now.keys()
    return None if any(name.endswith("/") for name in changed) else frozenset(changed)


def stamp_of(path: Path) -> tuple[int, ...] | None:
    """A file's stamp; None where there is none to be read."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a Path for each of ten thousand files would cost
    except (OSError, ValueError):
        return None
    return _stamp(found)


def _stamp(found: os.stat_result) -> tuple[int, ...]:
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _folder_stamp(path: Path | str) -> tuple[int, ...] | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _below(root: str, top: str, inside: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    passed_over = _BEGINNINGS if top == "static" else "."
    pending = [top]
    while pending:
        folder = pending.pop()
        for entry in _entries(f"{root}/{folder}"):
            if entry.name.endswith(_ENDS) or entry.name.startswith(passed_over):
                continue
            name = f"{folder}/{entry.name}"
            try:
                if not entry.is_dir():
                    yield name, _stamp(entry.stat())
                elif not entry.is_symlink() or (folder == _LINKED and _leads_inside(entry.path, inside)):
                    found = entry.stat()
                    yield f"{name}/", (found.st_dev, found.st_ino)
                    pending.append(name)
            except OSError:
                continue


def _entries(folder: str) -> Iterator["os.DirEntry[str]"]:
    """What is in a folder; no more once it has gone."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return


def _leads_inside(path: Path | str, inside: str) -> bool:
    """Whether a folder is within the site; one that is a link out of it could be the whole disk."""
    return f"{os.path.realpath(path)}{os.sep}".startswith(inside)

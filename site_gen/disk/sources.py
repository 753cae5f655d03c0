"""The site's sources on disk: what there is, without reading what has been read before."""

import os
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from site_gen.disk.files import is_walked, source_stamp, undecoded, walk
from site_gen.disk.static_files import looked_at
from site_gen.model.ledger import NO_STAMP, SourceFact, Stamp
from site_gen.model.picture import SUFFIXES
from site_gen.model.theme import StaticFile

PICTURES = "pictures"  # the room of pictures, wherever in content/ they stand
ROOMS = ("posts", "pages", "tags", "images")
_ROOMS = ("posts", "pages", "tags")
_TEXT = (".md",)
_NO_FOLDERS = (*_TEXT, ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic", ".tif", ".tiff")

_SILENT = ("readme", "readme.md", "readme.txt", "license", "thumbs.db", "desktop.ini", "icon\r")
_LEFT = (".bak", ".orig", ".rej", ".tmp", ".part", ".swp", ".swo", ".xmp")  # what programs leave beside a file


class Found(Struct, frozen=True):
    """A file of the site: its path from the root, its name within its room, its stamp."""

    path: str
    name: str
    stamp: Stamp


Scan = dict[str, tuple[Found, ...]]  # by room


def scan_all(root: Path, passed: set[str] | None = None) -> Scan:
    """Every content file in the order of paths, by the room that it stands in; pictures of all rooms are one room.

    In `passed` the paths of files are put that are none of these, though somebody may think that they are.
    """
    found: dict[str, list[Found]] = {room: [] for room in (*_ROOMS, PICTURES)}
    for folder in ROOMS:
        prefix = f"content/{folder}/"
        others: list[str] = []
        files = walk(root / prefix, (*_TEXT, *SUFFIXES), home=root, texts=_NO_FOLDERS, any_case=True, passed=others)
        for name, stamp in sorted(files):
            if room := _room_of(folder, name):
                found[room].append(Found(prefix + name, name, stamp))
            else:
                others.append(name)
        if passed is not None:
            passed.update(prefix + name for name in others if is_stray(name.rpartition("/")[2]))
    return {room: tuple(files) for room, files in found.items()}


def scan_again(root: Path, before: Scan, touched: Iterable[str]) -> Scan:
    """As `scan_all`, where no other files than these may have come, gone or changed since."""
    found = dict(before)
    for path in touched:
        top, _, below = path.partition("/")
        folder, _, name = below.partition("/")
        room = _room_of(folder, name) if top == "content" else ""
        if not room or not is_walked(root, path):
            continue
        stamp, files, key = source_stamp(root / path), found[room], _order(Found(path, name, NO_STAMP))
        at = bisect_left(files, key, key=_order)
        there = at < len(files) and files[at].path == path
        now = () if stamp == NO_STAMP else (Found(path, name, stamp),)
        found[room] = files[:at] + now + files[at + there :]
    return found


def is_read(path: str) -> bool:
    """Whether a file of content/ is one that is read, by its path from the root."""
    _, folder, name = path.split("/", 2)
    return bool(_room_of(folder, name))


def is_stray(name: str) -> bool:
    """Whether a file of that name is one that somebody may expect to be read: no backup, no system's own."""
    low = name.lower()
    return not (low in _SILENT or low.rstrip("0123456789").endswith(_LEFT) or low.startswith(".") or low.endswith("~"))


def passed_again(root: Path, before: frozenset[str], touched: Iterable[str]) -> frozenset[str]:
    """The files of content/ that are passed over, where no other than these may have come or gone since."""
    asked = {path for path in touched if path.startswith("content/") and path.split("/")[1] in ROOMS}
    return (before - asked) | {
        path for path in asked if path.count("/") > 1 and not is_read(path) and _is_passed(root, path)
    }


def _is_passed(root: Path, path: str) -> bool:
    parts = path.split("/")
    if any(part.startswith(".") or part.endswith("~") for part in parts) or not is_stray(parts[-1]) or undecoded(path):
        return False
    if any((root / "/".join(parts[:depth])).is_symlink() for depth in range(2, len(parts))):
        return False
    place = root / path
    return os.path.lexists(place) and (place.is_symlink() if place.is_dir() else place.exists())


def _order(file: Found) -> tuple[int, str]:
    """Files stand by folder, then by name."""
    folder = file.path.split("/")[1]
    return (_ROOMS.index(folder) if folder in _ROOMS else len(_ROOMS)), file.name


def _room_of(folder: str, name: str) -> str:
    """The room of a file by the folder of content/ that it stands below; "" where that is of no concern."""
    if name.lower().endswith(SUFFIXES) and folder in ROOMS:
        return PICTURES
    return folder if name.endswith(_TEXT) and folder in _ROOMS else ""


def scan_static(root: Path, known: Mapping[str, SourceFact]) -> tuple[tuple[StaticFile, SourceFact], ...]:
    """The files below `static/`; one whose stamp has not moved is not read again."""
    files = []
    for name, stamp in sorted(walk(root / "static", hidden=True, home=root)):
        fact = known.get(f"static/{name}")
        path = root / "static" / name
        if fact is None or fact.stamp != stamp:
            digest, picture = looked_at(path, stamp.size)
            fact = SourceFact(stamp, digest, picture=picture)
        files.append((StaticFile(name, str(path), fact.digest), fact))
    return tuple(files)


def static_stamps(root: Path) -> dict[str, Stamp]:
    """The stamps of the files below `static/`, by their paths from the root."""
    return {f"static/{name}": stamp for name, stamp in walk(root / "static", hidden=True, home=root)}

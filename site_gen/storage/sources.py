"""The site's sources on disk: what there is, without reading what has been read before."""

import os
import time
from bisect import insort
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct

from site_gen.model.ledger import NO_STAMP, SourceFact, Stamp
from site_gen.model.picture import SUFFIXES
from site_gen.model.theme import StaticFile
from site_gen.storage.files import is_walked, source_stamp, undecoded, walk
from site_gen.storage.static_files import looked_at

PICTURES = "pictures"  # the room of pictures, wherever in content/ they stand
ROOMS = ("posts", "pages", "tags", "images")
_ROOMS = ("posts", "pages", "tags")
_TEXT = (".md",)
_NO_FOLDERS = (*_TEXT, ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic", ".tif", ".tiff")

_SILENT = ("readme", "readme.md", "readme.txt", "license", "thumbs.db", "desktop.ini", "icon\r")
_LEFT = (".bak", ".orig", ".rej", ".tmp", ".part", ".swp", ".swo", ".xmp")  # what programs leave beside a file


class SourceFile(Struct, frozen=True):
    """A file of the site: its path from the root, its name within its room, its stamp."""

    path: str
    name: str
    stamp: Stamp


class Scan(Struct, frozen=True):
    """The content files that there are, by room, and when the look at them began (ns).

    `passed` are paths of files that are read by nothing, though somebody may think that they are.
    """

    began: int
    found: dict[str, tuple[SourceFile, ...]]
    passed: frozenset[str] = frozenset()


def scan_content(root: Path, previous: Scan | None = None, touched: Collection[str] | None = None) -> Scan:
    """Look at every content file in the order of paths, by the room that it is in; pictures of all rooms are one room.

    Where `touched` names all that may have come, gone or changed since the `previous` look, only these are looked at.
    """
    began = time.time_ns()
    if previous is None or touched is None:
        previous, touched = Scan(began, dict.fromkeys((*_ROOMS, PICTURES), ())), None
        looked = chain.from_iterable(_walked(root, folder) for folder in ROOMS)
    else:
        looked = chain.from_iterable(_looked_at(root, path) for path in touched)
    left = frozenset(touched or ())
    found = {room: [file for file in files if file.path not in left] for room, files in previous.found.items()}
    passed = set(previous.passed - left)
    for room, file in looked:
        if not room:
            passed.add(file.path)
        elif touched is None:
            found[room].append(file)
        else:
            insort(found[room], file, key=_order)
    return Scan(began, {room: tuple(files) for room, files in found.items()}, frozenset(passed))


def _walked(root: Path, folder: str) -> Iterator[tuple[str, SourceFile]]:
    """The files of a folder of content/ by name, each with its room: "" where nothing reads what one may expect."""
    others: list[str] = []
    prefix = f"content/{folder}/"
    files = walk(root / prefix, (*_TEXT, *SUFFIXES), home=root, texts=_NO_FOLDERS, any_case=True, passed=others)
    for name, stamp in sorted(files):
        room = _room_of(folder, name)
        if room or is_stray(name.rpartition("/")[2]):
            yield room, SourceFile(prefix + name, name, stamp)
    for name in others:
        if is_stray(name.rpartition("/")[2]):
            yield "", SourceFile(prefix + name, name, NO_STAMP)


def _looked_at(root: Path, path: str) -> Iterator[tuple[str, SourceFile]]:
    """A file of a folder of content/ as `_walked` gives it; nothing where it would not."""
    top, _, below = path.partition("/")
    folder, _, name = below.partition("/")
    if top != "content" or folder not in ROOMS or not name:
        return
    room = _room_of(folder, name)
    if not room:
        if _is_passed(root, path):
            yield "", SourceFile(path, name, NO_STAMP)
    elif is_walked(root, path) and (stamp := source_stamp(root / path)) != NO_STAMP:
        yield room, SourceFile(path, name, stamp)


def is_stray(name: str) -> bool:
    """Whether a file of that name is one that somebody may expect to be read: no backup, no system's own."""
    low = name.lower()
    return not (low in _SILENT or low.rstrip("0123456789").endswith(_LEFT) or low.startswith(".") or low.endswith("~"))


def _is_passed(root: Path, path: str) -> bool:
    parts = path.split("/")
    if any(part.startswith(".") or part.endswith("~") for part in parts) or not is_stray(parts[-1]) or undecoded(path):
        return False
    if any((root / "/".join(parts[:depth])).is_symlink() for depth in range(2, len(parts))):
        return False
    place = root / path
    return os.path.lexists(place) and (place.is_symlink() if place.is_dir() else place.exists())


def _order(file: SourceFile) -> tuple[int, str]:
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

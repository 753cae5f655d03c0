"""The site's sources on disk: which there are, without reading again what has been read."""

import os
import time
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct

from site_gen.model.content import TEXT_FOLDERS
from site_gen.model.ledger import NO_STAMP, SourceFact, Stamp
from site_gen.model.picture import SUFFIXES
from site_gen.model.theme import StaticFile
from site_gen.storage.files import is_walked, source_stamp, undecoded, walk
from site_gen.storage.static_files import digest_and_picture

PICTURES = "pictures"  # the kind of pictures, wherever in content/ they are
CONTENT_FOLDERS = (*TEXT_FOLDERS, "images")
_TEXT = (".md",)
_NO_FOLDERS = (*_TEXT, ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic", ".tif", ".tiff")

_SILENT = ("readme", "readme.md", "readme.txt", "license", "thumbs.db", "desktop.ini", "icon\r")
_LEFT = (".bak", ".orig", ".rej", ".tmp", ".part", ".swp", ".swo", ".xmp")  # what programs leave beside a file


class SourceFile(Struct, frozen=True, gc=False):
    """A file of the site: its path from the root, its name within its folder of content/, its stamp."""

    path: str
    name: str
    stamp: Stamp


class Scan(Struct, frozen=True):
    """The content files by kind, and when the scan began (ns).

    `passed` are paths of files that nothing reads, although somebody may expect it.
    """

    began: int
    found: dict[str, tuple[SourceFile, ...]]
    passed: frozenset[str] = frozenset()

    def file_at(self, path: str) -> SourceFile | None:
        """The content file at a path."""
        kind, at = self.place_of(path)
        return self.found[kind][at] if at >= 0 else None

    def place_of(self, path: str) -> tuple[str, int]:
        """The kind of the content file at a path, and its number among those; -1 where there is none."""
        kind = kind_at(path)
        files = self.found.get(kind, ())
        at = _number(files, path) if files else 0
        return kind, at if at < len(files) and files[at].path == path else -1


def scan_content(root: Path, previous: Scan | None = None, touched: Collection[str] | None = None) -> Scan:
    """Scan every content file, in the order of paths and by kind; pictures of all folders are one kind.

    Where `touched` names all that may have come, gone or changed since the `previous` scan, only these are scanned.
    """
    began = time.time_ns()
    if previous is not None and touched is not None:
        return _scanned_again(root, previous, touched, began)
    found: dict[str, list[SourceFile]] = {kind: [] for kind in (*TEXT_FOLDERS, PICTURES)}
    passed = set()
    for kind, file in chain.from_iterable(_walked(root, folder) for folder in CONTENT_FOLDERS):
        if kind:
            found[kind].append(file)
        else:
            passed.add(file.path)
    return Scan(began, {kind: tuple(files) for kind, files in found.items()}, frozenset(passed))


def _scanned_again(root: Path, previous: Scan, touched: Collection[str], began: int) -> Scan:
    """The scan with other files at the paths that were touched; the files of a kind are copied, not looked at."""
    found: dict[str, list[SourceFile]] = {}
    passed = set()
    for path in touched:
        kind, file = next(_scanned_at(root, path), (kind_at(path), None))
        if kind:
            if kind not in found:
                found[kind] = list(previous.found[kind])
            files = found[kind]
            at = _number(files, path)
            files[at : at + (at < len(files) and files[at].path == path)] = [file] if file else []
        elif file:
            passed.add(path)
    others = {kind: tuple(files) for kind, files in found.items()}
    return Scan(began, {**previous.found, **others}, previous.passed.difference(touched) | passed)


def _parts_of(path: str) -> tuple[str, str]:
    """The folder of content/ that a path is in, and the name below that; both "" for another path."""
    top, _, below = path.partition("/")
    folder, _, name = below.partition("/")
    return (folder, name) if top == "content" and folder in CONTENT_FOLDERS else ("", "")


def _number(files: Sequence[SourceFile], path: str) -> int:
    """The number of the file at a path among those of its kind, or that it would have."""
    return bisect_left(files, _order(path), key=lambda file: _order(file.path))


def _order(path: str) -> tuple[int, str]:
    """Sorts paths by folder, then by name."""
    folder, name = _parts_of(path)
    return (TEXT_FOLDERS.index(folder) if folder in TEXT_FOLDERS else len(TEXT_FOLDERS)), name


def _walked(root: Path, folder: str) -> Iterator[tuple[str, SourceFile]]:
    """The files of a folder of content/ by name, each with its kind: "" for a file that one may expect to be read."""
    others: list[str] = []
    prefix = f"content/{folder}/"
    files = walk(root / prefix, (*_TEXT, *SUFFIXES), home=root, texts=_NO_FOLDERS, any_case=True, passed=others)
    for name, stamp in sorted(files):
        kind = _kind_of(folder, name)
        if kind or is_stray(name.rpartition("/")[2]):
            yield kind, SourceFile(prefix + name, name, stamp)
    for name in others:
        if is_stray(name.rpartition("/")[2]):
            yield "", SourceFile(prefix + name, name, NO_STAMP)


def _scanned_at(root: Path, path: str) -> Iterator[tuple[str, SourceFile]]:
    """A file of a folder of content/ as `_walked` gives it, if it would."""
    folder, name = _parts_of(path)
    if not name:
        return
    kind = _kind_of(folder, name)
    if not kind:
        if _is_passed(root, path):
            yield "", SourceFile(path, name, NO_STAMP)
    elif is_walked(root, path) and (stamp := source_stamp(root / path)) != NO_STAMP:
        yield kind, SourceFile(path, name, stamp)


def is_stray(name: str) -> bool:
    """Whether somebody may expect a file of that name to be read: it is no backup and no file of a system."""
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


def kind_at(path: str) -> str:
    """The kind of a content file by its path from the root; "" where nothing reads it."""
    return _kind_of(*_parts_of(path))


def _kind_of(folder: str, name: str) -> str:
    """The kind of a file by the folder of content/ that it is in; "" where nothing reads it."""
    if name.endswith(_TEXT) and folder in TEXT_FOLDERS:
        return folder
    return PICTURES if name.lower().endswith(SUFFIXES) and folder in CONTENT_FOLDERS else ""


def scan_static(root: Path, previous: Mapping[str, SourceFact]) -> tuple[tuple[StaticFile, SourceFact], ...]:
    """The files below `static/`; one whose stamp has not changed is not read again."""
    files = []
    for name, stamp in sorted(walk(root / "static", hidden=True, home=root)):
        fact = previous.get(f"static/{name}")
        path = root / "static" / name
        if fact is None or fact.stamp != stamp:
            digest, picture = digest_and_picture(path, stamp.size)
            fact = SourceFact(stamp, digest, picture=picture)
        files.append((StaticFile(name, str(path), fact.digest), fact))
    return tuple(files)


def static_stamps(root: Path) -> dict[str, Stamp]:
    """The stamps of the files below `static/`, by their paths from the root."""
    return {f"static/{name}": stamp for name, stamp in walk(root / "static", hidden=True, home=root)}

"""The site's sources on disk: what there is, without reading what has been read before."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from site_gen.disk.copies import digest_of
from site_gen.disk.files import read_whole, walk
from site_gen.model.ledger import SourceFact, Stamp
from site_gen.model.theme import StaticFile
from site_gen.picturing.plain import picture_fact
from site_gen.wording.digest import digest

PICTURES = "pictures"  # the room of pictures, wherever in content/ they stand
_ROOMS = ("posts", "pages", "tags")
_TEXT, _PICTURE = (".md",), (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic", ".tif", ".tiff")


class Found(Struct, frozen=True):
    """A file of the site: its path from the root, its name within its room, its stamp."""

    path: str
    name: str
    stamp: Stamp


def scan_all(root: Path) -> dict[str, tuple[Found, ...]]:
    """Every content file in the order of paths, by the room that it stands in; pictures of all rooms are one room."""
    found: dict[str, list[Found]] = {room: [] for room in (*_ROOMS, PICTURES)}
    for room in (*_ROOMS, "images"):
        prefix = f"content/{room}/"
        for name, stamp in sorted(walk(root / prefix, (*_TEXT, *_PICTURE))):
            if not name.endswith(_TEXT):
                found[PICTURES].append(Found(prefix + name, name, stamp))
            elif room in found:
                found[room].append(Found(prefix + name, name, stamp))
    return {room: tuple(files) for room, files in found.items()}


def scan_static(root: Path, known: Mapping[str, SourceFact]) -> tuple[tuple[StaticFile, SourceFact], ...]:
    """The files below `static/`; one whose stamp has not moved is not read again."""
    files = []
    for name, stamp in sorted(walk(root / "static", hidden=True)):
        fact = known.get(f"static/{name}")
        path = root / "static" / name
        if fact is None or fact.stamp != stamp:
            fact = _picture(path, stamp) if name.lower().endswith(_PICTURE) else SourceFact(stamp, digest_of(path))
        files.append((StaticFile(name, str(path), fact.digest), fact))
    return tuple(files)


def _picture(path: Path, stamp: Stamp) -> SourceFact:
    data = read_whole(str(path))
    return SourceFact(stamp, digest(data), picture=picture_fact(data))


def static_stamps(root: Path) -> dict[str, Stamp]:
    """The stamps of the files below `static/`, by their paths from the root."""
    return {f"static/{name}": stamp for name, stamp in walk(root / "static", hidden=True)}

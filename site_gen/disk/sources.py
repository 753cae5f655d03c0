"""The site's sources on disk: what there is, without reading what has been read before."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from site_gen.disk.copies import digest_of
from site_gen.disk.files import walk
from site_gen.model.ledger import SourceFact, Stamp
from site_gen.model.theme import StaticFile


class Found(Struct, frozen=True):
    """A file of the site: its path from the root, its name within its room, its stamp."""

    path: str
    name: str
    stamp: Stamp


def scan(root: Path, room: str, suffix: str = ".md") -> tuple[Found, ...]:
    """The files below `content/<room>/`, in the order of their paths."""
    prefix = f"content/{room}/"
    return tuple(Found(prefix + name, name, stamp) for name, stamp in sorted(walk(root / prefix, suffix)))


def scan_all(root: Path) -> dict[str, tuple[Found, ...]]:
    """Every content file, by the room that it stands in."""
    return {room: scan(root, room) for room in ("posts", "pages", "tags")}


def scan_static(root: Path, known: Mapping[str, SourceFact]) -> tuple[tuple[StaticFile, Stamp], ...]:
    """The files below `static/`; a digest is taken only of those whose stamp has moved."""
    files = []
    for name, stamp in sorted(walk(root / "static", hidden=True)):
        fact = known.get(f"static/{name}")
        path = root / "static" / name
        seen = fact.digest if fact is not None and fact.stamp == stamp else digest_of(path)
        files.append((StaticFile(name, str(path), seen), stamp))
    return tuple(files)


def static_stamps(root: Path) -> dict[str, Stamp]:
    """The stamps of the files below `static/`, by their paths from the root."""
    return {f"static/{name}": stamp for name, stamp in walk(root / "static", hidden=True)}

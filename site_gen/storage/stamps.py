"""The stamps of many files as two byte strings: a million of them are compared without an object for each."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import ne
from struct import Struct

from msgspec.structs import replace

from site_gen.model.ledger import NO_STAMP, Stamp, StampTable
from site_gen.storage.handles import BY_HANDLE, opened

_SOURCE = Struct("<qqQq")
_WRITTEN = Struct("<qqQ")
_ABSENT = _WRITTEN.pack(NO_STAMP.size, NO_STAMP.modified, NO_STAMP.inode)
_BETWEEN = "\0"  # the one character that no path has


def table_of_sources(stamps: Mapping[str, Stamp]) -> StampTable:
    """The stamps of source files, in the order of their paths."""
    rows = sorted(stamps.items())
    pack = _SOURCE.pack
    packed = b"".join([pack(one.size, one.modified, one.inode, one.changed) for _, one in rows])
    return StampTable(_BETWEEN.join([path for path, _ in rows]).encode(), packed, len(rows))


def table_of_written(stamps: Mapping[str, Stamp]) -> StampTable:
    """The stamps of written files, in the order of the mapping."""
    return StampTable(_BETWEEN.join(stamps).encode(), pack_written(stamps.values()), len(stamps))


def rows_of_sources(now: StampTable, then: StampTable) -> list[int] | None:
    """The numbers of the rows in which two tables of the same source files differ; None where they list others."""
    if now.paths != then.paths:
        return None
    if now.rows == then.rows:
        return []
    return [at for at, (one, other) in enumerate(zip(_each(now), _each(then), strict=True)) if one != other]


def _each(table: StampTable) -> Iterator[tuple[int, ...]]:
    return _SOURCE.iter_unpack(table.rows)


def with_sources(table: StampTable, stamps: Mapping[int, Stamp]) -> StampTable:
    """The table with other stamps of some source files, by their numbers."""
    rows = bytearray(table.rows)
    for at, one in stamps.items():
        _SOURCE.pack_into(rows, at * _SOURCE.size, one.size, one.modified, one.inode, one.changed)
    return replace(table, rows=bytes(rows))


def with_written(table: StampTable, stamps: Mapping[int, Stamp]) -> StampTable:
    """The table with other stamps of some written files, by their numbers."""
    rows = bytearray(table.rows)
    for at, one in stamps.items():
        _WRITTEN.pack_into(rows, at * _WRITTEN.size, one.size, one.modified, one.inode)
    return replace(table, rows=bytes(rows))


def pack_written(stamps: Iterable[Stamp]) -> bytes:
    """The stamps of written files, as `look` gives them."""
    pack = _WRITTEN.pack
    return b"".join([pack(one.size, one.modified, one.inode) for one in stamps])


def paths_in(table: StampTable) -> list[str]:
    """The paths of a table, in its order."""
    return table.paths.decode().split(_BETWEEN) if table.paths else []


def look(folder: str, paths: Sequence[str]) -> bytes:
    """The stamps of written files below a folder as they are now, packed; a missing file has one, too."""
    if not BY_HANDLE:
        return b"".join([_packed(f"{folder}/{path}", None) for path in paths])
    with opened(folder) as handle:
        return b"".join([_packed(path, handle) for path in paths])


def _packed(path: str, handle: int | None) -> bytes:
    try:
        found = os.stat(path, dir_fd=handle)
    except (FileNotFoundError, NotADirectoryError):
        return _ABSENT
    return _WRITTEN.pack(found.st_size, found.st_mtime_ns, found.st_ino)


def different(paths: Iterable[str], some: bytes, others: bytes) -> frozenset[str]:
    """The paths whose stamps differ in two packed rows of the same files."""
    if some == others:
        return frozenset()
    return frozenset(compress(paths, map(ne, _WRITTEN.iter_unpack(some), _WRITTEN.iter_unpack(others))))

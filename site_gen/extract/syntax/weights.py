"""The weights of tagger, parser and labeller, read once from one compressed file in the package.

A row of weights, one for each tag, move or label, is a single integer with lanes of sixteen bits: the rows of all
features of a decision are added by adding integers, whatever their length.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

from msgspec import Struct, msgpack

FILE = "weights.bin"
LANE = 16  # bits
MIDDLE = 1 << (LANE - 1)
BIAS = 128  # added to each stored weight, so that it is an unsigned byte


class StoredTable(Struct, frozen=True, array_like=True):
    """A table in the file: the gaps between slots in use, the row of each (low bytes, then high), and the rows."""

    slots: int
    lanes: int
    gaps: bytes
    numbers: bytes
    rows: bytes


class StoredWeights(Struct, frozen=True, array_like=True):
    """The whole file: codes of the known words (32 bits each, ascending), the clusters, and the three tables."""

    known: bytes
    clusters: bytes
    tagger: StoredTable
    parser: StoredTable
    labeller: StoredTable


class Table(Struct, frozen=True):
    """Weights by the number of a feature modulo `slots`: `rows[index[feature % slots]]`; row 0 is all zeros."""

    slots: int
    lanes: int
    index: "array[int]"
    rows: tuple[int, ...]
    middle: int  # half of each lane's range; added to a sum, it makes all lanes positive


class Weights(Struct, frozen=True):
    """All trained weights; `known` maps the code of each known word to its cluster."""

    known: dict[int, int]
    tagger: Table
    parser: Table
    labeller: Table


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights of the package."""
    packed = (files("site_gen.extract.syntax") / "data" / FILE).read_bytes()
    return unpacked(zlib.decompress(packed))


def unpacked(stored: bytes) -> Weights:
    """The weights from the decompressed bytes of the file."""
    stored_weights = msgpack.decode(stored, type=StoredWeights)
    codes = accumulate(_numbers("I", stored_weights.known))
    return Weights(
        known=dict(zip(codes, stored_weights.clusters, strict=True)),
        tagger=_table(stored_weights.tagger),
        parser=_table(stored_weights.parser),
        labeller=_table(stored_weights.labeller),
    )


def best(total: int, table: Table, allowed: tuple[int, ...] | None = None) -> int:
    """The lane with the highest sum, the first of equals; one of `allowed`, if given."""
    lanes = _numbers("H", (total + table.middle).to_bytes(table.lanes * LANE // 8, "little"))
    found = lanes.index(max(lanes))
    return found if allowed is None or found in allowed else max(allowed, key=lanes.__getitem__)


def repeated(value: int, lanes: int) -> int:
    """An integer with the same value in each lane."""
    return sum(value << (LANE * lane) for lane in range(lanes))


def _numbers(kind: str, stored: bytes) -> "array[int]":
    """Integers from little-endian bytes, on every machine."""
    found = array(kind, stored)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def _table(stored: StoredTable) -> Table:
    count = len(stored.numbers) // 2
    numbers = bytearray(2 * count)
    numbers[::2], numbers[1::2] = stored.numbers[:count], stored.numbers[count:]
    index = array("H", bytes(2 * stored.slots))
    for slot, number in zip(accumulate(_numbers("H", stored.gaps)), _numbers("H", bytes(numbers)), strict=True):
        index[slot] = number
    rows = (0, *_rows(stored.rows, stored.lanes))
    return Table(stored.slots, stored.lanes, index, rows, repeated(MIDDLE, stored.lanes))


def _rows(stored: bytes, lanes: int) -> Iterable[int]:
    """Rows of bytes as integers with lanes."""
    wide = bytearray(2 * len(stored))
    wide[::2] = stored
    zero = repeated(BIAS, lanes)
    step = 2 * lanes
    return (int.from_bytes(wide[at : at + step], "little") - zero for at in range(0, len(wide), step))

"""The weights of tagger, parser and labeller, read once from one compressed file in the package.

A row of weights, one to each tag, move or label, is a single whole number with lanes of sixteen bits: the rows of all
features of a decision are added by adding numbers, whatever their length.
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
LANE = 16  # bits a lane
MIDDLE = 1 << (LANE - 1)
BIAS = 128  # added to each stored weight, so that it is a byte without sign


class StoredTable(Struct, frozen=True, array_like=True):
    """A table in the file: distances between slots in use, which row each has (low bytes, then high), and the rows."""

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
    """Weights by the number of a feature modulo `slots`: `rows[index[feature % slots]]`; row 0 is nothing."""

    slots: int
    lanes: int
    index: "array[int]"
    rows: tuple[int, ...]
    middle: int  # half of each lane's range: added to a sum it makes all lanes positive


class Weights(Struct, frozen=True):
    """All that is learned; `known` gives the cluster of each known word's code."""

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
    """The weights from the file's decompressed bytes."""
    held = msgpack.decode(stored, type=StoredWeights)
    codes = accumulate(_numbers("I", held.known))
    return Weights(
        known=dict(zip(codes, held.clusters, strict=True)),
        tagger=_table(held.tagger),
        parser=_table(held.parser),
        labeller=_table(held.labeller),
    )


def best(total: int, table: Table, allowed: tuple[int, ...] | None = None) -> int:
    """The lane with the highest sum, the first of equals; out of `allowed` ones, if they are given."""
    lanes = _numbers("H", (total + table.middle).to_bytes(table.lanes * LANE // 8, "little"))
    found = lanes.index(max(lanes))
    return found if allowed is None or found in allowed else max(allowed, key=lanes.__getitem__)


def repeated(value: int, lanes: int) -> int:
    """A number with the same value in each lane."""
    return sum(value << (LANE * lane) for lane in range(lanes))


def _numbers(kind: str, stored: bytes) -> "array[int]":
    """Whole numbers from bytes, the low byte first on every machine."""
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
    """Rows of bytes as numbers with lanes."""
    wide = bytearray(2 * len(stored))
    wide[::2] = stored
    zero = repeated(BIAS, lanes)
    step = 2 * lanes
    return (int.from_bytes(wide[at : at + step], "little") - zero for at in range(0, len(wide), step))

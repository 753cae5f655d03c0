"""Averaged weights into the package's file: pruned, in whole numbers of eight bits, compressed."""

import zlib
from typing import Any

import numpy as np
from msgspec import msgpack

from site_gen.extract.syntax.weights import BIAS, StoredTable, StoredWeights

Array = np.ndarray[Any, Any]
MOST_ROWS = 65_535


def quantised(weights: Array, most: int) -> Array:
    """Weights in whole steps, -127 to 127, without cutting the largest (their cost was half a head of a hundred).

    At most so many rows are kept, the largest.
    """
    size = np.abs(weights).max(axis=1)
    if most < np.count_nonzero(size):
        weights = np.where((size >= np.partition(size, -most)[-most])[:, None], weights, 0)
    return np.rint(weights * (127 / max(float(size.max()), 1e-9))).astype(np.int8)


def moves(weights: Array) -> Array:
    """Two weights a feature instead of three: what the other moves have more than the shift."""
    return weights[:, 1:] - weights[:, :1]


def stored(rows: Array) -> StoredTable:
    """A table as the file has it; rows that are equal are kept once, the commonest first."""
    slots = np.flatnonzero(rows.any(axis=1))
    distinct, numbers, counts = np.unique(rows[slots], axis=0, return_inverse=True, return_counts=True)
    numbers = numbers.reshape(-1)
    if len(distinct) > MOST_ROWS:
        raise ValueError(f"{len(distinct)} distinct rows: keep fewer")
    ranks = np.argsort(-counts, kind="stable")
    place = np.empty(len(ranks), np.int64)
    place[ranks] = np.arange(1, len(ranks) + 1)
    each = place[numbers]
    gaps = np.diff(slots, prepend=0)
    if gaps.max() > 65_535:
        raise ValueError("a gap is too wide")
    planes = (each & 255).astype(np.uint8).tobytes() + (each >> 8).astype(np.uint8).tobytes()
    table = (distinct[ranks].astype(np.int16) + BIAS).astype(np.uint8).tobytes()
    return StoredTable(len(rows), rows.shape[1], gaps.astype("<u2").tobytes(), planes, table)


def packed(known: dict[int, int], tagger: Array, parser: Array, labeller: Array) -> bytes:
    """The file."""
    codes = np.array(sorted(known), dtype=np.int64)
    clusters = bytes(known[int(one)] for one in codes)
    gaps = np.diff(codes, prepend=0).astype("<u4").tobytes()
    whole = StoredWeights(gaps, clusters, stored(tagger), stored(parser), stored(labeller))
    return zlib.compress(msgpack.encode(whole), 9)

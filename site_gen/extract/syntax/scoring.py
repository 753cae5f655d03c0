"""The features of a decision from its atoms, and the sum of their rows of weights.

All features of a decision are computed together, as lanes of thirty-two bits of one integer: CPython then takes a few
steps with long integers instead of some for each feature.
"""

import sys
from collections.abc import Iterable
from functools import reduce
from operator import getitem, itemgetter, xor
from struct import Struct

from site_gen.extract.syntax.features import BITS, multipliers, templates
from site_gen.extract.syntax.weights import Table

_LANE = 32  # bits for a feature, which has thirty
_MOST = 400  # cached atoms for each slot: about half a kilobyte each


class Scorer:
    """Adds up the rows of weights of all templates."""

    def __init__(self, table: str, slots: tuple[str, ...]) -> None:
        found = templates(table, slots)
        self._spread = [
            _Spread(multiplier, sum(1 << _LANE * lane for lane, one in enumerate(found) if slot in one))
            for slot, multiplier in enumerate(multipliers(slots))
        ]
        self._ones = sum(1 << _LANE * lane for lane in range(len(found)))
        self._bytes = len(found) * _LANE // 8
        self._unpack = Struct(f"{len(found)}I").unpack

    def total(self, table: Table, atoms: Iterable[int]) -> int:
        """The sum of the rows of all features of a decision with these atoms."""
        features = self._modulo(reduce(xor, map(getitem, self._spread, atoms)), table.slots)
        numbers = self._unpack(features.to_bytes(self._bytes, sys.byteorder))
        return sum(itemgetter(*itemgetter(*numbers)(table.index))(table.rows))

    def _modulo(self, features: int, slots: int) -> int:
        """Each lane modulo `slots`, slightly less than a power of two: the bits above it are folded in once."""
        ones, bits = self._ones, slots.bit_length()
        less = (1 << bits) - slots
        folded = (features & ones * ((1 << bits) - 1)) + (features >> bits & ones * (BITS >> bits)) * less
        return folded - (folded + ones * less >> bits & ones) * slots


class _Spread(dict[int, int]):
    """A cache of what an atom of one slot adds to the lanes of the features that use the slot."""

    def __init__(self, multiplier: int, lanes: int) -> None:
        super().__init__()
        self._multiplier, self._lanes = multiplier, lanes

    def __missing__(self, atom: int) -> int:
        if len(self) >= _MOST:
            self.clear()
        self[atom] = spread = (atom * self._multiplier & BITS) * self._lanes
        return spread

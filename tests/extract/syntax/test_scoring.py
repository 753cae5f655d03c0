"""The sum of the rows of a decision, as if each feature were computed by itself."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.syntax.features import BITS, multipliers
from site_gen.extract.syntax.scoring import Scorer
from site_gen.extract.syntax.weights import Table, load_weights

NAMES = ("near", "far", "kind")
SLOTS = (1 << 20) - 3  # as the shipped tables have
TABLE = Table(SLOTS, 2, array("H", (0, 1, 2, 3) * (SLOTS // 4 + 1)), (0, 5, -(7 << 16), (3 << 16) - 2), 0)
SCORER = Scorer("near; far kind; near far kind; kind near", NAMES)


def _alone(atoms: tuple[int, ...]) -> int:
    near, far, kind = (atom * odd & BITS for atom, odd in zip(atoms, multipliers(NAMES), strict=True))
    features = (near, far ^ kind, near ^ far ^ kind, kind ^ near)
    return sum(TABLE.rows[TABLE.index[feature % SLOTS]] for feature in features)


@given(st.tuples(*[st.integers(1, BITS)] * 3))
def test_all_features_at_once_are_what_they_are_alone(atoms: tuple[int, ...]) -> None:
    assert SCORER.total(TABLE, atoms) == _alone(atoms)


def test_the_cache_of_atoms_is_limited() -> None:
    for atom in range(1, 1000):
        assert SCORER.total(TABLE, (atom, 1, 2)) == _alone((atom, 1, 2))
    assert max(map(len, SCORER._spread)) <= 400


@pytest.mark.parametrize("name", ["tagger", "parser", "labeller"])
def test_a_shipped_table_folds_in_one_step(name: str) -> None:
    slots = getattr(load_weights(), name).slots
    above = 1 << slots.bit_length()
    assert above - 1 + (BITS >> slots.bit_length()) * (above - slots) < 2 * slots

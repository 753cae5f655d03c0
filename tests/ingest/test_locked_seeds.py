from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.ingest.locked_seeds import LockedSeeds
from site_gen.model.lock import LockedSeed

LOCKED = st.builds(
    LockedSeed,
    seed=st.text(max_size=3),
    post=st.text(max_size=3),
    title=st.sampled_from(("", '"unsure":["x"]')),
    unsure=st.lists(st.text(max_size=3), max_size=2).map(tuple),
)
STEPS = st.lists(st.tuples(st.sampled_from("abc"), st.none() | LOCKED), max_size=8)


@pytest.mark.parametrize("is_lean", [True, False])
@given(STEPS)
def test_locked_seeds_are_as_a_dict(is_lean: bool, steps: list[tuple[str, Any]]) -> None:
    seeds, plain = LockedSeeds({}, is_lean), dict[str, LockedSeed]()
    for name, locked in steps:
        for one in (seeds, plain):
            if locked is None:
                one.pop(name, None)
            else:
                one[name] = locked
        assert dict(seeds) == plain and list(seeds) == list(plain)
    assert seeds.unsure() == [name for name, locked in plain.items() if locked.unsure]
    assert b"".join(seeds.pieces()) == b"".join(LockedSeeds(plain).pieces())

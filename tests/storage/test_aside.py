"""The law: whatever was set aside is given again, in any order and while more is added."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.storage.aside import Aside


@given(st.lists(st.tuples(st.binary(max_size=70) | st.just(bytes(300_000)), st.integers(0, 9)), max_size=12))
def test_what_is_set_aside_is_given_again(steps: list[tuple[bytes, int]]) -> None:
    aside, there = Aside(), list[tuple[int, bytes]]()
    for data, looked_at in steps:
        there.append((aside.add(data), data))
        place, expected = there[looked_at % len(there)]
        assert aside.get(place) == expected
    assert all(aside.get(place) == data for place, data in there)

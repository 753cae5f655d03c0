"""The law: packed sequences and mappings are as tuples and dicts."""

from hypothesis import given
from hypothesis import strategies as st

from site_gen.ingest.packed import Packed, PackedByName
from site_gen.model.ledger import Stamp

STAMPS = st.builds(Stamp, st.integers(0, 99), st.integers(0, 2**62), st.integers(0, 9))


@given(st.lists(STAMPS, max_size=9), st.slices(9), st.slices(9))
def test_a_packed_sequence_is_as_a_tuple(items: list[Stamp], some: slice, fewer: slice) -> None:
    packed = Packed(Stamp, items)
    assert list(packed) == items == [packed[at] for at in range(len(packed))]
    assert list(packed[some]) == items[some]
    assert list(packed[some][fewer]) == items[some][fewer]
    assert bool(packed) == bool(items) and packed[-1:].__len__() == len(items[-1:])


@given(st.dictionaries(st.text(max_size=3), STAMPS))
def test_a_packed_mapping_is_as_a_dict(items: dict[str, Stamp]) -> None:
    packed = PackedByName(Stamp, items.items())
    assert dict(packed) == items and list(packed) == list(items)
    assert all(name in packed for name in items) and "none of them" not in packed

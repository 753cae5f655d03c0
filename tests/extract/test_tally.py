from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.tally import Tally


@pytest.mark.parametrize("bits", [32, 64])
@given(st.data())
def test_a_tally_counts(bits: int, data: st.DataObject) -> None:
    few = st.sampled_from(data.draw(st.lists(st.integers(0, 2**bits - 1), min_size=1, max_size=5)))
    numbers, fewest = data.draw(st.lists(few, max_size=30)), data.draw(st.integers(1, 4))
    tally = Tally(bits)
    tally.add(numbers)
    assert list(tally.repeated(fewest)) == sorted(one for one in Counter(numbers).items() if one[1] >= fewest)

from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.replaced import replaced


@given(st.lists(st.integers(), min_size=1), st.data())
def test_only_those_places_have_other_values(values: list[int], data: st.DataObject) -> None:
    others = data.draw(st.dictionaries(st.integers(0, len(values) - 1), st.integers()))
    found = replaced(tuple(values), others)
    assert found == tuple(others.get(number, value) for number, value in enumerate(values))
    assert (found is replaced(found, {})) and len(found) == len(values)

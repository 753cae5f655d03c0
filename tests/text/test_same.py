from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.site_files import Location
from site_gen.text.same import is_same

ZONES = (UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-3)))
MOMENTS = st.none() | st.builds(
    lambda hour, zone: datetime(2026, 1, 1, hour, tzinfo=zone), st.integers(0, 8), st.sampled_from(ZONES)
)
VALUES = st.lists(st.builds(Location, st.sampled_from(["/a/", "/b/"]), MOMENTS, st.just(("x",)))).map(tuple)


@given(VALUES, VALUES)
def test_values_are_the_same_where_they_are_written_alike(
    one: tuple[Location, ...], other: tuple[Location, ...]
) -> None:
    assert is_same(one, other) == (repr(one) == repr(other))
    assert is_same(one, tuple(one))


def test_a_moment_in_two_zones_is_two() -> None:
    here = datetime(2026, 1, 1, 2, tzinfo=timezone(timedelta(hours=2)))
    there = datetime(2026, 1, 1, tzinfo=UTC)
    assert here == there and not is_same(here, there)
    assert not is_same((1,), 1) and not is_same((1,), (1, 1))

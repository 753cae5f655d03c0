from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_gen.pages.post import posts
from site_gen.pages.shares import cost_of, divided
from tests.support import entry, site_of

COSTS = st.lists(st.integers(1, 1000) | st.integers(1, 100_000), max_size=60)


@given(COSTS, st.integers(1, 80))
def test_each_unit_has_one_shard_and_shards_are_runs_of_neighbours(costs: list[int], of: int) -> None:
    owners = divided(costs, of)
    assert len(owners) == len(costs)
    assert all(0 <= owner < of for owner in owners)
    fair = sum(costs) // of
    light = [owner for owner, cost in zip(owners, costs, strict=True) if cost <= fair]
    assert all(one <= following for one, following in pairwise(light))


@given(COSTS.filter(bool), st.integers(1, 80))
def test_no_shard_has_more_than_one_unit_above_what_is_fair(costs: list[int], of: int) -> None:
    loads = [0] * of
    owners = divided(costs, of)
    for owner, cost in zip(owners, costs, strict=True):
        loads[owner] += cost
    fair = sum(costs) // of
    light = [cost for cost in costs if cost <= fair]
    assert max(loads) <= max(max(costs), fair + of + max(light, default=0))


def test_an_expensive_unit_does_not_keep_the_others_of_its_neighbourhood_waiting() -> None:
    costs = [10] * 40 + [400] + [10] * 40
    owners = divided(costs, 4)
    loads = [sum(cost for cost, owner in zip(costs, owners, strict=True) if owner == shard) for shard in range(4)]
    assert loads[owners[40]] == 400
    assert max(load for load in loads if load != 400) <= 280


def test_a_longer_text_costs_more() -> None:
    (short,) = posts(site_of(entry("a", "A", body="One.\n")))
    (long,) = posts(site_of(entry("a", "A", body="One sentence more. " * 400)))
    assert cost_of(long) > cost_of(short) > 0

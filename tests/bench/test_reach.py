from collections import Counter

import pytest

from bench.contest import Result
from bench.measure import Run
from bench.reach import Figure, cold, large


def result(label: str, wall: float, memory: int = 100) -> Result:
    return Result(label, memory, Counter(), [Run(wall, wall)])


@pytest.mark.parametrize(
    ("bound", "measured", "verdict"),
    [
        ("at most", 0.4, "reached"),
        ("at most", 0.41, "**missed**"),
        ("at least", 0.4, "reached"),
        ("at least", 0.39, "**missed**"),
    ],
)
def test_a_figure_is_reached_or_missed(bound: str, measured: float, verdict: str) -> None:
    assert Figure("time", bound, 0.4, "", measured).verdict == verdict


def test_only_what_was_measured_is_judged() -> None:
    ours, full = result("plain", 2), result("full", 4)
    assert list(cold(ours, full, {})) == []
    figures = list(cold(ours, full, {"hugo": result("Hugo", 5, 400), "pelican": result("Pelican", 30)}))
    assert [figure.measured for figure in figures] == [0.4, 0.8, 0.25, 15]


def test_growth_is_told_by_time_and_by_the_memory_of_many() -> None:
    assert [figure.measured for figure in large(result("plain", 2), result("plain", 21, 2**30))] == [10.5, 1]

from datetime import date, timedelta
from itertools import pairwise

import pytest

from site_gen.extract.languages.calendars import SOLAR_YEARS, gregorian


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ((1405, 2, 22), date(2026, 5, 12)),
        ((1404, 11, 10), date(2026, 1, 30)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1367, 4, 12), date(1988, 7, 3)),
        ((1408, 1, 1), date(2029, 3, 20)),
    ],
)
def test_days_of_the_solar_calendar(solar: tuple[int, int, int], day: date) -> None:
    assert gregorian(*solar) == day


@pytest.mark.parametrize("solar", [(1404, 12, 30), (1405, 7, 31), (1405, 13, 1), (1405, 1, 0), (2026, 5, 12)])
def test_days_that_do_not_exist(solar: tuple[int, int, int]) -> None:
    assert gregorian(*solar) is None


def test_each_day_follows_the_one_before() -> None:
    days = [
        found
        for year in SOLAR_YEARS
        for month in range(1, 13)
        for number in range(1, 32)
        if (found := gregorian(year, month, number))
    ]
    assert all(after - before == timedelta(days=1) for before, after in pairwise(days))
    assert len(days) > 73_000

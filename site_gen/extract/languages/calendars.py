"""Calendars besides the Gregorian one: the solar one of Iran and Afghanistan, and years that are counted from eras."""

from datetime import date, timedelta
from typing import Literal

Calendar = Literal["gregorian", "solar hijri"]

# In each 33 years, the leap years; the rule agrees with the observed calendar from 1206 to 1498 (1827 to 2119).
_LEAPS = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_CYCLE = 33
_NOWRUZ = (1403, date(2024, 3, 20))
"""A year, and the day that it began."""
SOLAR_YEARS = range(1300, 1500)


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of one of the solar Hijri calendar; None where there is no such day."""
    if year not in SOLAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= _days(year, month):
        return None
    return _first_day(year) + timedelta(days=sum(_days(year, one) for one in range(1, month)) + day - 1)


def _days(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAPS


def _first_day(year: int) -> date:
    known, day = _NOWRUZ
    years = range(known, year) if year > known else range(year, known)
    days = sum(366 if _is_leap(one) else 365 for one in years)
    return day + timedelta(days=days if year > known else -days)

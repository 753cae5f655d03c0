"""Dates as English prose writes them."""

import re
from datetime import date

from msgspec import Struct

_NAMES = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan. feb. mar. apr. may. jun. jul. aug. sep. oct. nov. dec.",
)
MONTHS = {name: number for names in _NAMES for number, name in enumerate(names.split(), 1)} | {
    "sept": 9,
    "sept.": 9,
}

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A pattern of a month's name, in full or abbreviated, for use in other patterns that ignore case."""

DAY_MONTH = (
    rf"(?:(?P<m1>{MONTH})\s?(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y1>(?:19|20)\d\d)(?!\d))?"
    rf"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\s+(?P<m2>{MONTH})(?![a-z])(?:,?\s+(?P<y2>(?:19|20)\d\d)(?!\d))?"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)(?!\d))"
)
"""A pattern of a day and month, with or without a year: "June 21, 2020", "21 June", "2020-06-21"; groups m, d, y."""

_FULL = re.compile(
    rf"(?<![\w-])(?:(?P<m1>{MONTH})\s?(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)(?!\d|-\d)"
    rf"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\s+(?P<m2>{MONTH}),?\s+(?P<y2>(?:19|20)\d\d)(?!\d|-\d)"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)(?!\d))",
    re.IGNORECASE,
)


class FullDate(Struct, frozen=True):
    """A full date in a text, and its place there."""

    day: date
    start: int
    end: int


class PartialDate(Struct, frozen=True):
    """A day and month, with the year where it is given (otherwise 0)."""

    month: int
    day: int
    year: int = 0

    def full(self) -> date | None:
        """The date, if the year is known and the date exists."""
        return _date(self.year, self.month, self.day) if self.year else None


def full_dates(text: str) -> tuple[FullDate, ...]:
    """Every date with day, month and year in a text, in order; not 03/04/2020, which is ambiguous."""
    found = []
    for match in _FULL.finditer(text):
        day = matched_day(match).full()
        if day is not None:
            found.append(FullDate(day, match.start(), match.end()))
    return tuple(found)


def matched_day(match: re.Match[str]) -> PartialDate:
    """The day in a match of DAY_MONTH or of a pattern with its groups."""
    named = match.groupdict()
    for number in "123":
        month, day, year = named.get("m" + number), named.get("d" + number), named.get("y" + number)
        if month and day:
            return PartialDate(MONTHS.get(month.lower(), 0) or int(month), int(day), int(year or 0))
    return PartialDate(0, 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

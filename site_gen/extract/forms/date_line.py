"""The line that says when a text was published: "Published: 14 January 2025, 09:30"."""

from datetime import datetime, timedelta, timezone
from typing import Literal

from msgspec import Struct

from site_gen.text.stamps import Stamp, parse_stamp, parse_stamps

Event = Literal["published", "bare", "updated"]

_RANKS: dict[Event, int] = {"published": 0, "bare": 1, "updated": 2}
_LONGEST = 140
_YEARS = range(1995, 2100)
"""Before them no text from the web was published: such a date is history."""
_UNSAID = timezone(timedelta(), "unsaid")


class Moment(Struct, frozen=True):
    """A day at midnight, or at the time of day that is said (`timed`); without a zone that is said it is naive."""

    when: datetime
    timed: bool = False


class DateLine(Struct, frozen=True):
    """What a date line says: the moment (None where it has two readings) and of what event it is."""

    moment: Moment | None
    event: Event

    @property
    def rank(self) -> int:
        """The lower, the nearer to the day of publication."""
        return _RANKS[self.event]


def read_date_line(text: str) -> DateLine | None:
    """The moment that a line gives, if it says nothing else; of several the day of publication wins."""
    if len(text) > _LONGEST or not any(sign.isdigit() for sign in text):
        return None
    stamps = parse_stamps(text.strip(" ."), _UNSAID)
    if not stamps or any(stamp.date.year not in _YEARS for stamp in stamps):
        return None
    lines = [DateLine(_moment(stamp), stamp.label or "bare") for stamp in stamps]
    return min(lines, key=lambda line: (line.moment is None, line.rank))


def read_moment(text: str) -> Moment | None:
    """The moment that a text is, if it is nothing but one: "Tue, 14 Jan 2025 10:20 GMT"."""
    stamp = parse_stamp(text, _UNSAID)
    return _moment(stamp) if stamp is not None and stamp.date.year in _YEARS else None


def _moment(stamp: Stamp) -> Moment | None:
    if stamp.other is not None:
        return None
    unsaid = stamp.date.tzinfo is _UNSAID
    return Moment(stamp.date.replace(tzinfo=None) if unsaid else stamp.date, stamp.timed)

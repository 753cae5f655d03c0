"""Reads date lines: "Published: 14 January 2025, 09:30"."""

from datetime import datetime, timedelta, timezone
from typing import Literal

from msgspec import Struct

from site_gen.text.stamps import Stamp, parse_stamp, parse_stamps

Event = Literal["published", "bare", "updated"]

_RANKS: dict[Event, int] = {"published": 0, "bare": 1, "updated": 2}
_LONGEST = 140
_YEARS = range(1995, 2100)
"""The web has no texts from before; an earlier date is history."""
_NO_ZONE = timezone(timedelta(), "unsaid")


class Moment(Struct, frozen=True):
    """A day at midnight, or with its time of day (`timed`); naive where no zone is given."""

    when: datetime
    timed: bool = False


class DateLine(Struct, frozen=True):
    """A date line's moment (None where it is ambiguous) and event."""

    moment: Moment | None
    event: Event

    @property
    def rank(self) -> int:
        """The lower, the nearer to the publication."""
        return _RANKS[self.event]


def read_date_line(text: str) -> DateLine | None:
    """The date line in a text, if it says nothing else; of several dates that of publication wins."""
    if len(text) > _LONGEST or not any(character.isdigit() for character in text):
        return None
    stamps = parse_stamps(text.strip(" ."), _NO_ZONE)
    if not stamps or any(stamp.date.year not in _YEARS for stamp in stamps):
        return None
    lines = [DateLine(_moment(stamp), stamp.label or "bare") for stamp in stamps]
    return min(lines, key=lambda line: (line.moment is None, line.rank))


def read_moment(text: str) -> Moment | None:
    """The moment in a text of nothing else: "Tue, 14 Jan 2025 10:20 GMT"."""
    stamp = parse_stamp(text, _NO_ZONE)
    return _moment(stamp) if stamp is not None and stamp.date.year in _YEARS else None


def _moment(stamp: Stamp) -> Moment | None:
    if stamp.other is not None:
        return None
    is_naive = stamp.date.tzinfo is _NO_ZONE
    return Moment(stamp.date.replace(tzinfo=None) if is_naive else stamp.date, stamp.timed)

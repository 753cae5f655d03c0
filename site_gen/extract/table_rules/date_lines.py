"""Lines that date a text, by a language's table: "Опубліковано: 5 травня 2026, 14:30"."""

import re
from collections.abc import Iterator
from datetime import date as Day
from datetime import datetime, time, tzinfo

from msgspec import Struct

from site_gen.extract.languages.dates import DateInText, clocks_in, dates_in
from site_gen.extract.languages.language import Dates, Table
from site_gen.extract.languages.words import anywhere
from site_gen.text.stamps import Stamp, StampLabel

_LONGEST = 120
_WORD = re.compile(r"[^\W\d_]{2,}")
_ZONE = re.compile(
    r"(?:UTC|GMT|MSK|EET|EEST|CET|CEST|МСК|TSI)?\s?[+−-]\d{1,2}(?::?[0-5]\d)?(?!\d)|\b(?:UTC|GMT|MSK|EET|EEST|CET|CEST|МСК|TSI)\b"
)
_NOON = re.compile(r"(?<![^\W\d_])[ap]\.?m\b\.?", re.IGNORECASE)
_YEARS = range(1995, 2100)


class DateOfText(Struct, frozen=True):
    """A date that a line gives a text: its day (no year: see `found.part`), its time of day, its label."""

    found: DateInText
    clock: time | None
    label: StampLabel


def read_date_line(text: str, table: Table) -> tuple[DateOfText, ...]:
    """The dates of a line of dates, times, weekdays and their labels; () for any other line."""
    line = " ".join(text.split())
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return ()
    dates = dates_in(line, table.dates)
    if not dates or any(one.part.year and one.part.year not in _YEARS for one in dates):
        return ()
    if _WORD.search(_rest(line, dates, table.dates)):
        return ()
    ends = [*(one.start for one in dates[1:]), len(line)]
    clocks = [_clock_between(line, found.end, end, table.dates) for found, end in zip(dates, ends, strict=True)]
    if clocks == [None]:
        clocks = [_clock_between(line, 0, dates[0].start, table.dates)]  # "14:30, 5 mai 2026"
    return tuple(
        DateOfText(found, clock, _label(line[: found.start], table.dates))
        for found, clock in zip(dates, clocks, strict=True)
    )


def _rest(line: str, dates: tuple[DateInText, ...], words: Dates) -> str:
    """What a line has besides dates, times, weekdays, labels and the small words between them."""
    pieces, at = [], 0
    for one in dates:
        pieces.append(line[at : one.start])
        at = one.end
    rest = " | ".join((*pieces, line[at:]))
    for clock in reversed(clocks_in(rest, words.afternoon)):
        rest = rest[: clock.start] + " " + rest[clock.end :]
    rest = _NOON.sub(" ", _ZONE.sub(" ", rest))
    labels = words.published + words.updated
    weekdays = tuple(name for names in words.weekdays for name in names)
    return anywhere(labels + words.fillers + words.afternoon + weekdays).sub(" ", rest)


def _clock_between(line: str, start: int, end: int, words: Dates) -> time | None:
    return next((clock.time for clock in clocks_in(line[start:end], words.afternoon)), None)


def _label(before: str, words: Dates) -> StampLabel:
    """The label nearest before a date."""
    published = max((match.end() for match in anywhere(words.published).finditer(before)), default=-1)
    updated = max((match.end() for match in anywhere(words.updated).finditer(before)), default=-1)
    if published == updated:
        return ""
    return "published" if published > updated else "updated"


def stamps_in(text: str, table: Table, zone: tzinfo) -> Iterator[Stamp]:
    """The stamps of a line that only dates a text, as far as it writes the year."""
    for one in read_date_line(text, table):
        day = one.found.day
        if day is not None:
            moment = datetime.combine(day, one.clock or time(), zone)
            yield Stamp(date=moment, timed=one.clock is not None, label=one.label, other=_other(one.found, day))


def _other(found: DateInText, day: Day) -> Day | None:
    return found.other if found.other != day else None

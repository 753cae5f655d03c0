"""Finds dates in texts by a language's table."""

import re
from datetime import date as Day
from datetime import time
from functools import cache

from msgspec import Struct

from site_gen.extract.calendar import PartialDate
from site_gen.extract.languages.language import Dates
from site_gen.extract.languages.words import any_of, of_phrase

_PART = re.compile(r"\{(\w+)\}")
_SUFFIX = r"(?:\.|er|ère|º|°|ª|-?го|-?є|-ga)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FIGURES = re.compile(
    r"(?<![\d.,/-])(?P<a>\d{1,2})(?P<mark>[./-])\s?(?P<b>\d{1,2})(?P=mark)\s?(?P<year>(?:19|20)\d\d)(?!\d|-\d)"
)
_ISO = re.compile(r"(?<![\d.,/-])(?P<year>(?:19|20)\d\d)([-/.])(?P<number>[01]?\d)\2(?P<day>[0-3]?\d)(?!\d)")
_CLOCK = re.compile(r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3])\s?[:.hH]\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d.:]\d|\d)")


class DateInText(Struct, frozen=True):
    """A date and its place in a text. `other` is the other reading of 05/03/2026 where the language leaves it open."""

    part: PartialDate
    start: int
    end: int
    other: Day | None = None

    @property
    def day(self) -> Day | None:
        """The day, where the year is written and there is such a day."""
        return self.part.full()


class ClockInText(Struct, frozen=True):
    """A time of day and its place in a text."""

    time: time
    start: int
    end: int


def dates_in(text: str, dates: Dates) -> tuple[DateInText, ...]:
    """Every date of a text, with or without its year, in order; not 30 February, not two that overlap."""
    matches = (match for pattern in _patterns(dates) for match in pattern.finditer(text))
    read = (_figures(match, dates) if "a" in match.groupdict() else _named(match, dates) for match in matches)
    found: list[DateInText] = []
    for date in sorted(filter(None, read), key=lambda one: (one.start - one.end, one.start)):  # the longest first
        if not any(one.start < date.end and date.start < one.end for one in found):
            found.append(date)
    return tuple(sorted(found, key=lambda one: one.start))


def clocks_in(text: str) -> tuple[ClockInText, ...]:
    """Every time of day of a text, in order."""
    return tuple(
        ClockInText(time(int(match["hour"]), int(match["minute"])), match.start(), match.end())
        for match in _CLOCK.finditer(text)
    )


@cache
def _patterns(dates: Dates) -> tuple[re.Pattern[str], ...]:
    return (_ISO, _FIGURES, *(re.compile(_compiled(pattern, dates), re.IGNORECASE) for pattern in dates.patterns))


def _compiled(pattern: str, dates: Dates) -> str:
    """The expression of a pattern, whose year may be missing with the words between it and the other parts."""
    pieces = _PART.split(pattern)  # text, part, text, part, ... text
    texts, parts = pieces[::2], pieces[1::2]
    result = _between(texts[0])
    for at, part in enumerate(parts):
        after = _between(texts[at + 1])
        if part == "year" and at == len(parts) - 1:
            before = _between(texts[at])
            result = f"{result.removesuffix(before)}(?:{before}{_YEAR}{after})?"
        elif part == "year":
            result += f"(?:{_YEAR}{after})?"
        else:
            result += _of_part(part, dates) + after
    return rf"(?<![\w.,/-]){result}(?!\w)"


def _of_part(part: str, dates: Dates) -> str:
    if part == "day":
        return rf"(?P<day>[0-3]?\d)(?!\d){_SUFFIX}"
    if part == "number":
        return r"(?P<number>[01]?\d)(?!\d)"
    return rf"(?P<month>{any_of(name for names in dates.months for name in names)})(?!\w)\.?"


def _between(text: str) -> str:
    """The expression of what is between two parts: any blanks, with or without a comma, and the words."""
    words = of_phrase(text)
    blank = r"\s*,?\s*"
    return f"{blank if text[:1].isspace() else ''}{words}{blank if text[-1:].isspace() and words else ''}"


def _named(match: re.Match[str], dates: Dates) -> DateInText | None:
    found = match.groupdict()
    number = int(found["number"]) if found.get("number") else _months(dates).get(_plain(found["month"]), 0)
    part = PartialDate(number, int(found["day"]), int(found.get("year") or 0))
    return DateInText(part, match.start(), match.end()) if _exists(part) else None


def _figures(match: re.Match[str], dates: Dates) -> DateInText | None:
    """A date in figures, by the order of the language; where only the other order exists, that one."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    by_day, by_month = PartialDate(second, first, year), PartialDate(first, second, year)
    readings = [by_month, by_day] if dates.figures == "month" else [by_day, by_month]
    exist = [part for part in readings if _exists(part)]
    if not exist:
        return None
    open_to_doubt = dates.figures == "year" and len(exist) > 1 and exist[0] != exist[1]
    return DateInText(exist[0], match.start(), match.end(), exist[1].full() if open_to_doubt else None)


def _exists(part: PartialDate) -> bool:
    return PartialDate(part.month, part.day, part.year or 2000).full() is not None


def _plain(word: str) -> str:
    """A word as it is looked up; the four Turkish letters i are one, since capitals do not keep them apart."""
    return word.replace("İ", "i").replace("I", "i").replace("ı", "i").casefold().rstrip(".")


@cache
def _months(dates: Dates) -> dict[str, int]:
    return {_plain(name): number for number, names in enumerate(dates.months, 1) for name in names}

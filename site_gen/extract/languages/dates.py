"""Finds dates in texts by a language's table."""

import re
from datetime import date as Day
from datetime import time
from functools import cache

from msgspec import Struct

from site_gen.extract.calendar import PartialDate
from site_gen.extract.languages.calendars import SOLAR_YEARS, gregorian
from site_gen.extract.languages.digits import HAN, in_ascii, number
from site_gen.extract.languages.language import Dates
from site_gen.extract.languages.words import any_of, anywhere, of_phrase

_PART = re.compile(r"\{(\w+)\}")
_SUFFIX = r"(?:\.|er|ère|º|°|ª|-?го|-?є|-ga)?"
_YEARS, _SOLAR = r"(?:19|20)\d\d", r"|1[34]\d\d"
_FIGURES = (
    r"(?<![\d.,/-])(?P<a>\d{{1,2}})(?P<mark>[./-])\s?(?P<b>\d{{1,2}})(?P=mark)\s?(?P<year>{years})(?!\d|-\d|[./]\d)"
)
_YEAR_FIRST = r"(?<![\d.,/-])(?P<year>{years})([-/.])\s?(?P<number>[01]?\d)\2\s?(?P<day>[0-3]?\d)(?!\d)"
_SHORT_YEAR = r"|\d\d"
_CLOCK = re.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3])\s?(?:[:.hH：]|[時时点點시]\s?(?=\d))\s?(?P<minute>[0-5]\d)"
    r"(?::[0-5]\d)?\s?[分분]?(?![\d.:]\d|\d)"
)
_NOON = 12
_PM = re.compile(r"\s?p\.?m\b", re.IGNORECASE)
_COMMON_YEAR = 1405
_AROUND = 8
"""Characters before and after a time of day in which "p.m." is looked for."""
_ATTACHED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Letters that other words follow without a blank."""


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
    text = in_ascii(text)
    matches = (match for pattern in _patterns(dates) for match in pattern.finditer(text))
    read = (_figures(match, dates) if "a" in match.groupdict() else _named(match, dates) for match in matches)
    found: list[DateInText] = []
    for date in sorted(filter(None, read), key=lambda one: (one.start, -one.end)):
        if not found or date.start >= found[-1].end:
            found.append(date)
        elif date.end - date.start > found[-1].end - found[-1].start:  # of two that overlap, the longer
            found[-1] = date
    return tuple(found)


def clocks_in(text: str, afternoon: tuple[str, ...] = ()) -> tuple[ClockInText, ...]:
    """Every time of day of a text, in order; beside one of the words for `afternoon`, 2:05 is 14:05."""
    text = in_ascii(text)
    found = []
    for match in _CLOCK.finditer(text):
        hour = int(match["hour"])
        around = f"{text[max(0, match.start() - _AROUND) : match.start()]} {text[match.end() : match.end() + _AROUND]}"
        if hour < _NOON and (anywhere(afternoon).search(around) or _PM.match(text, match.end())):
            hour += _NOON
        found.append(ClockInText(time(hour, int(match["minute"])), match.start(), match.end()))
    return tuple(found)


@cache
def _patterns(dates: Dates) -> tuple[re.Pattern[str], ...]:
    years = _years(dates)
    short = years + (_SHORT_YEAR if dates.short_years else "")
    figures = (_YEAR_FIRST.format(years=years), _FIGURES.format(years=short))
    return tuple(
        re.compile(pattern, re.IGNORECASE) for pattern in (*figures, *(_compiled(one, dates) for one in dates.patterns))
    )


def _years(dates: Dates) -> str:
    return _YEARS + (_SOLAR if dates.solar_months else "")


def _compiled(pattern: str, dates: Dates) -> str:
    """The expression of a pattern, whose year may be missing with the words between it and the other parts."""
    pieces = _PART.split(pattern)  # text, part, text, part, ... text
    texts, parts = pieces[::2], pieces[1::2]
    is_attached = _ATTACHED.match(pattern[-1]) is not None
    years = _years(dates) + (rf"|[{HAN[:-1]}]{{4}}" if is_attached else "")
    result, year = _between(texts[0]), rf"(?P<year>{years})(?!\d)"
    for at, part in enumerate(parts):
        after = _between(texts[at + 1])
        if part == "year" and at == len(parts) - 1:
            before = _between(texts[at])
            result = f"{result.removesuffix(before)}(?:{before}{year}{after})?"
        elif part == "year":
            result += f"(?:{year}{after})?"
        else:
            result += _of_part(part, dates, is_attached=is_attached) + after
    # Where words have no blanks between them, a date may follow a letter and be followed by one.
    before, end = (r"(?<![\d.,-])(?<!\d/)", "") if is_attached else (r"(?:(?<![\w.,/-])|(?<=:\d\d-))", r"(?!\w)")
    return f"{before}{result}{end}"


def _of_part(part: str, dates: Dates, *, is_attached: bool) -> str:
    numerals = rf"|[{HAN}]{{1,3}}" if is_attached else ""
    if part == "day":
        return rf"(?P<day>[0-3]?\d(?!\d){numerals}){'' if is_attached else _SUFFIX}"
    if part == "number":
        return rf"(?P<number>[01]?\d(?!\d){numerals})"
    if part == "era":
        return rf"(?P<era>{any_of(dates.eras)})\s?(?P<count>\d{{1,3}}|元)"
    names = (name for months in (*dates.months, *dates.solar_months) for name in months)
    return rf"(?P<month>{any_of(names)})(?!\w)\.?"


def _between(text: str) -> str:
    """The expression of what is between two parts: any blanks, with or without a comma, and the words."""
    words = of_phrase(text)
    blank = r"\s*,?\s*"
    return f"{blank if text[:1].isspace() else ''}{words}{blank if text[-1:].isspace() and words else ''}"


def _named(match: re.Match[str], dates: Dates) -> DateInText | None:
    found = match.groupdict()
    year, day = _year_of(found, dates), number(found["day"])
    month = number(found["number"]) if found.get("number") else _months(dates.months).get(_plain(found["month"]), 0)
    is_solar = year in SOLAR_YEARS or not month
    if not month:
        month = _months(dates.solar_months).get(_plain(found["month"]), 0)
    part = _from_solar(year, month, day) if is_solar else PartialDate(month, day, year)
    return DateInText(part, match.start(), match.end()) if part and _exists(part) else None


def _year_of(found: dict[str, str | None], dates: Dates) -> int:
    """The year that is written, or counted from an era; 0 for none."""
    if era := found.get("era"):
        count = found["count"] or ""
        return dates.eras[era] + (int(count) if count.isdigit() else 1)
    return number(found.get("year") or "0")


def _from_solar(year: int, month: int, day: int) -> PartialDate | None:
    """The Gregorian day of one of the solar calendar; without a year, that of a year that is no leap year."""
    found = gregorian(year or _COMMON_YEAR, month, day)
    return PartialDate(found.month, found.day, found.year if year else 0) if found else None


def _figures(match: re.Match[str], dates: Dates) -> DateInText | None:
    """A date in figures, by the order of the language; where only the other order exists, that one."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    year += 2000 if year < 100 else 0
    if year in SOLAR_YEARS:
        solar = _from_solar(year, second, first)
        return DateInText(solar, match.start(), match.end()) if solar else None
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
def _months(months: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {_plain(name): number for number, names in enumerate(months, 1) for name in names}

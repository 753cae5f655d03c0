"""A day as a line of its own writes it, with the time of day and the zone where it says them."""

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_gen.ingesting.calendar import DAY_MONTH, part_of

_FIRST_YEAR, _LAST_YEAR = 1995, 2100
"""Before the first no text from the web was published; after the last is no date but a number."""

_DAYS = (
    re.compile(rf"(?<![\w.]){DAY_MONTH}", re.IGNORECASE),
    re.compile(r"(?<![\d.])(?P<d1>[0-3]?\d)\.(?P<m1>[01]?\d)\.(?P<y1>(?:19|20)\d\d)(?![\d])"),
    re.compile(r"(?<![\d/])(?P<y1>(?:19|20)\d\d)[/.](?P<m1>[01]?\d)[/.](?P<d1>[0-3]?\d)(?!\d)"),
)
_SLASHED = re.compile(r"(?<![\d/])(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d)/(?P<year>(?:19|20)\d\d)(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d.:])T?(?P<hour>[0-2]?\d)(?:(?P<sign>[:.h])(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?![\d])"
    r"|(?<![\d.:])(?P<hour2>1?\d)\s?(?P<half2>[ap])\.?m\b\.?"
    r"|(?<![\d.:])(?P<hour3>[0-2]\d)(?P<minute3>[0-5]\d)(?=\s?(?:hrs|hours|h\b|GMT|UTC|Z\b))\s?(?:hrs|hours|h\b)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\(?(?:GMT|UTC)?\s?(?P<way>[+−-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\)?(?!\d)")
_ZONE = re.compile(r"\(?(?<![A-Za-z])(?P<zone>[A-Z]{1,5})(?![A-Za-z])\)?")
_LOCAL = re.compile(r"\(?\blocal time\b\)?", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\b(?:at|on|as of)\b|[\s,|•·@/:.–—()-])+", re.IGNORECASE)

_HOURS = {
    "Z": 0, "GMT": 0, "UTC": 0, "UT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3,
    "SAST": 2, "MSK": 3, "TRT": 3, "EAT": 3, "GST": 4, "PKT": 5, "IST": 5.5, "NPT": 5.75, "ICT": 7, "WIB": 7, "SGT": 8,
    "HKT": 8, "PHT": 8, "AWST": 8, "JST": 9, "KST": 9, "ACST": 9.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8,
    "HST": -10, "BRT": -3, "ART": -3,
}  # fmt: skip
"""Hours east of Greenwich. IST is India's, CST that of Chicago: news in English writes them so."""

_WITH_SUMMER = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}


class Moment(Struct, frozen=True):
    """A day at midnight, or at the time of day that is said (`timed`); without a zone that is said it is naive."""

    when: datetime
    timed: bool = False


def read_moment(text: str) -> Moment | None:
    """The moment that a text is, if it is nothing but one: "Tue, 14 Jan 2025 10:20 GMT", "14.01.2025 | 10:20"."""
    if len(text) > 80 or not any(sign.isdigit() for sign in text):
        return None
    taken = _take_day(text)
    if taken is None:
        return None
    day, rest = taken
    clock = _CLOCK.search(rest)
    if clock is None:
        return Moment(datetime.combine(day, time())) if _is_nothing(rest) else None
    hour, minute = _hour_minute(clock)
    rest = f"{rest[: clock.start()]} {rest[clock.end() :]}"
    if hour > 23:
        return None
    return _in_zone(datetime.combine(day, time(hour, minute)), rest)


def has_two_readings(text: str) -> bool:
    """Whether a text has a date like 03/04/2025, which is March in one country and April in another."""
    found = _SLASHED.search(text)
    return found is not None and int(found["one"]) <= 12 and int(found["two"]) <= 12 and found["one"] != found["two"]


def _take_day(text: str) -> tuple[date, str] | None:
    """The day in a text, and the text without it."""
    for pattern in _DAYS:
        found = pattern.search(text)
        if found:
            part = part_of(found)
            return _whole(part.year, part.month, part.day, text, found)
    found = _SLASHED.search(text)
    if found is None or has_two_readings(text):
        return None
    one, two = int(found["one"]), int(found["two"])
    day, month = (one, two) if two <= 12 else (two, one)
    return _whole(int(found["year"]), month, day, text, found)


def _whole(year: int, month: int, day: int, text: str, found: re.Match[str]) -> tuple[date, str] | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day), f"{text[: found.start()]} {text[found.end() :]}"
    except ValueError:
        return None


def _hour_minute(clock: re.Match[str]) -> tuple[int, int]:
    hour = int(clock["hour"] or clock["hour2"] or clock["hour3"])
    half = (clock["half"] or clock["half2"] or "").lower()
    if half and not 1 <= hour <= 12:
        return 24, 0
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(clock["minute"] or clock["minute3"] or 0)


def _in_zone(when: datetime, rest: str) -> Moment | None:
    """The moment, where what is left of its text is a zone or nothing; of an unknown zone the day alone is sure."""
    local = _LOCAL.search(rest)
    if local:
        left = f"{rest[: local.start()]} {rest[local.end() :]}"
        return Moment(when.replace(hour=0, minute=0)) if _is_nothing(left) else None
    offset = _OFFSET.search(rest)
    if offset and (offset["minutes"] or "GMT" in offset.group() or "UTC" in offset.group()):
        shift = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        zone: tzinfo | None = (
            timezone(shift if offset["way"] == "+" else -shift) if shift < timedelta(hours=15) else None
        )
        rest = f"{rest[: offset.start()]} {rest[offset.end() :]}"
        return Moment(when.replace(tzinfo=zone), True) if zone and _is_nothing(rest) else None
    named = _ZONE.search(rest)
    if named is None:
        return Moment(when, True) if _is_nothing(rest) else None
    if not _is_nothing(f"{rest[: named.start()]} {rest[named.end() :]}"):
        return None
    known = _zone(named["zone"], when)
    return Moment(when.replace(tzinfo=known), True) if known else Moment(when.replace(hour=0, minute=0))


def _zone(name: str, when: datetime) -> tzinfo | None:
    if name in _HOURS:
        return timezone(timedelta(hours=_HOURS[name]))
    if name in _WITH_SUMMER:
        shift = when.replace(tzinfo=ZoneInfo(_WITH_SUMMER[name])).utcoffset()
        return timezone(shift) if shift is not None else None
    return None


def _is_nothing(rest: str) -> bool:
    return not _BETWEEN.sub("", _WEEKDAY.sub("", rest))

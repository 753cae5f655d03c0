"""Lines that date an article: "Published: 14 January 2025, 09:30", "Updated 3:45 PM EST, Jan 5 2025"."""

import re
from datetime import date as Day
from datetime import datetime, time, tzinfo
from typing import Literal

from msgspec import Struct

from site_gen.model.post import WrittenDate
from site_gen.text.dates import in_zone, midnight, parse_date
from site_gen.text.months import month_of, weekday_of
from site_gen.text.zones import AMERICAN, named_zone

StampLabel = Literal["", "published", "updated"]


class Stamp(Struct, frozen=True, kw_only=True):
    """When an article was published or updated, according to a line.

    `date` is in the zone that the line names, else in the zone given; without a time of day (`timed` false) it is
    midnight. `other` is the second reading of a date such as 03/04/2025. `weekday_wrong`: the weekday that the line
    names is not that of its date. `zone_unknown`: it has a time of day, in a zone that is not known.
    """

    date: datetime
    timed: bool = False
    label: StampLabel = ""
    other: Day | None = None
    weekday_wrong: bool = False
    zone_unknown: bool = False


_LONGEST = 100
_UPDATED = r"(?:last )?(?:updated?|modified|revised|edited)"
_UPDATED_ABROAD = (
    r"mise? à jour|aktualisiert|actualizado|aggiornato|atualizado|обновлено|оновлено|aktualizacja|zaktualizowano"
    r"|güncelleme|güncellendi"
)
_PUBLISHED = (
    r"(?:first |originally )?(?:published|posted|issued|released|created|filed)|(?:publication|release|publish|posting)"
    r" date|date(?: published| posted| of (?:publication|issue|release))?|dated"
)
_PUBLISHED_ABROAD = (
    r"publiée?|date de publication|veröffentlicht|erstellt|stand|datum|publicad[oa]|fecha|pubblicato|опубликовано"
    r"|опубліковано|дата(?: публикации| публікації)?|opublikowan[oa]|data publikacji|yayınlanma(?: tarihi)?"
    r"|yayın tarihi|oluşturulma tarihi|tarih"
)
_LABEL = re.compile(
    rf"(?:(?P<updated>{_UPDATED}|(?P<later>{_UPDATED_ABROAD}))|(?P<published>{_PUBLISHED}|(?P<abroad>{_PUBLISHED_ABROAD})))"
    r"(?![^\W\d_])(?:\s*[:：]|\s+(?:on|at|le|am|el|il|em|dnia)(?!\w))*\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;|·•()\[\]/–—-]+|(?:the|at|on|um|à|a las|klo|o godz\.|о|в|saat)\s+(?=\d)", re.IGNORECASE)
_WORD = r"[^\W\d_]+(?:’[^\W\d_]+)?"
_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)T?")
_FIGURES = re.compile(r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d)(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?[\s-]*(?:(?:de|of)\s+)?(?P<month>{_WORD})\.?[\s,-]*(?:de\s+|del\s+)?"
    r"(?P<y>(?:19|20)\d\d)(?!\d)(?:\s?(?:року|г\.|года|р\.|r\.|roku)(?!\w))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_WORD})\.?[\s-]*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d),?[\s-]+(?P<y>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[\s,;|·•()\[\]–—-]*(?:the\s)?(\d|" + _WORD + ")", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?P<weekday>{_WORD})\.?(?!\w)")
_HALF = r"(?P<half>[ap])\.?\s?m\b\.?"
_CLOCK = re.compile(
    rf"(?P<h>\d{{1,2}})(?P<colon>[:.h])(?P<m>[0-5]\d)(?!\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?(?:\s?{_HALF})?"
    r"(?:\s?(?:hrs?|hours|uhr)\b\.?)?",
    re.IGNORECASE,
)
_HOUR = re.compile(rf"(?P<h>\d{{1,2}})(?P<m>)\s?{_HALF}", re.IGNORECASE)
_FOUR_FIGURES = re.compile(
    r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?P<half>)(?=\s?(?:hrs?\b|hours\b|GMT|UTC|Z\b))\s?(?:hrs?|hours)?\.?",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?P<zone>(?:UTC|GMT)?\s?[+−-]\d{1,2}(?::?[0-5]\d)?(?!\d)|[A-ZМСК]{2,4}(?![\w+])|Z(?!\w))")
_UNKNOWN_ZONE = re.compile(r"(?:local|[A-Z][a-zé]+) (?:standard |daylight |summer )?time(?!\w)", re.IGNORECASE)


def parse_stamp(text: str, zone: tzinfo) -> Stamp | None:
    """The stamp of a line that only dates an article; None for a line with any other word, or two dates.

    A time in an unknown zone is left out: the day is right, but the moment would be a guess.
    """
    line = " ".join(text.split())
    if len(line) > _LONGEST or not any(char.isdigit() for char in line):
        return None
    label = _LABEL.match(line)
    parts = _parts(line, label.end() if label else 0)
    if parts is None or not parts.days:
        return None
    return _stamp(parts, label, zone)


def parse_written(text: str, zone: tzinfo) -> WrittenDate | None:
    """A date as an editor writes it: as `parse_date` reads it, or a stamp with a single reading and no doubt."""
    date = parse_date(text, zone)
    if date is not None:
        return date
    stamp = parse_stamp(text, zone)
    if stamp is None or stamp.other or stamp.weekday_wrong or stamp.zone_unknown:
        return None
    day = stamp.date.date()
    return WrittenDate(in_zone(stamp.date, zone) if stamp.timed else midnight(day, zone), day, stamp.timed)


def parse_stamps(text: str, zone: tzinfo) -> tuple[Stamp, ...]:
    """The stamps of a line that may hold two, such as "Published 3 May 2025 | Updated 4 May 2025"; () for any other."""
    line = " ".join(text.split())
    if len(line) > 2 * _LONGEST or not _may_begin(line):
        return ()
    labels = [match for match in _LABEL.finditer(line) if not match.start() or not line[match.start() - 1].isalpha()]
    starts = [0, *(match.start() for match in labels if match.start())]
    pieces = [line[start:end].strip(" ,;|·•()–—-") for start, end in zip(starts, [*starts[1:], None], strict=True)]
    found = [parse_stamp(piece, zone) for piece in pieces if piece]
    return tuple(stamp for stamp in found if stamp) if all(found) else ()


def _may_begin(line: str) -> bool:
    """Whether a line begins like a stamp: a cheap test that avoids the search for labels in most lines."""
    word = _FIRST_WORD.match(line)
    if word is None or not any(char.isdigit() for char in line):
        return False
    first = word[1]
    return (
        first[0].isdigit()
        or bool(month_of(first) or _LABEL.match(line, word.start(1)))
        or weekday_of(first) is not None
    )


class _Parts:
    """The parts of a stamp read so far."""

    def __init__(self) -> None:
        self.days: tuple[Day, ...] = ()
        self.weekday: int | None = None
        self.clock: time | None = None
        self.zone: tzinfo | None = None
        self.american = self.abroad = self.strange_zone = False


def _stamp(parts: _Parts, label: re.Match[str] | None, zone: tzinfo) -> Stamp:
    parts.abroad = label is not None and bool(label["later"] or label["abroad"])
    day, other = _reading(parts)
    named = parts.zone if parts.zone is not None else zone
    clock = parts.clock if parts.clock is not None and not parts.strange_zone else None
    return Stamp(
        date=datetime.combine(day, clock or time(), named if clock else zone),
        timed=clock is not None,
        label="" if label is None else "updated" if label["updated"] else "published",
        other=other,
        weekday_wrong=parts.weekday is not None and parts.weekday != day.weekday(),
        zone_unknown=parts.strange_zone,
    )


def _parts(line: str, at: int) -> _Parts | None:
    """The parts of a line from `at` on; None where a word is no part of a date, or a part occurs twice."""
    parts = _Parts()
    while at < len(line):
        between = _BETWEEN.match(line, at)
        offset = _ZONE.match(line, at) if parts.clock is not None and line[at] in " +-−" else None
        step = _zone(offset, parts) if offset else None
        if step is None and between:
            at = between.end()
            continue
        step = step or _next(line, at, parts)
        if step is None:
            return parts if not line[at:].strip(" .,;:") else None
        at = step
    return parts


def _next(line: str, at: int, parts: _Parts) -> int | None:
    """The end of the part that begins at `at`, which is recorded in `parts`; None where there is none."""
    if not parts.days:
        for pattern in (_ISO, _FIGURES, _DAY_FIRST, _MONTH_FIRST):
            match = pattern.match(line, at)
            if match and (days := _days(match)):
                parts.days = days
                return match.end()
    if parts.clock is None:
        for pattern in (_CLOCK, _HOUR, _FOUR_FIGURES):
            match = pattern.match(line, at)
            if match and (clock := _clock(match)):
                parts.clock = clock
                parts.american = parts.american or bool(match["half"])
                return match.end()
    else:
        match = _ZONE.match(line, at)
        if match and (end := _zone(match, parts)):
            return end
        match = _UNKNOWN_ZONE.match(line, at)
        if match:
            parts.strange_zone = True
            return match.end()
    match = _WEEKDAY.match(line, at)
    if match and parts.weekday is None and (weekday := weekday_of(match["weekday"])) is not None:
        parts.weekday = weekday
        return match.end()
    return None


def _days(match: re.Match[str]) -> tuple[Day, ...]:
    """The matched date as day first, then, if that is possible too, as month first."""
    found = match.groupdict()
    year = int(found["y"])
    if "a" in found:
        first, second = int(found["a"]), int(found["b"])
        pairs = [(second, first), (first, second)]
    else:
        pairs = [(month_of(found["month"]) if "month" in found else int(found["m"]), int(found["d"]))]
    days = []
    for month, day in pairs:
        try:
            days.append(Day(year, month, day))
        except ValueError:
            continue
    return tuple(dict.fromkeys(days))


def _clock(match: re.Match[str]) -> time | None:
    hour, minute, half = int(match["h"]), int(match["m"] or 0), (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if match.re is _CLOCK and match["colon"] == "." and not half and len(match["h"]) < 2:
        return None  # 9.30 alone may be a version or a price
    hour = hour % 12 + 12 * (half == "p") if half else hour
    second = int(match.groupdict().get("s") or 0)
    return time(hour, minute, second) if hour < 24 else None


def _zone(match: re.Match[str], parts: _Parts) -> int | None:
    if parts.zone is not None or parts.strange_zone:
        return None
    name = match["zone"].strip()
    zone = named_zone(name)
    if zone is None and not name.isalpha():
        return None
    parts.zone, parts.strange_zone = zone, zone is None
    parts.american = parts.american or name in AMERICAN
    return match.end()


def _reading(parts: _Parts) -> tuple[Day, Day | None]:
    """The reading that fits the weekday, or else American or other custom; and the other one, if still possible."""
    if len(parts.days) == 1:
        return parts.days[0], None
    by_day, by_month = parts.days
    if parts.abroad:
        return by_day, None
    if parts.weekday is not None:
        fitting = [day for day in parts.days if day.weekday() == parts.weekday]
        if len(fitting) == 1:
            return fitting[0], None
    return (by_month, by_day) if parts.american else (by_day, by_month)

"""Dates as people and formats write them, without locale or clock."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from site_gen.model.post import WrittenDate
from site_gen.text.zones import zone_label

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MOMENT = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[Tt ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([Zz]|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?"
)


def parse_moment(text: str, zone: tzinfo) -> datetime | None:
    """The moment of `2025-01-10`, `2025-01-10 14:05` or `2025-01-10T14:05:00+02:00`; without an offset it is in `zone`.

    None where the text is no such date, or names a day that does not exist.
    """
    if not (match := _MOMENT.fullmatch(text.strip())):
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    return _moment(year, month, day, hour, minute, second, offset, zone)


def parse_date(text: str, zone: tzinfo) -> WrittenDate | None:
    """As `parse_moment`, with the day as written, and whether a time of day is given."""
    moment = parse_moment(text, zone)
    if moment is None:
        return None
    if ":" not in text:
        return WrittenDate(midnight(moment.date(), zone), moment.date(), timed=False)
    return WrittenDate(in_zone(moment, zone), moment.date(), timed=True)


def _moment(
    year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None, offset: str | None,
    zone: tzinfo,
) -> datetime | None:  # fmt: skip
    if not 1 < int(year) < 9999:
        return None  # such a day has no morning or evening in some zone
    try:
        if offset is None:
            tz: tzinfo = zone
        elif offset[0] in "+-":
            digits = offset[1:].replace(":", "").ljust(4, "0")
            shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
            tz = timezone(-shift if offset[0] == "-" else shift)
        else:
            tz = UTC
        return datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=tz)
    except ValueError:
        return None


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """The same moment with `zone`'s offset as a fixed one, so that equal moments are equal values and equal bytes.

    The offset keeps the name that it has in the zone: +01:00 is BST in London and CET in Berlin.
    """
    try:
        local = moment.astimezone(zone)
    except OverflowError:
        return moment
    return local.replace(tzinfo=_fixed(local.utcoffset() or timedelta(), local.tzname() or ""), microsecond=0)


def midnight(day: date, zone: tzinfo) -> datetime:
    """The beginning of a day in a zone, with a fixed offset.

    Where summer time skips midnight, it is 00:00 by the offset of the evening before.
    """
    return in_zone(datetime(day.year, day.month, day.day, tzinfo=zone), zone)


@lru_cache(maxsize=256)
def _fixed(offset: timedelta, name: str) -> tzinfo:
    """A zone of whole minutes; some zones of the nineteenth century have seconds, which no format of ours can write."""
    return timezone(timedelta(minutes=round(offset.total_seconds() / 60)), name)


def iso(moment: datetime) -> str:
    """RFC 3339 with seconds and zone: `2025-01-10T14:05:00+00:00`."""
    return _iso(moment, moment.utcoffset())


@lru_cache(maxsize=4096)
def _iso(moment: datetime, offset: timedelta | None) -> str:
    """Cached by the offset too: the same moment in two zones compares equal, but is written differently."""
    return moment.isoformat(timespec="seconds")


def day_or_moment(moment: datetime) -> str:
    """What `<time datetime>` says: RFC 3339 as `iso`, or `2025-01-10` for a date without a time of day."""
    return iso(moment) if has_clock(moment) else moment.date().isoformat()


def has_clock(moment: datetime) -> bool:
    """Whether a moment in the site's zone has a time of day; a date without one is at midnight.

    Earlier versions dated posts from seeds without a time within the first minute of the day. News that is really
    dated 00:00 is shown without a time, which is not wrong.
    """
    return bool(moment.hour or moment.minute)


def rfc822(moment: datetime) -> str:
    """The date of RSS, with the right weekday: `Fri, 10 Jan 2025 14:05:00 +0000`."""
    sign, offset = offset_of(moment)
    return (
        f"{WEEKDAYS[moment.weekday()][:3]}, {moment.day:02d} {MONTHS[moment.month - 1][:3]} {moment.year:04d} "
        f"{moment.hour:02d}:{moment.minute:02d}:{moment.second:02d} {sign}{offset.replace(':', '')}"
    )


def offset_of(moment: datetime) -> tuple[str, str]:
    """A moment's offset from UTC as sign, hours and minutes."""
    return _offset(moment.utcoffset() or timedelta())


@lru_cache(maxsize=256)
def _offset(shift: timedelta) -> tuple[str, str]:
    minutes = round(shift.total_seconds() / 60)
    return ("-" if minutes < 0 else "+"), f"{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def day_month_year(moment: date) -> str:
    """`10 January 2025`."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def month_year(moment: date) -> str:
    """`January 2025`."""
    return f"{MONTHS[moment.month - 1]} {moment.year}"


def clock(moment: datetime) -> str:
    """`14:05 GMT`, with the zone's name or its offset from UTC; the space does not break."""
    return f"{moment.hour:02d}:{moment.minute:02d}\N{NO-BREAK SPACE}{zone_label(moment)}"


def day_and_clock(moment: datetime) -> str:
    """`10 January 2025, 14:05 GMT`, or the day alone for a date without a time of day."""
    day = day_month_year(moment)
    return f"{day}, {clock(moment)}" if has_clock(moment) else day


def near(moment: datetime, newest: datetime) -> str:
    """A date as shown on a page whose newest post is of `newest`: `14:05` on that day, `9 January` in that year.

    The page itself must name that day. Nothing depends on the current time, so the words stay true as the page ages.
    """
    if moment.date() == newest.date() and has_clock(moment):
        return f"{moment.hour:02d}:{moment.minute:02d}"
    if moment.year == newest.year:
        return f"{moment.day} {MONTHS[moment.month - 1]}"
    return day_month_year(moment)


def until(moment: datetime, now: datetime) -> str:
    """When a moment comes, for people: `14:05, in 3 h`; with the day where it is not today."""
    local = moment.astimezone(now.tzinfo)
    when = f"{local:%H:%M}" if local.date() == now.date() else f"{local:%Y-%m-%d %H:%M}"
    minutes = max(1, round((moment - now).total_seconds() / 60))
    if minutes < 90:
        wait = f"{minutes} min"
    elif minutes < 48 * 60:
        wait = f"{round(minutes / 60)} h"
    else:
        wait = f"{round(minutes / 1440)} days"
    return f"{when}, in {wait}"

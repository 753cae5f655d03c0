"""Time zones as date lines name them: `EST`, `GMT`, `UTC+2`, `+02:00`."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

# Hours from UTC. A name with several meanings has the one of English-language news: IST is India's, CST America's.
_HOURS = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "WAT": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2,
    "EET": 2, "CAT": 2, "SAST": 2, "IDT": 3, "EEST": 3, "MSK": 3, "МСК": 3,
    "EAT": 3, "TRT": 3, "GST": 4, "PKT": 5, "IST": 5.5,
    "ICT": 7, "SGT": 8, "HKT": 8, "PHT": 8, "AWST": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12,
    "NZDT": 13, "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
# Names that mean one offset in winter and another in summer.
_PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
# IANA zones for abbreviations that settings may not use, since IANA zones have their own summer time.
_CITIES = {
    "BST": "Europe/London", "WEST": "Europe/Lisbon", "WAT": "Africa/Lagos", "MEZ": "Europe/Berlin",
    "CEST": "Europe/Berlin", "MESZ": "Europe/Berlin", "CAT": "Africa/Maputo", "SAST": "Africa/Johannesburg",
    "IDT": "Asia/Jerusalem", "EEST": "Europe/Kyiv", "MSK": "Europe/Moscow", "МСК": "Europe/Moscow",
    "EAT": "Africa/Nairobi", "TRT": "Europe/Istanbul", "GST": "Asia/Dubai", "PKT": "Asia/Karachi",
    "IST": "Asia/Kolkata", "ICT": "Asia/Bangkok", "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong",
    "PHT": "Asia/Manila", "AWST": "Australia/Perth", "JST": "Asia/Tokyo", "KST": "Asia/Seoul",
    "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney", "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
    "AST": "America/Halifax", "ADT": "America/Halifax", "EDT": "America/New_York", "CST": "America/Chicago",
    "CDT": "America/Chicago", "MDT": "America/Denver", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "AKST": "America/Anchorage", "AKDT": "America/Anchorage",
}  # fmt: skip
AMERICAN = frozenset(
    ["EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AKST", "AKDT", "HST", "ET", "CT", "MT", "PT"]
)
"""Zones of the United States, where 03/04 is the fourth of March."""
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+\-−])(\d{1,2})(?::?([0-5]\d))?")


def named_zone(name: str) -> tzinfo | None:
    """The zone of a name in capitals or of an offset; None for an unknown name."""
    if name in _HOURS:
        return timezone(timedelta(hours=_HOURS[name]))
    if name in _PLACES:
        return ZoneInfo(_PLACES[name])
    match = _OFFSET.fullmatch(name)
    if match is None or int(match[2]) > 14:
        return None
    shift = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(shift if match[1] == "+" else -shift)


def zone_label(moment: datetime) -> str:
    """The usual name of a moment's zone: `GMT`, `BST`, `CEST`; `UTC+3` or `UTC+5:30` where it has none.

    A name that news in English uses for another zone is not shown: Shanghai's CST would be read as Chicago's.
    """
    return _label(moment.utcoffset() or timedelta(), moment.tzname() or "")


@lru_cache(maxsize=256)
def _label(shift: timedelta, name: str) -> str:
    if name in _HOURS and timedelta(hours=_HOURS[name]) == shift:
        return name
    minutes = round(shift.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")


def suggested_zone(name: str, names: Iterable[str]) -> str:
    """The IANA zone for an abbreviation or a city's name; "" where that is not certain."""
    if city := _CITIES.get(name.upper()) or _PLACES.get(name.upper()):
        return city
    wanted = name.strip().replace(" ", "_").lower()
    found = [zone for zone in names if wanted in (zone.lower(), zone.lower().rpartition("/")[2])]
    return min(found, key=lambda zone: (zone.count("/") != 1, zone), default="")

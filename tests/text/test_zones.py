from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.dates import in_zone
from site_gen.text.zones import _CITIES, named_zone, suggested_zone, zone_label

KNOWN = sorted(available_timezones())
WINTER, SUMMER = datetime(2026, 1, 10, 12, tzinfo=UTC), datetime(2026, 7, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [
        ("UTC", "UTC", "UTC"),
        ("Europe/London", "GMT", "BST"),
        ("Europe/Berlin", "CET", "CEST"),
        ("Europe/Kyiv", "EET", "EEST"),
        ("America/New_York", "EST", "EDT"),
        ("Asia/Tokyo", "JST", "JST"),
        ("Asia/Kolkata", "IST", "IST"),
        # Names that readers would take for another zone, and zones without one.
        ("Europe/Dublin", "GMT", "UTC+1"),
        ("Asia/Jerusalem", "UTC+2", "IDT"),
        ("Asia/Shanghai", "UTC+8", "UTC+8"),
        ("Europe/Istanbul", "UTC+3", "UTC+3"),
        ("Asia/Kathmandu", "UTC+5:45", "UTC+5:45"),
        ("America/Sao_Paulo", "UTC-3", "UTC-3"),
    ],
)
def test_a_zone_as_readers_call_it(zone: str, winter: str, summer: str) -> None:
    assert zone_label(in_zone(WINTER, ZoneInfo(zone))) == winter
    assert zone_label(in_zone(SUMMER, ZoneInfo(zone))) == summer


@given(st.datetimes(datetime(1972, 6, 1), datetime(2037, 1, 1), timezones=st.timezones()))  # noqa: DTZ001
def test_what_is_read_back_is_the_same_distance(moment: datetime) -> None:
    local = in_zone(moment, moment.tzinfo or UTC)
    again = named_zone(zone_label(local))
    assert again is not None and again.utcoffset(local) == (local.utcoffset() or timedelta())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("BST", "Europe/London"),
        ("cest", "Europe/Berlin"),
        ("PT", "America/Los_Angeles"),
        ("london", "Europe/London"),
        ("New York", "America/New_York"),
        ("EUROPE/KYIV", "Europe/Kyiv"),
        ("Europa/London", ""),
        ("", ""),
    ],
)
def test_a_zone_is_known_by_its_short_name_and_by_its_city(written: str, meant: str) -> None:
    assert suggested_zone(written, KNOWN) == meant


def test_every_city_is_a_zone() -> None:
    assert set(_CITIES.values()) <= set(KNOWN)
    assert all(ZoneInfo(city).key == city for city in _CITIES.values())

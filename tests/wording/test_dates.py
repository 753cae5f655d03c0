from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.wording import dates
from site_gen.wording.dates import MONTHS, in_zone, parse_moment, parse_written

LONDON = ZoneInfo("Europe/London")


def at(*parts: int, zone: tzinfo = UTC) -> datetime:
    year, month, day, *clock = parts
    hour, minute, second = (*clock, 0, 0, 0)[:3]
    return datetime(year, month, day, hour, minute, second, tzinfo=zone)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-01-10", at(2025, 1, 10, zone=LONDON)),
        ("2025-07-10", at(2025, 7, 9, 23)),  # summer time
        ("2025-1-9", at(2025, 1, 9)),
        ("2025-01-10 14:05", at(2025, 1, 10, 14, 5)),
        ("2025-01-10T14:05:09+02:00", at(2025, 1, 10, 12, 5, 9)),
        ("2025-01-10 14:05 Z", at(2025, 1, 10, 14, 5)),
        ("2025-01-10T14:05:09.123Z", at(2025, 1, 10, 14, 5, 9)),
        ("2025-01-10 14:05-0330", at(2025, 1, 10, 17, 35)),
        ("2025-02-30", None),
        ("2025-13-01", None),
        ("2025-01-10 25:00", None),
        ("2025-01-10 14:05+99:99", None),
        ("0000-01-01", None),
        ("10/01/2025", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_a_moment_in_figures(text: str, moment: datetime | None) -> None:
    assert parse_moment(text, LONDON) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("10 January 2025", at(2025, 1, 10)),
        ("Fri, 10 Jan 2025 14:05:00 +0000", at(2025, 1, 10, 14, 5)),
        ("Jan. 10, 2025", at(2025, 1, 10)),
        ("January 10th, 2025 at 14:05", at(2025, 1, 10, 14, 5)),
        ("3rd sept 2025", at(2025, 9, 3)),
        ("2025-01-10", at(2025, 1, 10)),
        ("31 February 2025", None),
        ("Janvier 10, 2025", None),
        ("10 Jan", None),
    ],
)
def test_a_moment_in_words(text: str, moment: datetime | None) -> None:
    assert parse_written(text, UTC) == moment


def test_months_by_name() -> None:
    assert [dates.month_number(name) for name in MONTHS] == list(range(1, 13))
    assert dates.month_number("sep") == 9
    with pytest.raises(ValueError, match="Floreal"):
        dates.month_number("Floreal")


def test_faces_of_a_moment() -> None:
    moment = in_zone(at(2025, 7, 10, 13, 5, 9), LONDON)
    assert dates.iso(moment) == "2025-07-10T14:05:09+01:00"
    assert dates.rfc822(moment) == "Thu, 10 Jul 2025 14:05:09 +0100"
    assert dates.day_month_year(moment) == "10 July 2025"
    assert dates.month_year(moment) == "July 2025"
    assert dates.clock(moment) == "14:05 UTC+01:00"
    assert dates.clock(at(2025, 1, 10, 9, 7)) == "09:07 UTC"
    assert dates.day_and_clock(at(2025, 1, 10, 0, 1)) == "10 January 2025, 00:01 UTC"
    # What was dated by its day stands at midnight, with a second of its own where a seed gave no more.
    assert dates.day_and_clock(at(2025, 1, 10)) == dates.day_and_clock(at(2025, 1, 10, 0, 0, 44)) == "10 January 2025"
    assert dates.clock(at(2025, 1, 10, 9, 7, zone=timezone(-timedelta(hours=3, minutes=30)))) == "09:07 UTC-03:30"


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(seconds=1), "12:00, in 1 min"),
        (timedelta(minutes=65), "13:05, in 65 min"),
        (timedelta(hours=3), "15:00, in 3 h"),
        (timedelta(hours=20), "2025-01-11 08:00, in 20 h"),
        (timedelta(days=3), "2025-01-13 12:00, in 3 days"),
    ],
)
def test_when_a_moment_will_come(ahead: timedelta, words: str) -> None:
    now = at(2025, 1, 10, 12)
    assert dates.until(now + ahead, now) == words


# From 1972 on, when the last offset with odd seconds was given up.
MOMENTS = st.datetimes(datetime(1972, 6, 1), datetime(9000, 1, 1), timezones=st.timezones())  # noqa: DTZ001
ZONES = st.sampled_from(["UTC", "Europe/London", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati"])


@given(MOMENTS, ZONES)
def test_a_moment_keeps_its_place_in_time_in_any_zone(moment: datetime, zone: str) -> None:
    local = in_zone(moment, ZoneInfo(zone))
    assert local.timestamp() == moment.replace(microsecond=0).timestamp()
    assert in_zone(local, ZoneInfo(zone)) == local
    assert parse_moment(dates.iso(local), UTC) == local


@given(MOMENTS)
def test_the_date_of_rss_can_be_read_back(moment: datetime) -> None:
    local = in_zone(moment, UTC)
    assert parse_written(dates.rfc822(local), UTC) == local

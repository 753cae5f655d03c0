from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text import dates
from site_gen.text.dates import day_or_moment, has_clock, in_zone, iso, midnight, parse_date, parse_moment

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


def test_faces_of_a_moment() -> None:
    moment = in_zone(at(2025, 7, 10, 13, 5, 9), LONDON)
    assert dates.iso(moment) == "2025-07-10T14:05:09+01:00"
    assert dates.rfc822(moment) == "Thu, 10 Jul 2025 14:05:09 +0100"
    assert dates.day_month_year(moment) == "10 July 2025"
    assert dates.month_year(moment) == "July 2025"
    assert dates.clock(moment) == "14:05\N{NO-BREAK SPACE}BST"
    assert dates.clock(at(2025, 1, 10, 9, 7)) == "09:07\N{NO-BREAK SPACE}UTC"
    assert dates.day_and_clock(at(2025, 1, 10, 0, 1)) == "10 January 2025, 00:01\N{NO-BREAK SPACE}UTC"
    # A date without a time of day is at midnight; that of a seed may be at a second of the first minute.
    assert dates.day_and_clock(at(2025, 1, 10)) == dates.day_and_clock(at(2025, 1, 10, 0, 0, 44)) == "10 January 2025"
    newfoundland = timezone(-timedelta(hours=3, minutes=30))
    assert dates.clock(at(2025, 1, 10, 9, 7, zone=newfoundland)) == "09:07\N{NO-BREAK SPACE}UTC-3:30"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (at(2025, 1, 10, 8, 28), "08:28"),
        (at(2025, 1, 10), "10 January"),  # dated by its day: it has no clock
        (at(2025, 1, 9, 23, 59), "9 January"),
        (at(2024, 12, 31, 23, 59), "31 December 2024"),
        (at(2025, 2, 1), "1 February"),  # a pinned story may be announced for later than the newest
    ],
)
def test_a_date_beside_newer_ones(moment: datetime, words: str) -> None:
    assert dates.near(moment, at(2025, 1, 10, 18, 5)) == words


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


def test_a_date_as_it_is_written() -> None:
    day = parse_date("2025-07-10", LONDON)
    late = parse_date("2025-07-10T23:30:00-05:00", LONDON)
    assert day is not None and late is not None
    assert (day.moment.isoformat(), day.day, day.timed) == ("2025-07-10T00:00:00+01:00", date(2025, 7, 10), False)
    assert (late.moment.isoformat(), late.day, late.timed) == ("2025-07-11T05:30:00+01:00", date(2025, 7, 10), True)
    assert parse_date("soon", LONDON) is None


def test_what_a_page_says_of_a_day_and_of_a_moment() -> None:
    assert day_or_moment(at(2025, 7, 10)) == day_or_moment(at(2025, 7, 10, 0, 0, 44)) == "2025-07-10"
    assert day_or_moment(at(2025, 7, 10, 0, 1)) == "2025-07-10T00:01:00+00:00"
    assert has_clock(at(2025, 7, 10, 14)) and not has_clock(at(2025, 7, 10))


def test_a_day_that_has_no_midnight_begins_all_the_same() -> None:
    start = midnight(date(2018, 11, 4), ZoneInfo("America/Sao_Paulo"))
    assert start.isoformat() == "2018-11-04T00:00:00-03:00"
    assert in_zone(start, ZoneInfo("America/Sao_Paulo")).isoformat() == "2018-11-04T01:00:00-02:00"  # the same moment


def test_the_same_moment_is_written_in_its_own_zone() -> None:
    moment = datetime(2026, 5, 21, 23, 0, tzinfo=UTC)
    london = moment.astimezone(ZoneInfo("Europe/London"))
    assert moment == london
    assert (iso(moment), iso(london)) == ("2026-05-21T23:00:00+00:00", "2026-05-22T00:00:00+01:00")
    assert (day_or_moment(moment), day_or_moment(london)) == ("2026-05-21T23:00:00+00:00", "2026-05-22")

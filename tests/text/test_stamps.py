from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.dates import MONTHS, in_zone, rfc822
from site_gen.text.months import month_of, weekday_of
from site_gen.text.stamps import Stamp, parse_stamp, parse_stamps, parse_written
from site_gen.text.zones import named_zone

OSLO = ZoneInfo("Europe/Oslo")


def said(text: str) -> tuple[str, str] | None:
    stamp = parse_stamp(text, OSLO)
    if stamp is None:
        return None
    return (stamp.date.isoformat(timespec="minutes") if stamp.timed else f"{stamp.date:%Y-%m-%d}"), stamp.label


@pytest.mark.parametrize(
    ("text", "date", "label"),
    [
        ("14 January 2025", "2025-01-14", ""),
        ("14 January 2025.", "2025-01-14", ""),
        ("January 14, 2025", "2025-01-14", ""),
        ("Jan. 14 2025", "2025-01-14", ""),
        ("14-Jan-2025", "2025-01-14", ""),
        ("Tuesday, 14 January 2025", "2025-01-14", ""),
        ("Tues, January 14th, 2025", "2025-01-14", ""),
        ("2025-01-14", "2025-01-14", ""),
        ("2025/01/14", "2025-01-14", ""),
        ("14/01/2025", "2025-01-14", ""),
        ("14.01.2025", "2025-01-14", ""),
        ("Published: 14 January 2025, 09:30", "2025-01-14T09:30+01:00", "published"),
        ("Published on 14 July 2025 at 9.30pm", "2025-07-14T21:30+02:00", "published"),
        ("First published at 14:05 GMT on 3 May 2025", "2025-05-03T14:05+00:00", "published"),
        ("Updated 3:45 PM EST, Jan 5 2025", "2025-01-05T15:45-05:00", "updated"),
        ("Updated 3:45 PM EDT, Tue July 8, 2025", "2025-07-08T15:45-04:00", "updated"),
        ("Last updated: 8 July 2025 (12 noon)", None, None),
        ("Jul 8, 2025 | 10 AM ET", "2025-07-08T10:00-04:00", ""),
        ("8 Jan 2025 - 10:00 am ET", "2025-01-08T10:00-05:00", ""),
        ("Date: 2025-01-14T09:30:00+02:00", "2025-01-14T09:30+02:00", "published"),
        ("2025-01-14T09:30:00Z", "2025-01-14T09:30+00:00", ""),
        ("14 Jan 2025 0930 GMT", "2025-01-14T09:30+00:00", ""),
        ("14 Jan 2025, 0930 hrs", "2025-01-14T09:30+01:00", ""),
        ("Posted 14 Jan 2025 18:20 IST", "2025-01-14T18:20+05:30", "published"),
        ("14 Jan 2025 18:20 (GMT+3)", "2025-01-14T18:20+03:00", ""),
        ("14 Jan 2025 18:20 UTC-03:30", "2025-01-14T18:20-03:30", ""),
        ("14 Jan 2025 18:20 MSK", "2025-01-14T18:20+03:00", ""),
        ("14 Jan 2025 18:20 BST", "2025-01-14T18:20+01:00", ""),
        ("14 Jan 2025 18:20 XQT", "2025-01-14", ""),  # which zone that is nobody knows, so the day alone
        ("14 Jan 2025, 18:20 local time", "2025-01-14", ""),
        ("Publié le 14 janvier 2025 à 14h30", "2025-01-14T14:30+01:00", "published"),
        ("1er août 2025", "2025-08-01", ""),
        ("Veröffentlicht am 3. März 2025, 14:30 Uhr", "2025-03-03T14:30+01:00", "published"),
        ("Dienstag, 14. Januar 2025", "2025-01-14", ""),
        ("14 de enero de 2025", "2025-01-14", ""),
        ("14 січня 2025 року", "2025-01-14", ""),
        ("Опубліковано: 14 січня 2025, 18:20", "2025-01-14T18:20+01:00", "published"),
        ("14 января 2025 г.", "2025-01-14", ""),
        ("14 stycznia 2025 r.", "2025-01-14", ""),
        ("Güncelleme: 14 Ocak 2025 18:20", "2025-01-14T18:20+01:00", "updated"),
        ("14 января 2025, 18:20 МСК", "2025-01-14T18:20+03:00", ""),
        ("14th of January 2025", "2025-01-14", ""),
        ("Date Posted: 01.14.2025 16:10", "2025-01-14T16:10+01:00", "published"),
        ("Wed Jan 15 2025 09:30:00 GMT+0100", "2025-01-15T09:30+01:00", ""),
        ("The drill of 14 January 2025", None, None),
        ("14 January 2025 to 16 January 2025", None, None),
        ("From 14 January 2025", None, None),
        ("30 February 2025", None, None),
        ("14 Floreal 2025", None, None),
        ("14 January", None, None),
        ("14 January 2025, 25:10", None, None),
        ("Page 3 of 14 January 2025", None, None),
        ("Tuesday", None, None),
        ("", None, None),
        ("1:0", None, None),
    ],
)
def test_a_line_that_dates_an_article(text: str, date: str | None, label: str | None) -> None:
    assert said(text) == (None if date is None else (date, label))


@pytest.mark.parametrize(
    ("text", "day", "other"),
    [
        ("03/04/2025", "2025-04-03", "2025-03-04"),
        ("03/04/2025 9:15 AM EST", "2025-03-04", "2025-04-03"),
        ("Thursday 03/04/2025", "2025-04-03", ""),  # the weekday speaks for the third of April
        ("Tuesday 03/04/2025", "2025-03-04", ""),
        ("Monday 03/04/2025", "2025-04-03", "2025-03-04"),
        ("04.03.2025", "2025-03-04", "2025-04-03"),
        ("Aktualisiert: 04.03.2025", "2025-03-04", ""),
        ("04/04/2025", "2025-04-04", ""),
        ("04/14/2025", "2025-04-14", ""),
    ],
)
def test_a_date_of_two_readings_says_so(text: str, day: str, other: str) -> None:
    stamp = parse_stamp(text, UTC)
    assert stamp is not None
    assert (f"{stamp.date:%Y-%m-%d}", stamp.other.isoformat() if stamp.other else "") == (day, other)


def test_a_weekday_checks_and_never_dates() -> None:
    right, wrong = parse_stamp("Tuesday, 14 January 2025", UTC), parse_stamp("Friday, 14 January 2025", UTC)
    assert right and not right.weekday_wrong
    assert wrong and wrong.weekday_wrong and wrong.date == right.date
    assert parse_stamp("Friday, January 2025", UTC) is None


def test_two_stamps_in_one_line() -> None:
    both = parse_stamps("Published 3 May 2025 | Updated 4 May 2025, 10:00", UTC)
    assert both == (
        Stamp(date=datetime(2025, 5, 3, tzinfo=UTC), label="published"),
        Stamp(date=datetime(2025, 5, 4, 10, tzinfo=UTC), timed=True, label="updated"),
    )
    assert parse_stamps("3 May 2025", UTC) == (Stamp(date=datetime(2025, 5, 3, tzinfo=UTC)),)
    assert parse_stamps("Published 3 May 2025 by the fleet", UTC) == ()
    assert parse_stamps("Updated", UTC) == ()
    glued = parse_stamps("Issued on: 14/01/2025 - 09:30Modified: 14/01/2025 - 10:00", UTC)
    assert [(stamp.label, f"{stamp.date:%d %H:%M}") for stamp in glued] == [
        ("published", "14 09:30"),
        ("updated", "14 10:00"),
    ]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_every_day_comes_back(day: date) -> None:
    month = MONTHS[day.month - 1]
    for text in (f"{day.day} {month} {day.year}", f"{month[:3]} {day.day}, {day.year}", f"{day}"):
        stamp = parse_stamp(text, UTC)
        assert stamp is not None
        assert stamp.date.date() == day and not stamp.timed


@given(st.text(alphabet="0123456789:/.-+ ,TZapmJanuaryEST()|", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    parse_stamp(text, OSLO)
    parse_stamps(text, OSLO)


@pytest.mark.parametrize(
    ("text", "moment", "timed"),
    [
        ("10 January 2025", "2025-01-10T00:00:00+01:00", False),
        ("Fri, 10 Jan 2025 14:05:00 +0000", "2025-01-10T15:05:00+01:00", True),
        ("January 10th, 2025 at 14:05", "2025-01-10T14:05:00+01:00", True),
        ("3rd sept 2025", "2025-09-03T00:00:00+02:00", False),
        ("2025-01-10T14:05Z", "2025-01-10T15:05:00+01:00", True),
        ("2025-01-10", "2025-01-10T00:00:00+01:00", False),
        ("31 February 2025", None, False),
        ("Floreal 10, 2025", None, False),
        ("10 Jan", None, False),
        ("03/04/2025", None, False),  # two readings
        ("Thu, 10 Jan 2025", None, False),  # it was a Friday
        ("10 Jan 2025 14:05 XQT", None, False),
    ],
)
def test_a_date_that_an_editor_wrote(text: str, moment: str | None, timed: bool) -> None:
    date = parse_written(text, OSLO)
    assert (date.moment.isoformat() if date else None, date is not None and date.timed) == (moment, timed)


@given(st.datetimes(datetime(1972, 6, 1), datetime(2099, 1, 1), timezones=st.timezones()))  # noqa: DTZ001
def test_the_date_of_rss_can_be_read_back(moment: datetime) -> None:
    local = in_zone(moment, UTC)
    date = parse_written(rfc822(local), UTC)
    assert date is not None and date.moment == local


def test_months_and_weekdays_by_name() -> None:
    assert [month_of(name) for name in MONTHS] == list(range(1, 13))
    assert [month_of(name) for name in ("Sept.", "août", "MÄRZ", "січня", "Мая", "lipca", "Şubat", "Floreal")] == [
        9, 8, 3, 1, 5, 7, 2, 0,
    ]  # fmt: skip
    assert [weekday_of(name) for name in ("Mon", "vendredi", "п'ятниця", "Tag")] == [0, 4, 4, None]


def test_zones_by_name() -> None:
    noon = datetime(2025, 7, 1, 12, tzinfo=UTC)
    hours = {name: noon.astimezone(named_zone(name)).hour for name in ("EST", "ET", "MSK", "UTC+2", "+0200", "−05:00")}
    assert hours == {"EST": 7, "ET": 8, "MSK": 15, "UTC+2": 14, "+0200": 14, "−05:00": 7}
    assert named_zone("XQT") is named_zone("+25") is named_zone("") is None

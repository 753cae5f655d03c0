from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.post import Entry, PageEntry
from site_gen.parsing.oddities import early_dates, oddities
from site_gen.parsing.post import read_page, read_post
from tests.support import entry, post

DATE = "2026-01-05T09:00:00+00:00"


def odd(body: str = "Text.\n", date: str = DATE, **front: Any) -> list[str]:
    read = read_post("content/posts/a.md", post("A", date, body, **front).encode(), UTC, raw_html=False).value
    assert isinstance(read, Entry), read
    return [problem.what for problem in oddities(read)]


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ({"updated": "2026-01-04"}, "'updated' is before the post's date: it says 4 January 2026"),
        ({"updated": "2026-01-05 08:59"}, "'updated' is before the post's date"),
        ({"corrections": [{"date": "2025-01-05", "text": "It was wrong."}]}, "A correction is dated 5 January 2025"),
        ({"expires": "2026-01-05"}, "The post expires on 5 January 2026"),
        ({"body": " \n\n"}, "The text is empty"),
    ],
)
def test_what_is_odd_about_a_post(front: dict[str, Any], words: str) -> None:
    [said] = odd(**front)
    assert said.startswith(words)


@pytest.mark.parametrize(
    "front",
    [
        {},
        {"updated": "2026-01-05"},  # a day alone: later on that day
        {"updated": "2026-01-05 09:00"},
        {"corrections": [{"date": "2026-01-05", "text": "It was wrong."}]},
        {"expires": "2026-01-05 09:01"},
        {"date": "2026-01-05", "updated": "2026-01-05 00:01"},
        {"updated": "2020-01-01", "body": "", "draft": True},  # not done yet
    ],
)
def test_what_is_not_odd(front: dict[str, Any]) -> None:
    assert odd(**front) == []


def test_an_empty_standing_page_is_odd() -> None:
    page = read_page("content/pages/a.md", "/a/", b"---\ntitle: A\n---\n", UTC, raw_html=False).value
    assert isinstance(page, PageEntry)
    assert [problem.what for problem in oddities(page)] == ["The text is empty: readers get only a headline."]


@given(st.timedeltas(timedelta(days=-9), timedelta(days=9)), st.timedeltas(timedelta(days=-9), timedelta(days=9)))
def test_a_date_to_come_is_said_until_it_has_come(updated: timedelta, corrected: timedelta) -> None:
    now = datetime(2026, 6, 1, 12, tzinfo=UTC)
    moments = (now + updated, now + corrected)
    read = entry(
        "a",
        "A",
        "2026-01-05",
        updated=moments[0].isoformat(timespec="seconds"),
        corrections=[{"date": moments[1].isoformat(timespec="seconds"), "text": "x"}],
    )
    written = {moment.replace(microsecond=0) for moment in moments}
    found = list(early_dates(read, now))
    assert {moment for moment, _ in found} == {moment for moment in written if moment > now}
    assert {problem.keys for _, problem in found} <= {("updated",), ("corrections", 0, "date")}
    assert list(early_dates(read, max((moment for moment, _ in found), default=now))) == []


def test_a_scheduled_post_may_be_corrected_later() -> None:
    read = entry("a", "A", "2026-06-10T09:00:00+00:00", updated="2026-06-11")
    assert list(early_dates(read, datetime(2026, 6, 1, tzinfo=UTC))) == []

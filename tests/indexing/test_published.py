from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.indexing.published import Include, is_shown, newest_first, withheld_reason
from site_gen.model.post import Entry
from site_gen.parsing.post import read_post
from tests.support import NOON, entry, post

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ({"date": NOON - HOUR}, None),
        ({"date": NOON}, None),
        ({"date": NOON + HOUR}, "scheduled"),
        ({"date": NOON - HOUR, "expires": NOON + HOUR}, None),
        ({"date": NOON - HOUR, "expires": NOON}, "expired"),
        ({"date": NOON + HOUR, "expires": NOON - HOUR}, "expired"),
        ({"date": NOON - HOUR, "draft": True}, "draft"),
        ({"date": NOON + HOUR, "draft": True, "expires": NOON - HOUR}, "draft"),
    ],
)
def test_why_a_post_is_held(front: dict[str, object], reason: str | None) -> None:
    said = {key: str(value) if key != "draft" else value for key, value in front.items()}
    held = withheld_reason(entry("a", "A", **said), NOON)  # type: ignore[arg-type]
    assert (held[0] if held else None) == reason
    assert held is None or (held[1] == NOON + HOUR) == (reason == "scheduled")


@pytest.mark.parametrize(
    ("zone", "begins"), [("UTC", "2026-03-01T00:00Z"), ("Pacific/Kiritimati", "2026-02-28T10:00Z")]
)
def test_a_post_without_a_time_is_published_when_its_day_begins_in_the_sites_zone(zone: str, begins: str) -> None:
    read = read_post("content/posts/a.md", post("A", "2026-03-01").encode(), ZoneInfo(zone), raw_html=False).value
    assert isinstance(read, Entry)
    midnight = datetime.fromisoformat(begins)
    assert withheld_reason(read, midnight) is None
    assert withheld_reason(read, midnight - timedelta(seconds=1)) == ("scheduled", midnight)


def test_what_a_preview_shows() -> None:
    assert not any(is_shown(reason, Include()) for reason in ("draft", "scheduled", "expired"))
    every = Include(drafts=True, future=True)
    assert [is_shown(reason, every) for reason in ("draft", "scheduled", "expired")] == [True, True, False]
    assert is_shown("draft", Include(drafts=True)) and not is_shown("scheduled", Include(drafts=True))


def test_the_order_is_total() -> None:
    entries = (entry("b", "B"), entry("a", "A"), entry("old", "O", "2025-01-01"), entry("new", "N", "2026-05-01"))
    names = [one.front.title for one in newest_first(entries)]
    assert names == ["N", "A", "B", "O"]
    assert names == [one.front.title for one in newest_first(tuple(reversed(entries)))]


DATES = st.sampled_from(["2026-01-05", "2026-01-05T00:00:44+00:00", "2026-01-05T09:00:00+00:00", "2026-01-06"])


@given(st.lists(DATES, max_size=12), st.randoms(use_true_random=False))
def test_the_order_is_the_same_whatever_the_files_were_read_in(dates: list[str], chance: Random) -> None:
    entries = [entry(f"p{number:02}", f"P{number}", date) for number, date in enumerate(dates)]
    shuffled = chance.sample(entries, len(entries))
    order = newest_first(tuple(shuffled))
    assert order == newest_first(tuple(entries))
    assert [one.date for one in order] == sorted((one.date for one in entries), reverse=True)
    assert all(a.source.path < b.source.path for a, b in pairwise(order) if a.date == b.date)

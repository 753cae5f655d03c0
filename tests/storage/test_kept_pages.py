"""Kept values of pages: what is given back is what was put, in the site's zone, or nothing."""

import json
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.indexing.index import index
from site_gen.indexing.published import Include
from site_gen.model.feed import FeedView
from site_gen.model.page import PostView, StandingView, TermView, TextView
from site_gen.model.post import PageEntry, TagEntry
from site_gen.model.settings import FeedSettings, PlainSettings, Settings
from site_gen.model.site_files import NotFoundView
from site_gen.outdated import Fingerprints
from site_gen.pages.bodies import bodies_of
from site_gen.pages.plan import plan
from site_gen.parsing.post import read_page, read_tag_text
from site_gen.storage.kept_pages import KeptPages, drop_kept_pages
from tests.support import NOON, entry, site_of

ZONE = ZoneInfo("America/New_York")
KEY = b"k" * 16
ZONED: dict[str, Any] = {"timezone": "America/New_York", "plain": PlainSettings(markdown=True)}
VIEWS = {PostView, TextView, FeedView, StandingView, NotFoundView, TermView}
DATES = st.sampled_from(["2026-01-05", "2026-03-08 02:30", "2025-11-02 01:30", "2025-12-31T20:00:00-05:00"])


@given(DATES, st.sampled_from([{}, {"n": 1, "m": [1.5, None, {"a": True}]}]), st.sampled_from(["", "A story"]))
def test_every_page_that_shows_a_text_is_given_back(date: str, extra: dict[str, Any], thread: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = KeptPages(Path(folder))
        _given_back(kept, date, extra, thread)


def _given_back(kept: KeptPages, date: str, extra: dict[str, Any], thread: str) -> None:
    posts = tuple(entry(name, name, date, tags=["x"], extra=extra, thread=thread) for name in "ab")
    front = json.dumps({"title": "T", "updated": date, "extra": extra})
    site = Settings(title="T", **ZONED, feeds=FeedSettings(items=2, content="full"))
    indexed = index(posts, (text_of("about", front), text_of("404", front)), (tag_text(),), site, NOON, Include())
    planned, _ = plan(indexed.site)
    shown = [page for page in planned.pages if bodies_of(page)]
    assert {type(page.view) for page in shown} == VIEWS
    for page in shown:
        kept.put(KEY, page)
        given_back = kept.get(KEY, ZONE)
        assert given_back == page
        assert given_back is not None and _moments(given_back) == _moments(page)
        assert Fingerprints().value(given_back) == Fingerprints().value(page)


def text_of(name: str, front: str) -> PageEntry:
    """A standing page with this front matter."""
    read = read_page(f"content/pages/{name}.md", f"/{name}/", f"---\n{front}\n---\nText.\n".encode(), ZONE, False)
    assert read.value is not None, read.problems
    return read.value


def tag_text() -> TagEntry:
    read = read_tag_text("content/tags/x.md", "x", b"---\nsummary: Of x.\n---\nText.\n", ZONE, False).value
    assert read is not None
    return read


def _moments(value: Any) -> list[str]:
    """Every moment with its zone and the zone's name."""
    if isinstance(value, datetime):
        return [f"{value.isoformat()} {value.tzname()}"]
    if isinstance(value, tuple):
        return [text for one in value for text in _moments(one)]
    return [text for name in getattr(value, "__struct_fields__", ()) for text in _moments(getattr(value, name))]


def test_a_moment_that_the_zone_writes_otherwise_is_not_given_back(tmp_path: Path) -> None:
    planned, _ = plan(site_of(entry("a", "A"), **ZONED))
    page, kept = planned.pages[0], KeptPages(tmp_path)
    kept.put(KEY, page)
    assert kept.get(KEY, ZONE) == page
    assert kept.get(KEY, ZoneInfo("Asia/Tokyo")) is None
    view: Any = page.view
    odd = replace(page, view=replace(view, post=replace(view.post, date=datetime(1850, 1, 1, tzinfo=ZONE))))
    kept.put(KEY, odd)
    assert kept.get(KEY, ZONE) is None
    assert kept.get(b"n" * 16, ZONE) is None


def test_kept_pages_are_those_of_one_version_and_go_together(tmp_path: Path) -> None:
    page = plan(site_of(entry("a", "A"), **ZONED))[0].pages[0]
    kept = KeptPages(tmp_path)
    assert not kept.exist
    kept.put(KEY, page)
    again = KeptPages(tmp_path)
    assert again.exist and again.get(KEY, ZONE) == page
    assert not again.is_crowded() and not again.is_crowded(1)
    again.tidy()
    drop_kept_pages(tmp_path)
    assert not KeptPages(tmp_path).exist

import json
from typing import Any

from markupsafe import Markup

from site_gen.model.feed import FeedView
from site_gen.pages.feed import feeds
from site_gen.theming.contract import Content, RenderedItem
from site_gen.theming.jsonfeed import json_feed
from tests.support import entry, picture_source, png, site_of
from tests.theming.test_render import SITE


def test_a_feed_as_json() -> None:
    front: dict[str, Any] = {
        "authors": ["A. Writer"],
        "tags": ["Iran"],
        "updated": "2026-02-01T00:00:37+00:00",
        "summary": "Short.",
    }
    site = site_of(
        entry("a", "A", **front, image={"src": "/a.png", "alt": "x", "credit": "c"}),
        entry("b", "B"),
        pictures=(picture_source("static/a.png", png()),),
    )
    page = list(feeds(site))[2]
    assert isinstance(page.view, FeedView)
    items = tuple(
        RenderedItem(item.post, None if at else Content(Markup("<p>x"), 1, 1), item.post.summary)
        for at, item in enumerate(page.view.items)
    )
    made = json_feed(SITE, page.info, page.view, items)
    feed = json.loads(made)
    assert made.endswith(b"\n")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["home_page_url"], feed["feed_url"]) == ("https://example.org/", "https://example.org/feed.json")
    first, second = feed["items"]
    assert first == {
        "id": "https://example.org/2026/01/a/",
        "url": "https://example.org/2026/01/a/",
        "title": "A",
        "content_html": "<p>x",
        "summary": "Short.",
        "date_published": "2026-01-05T09:00:00+00:00",
        "date_modified": "2026-02-01T00:00:37+00:00",
        "authors": [{"name": "A. Writer"}],
        "tags": ["Iran"],
        "image": "https://example.org/a.png",
    }
    assert second["content_text"] == "A short text."


def test_an_item_in_another_language_says_so() -> None:
    page = list(feeds(site_of(entry("a", "A"), entry("b", "Б", language="uk"))))[2]
    assert isinstance(page.view, FeedView)
    items = tuple(RenderedItem(item.post, None, item.post.summary) for item in page.view.items)
    feed = json.loads(json_feed(SITE, page.info, page.view, items))
    assert feed["language"] == "en" and [item.get("language") for item in feed["items"]] == [None, "uk"]

from site_gen.model.page import FeedView
from site_gen.model.settings import FeedSettings
from site_gen.pages.feed import feed_links, feeds
from tests.support import entry, site_of

ENTRIES = [
    entry(str(n), str(n), f"2026-01-{n + 1:02}", tags=["x"] if n % 2 else [], updated="2026-03-01") for n in range(5)
]


def test_three_feeds_for_the_site_and_each_tag() -> None:
    site = site_of(*ENTRIES, title="Notes", feeds=FeedSettings(items=2))
    pages = list(feeds(site))
    names = ("feed.xml", "atom.xml", "feed.json")
    assert [page.path for page in pages] == [*names, *(f"tags/x/{name}" for name in names)]
    assert [page.template for page in pages[:3]] == ["rss.xml", "atom.xml", "feed.json"]
    whole, tag = pages[0].view, pages[3].view
    assert isinstance(whole, FeedView) and isinstance(tag, FeedView)
    assert [item.post.title for item in whole.items] == ["4", "3"]
    assert [item.post.title for item in tag.items] == ["3", "1"]
    assert (whole.title, tag.title, tag.home) == ("Notes", "x · Notes", "/tags/x/")
    assert whole.updated == site.posts[0].card.updated
    assert all(item.body is not None for item in whole.items)


def test_feeds_may_hold_summaries_alone() -> None:
    for page in feeds(site_of(*ENTRIES, feeds=FeedSettings(content="summary"))):
        assert isinstance(page.view, FeedView)
        assert all(item.body is None for item in page.view.items)


def test_a_feed_of_nothing() -> None:
    first, *_ = feeds(site_of())
    assert isinstance(first.view, FeedView)
    assert (first.view.updated, first.view.items) == (None, ())


def test_links_for_autodiscovery_name_the_addresses_of_the_pages() -> None:
    for formats in (("rss", "atom", "json"), ("atom",), ()):
        site = site_of(*ENTRIES, feeds=FeedSettings(formats=formats))
        made = {page.info.url for page in feeds(site)}
        assert {link.url for home in ("/", "/tags/x/") for link in feed_links(home, "T", site.settings)} == made
        assert len(made) == 2 * len(formats)

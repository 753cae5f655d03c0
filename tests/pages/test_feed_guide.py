from site_gen.model.feed import FeedsView
from site_gen.model.settings import FeedSettings
from site_gen.pages.feed import feeds
from site_gen.pages.feed_guide import feed_guide
from tests.support import entry, site_of

POSTS = [entry(str(n), str(n), tags=["b", "A"], thread="Talks") for n in range(2)]


def test_the_page_names_every_feed_once() -> None:
    for formats in (("rss", "atom", "json"), ("atom",)):
        site = site_of(*POSTS, feeds=FeedSettings(formats=formats), tag_minimum=1)
        (page,) = feed_guide(site, tuple(feeds(site)))
        assert isinstance(page.view, FeedsView)
        named = [feed.url for feed in page.view.main]
        named += [feed.url for group in page.view.groups for feed in group.feeds]
        assert sorted(named) == sorted(made.info.url for made in feeds(site))
        assert [group.title for group in page.view.groups] == ["Corrections", "Talks", "A", "B"]
        assert [group.kind for group in page.view.groups] == ["", "thread", "topic", "topic"]
        assert page.view.kinds == ("", "thread", "topic")


def test_without_feeds_there_is_no_page() -> None:
    assert list(feed_guide(site_of(*POSTS, feeds=FeedSettings(formats=())), ())) == []

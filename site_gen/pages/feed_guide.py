"""A page that tells people what feeds are, and lists them all."""

from collections.abc import Iterable

from site_gen.model.feed import FeedGroup, FeedsView
from site_gen.model.page import Page, PageInfo
from site_gen.model.site import Site
from site_gen.pages.feed import feed_links
from site_gen.pages.notices import CORRECTIONS

FEEDS = "/feeds/"


def feed_guide(site: Site) -> Iterable[Page]:
    """`feeds.html`."""
    settings = site.settings
    if not settings.feeds.formats:
        return
    groups = [("Corrections", CORRECTIONS)]
    groups += [(thread.name, thread.url) for thread in site.threads]
    groups += sorted(((term.ref.name, term.ref.url) for term in site.terms), key=lambda pair: pair[0].casefold())
    yield Page(
        path="feeds/index.html",
        template="feeds.html",
        info=PageInfo(
            url=FEEDS,
            title="Feeds",
            kind="feeds",
            description=f"Follow {settings.title}, or any of its subjects, in a feed reader.",
        ),
        view=FeedsView(
            main=feed_links("/", settings.title, settings),
            groups=tuple(FeedGroup(title, url, feed_links(url, title, settings)) for title, url in groups),
        ),
        source="the page about feeds",
    )

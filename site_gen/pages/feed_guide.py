"""The page that explains feeds, and lists them all."""

from collections.abc import Iterable, Sequence

from site_gen.model.feed import FeedGroup, FeedsView
from site_gen.model.listing import Listing
from site_gen.model.page import Page, PageInfo
from site_gen.model.post import TERM_KINDS
from site_gen.model.site import Site
from site_gen.model.site_files import Location
from site_gen.pages.feed import feed_links
from site_gen.pages.language import strings
from site_gen.text.alphabet import alphabetical
from site_gen.urls import path_of

FEEDS = "/feeds/"
_RANK = {kind: rank for rank, kind in enumerate(("", "thread", *TERM_KINDS))}


def feed_guide(site: Site, pages: Sequence[Page]) -> Iterable[Page]:
    """`feeds.html`."""
    settings = site.settings
    if not settings.feeds.formats:
        return
    url = site.prefix + FEEDS
    groups = _groups(page for page in pages if page.info.language == site.edition)
    catalog = strings(site)
    yield Page(
        path=path_of(url),
        template="feeds.html",
        info=PageInfo(
            url=url,
            title=catalog.gettext("Feeds"),
            kind="feeds",
            description=catalog.said("Follow %(site)s, or any of its subjects, in a feed reader.", site=settings.title),
        ),
        view=FeedsView(
            main=feed_links(f"{site.prefix}/", settings.title, settings),
            groups=groups,
            kinds=tuple(dict.fromkeys(group.kind for group in groups)),
        ),
        source="the page about feeds",
        listing=Listing(location=Location(url, None)),
    )


def _groups(pages: Iterable[Page]) -> tuple[FeedGroup, ...]:
    """Everything with feeds except the site itself: corrections, threads, then tags by kind, and each by name."""
    groups = {page.listing.feeds.url: page.listing.feeds for page in pages if page.listing.feeds is not None}
    return tuple(sorted(groups.values(), key=lambda one: (_RANK.get(one.kind, len(_RANK)), alphabetical(one.title))))

"""A page that tells people what feeds are, and lists them all."""

from collections.abc import Iterable, Iterator

from site_gen.model.feed import FeedGroup, FeedsView
from site_gen.model.page import Page, PageInfo
from site_gen.model.post import TERM_KINDS
from site_gen.model.site import Site
from site_gen.pages.feed import feed_links
from site_gen.pages.notices import CORRECTIONS
from site_gen.pages.thin_tags import full_tags
from site_gen.wording.alphabet import alphabetical

FEEDS = "/feeds/"


def feed_guide(site: Site) -> Iterable[Page]:
    """`feeds.html`."""
    settings = site.settings
    if not settings.feeds.formats:
        return
    groups = tuple(
        FeedGroup(title, url, feed_links(url, title, settings), kind) for kind, title, url in _subjects(site)
    )
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
            groups=groups,
            kinds=tuple(dict.fromkeys(group.kind for group in groups)),
        ),
        source="the page about feeds",
    )


def _subjects(site: Site) -> Iterator[tuple[str, str, str]]:
    """Kind, title and address of all that has feeds besides the site itself, as the page lists them."""
    yield "", "Corrections", CORRECTIONS
    yield from (("thread", one.name, one.url) for one in sorted(site.threads, key=lambda one: alphabetical(one.name)))
    terms = sorted(full_tags(site), key=lambda term: alphabetical(term.ref.name))
    for kind in TERM_KINDS:
        yield from ((kind, term.ref.name, term.ref.url) for term in terms if term.ref.kind == kind)

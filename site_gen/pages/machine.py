"""What machines and the lost ask for: sitemap, robots.txt, 404."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from site_gen.model.machine import BareView, Location, NotFoundView, SitemapIndexView, SitemapView
from site_gen.model.page import Page, PageInfo
from site_gen.model.post import Card, PageEntry, Post
from site_gen.model.site import Site
from site_gen.pages.feed_guide import FEEDS
from site_gen.pages.notices import CORRECTIONS
from site_gen.pages.thin_tags import full_tags

MOST_LOCATIONS = 45_000  # the protocol's limit is 50,000 and 50 MB a file (https://www.sitemaps.org/protocol.html)


def machine(site: Site) -> Iterable[Page]:
    """`404.html`, and the sitemap in as many parts as it needs."""
    yield _not_found(site.page_404)
    yield from _sitemaps(tuple(locations(site)))


def _not_found(own: PageEntry | None) -> Page:
    """`404.html`, with the site's own title and text where it has them."""
    title, about = (own.front.title, own.excerpt) if own else ("Page not found", "")
    return Page(
        path="404.html",
        template="404.html",
        info=PageInfo(url="/404.html", title=title, kind="404", description=about, index=False),
        view=NotFoundView(title=own.front.title, body=own.body) if own else NotFoundView(),
        source=own.source.path if own else "the 404 page",
    )


def robots(site: Site) -> Iterable[Page]:
    """`robots.txt`, which names the sitemaps."""
    yield Page(
        path="robots.txt",
        template="robots.txt",
        info=PageInfo(url="/robots.txt", title="robots.txt", kind="robots"),
        view=BareView(),
        source="robots.txt",
    )


def locations(site: Site) -> Iterator[Location]:
    """Every address worth a visit, with the time its content last moved.

    The further pages of lists are not: what stands on them moves on with every post, and each post is named itself.
    """
    size, newest = site.settings.page_size, site.newest
    pinned_first = sorted(site.cards, key=lambda card: not card.pinned)
    yield Location("/", _moved(pinned_first[:size]))
    yield from map(_of_post, site.posts)
    yield from (Location(page.url, page.front.updated) for page in site.standing)
    yield from (Location(thread.url, _moved(thread.posts)) for thread in site.threads)
    yield from _generated(site)
    yield Location("/tags/", newest)
    yield from (Location(term.ref.url, _moved(term.posts[:size])) for term in full_tags(site))
    yield Location("/archive/", newest)
    if site.settings.coverage:
        yield Location("/coverage/", newest)
    if site.settings.search != "none":
        yield Location("/search/", None)
    for year in site.years:
        yield Location(year.url, _moved([card for month in year.months for card in month.posts]))
        yield from (Location(month.url, _moved(month.posts)) for month in year.months)


def _generated(site: Site) -> Iterator[Location]:
    """Pages in whose place a standing page may stand, which is named already."""
    own = {page.url for page in site.standing}
    latest = max((one.date for post in site.posts for one in post.corrections), default=None)
    generated = [Location(CORRECTIONS, latest)] + [Location(FEEDS, None)] * bool(site.settings.feeds.formats)
    return (location for location in generated if location.url not in own)


def _of_post(post: Post) -> Location:
    """A post with the pictures that it shows."""
    shown = (post.card.image, *post.body.pictures) if post.card.image else post.body.pictures
    return Location(post.card.url, post.card.updated or post.card.date, tuple(dict.fromkeys(one.src for one in shown)))


def _moved(cards: Sequence[Card]) -> datetime | None:
    return max([card.updated or card.date for card in cards], default=None)


def _sitemaps(all_locations: tuple[Location, ...]) -> Iterator[Page]:
    if len(all_locations) <= MOST_LOCATIONS:
        yield _sitemap("sitemap.xml", all_locations)
        return
    parts = []
    for number, start in enumerate(range(0, len(all_locations), MOST_LOCATIONS), 1):
        part = all_locations[start : start + MOST_LOCATIONS]
        page = _sitemap(f"sitemap-{number}.xml", part)
        parts.append(Location(page.info.url, max((one.modified for one in part if one.modified), default=None)))
        yield page
    yield Page(
        path="sitemap.xml",
        template="sitemapindex.xml",
        info=PageInfo(url="/sitemap.xml", title="Sitemap", kind="sitemap"),
        view=SitemapIndexView(parts=tuple(parts)),
        source="the sitemap",
    )


def _sitemap(name: str, part: tuple[Location, ...]) -> Page:
    return Page(
        path=name,
        template="sitemap.xml",
        info=PageInfo(url=f"/{name}", title="Sitemap", kind="sitemap"),
        view=SitemapView(locations=part),
        source="the sitemap",
    )

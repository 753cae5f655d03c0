"""The sitemap, made from all other pages, and `robots.txt`, which names it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from msgspec.structs import replace

from site_gen.model.page import Page, PageInfo
from site_gen.model.site import Site
from site_gen.model.site_files import BareView, Location, SitemapIndexView, SitemapView
from site_gen.urls import address_of

MOST_LOCATIONS = 45_000  # the protocol's limit is 50,000 and 50 MB a file (https://www.sitemaps.org/protocol.html)
# The kinds of pages that come first, in this order; others follow as they are made.
_ORDER = ("home", "post", "page", "thread", "corrections", "feeds", "tags", "tag", "archive", "coverage", "search")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


def sitemap(site: Site, pages: Sequence[Page]) -> Iterable[Page]:
    """`sitemap.xml`, in as many parts as it needs."""
    yield from _sitemaps(tuple(_locations(pages)))


def robots(site: Site) -> Iterable[Page]:
    """`robots.txt`, which names the sitemaps."""
    yield Page(
        path="robots.txt",
        template="robots.txt",
        info=PageInfo(url="/robots.txt", title="robots.txt", kind="robots"),
        view=BareView(),
        source="robots.txt",
    )


def _locations(pages: Iterable[Page]) -> list[Location]:
    """The locations of all pages that are listed in the sitemap.

    The further pages of lists are not: their content changes with every post, and each post is listed itself.
    """
    listed = [page for page in pages if page.listing.location is not None]
    runs = [(_RANK.get(kind, len(_RANK)), list(run)) for kind, run in groupby(listed, key=attrgetter("info.kind"))]
    runs.sort(key=itemgetter(0))
    return [_location(page, page.listing.location) for _, run in runs for page in run if page.listing.location]


def _location(page: Page, location: Location) -> Location:
    translations = page.info.translations
    return replace(location, translations=translations) if translations else location


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
        info=PageInfo(url=address_of(name), title="Sitemap", kind="sitemap"),
        view=SitemapView(locations=part, translated=any(one.translations for one in part)),
        source="the sitemap",
    )

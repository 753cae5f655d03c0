"""Which addresses a site publishes: those of pages, feeds and static files, and of what each is."""

import re
from collections.abc import Iterable, Mapping

from site_gen.hosting.headers import ASSETS, PRIVATE
from site_gen.model.feed import FeedView
from site_gen.model.page import Page
from site_gen.model.published import PublishedAddress
from site_gen.pages.feed import FEED_FILES
from site_gen.pages.redirect import ALIAS
from site_gen.parsing.redirects import REDIRECTS
from site_gen.urls import address_of

FEED, FILE, REDIRECT = "feed", "file", "redirect"
_NAMED = re.compile(r"the (?:tag|thread) '(.*)'", re.DOTALL)
_NOT_FOUND = "404"


def published(
    pages: Iterable[Page], files: Iterable[str], day: str, seeds: Mapping[str, str]
) -> tuple[PublishedAddress, ...]:
    """The addresses of these pages and static files, published on a day; `seeds` are those of posts, by file.

    What pages load (pictures, cards, stylesheets), sitemaps and copies in Markdown are not among them.
    """
    found = [_of(page, day, seeds) for page in pages if _is_for_readers(page)]
    found += [PublishedAddress(address_of(path), FILE, f"static/{path}", day) for path in files if _is_public(path)]
    return tuple(sorted(found))


def _is_for_readers(page: Page) -> bool:
    return page.path.endswith((".html", *FEED_FILES)) and page.info.kind != _NOT_FOUND


def _is_public(path: str) -> bool:
    """Whether a static file has an address of its own: it is no file for hosts, and is not loaded under a digest."""
    hidden = any(part.startswith(".") for part in path.split("/"))
    return not hidden and path.rpartition("/")[2] not in PRIVATE and not f"/{path}".startswith(ASSETS)


def _of(page: Page, day: str, seeds: Mapping[str, str]) -> PublishedAddress:
    source = page.source.removeprefix(ALIAS)
    if isinstance(page.view, FeedView):
        of = page.view.home
    elif named := _NAMED.fullmatch(source):
        of = named[1]
    else:
        of = source if source.startswith("content/") or source == REDIRECTS else ""
    return PublishedAddress(address_of(page.path), page.info.kind, of, day, seeds.get(of, ""))

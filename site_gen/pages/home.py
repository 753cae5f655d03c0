"""The front page and the pages that follow it."""

from collections.abc import Iterable

from site_gen.model.page import HomeView, Page, PageInfo
from site_gen.model.site import Site
from site_gen.pages.listing import file_of, slices

_TERMS = 12


def home(site: Site) -> Iterable[Page]:
    """`home.html`: all posts, newest first; pinned ones lead."""
    cards = sorted(site.cards, key=lambda card: not card.pinned)
    terms = tuple(term.ref for term in sorted(site.terms, key=lambda term: (-len(term.posts), term.ref.name))[:_TERMS])
    for url, pager, shown in slices("/", cards, site.settings.page_size):
        title = site.settings.title if pager.number == 1 else f"Page {pager.number}"
        yield Page(
            path=file_of(url),
            template="home.html",
            info=PageInfo(url=url, title=title, kind="home", description=site.settings.tagline),
            view=HomeView(posts=shown, pager=pager, terms=terms if pager.number == 1 else ()),
            source="the home page",
        )

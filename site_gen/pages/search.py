"""The search page, and the records of posts from which its index is made."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from site_gen.model.listing import Listing
from site_gen.model.lists import TermCount
from site_gen.model.page import Link, Page, PageInfo, SearchView
from site_gen.model.post import TERM_KINDS, Body, Card
from site_gen.model.site import Site
from site_gen.model.site_files import Location
from site_gen.pages.language import strings
from site_gen.urls import path_of

INDEX = "/search/pagefind/"
_TERMS = 24


class Record(Struct, frozen=True):
    """A post for the search index: the path of its page, its card to show and to filter by, its text."""

    path: str
    card: Card
    body: Body


def search(site: Site) -> Iterable[Page]:
    """`search.html`, if the settings ask for it."""
    if site.settings.search == "none":
        return
    url = f"{site.prefix}/search/"
    terms = sorted(site.terms, key=lambda term: (-len(term.posts), term.ref.slug))[:_TERMS]
    kinds = {term.ref.kind for term in site.terms}
    catalog = strings(site)
    yield Page(
        path=path_of(url),
        template="search.html",
        info=PageInfo(
            url=url,
            title=catalog.gettext("Search"),
            kind="search",
            description=catalog.said("Search %(site)s.", site=site.settings.title),
        ),
        view=SearchView(
            index=index_of(site) if has_index(site) else "",
            kinds=tuple(kind for kind in TERM_KINDS if kind in kinds),
            terms=tuple(TermCount(term.ref, len(term.posts)) for term in terms),
            years=tuple(Link(str(year.number), year.url) for year in site.years),
        ),
        source="the search page",
        listing=Listing(location=Location(url, None)),
    )


def has_index(site: Site) -> bool:
    """Whether texts of an edition can be searched: Pagefind makes no index of nothing."""
    return site.settings.search == "pagefind" and bool(site.posts)


def index_of(site: Site) -> str:
    """The address of the folder of an edition's index."""
    return site.prefix + INDEX


def records(site: Site) -> Iterator[Record]:
    """The records of all published posts of an edition; lists and standing pages have none."""
    return (Record(path_of(post.card.url), post.card, post.body) for post in site.posts)

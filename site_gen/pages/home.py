"""The front page and the pages that follow it."""

from collections.abc import Iterable, Sequence

from site_gen.indexing.addresses import section_slugs
from site_gen.model.front import Front
from site_gen.model.listing import UNLISTED, Listing
from site_gen.model.page import HomeView, Page, PageInfo, Section
from site_gen.model.post import Card
from site_gen.model.site import Site, Term, Thread
from site_gen.model.site_files import Location
from site_gen.pages.front import tail_of, top_of, urls_of
from site_gen.pages.language import strings
from site_gen.pages.listing import last_modified, slices
from site_gen.urls import path_of

_TERMS = 12
_SECTION_POSTS = 4


def home(site: Site) -> Iterable[Page]:
    """`home.html`: all posts, newest first; pinned ones lead. The first page has the sections."""
    newest = site.cards[0].date if site.posts else None
    catalog = strings(site)
    cards = sorted(site.cards, key=lambda card: not card.pinned)
    terms = tuple(term.ref for term in sorted(site.terms, key=lambda term: (-len(term.posts), term.ref.name))[:_TERMS])
    for url, pager, shown in slices(f"{site.prefix}/", cards, site.settings.page_size):
        first = pager.number == 1
        front, sections = _front(site, shown, len(terms)) if first and shown else (None, ())
        yield Page(
            path=path_of(url),
            template="home.html",
            info=PageInfo(
                url=url,
                title=site.settings.title if first else catalog.said("Page %(number)s", number=pager.number),
                kind="home",
                description=site.settings.tagline,
            ),
            view=HomeView(
                posts=shown,
                sections=sections,
                pager=pager,
                terms=terms if first else (),
                front=front,
                newest=newest if front else None,
            ),
            source="the home page",
            listing=Listing(location=Location(url, last_modified(shown))) if first else UNLISTED,
        )


def idle_sections(site: Site) -> tuple[str, ...]:
    """The sections of the settings whose tag no published post has."""
    terms = _section_terms(site)
    return tuple(name for name in site.settings.sections if terms.keys().isdisjoint(section_slugs(name, site.settings)))


def _front(site: Site, shown: Sequence[Card], terms: int) -> tuple[Front, tuple[Section, ...]]:
    """The layout of page 1 and its sections: the top, the sections, and the rest of its posts in the lists below."""
    top = top_of(shown, _thread_of(site, shown[0]))
    taken = set(urls_of(top))
    sections = _sections(site, taken)
    return tail_of(top, [card for card in shown if card.url not in taken], terms), sections


def _thread_of(site: Site, lead: Card) -> Thread | None:
    return next((thread for thread in site.threads if any(card.url == lead.url for card in thread.posts)), None)


def _sections(site: Site, taken: set[str]) -> tuple[Section, ...]:
    """Each section with its newest posts; a post is in the first of its sections, and in none if it is in `taken`.

    The addresses of the sections' posts are added to `taken`.
    """
    terms = _section_terms(site)
    sections = []
    for slug in dict.fromkeys(slug for name in site.settings.sections for slug in section_slugs(name, site.settings)):
        if slug in terms:
            posts = _first_free(terms[slug].posts, taken)
            taken.update(post.url for post in posts)
            sections.append(Section(terms[slug].ref, posts))
    return tuple(section for section in sections if section.posts)


def _first_free(posts: Iterable[Card], taken: set[str]) -> tuple[Card, ...]:
    free: list[Card] = []
    for post in posts:
        if len(free) == _SECTION_POSTS:
            break
        if post.url not in taken:
            free.append(post)
    return tuple(free)


def _section_terms(site: Site) -> dict[str, Term]:
    wanted = {slug for name in site.settings.sections for slug in section_slugs(name, site.settings)}
    return {term.ref.slug: term for term in site.terms if term.ref.slug in wanted} if wanted else {}

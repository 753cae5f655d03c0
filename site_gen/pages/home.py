"""The front page and the pages that follow it."""

from collections.abc import Iterable, Sequence

from site_gen.indexing.addresses import tag_slug
from site_gen.model.page import HomeView, Page, PageInfo, Section
from site_gen.model.post import Card
from site_gen.model.site import Site, Term
from site_gen.pages.listing import file_of, slices

_TERMS = 12
_FRONT = 10  # the newest posts, which stand at the top of the page and not in a section
_RIVER = 4  # posts of a section


def home(site: Site) -> Iterable[Page]:
    """`home.html`: all posts, newest first; pinned ones lead. The first page has the sections."""
    cards = sorted(site.cards, key=lambda card: not card.pinned)
    terms = tuple(term.ref for term in sorted(site.terms, key=lambda term: (-len(term.posts), term.ref.name))[:_TERMS])
    for url, pager, shown in slices("/", cards, site.settings.page_size):
        first = pager.number == 1
        yield Page(
            path=file_of(url),
            template="home.html",
            info=PageInfo(
                url=url,
                title=site.settings.title if first else f"Page {pager.number}",
                kind="home",
                description=site.settings.tagline,
            ),
            view=HomeView(
                posts=shown,
                sections=_rivers(site, shown[:_FRONT]) if first else (),
                pager=pager,
                terms=terms if first else (),
            ),
            source="the home page",
        )


def idle_sections(site: Site) -> tuple[str, ...]:
    """The sections of the settings whose tag no published post has."""
    found = _section_terms(site)
    return tuple(name for name in site.settings.sections if tag_slug(name, site.settings) not in found)


def _rivers(site: Site, front: Sequence[Card]) -> tuple[Section, ...]:
    """Each section with its newest posts; a post stands in the first that wants it, and never below the lead again."""
    taken = {post.url for post in front}
    found = _section_terms(site)
    rivers = []
    for slug in dict.fromkeys(tag_slug(name, site.settings) for name in site.settings.sections):
        if slug in found:
            posts = _first_free(found[slug].posts, taken)
            taken.update(post.url for post in posts)
            rivers.append(Section(found[slug].ref, posts))
    return tuple(river for river in rivers if river.posts)


def _first_free(posts: Iterable[Card], taken: set[str]) -> tuple[Card, ...]:
    free: list[Card] = []
    for post in posts:
        if len(free) == _RIVER:
            break
        if post.url not in taken:
            free.append(post)
    return tuple(free)


def _section_terms(site: Site) -> dict[str, Term]:
    wanted = {tag_slug(name, site.settings) for name in site.settings.sections}
    return {term.ref.slug: term for term in site.terms if term.ref.slug in wanted} if wanted else {}

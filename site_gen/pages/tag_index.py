"""The index of all tags: by kind, each by letter; a long kind begins with its most frequent tags."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from site_gen.model.listing import Listing
from site_gen.model.lists import IndexGroup, TermCount, TermPart
from site_gen.model.page import Page, PageInfo, TermsView
from site_gen.model.post import TERM_KINDS
from site_gen.model.site import Site
from site_gen.model.site_files import GuideLink, Location
from site_gen.pages.language import strings
from site_gen.text.alphabet import alphabetical, initial
from site_gen.urls import path_of

_MOST_WITHOUT_PARTS = 30  # tags of a kind that are shown without parts
_LEADING = 12
_PART = 60  # tags of a part, unless one letter has more


def all_terms(site: Site) -> Iterable[Page]:
    """`tags.html`: every tag under its kind."""
    url = f"{site.prefix}/tags/"
    by_kind: dict[str, list[TermCount]] = {}
    for term in sorted(site.terms, key=lambda term: (alphabetical(term.ref.name), term.ref.slug)):
        by_kind.setdefault(term.ref.kind, []).append(TermCount(term.ref, len(term.posts)))
    catalog = strings(site)
    title = catalog.gettext("Tags")
    yield Page(
        path=path_of(url),
        template="tags.html",
        info=PageInfo(url=url, title=title, kind="tags", description=catalog.gettext("Every tag, by kind.")),
        view=TermsView(
            groups=tuple(_group(kind, tuple(by_kind[kind])) for kind in TERM_KINDS if kind in by_kind),
            count=len(site.terms),
        ),
        source="the tag index",
        listing=Listing(
            location=Location(url, site.newest),
            guide=GuideLink(title, url, catalog.gettext("every subject")),
        ),
    )


def _group(kind: str, terms: tuple[TermCount, ...]) -> IndexGroup:
    if len(terms) <= _MOST_WITHOUT_PARTS:
        return IndexGroup(kind, terms)
    leading = sorted(terms, key=lambda one: -one.count)[:_LEADING]
    return IndexGroup(kind, terms, tuple(leading), tuple(_parts(terms)))


def _parts(terms: Sequence[TermCount]) -> Iterator[TermPart]:
    """The tags in parts of similar length; a letter is in one part, and A to Z not in a part with other alphabets."""
    part: list[TermCount] = []
    for letter, of_letter in groupby(terms, key=lambda one: initial(one.term.name)):
        more = list(of_letter)
        if part and (len(part) + len(more) > _PART or letter.isascii() != initial(part[0].term.name).isascii()):
            yield _part(part)
            part = []
        part += more
    yield _part(part)


def _part(terms: list[TermCount]) -> TermPart:
    first, last = initial(terms[0].term.name), initial(terms[-1].term.name)
    return TermPart(first if first == last else f"{first}\N{EN DASH}{last}", tuple(terms))

"""The index after body-only edits: the last one, with other bodies in the place of those that were edited."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from site_gen.indexing.body_edits import shown_body
from site_gen.indexing.index import Indexed
from site_gen.model.post import Body, Entry, PageEntry, SourceEntry, TagEntry
from site_gen.model.site import Site, Term
from site_gen.text.replaced import replaced

_LAST = datetime.max.replace(tzinfo=UTC)


class EditedIndex(Struct, frozen=True):
    """An index, the edited bodies of published texts by path, and for each edition the numbers of their posts."""

    indexed: Indexed
    bodies: dict[str, Body]
    numbers: tuple[tuple[int, ...], ...]


def with_entries(indexed: Indexed, entries: Sequence[SourceEntry], as_of: datetime) -> EditedIndex:
    """The index that is made of the same entries, but for these after body-only edits (`indexing/body_edits.py`).

    The same posts must be published at `as_of`. A text that is not published is in no index.
    """
    bodies: dict[str, Body] = {}
    numbers = []
    editions = []
    for one in indexed.every_edition:
        made, of_posts = _edition(one, entries, as_of, bodies)
        editions.append(made)
        numbers.append(of_posts)
    own, *others = editions
    site = replace(own.site, editions=tuple(other.site for other in others))
    return EditedIndex(replace(own, site=site, others=tuple(others)), bodies, tuple(numbers))


def _edition(
    one: Indexed, entries: Sequence[SourceEntry], as_of: datetime, bodies: dict[str, Body]
) -> tuple[Indexed, tuple[int, ...]]:
    """An edition with its texts among the entries, whose `bodies` are added, and the numbers of its posts."""
    site = one.site
    posts = {at: entry for entry in entries if isinstance(entry, Entry) and (at := _number(one, entry)) >= 0}
    pages = {entry.source.path: entry for entry in entries if isinstance(entry, PageEntry)}
    texts = {entry.source.path: entry for entry in entries if isinstance(entry, TagEntry)}
    made = replace(
        site,
        as_of=as_of,
        posts=replaced(
            site.posts,
            {
                at: replace(site.posts[at], source=entry.source, body=_body(site.posts[at].body, entry, bodies))
                for at, entry in posts.items()
            },
        ),
        **(_standing(site, pages, bodies) if pages else {}),
        **({"terms": tuple([_term(term, texts, bodies) for term in site.terms])} if texts else {}),
    )
    return replace(one, site=made, published=replaced(one.published, posts)), tuple(posts)


def _number(one: Indexed, entry: Entry) -> int:
    """The number of a post among those of an edition, which are newest first; -1 where it is not among them."""
    at = bisect_left(one.published, _order(entry), key=_order)
    return at if at < len(one.published) and one.published[at].source.path == entry.source.path else -1


def _order(entry: Entry) -> tuple[timedelta, str]:
    return _LAST - entry.date, entry.source.path


def _standing(site: Site, pages: Mapping[str, PageEntry], bodies: dict[str, Body]) -> dict[str, object]:
    not_found = site.page_404
    return {
        "standing": tuple([_page(page, pages, bodies) for page in site.standing]),
        "page_404": _page(not_found, pages, bodies) if not_found else None,
    }


def _page(page: PageEntry, pages: Mapping[str, PageEntry], bodies: dict[str, Body]) -> PageEntry:
    entry = pages.get(page.source.path)
    return replace(page, source=entry.source, body=_body(page.body, entry, bodies)) if entry else page


def _term(term: Term, texts: Mapping[str, TagEntry], bodies: dict[str, Body]) -> Term:
    shown = term.entry
    entry = texts.get(shown.source.path) if shown else None
    if shown is None or entry is None:
        return term
    return replace(term, entry=replace(shown, source=entry.source, body=_body(shown.body, entry, bodies)))


def _body(before: Body, entry: SourceEntry, bodies: dict[str, Body]) -> Body:
    body = bodies[entry.source.path] = shown_body(before, entry.body)
    return body

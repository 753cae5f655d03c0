"""The posts of each term, with the term's own text and what its posts say together."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from site_gen.indexing.dossier import Tally
from site_gen.indexing.pictures import Pictures
from site_gen.model.post import Card, TagEntry, TermRef
from site_gen.model.site import Term


def by_term(
    cards: Sequence[Card], texts: tuple[TagEntry, ...], pictures: Pictures, page_size: int, known: Mapping[str, Term]
) -> tuple[Term, ...]:
    """The terms by slug; `cards` stand newest first. `known` are terms that were made under the same settings, by slug.

    A dossier hangs on the posts of its tag alone, so that of a term with the same posts is taken again.
    """
    refs: dict[str, TermRef] = {}
    posts: dict[str, list[Card]] = {}
    for card in cards:
        for ref in card.tags:
            refs[ref.slug] = ref
            posts.setdefault(ref.slug, []).append(card)
    entries = {text.slug: _with_pictures(text, pictures) for text in texts if text.slug in refs}
    lists = {slug: tuple(posts[slug]) for slug in sorted(posts)}
    kept = {slug for slug, term in known.items() if term.posts == lists.get(slug) and term.ref == refs[slug]}
    tally = Tally([shown for slug, shown in lists.items() if slug not in kept], page_size)
    return tuple(
        _again(known[slug], entries.get(slug))
        if slug in kept
        else Term(refs[slug], shown, tally.dossier(refs[slug], shown), entries.get(slug))
        for slug, shown in lists.items()
    )


def _again(term: Term, entry: TagEntry | None) -> Term:
    return term if term.entry == entry else replace(term, entry=entry)


def _with_pictures(text: TagEntry, pictures: Pictures) -> TagEntry:
    return replace(text, body=pictures.body(text.body)) if text.body.asks else text

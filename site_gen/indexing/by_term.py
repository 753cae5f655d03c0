"""The posts of each term, with the term's own text and what its posts say together."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from site_gen.indexing.dossier import Tally
from site_gen.indexing.pictures import Pictures
from site_gen.model.picture import Picture
from site_gen.model.post import Card, TagEntry, TermRef
from site_gen.model.site import Term

_Own = tuple[TagEntry | None, Picture | None]  # a tag's own text and picture


def by_term(
    cards: Sequence[Card], texts: tuple[TagEntry, ...], pictures: Pictures, page_size: int, known: Sequence[Term] = ()
) -> tuple[Term, ...]:
    """The terms by slug; `cards` stand newest first. `known` are terms that were made under the same settings.

    A dossier hangs on the posts of its tag alone, so that of a term with the same posts is taken again.
    """
    refs: dict[str, TermRef] = {}
    posts: dict[str, list[Card]] = {}
    for card in cards:
        for ref in card.tags:
            refs[ref.slug] = ref
            posts.setdefault(ref.slug, []).append(card)
    groups = [(refs[slug], tuple(posts[slug])) for slug in sorted(posts)]
    return _terms(groups, texts, pictures, page_size, known)


def by_term_again(
    known: Sequence[Term],
    others: Mapping[str, Card],
    texts: tuple[TagEntry, ...],
    pictures: Pictures,
    page_size: int,
) -> tuple[Term, ...]:
    """The same, where every post has the terms that it had: `others` are cards that changed, by their old addresses."""
    changed = {ref.slug for card in others.values() for ref in card.tags}
    groups = [
        (
            term.ref,
            tuple([others.get(card.url, card) for card in term.posts]) if term.ref.slug in changed else term.posts,
        )
        for term in known
    ]
    return _terms(groups, texts, pictures, page_size, known)


def _terms(
    groups: Sequence[tuple[TermRef, tuple[Card, ...]]],
    texts: tuple[TagEntry, ...],
    pictures: Pictures,
    page_size: int,
    known: Sequence[Term],
) -> tuple[Term, ...]:
    shown = {ref.slug for ref, _ in groups}
    entries = {text.slug: _with_pictures(text, pictures) for text in texts if text.slug in shown}
    none: _Own = (None, None)
    before = {term.ref.slug: term for term in known}
    kept = {
        ref.slug for ref, posts in groups if (term := before.get(ref.slug)) and term.posts == posts and term.ref == ref
    }
    tally = Tally((posts for ref, posts in groups if ref.slug not in kept), page_size)
    return tuple(
        _again(before[ref.slug], entries.get(ref.slug, none))
        if ref.slug in kept
        else Term(ref, posts, tally.dossier(ref, posts), *entries.get(ref.slug, none))
        for ref, posts in groups
    )


def _again(term: Term, own: _Own) -> Term:
    return term if (term.entry, term.image) == own else replace(term, entry=own[0], image=own[1])


def _with_pictures(text: TagEntry, pictures: Pictures) -> _Own:
    image = pictures.image(text.front.image, text.source.path)
    return (replace(text, body=pictures.body(text.body)) if text.body.asks else text), image

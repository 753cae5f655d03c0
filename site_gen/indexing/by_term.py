"""The posts of each term, with the term's own text and its dossier."""

from collections.abc import Sequence

from msgspec.structs import replace

from site_gen.indexing.dossier import Tally
from site_gen.indexing.pictures import Pictures
from site_gen.model.picture import Picture
from site_gen.model.post import Card, TagEntry, TermRef
from site_gen.model.site import Term

_Own = tuple[TagEntry | None, Picture | None]  # a tag's own text and picture


def by_term(
    cards: Sequence[Card],
    texts: tuple[TagEntry, ...],
    pictures: Pictures,
    page_size: int,
    previous: Sequence[Term] = (),
    same_cards: bool = False,
    prefix: str = "",
) -> tuple[Term, ...]:
    """The terms by slug; `cards` are newest first. `previous` are terms that were made under the same settings.

    A dossier is made from the posts of its tag alone, so that of a term with the same posts is reused; if the
    `previous` terms were made from the `same_cards`, every term has the same posts. `prefix` is the folder of their
    edition's addresses.
    """
    groups = [(term.ref, term.posts) for term in previous] if same_cards else _groups(cards)
    used = {ref.slug for ref, _ in groups}
    entries = {text.slug: _with_pictures(text, pictures) for text in texts if text.slug in used}
    nothing: _Own = (None, None)
    by_slug = {term.ref.slug: term for term in previous}
    unchanged = {
        ref.slug for ref, posts in groups if (term := by_slug.get(ref.slug)) and term.posts == posts and term.ref == ref
    }
    tally = Tally((posts for ref, posts in groups if ref.slug not in unchanged), page_size, prefix)
    return tuple(
        _with_own(by_slug[ref.slug], entries.get(ref.slug, nothing))
        if ref.slug in unchanged
        else Term(ref, posts, tally.dossier(ref, posts), *entries.get(ref.slug, nothing))
        for ref, posts in groups
    )


def _groups(cards: Sequence[Card]) -> list[tuple[TermRef, tuple[Card, ...]]]:
    refs: dict[str, TermRef] = {}
    posts: dict[str, list[Card]] = {}
    for card in cards:
        for ref in card.tags:
            refs[ref.slug] = ref
            posts.setdefault(ref.slug, []).append(card)
    return [(refs[slug], tuple(posts[slug])) for slug in sorted(posts)]


def _with_own(term: Term, own: _Own) -> Term:
    return term if (term.entry, term.image) == own else replace(term, entry=own[0], image=own[1])


def _with_pictures(text: TagEntry, pictures: Pictures) -> _Own:
    image = pictures.image(text.front.image, text.source.path)
    return (replace(text, body=pictures.body(text.body)) if text.body.asks else text), image

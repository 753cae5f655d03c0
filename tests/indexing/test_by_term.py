from datetime import UTC

from msgspec.structs import replace

from site_gen.indexing.by_term import by_term
from site_gen.indexing.pictures import Pictures
from site_gen.model.post import Card, TagEntry
from site_gen.model.settings import ImageSettings
from site_gen.model.site import Term
from site_gen.parsing.post import read_tag_text
from tests.support import entry, site_of

CARDS = site_of(
    entry("c", "C", "2026-03-01", tags=["Aden", "Iran"]),
    entry("b", "B", "2026-02-01", tags=["Iran"]),
    entry("a", "A", "2026-01-01", tags=["Kyiv"]),
).cards


def terms(cards: tuple[Card, ...], *texts: TagEntry, previous: dict[str, Term] | None = None) -> dict[str, Term]:
    made = by_term(cards, texts, Pictures({}, ImageSettings(), ()), 20, tuple((previous or {}).values()))
    return {term.ref.slug: term for term in made}


def text(slug: str, said: str) -> TagEntry:
    read = read_tag_text(f"content/tags/{slug}.md", slug, f"---\n---\n{said}\n".encode(), UTC, False).value
    assert isinstance(read, TagEntry)
    return read


def test_terms_by_slug_with_their_posts_newest_first_and_their_text() -> None:
    made = terms(CARDS, text("iran", "Of Iran."), text("nobody", "Of nobody."))
    assert {slug: [card.title for card in term.posts] for slug, term in made.items()} == {
        "aden": ["C"],
        "iran": ["C", "B"],
        "kyiv": ["A"],
    }
    assert [slug for slug, term in made.items() if term.entry] == ["iran"]
    assert made["iran"].dossier.months == (1, 1)


def test_a_term_with_the_same_posts_is_reused_with_its_current_text() -> None:
    before = terms(CARDS, text("kyiv", "Of Kyiv."))
    after = terms(CARDS[1:], text("iran", "Of Iran."), previous=before)
    assert after == terms(CARDS[1:], text("iran", "Of Iran."))
    assert after["kyiv"].dossier is before["kyiv"].dossier
    assert after["kyiv"].entry is None
    assert after["iran"].dossier is not before["iran"].dossier
    assert "aden" not in after


def test_with_the_same_cards_every_term_has_the_same_posts() -> None:
    before = tuple(terms(CARDS, text("kyiv", "Of Kyiv.")).values())
    pictures = Pictures({}, ImageSettings(), ())
    after = by_term(CARDS, (text("iran", "Of Iran."),), pictures, 20, before, same_cards=True)
    assert after == by_term(CARDS, (text("iran", "Of Iran."),), pictures, 20)
    assert after[0] is before[0]


def test_a_term_with_the_same_posts_is_the_previous_one() -> None:
    before = terms(CARDS)
    other = replace(CARDS[1], title="Another", url="/2026/02/another/")
    assert terms((CARDS[0], other, CARDS[2]), previous=before)["kyiv"] is before["kyiv"]

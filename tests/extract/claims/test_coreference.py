"""Which words of a source mean the same."""

from site_gen.extract.claims.coreference import resolved
from site_gen.extract.claims.terms import passage


def keys(*sentences: str) -> dict[tuple[int, str], frozenset[str]]:
    passages = resolved(tuple(passage(one, number) for number, one in enumerate(sentences)))
    return {
        (one.number, term.text): frozenset(key[2:] for key in term.keys if key[:2] == "d:")
        for one in passages
        for term in one.terms
    }


def test_a_pronoun_means_the_last_person_that_did_something() -> None:
    found = keys("John Berg commands the frigate Halden.", "He was a worker at the yard.", "Berg called it a mistake.")
    assert {"john", "berg"} <= found[1, "He"]
    assert "work" in found[2, "Berg"] or "worker" in found[2, "Berg"]


def test_a_definite_noun_means_the_name_that_it_was_said_of() -> None:
    found = keys("Harbour Street has become the first show to win a prize.", "The show beat two films on Friday.")
    assert "harbour" in found[1, "show"]


def test_names_that_nothing_is_said_of_stay_alone() -> None:
    found = keys("It rained in Horten.", "The sea was calm.")
    assert found[1, "sea"] == frozenset()
    assert resolved(()) == ()

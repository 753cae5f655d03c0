import pytest

from site_gen.ingesting.headline.sound import is_sound


@pytest.mark.parametrize(
    "title",
    [
        "Undersea nets are hard",
        "A mine works because a ship needs only",
        "The navy sends two ships to",
        "The navy sends two ships and",
        "The gun is the only one that",
        "The officers decide which",
        "The word describes a net is odd",
        "The list has many parts is long",
        "The ministry calls it “a success",
        "The ministry ends talks (in Oslo",
        "A quiet harbour in the north",
        "Ship",
        "",
    ],
)
def test_what_is_no_clause_is_refused(title: str) -> None:
    assert not is_sound(title)


@pytest.mark.parametrize(
    "title",
    [
        "Two sailors injured when a crane fell in the dockyard",
        "Norland says its coast guard turned back three trawlers",
        "Undersea nets are hard to cut",
        "The signal it drowns out is weak",
        "Army gets a contract to build 20 mobile bridges",
        "Navy to retire its last steam-powered frigate",
        "A radar that sees ten targets needs ten times as long",
    ],
)
def test_a_whole_clause_is_taken(title: str) -> None:
    assert is_sound(title)


def test_a_sentence_that_was_not_cut_may_end_as_it_likes() -> None:
    title = "A radar tells the crew where the shell came from"
    assert is_sound(title, cut=False)
    assert not is_sound(title)

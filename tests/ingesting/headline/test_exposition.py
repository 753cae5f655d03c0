import pytest

from site_gen.ingesting.headline.exposition import explains, exposition


@pytest.mark.parametrize(
    ("sentence", "timeless"),
    [
        ("A tug pulls what is heavier than itself.", True),
        ("Harbours silt up because rivers carry sand.", True),
        ("Westland has been a member of the league for a long time.", True),
        ("The navy ordered two tugs from a yard in the north.", False),
        ("The minister welcomes a new budget for the navy.", False),
        ("The navy is planning to buy two tugs.", False),
        ("The navy has ordered two tugs.", False),
        ("Two tugs are lost, the ministry said.", False),
        ("Does a tug need a pilot?", False),
        ("On some days the harbour is closed.", False),
    ],
)
def test_which_first_sentence_explains(sentence: str, timeless: bool) -> None:
    assert explains(sentence) is timeless


def test_the_first_sentence_comes_before_all_others() -> None:
    found = exposition(
        ("Tugs pull big ships because big ships turn slowly.", "The word is old.", "Tugs are small."), 30
    )
    assert found == (0, "Tugs pull big ships")


def test_it_is_named_where_the_second_sentence_is_taken() -> None:
    lead = "Harbour nets give a port the only hour in which it can still send its own boats out to meet the raiders."
    assert exposition((lead, "They hang from floats across the channel."), 60) == (
        1,
        "Harbour nets hang from floats across the channel",
    )


def test_a_name_alone_is_the_last_resort() -> None:
    lead = "Harbour nets give a port the only hour in which it can still send its own boats out to meet the raiders."
    assert exposition((lead, "The idea is old."), 60) == (0, "Harbour nets")


def test_nothing_is_said_where_no_clause_is_found() -> None:
    assert exposition(("Rain.", "More rain."), 90) is None

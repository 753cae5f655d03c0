import pytest

from site_gen.extract.headline.opening import without_aside


@pytest.mark.parametrize(
    ("sentence", "without"),
    [
        (
            "Holm Marine, the yard that builds the Skarv, a missile for the army, is hiring.",
            "Holm Marine is hiring.",
        ),
        ("Rona Yards, a joint effort between Holm and Vell, launched a ship.", "Rona Yards launched a ship."),
        # The words between the commas may name the speaker.
        ("Ada Berg, the Danish foreign minister, said talks had failed.", None),
        ("The navy sank a boat, the ministry, which owned it, was silent.", None),
        ("In Rona, a port in Vell, has long stood a fort.", None),
        ("Holm, Vell and the army have signed.", None),
        ("The minister, the army and the navy, have signed.", None),
    ],
)
def test_an_apposition_is_removed_where_the_verb_follows(sentence: str, without: str | None) -> None:
    assert without_aside(sentence) == (without or sentence)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.telex import in_print, small_words, without_false_capitals


@pytest.mark.parametrize(
    ("telex", "text"),
    [
        ("A 120.3 mln dlr contract.", "A $120.3 million contract."),
        ("It cost 3.53 billion dlrs in all.", "It cost $3.53 billion in all."),
        ("It is worth 9,208,223 dlrs.", "It is worth $9,208,223."),
        ("Output rose 3 pct to 1.5 mln barrels.", "Output rose 3 percent to 1.5 million barrels."),
        ("A 50-pct subsidiary.", "A 50-percent subsidiary."),
        ("A three-mln-dlr order.", "A three-million-dollar order."),
        ("It lost 2 bln stg.", "It lost 2 billion sterling."),
    ],
)
def test_units_of_telexes_are_written_out(telex: str, text: str) -> None:
    assert in_print(telex) == text


@given(st.text())
def test_it_is_done_once_and_leaves_other_texts(text: str) -> None:
    once = in_print(text)
    assert in_print(once) == once
    if not any(unit in text for unit in ("mln", "bln", "pct", "dlr", "stg", "cts")):
        assert once == text


def test_a_capital_after_us_goes_where_the_text_has_the_word_without() -> None:
    text = (
        "Iran condemned the U.S. Attack on a rig. The attack followed talks with the U.S. Army, whose army band played."
    )
    small = small_words(text)
    assert without_false_capitals(text, small) == text.replace("U.S. Attack", "U.S. attack")
    assert not small_words("No country is named.")


def test_a_common_word_after_us_is_in_lower_case() -> None:
    assert (
        without_false_capitals("A U.S. Attack on a U.S. Navy ship", frozenset()) == "A U.S. attack on a U.S. Navy ship"
    )

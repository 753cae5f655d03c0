from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.wordbag import shared, stems


def test_forms_of_a_word_have_one_stem_and_stop_words_none() -> None:
    assert stems("The council approved it") == stems("Council approves")


def test_a_possessive_and_its_owner_are_one() -> None:
    assert stems("Latvia’s navy") == stems("navy of Latvia")


def test_what_is_shared_is_a_part_of_the_first() -> None:
    assert shared("harbour pier", "the pier of the harbour, and more of it") == 1
    assert shared("harbour pier", "a pier") == 0.5
    assert shared("of the", "anything") == 1


@given(st.text(), st.text())
def test_it_is_a_part(text: str, other: str) -> None:
    assert 0 <= shared(text, other) <= 1
    assert shared(text, text) == 1

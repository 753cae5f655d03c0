"""Sentences by a language's table."""

import pytest

from site_gen.extract.languages import ENGLISH, language_called, sentences_of
from site_gen.text import sentences as english


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("uk", ["Ген. О. Петренко прибув до м. Київ о 5 ранку.", "Його зустріли."]),
        ("uk", ["Купили шоломи, аптечки і т. д. за 3,5 млн грн.", "У 2025 р. було менше."]),
        ("uk", ["«Ми чекаємо. Ми готові», — сказав він.", "Більше нічого."]),
        ("uk", ["Чи буде мир?", "Ніхто не знає!", "Далі буде…"]),
    ],
)
def test_stops_that_end_nothing_are_known(code: str, sentences: list[str]) -> None:
    assert list(sentences_of(" ".join(sentences), language_called(code))) == sentences


def test_english_is_split_by_its_own_rules() -> None:
    text = "The U.S. Navy sent Lt. Col. Roe. He left."
    assert sentences_of(text, ENGLISH) == english.sentences(text)


def test_other_languages_are_split_at_stops() -> None:
    found = sentences_of("Ministern kom. Han gick.", language_called("sv"))
    assert found == ("Ministern kom.", "Han gick.")

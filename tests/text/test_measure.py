import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.measure import headline_step, lines_of, reading_minutes, width_of, word_count


def test_ideographs_are_twice_as_wide() -> None:
    assert width_of("NATO") == 4
    assert width_of("北约 é") == 6


@pytest.mark.parametrize(
    ("title", "step"),
    [
        ("", 1),
        ("Talks in Tallinn", 1),
        ("Sixty ships sail for the Baltic before the ice", 2),
        ("x " * 50, 3),
        ("x " * 75, 4),
        ("word " * 38, 5),
        ("北约" * 12, 2),
        ("Rindfleischetikettierungsaufgabe", 4),  # no line of a phone holds it in a larger size
    ],
)
def test_long_headlines_are_set_smaller(title: str, step: int) -> None:
    assert headline_step(title) == step


def test_lines_of_a_column() -> None:
    assert lines_of("", 16, 320) == 0
    assert lines_of("x" * 40, 16, 320) == 1
    assert lines_of("x" * 41, 16, 320) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("two words", 2),
        ("три слова тут", 3),
        ("国防部今天表示。", 8),
        ("F-16 戦闘機を 12 機", 7),
        ("한국 해군", 2),
        ("", 0),
    ],
)
def test_letters_without_blanks_between_them_count_one_by_one(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("words", "language", "minutes"), [(230, "", 1), (460, "en", 2), (800, "zh-TW", 2), (800, "ja", 2), (800, "ko", 3)]
)
def test_reading_takes_as_long_as_its_language_is_read(words: int, language: str, minutes: int) -> None:
    assert reading_minutes(words, language) == minutes


@given(st.text(st.characters(max_codepoint=127)))
def test_words_are_what_stands_between_spaces(text: str) -> None:
    assert word_count(text) == len(text.split())

"""Phrases of tables as patterns."""

import pytest

from site_gen.extract.languages.words import anywhere, labelled, whole_line


@pytest.mark.parametrize(
    ("phrase", "line", "fits"),
    [
        ("Читайте також *", "Читайте також: як це було", True),
        ("Читайте також *", "Ви читайте також", False),
        ("коментарі", "Коментарі (12)", False),
        ("коментарі *", "Коментарі (12)", True),
        ("підпи* на *", "Підпишіться на канал!", True),
        ("коментарі", "— КОМЕНТАРІ —", True),
        ("п’ятниця", "п'ятниця", True),
        ("за даними *", "за  даними Укрінформу.", True),
    ],
)
def test_a_phrase_fits_whole_lines(phrase: str, line: str, fits: bool) -> None:
    assert (whole_line((phrase,)).match(line) is not None) is fits


def test_words_are_whole() -> None:
    assert anywhere(("не",)).search("небо над нами") is None
    assert anywhere(("не",)).search("Вона не прийшла") is not None
    assert anywhere(("він",)).match("Вінниця") is None
    assert anywhere(("*ив",)).search("міністр заявив про це") is not None


def test_a_label_has_a_colon_a_bar_or_a_dash() -> None:
    found = labelled(("автор",)).match("Автор: Олег Сич")
    assert found is not None and found.end() == 7
    assert labelled(("автор",)).match("Автор Олег Сич") is None
    assert labelled(("автор",)).match("Автор — Олег Сич") is not None


def test_no_phrases_fit_nothing() -> None:
    assert whole_line(()).match("") is None
    assert anywhere(()).match("a") is None

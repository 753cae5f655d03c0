from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.alphabet import alphabetical, initial


def test_names_are_sorted_as_in_an_index() -> None:
    names = ["Zoe", "Émile", "“Stealth”", "aden", "Aden", "Ēriks", "F-35", "2nd Fleet", "Österreich", "Oslo"]
    assert sorted(names, key=alphabetical) == [
        "2nd Fleet",
        "Aden",
        "aden",
        "Émile",
        "Ēriks",
        "F-35",
        "Oslo",
        "Österreich",
        "“Stealth”",
        "Zoe",
    ]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("émile", "E"),
        ("“Stealth” drones", "S"),
        ("5th Fleet", "5"),
        ("Київ", "К"),
        ("한화", "한"),
        ("ﬁle", "F"),
        ("ß", "S"),
        ("!!!", "#"),
        ("🚢", "#"),
        ("", "#"),
    ],
)
def test_the_letter_of_a_name(name: str, letter: str) -> None:
    assert initial(name) == letter


@given(st.lists(st.text()))
def test_names_of_one_letter_are_together(names: list[str]) -> None:
    letters = [letter for letter, _ in groupby(sorted(names, key=alphabetical), key=initial)]
    assert len(letters) == len(set(letters))
    assert all(len(letter) == 1 for letter in letters)

"""Splitting text into words and marks."""

import pytest

from site_gen.extract.names.tokens import joined, tokens


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("U.S. forces", ["U.S.", "forces"]),
        ("the U.S.-led coalition", ["the", "U.S.", "-", "led", "coalition"]),
        ("Iraq’s army", ["Iraq", "'s", "army"]),
        ("N’Djamena", ["N'Djamena"]),
        ("an F/A-18E jet", ["an", "F/A-18E", "jet"]),
        ("and/or", ["and", "/", "or"]),
        ("UK-France", ["UK-France"]),
        ("7.62 mm, 1,000 rounds.", ["7.62", "mm", ",", "1,000", "rounds", "."]),
        ("Gen. J. Doe", ["Gen", ".", "J", ".", "Doe"]),
        ("Pratt & Whitney", ["Pratt", "&", "Whitney"]),
        ("example.org Harbour", ["example.org", "Harbour"]),
        ("the end.Com", ["the", "end", ".", "Com"]),
        ("", []),
    ],
)
def test_tokens(text: str, wanted: list[str]) -> None:
    assert tokens(text) == wanted


@pytest.mark.parametrize(
    "name", ["Harry B. Harris", "U.S. Navy", 'John "Jack" Roe', "Jean-Luc Brun", "Pratt & Whitney"]
)
def test_a_name_comes_back_as_it_was_written(name: str) -> None:
    assert joined(tokens(name)) == name

"""Hostile text: no junk becomes a name, and no line takes long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.names import choose_tags
from tests.extract.names.reading import names_of

SAFE = set(" .,'’&/\"“”-")

FLOODS = {
    "capitals": "Alpha " * 60_000,
    "one given name": "John " * 60_000,
    "one long word": "A" * 500_000,
    "heads": "Ministry of " * 40_000,
    "joints": "Bank of A and " * 30_000,
    "initials": "J. " * 100_000,
    "points": "U." * 200_000,
    "hyphens": "A-" * 200_000,
    "slashes": "A/" * 200_000,
    "quotes": "'" * 400_000,
    "digits": "9." * 200_000,
    "classes": "Henry J. and Kaiser-class " * 15_000,
    "brackets": "Defence Agency (ABC) " * 20_000,
    "shouting": "SERGEI LAVROV " * 40_000,
    "marks": "Mk II " * 80_000,
    "towns": "Lebanon, " * 60_000,
    "credits": "Photo by " * 60_000,
}

MANY = [" ".join(f"{a}{b}{c}" for b in "abcdefghij" for c in "klmnopqrst") for a in "BCDFGHJKLMNPQRSTVWXZ"]
NUMEROUS = {
    "one surname": " ".join(f"Gen. {name.title()} Halloran left. " for text in MANY for name in text.split(" ")),
    "longer names": " ".join(f"Gen. {n} Abara left. Gen. {n} Abara Boro left. " for t in MANY for n in t.split(" ")),
    "two countries": "India and Pakistan met. " + "The Army stayed, and the Navy. India and Pakistan met. " * 4_000,
    "acronyms": "The Borough Rescue Board met. " + "BRB and NCB met. " * 8_000,
}


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_a_long_line_is_read_in_linear_time(text: str) -> None:
    began = time.process_time()
    assert len(names_of(text).entities) <= 2
    assert time.process_time() - began < 5


@pytest.mark.parametrize("text", NUMEROUS.values(), ids=NUMEROUS)
def test_many_names_take_no_longer_each(text: str) -> None:
    began = time.process_time()
    assert len(names_of(text).entities) <= 120
    assert time.process_time() - began < 5


def test_a_flood_of_names_is_capped() -> None:
    names = names_of(" ".join(f"Gen. John Smith{chr(97 + n % 26)}{chr(97 + n // 26)} spoke." for n in range(600)))
    assert len(names.entities) == 120


@pytest.mark.parametrize(
    "text",
    [
        "President <script>alert(1)</script> said",
        "President Javascript:alert(1)//Foo said",
        "Gen. " + "Q" + "q" * 60 + " said",
        "Minister __Proto__ Constructor said",
        "Minister John [Smith](javascript:x) said",
        "The {{ Evil }} Corp and ![x](y) Ministry of %s",
        "Gen. 12345 Division of 67890",
        "John\u202eSmith Agency",
    ],
)
def test_markup_and_marks_never_get_into_a_name(text: str) -> None:
    for entity in names_of(text).entities:
        for form in (entity.name, *entity.aliases):
            assert all(char.isalnum() or char in SAFE for char in form)
            assert sum(map(str.isalpha, form)) >= 2
            assert len(form) <= 80


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_gives_valid_names_and_at_most_eight_tags(text: str, title: str) -> None:
    names = names_of(text)
    tags = choose_tags(names, title)
    assert len(tags) <= 8
    assert len({(tag.kind, tag.name) for tag in tags}) == len(tags)
    assert all(any(map(str.isalpha, entity.name)) and len(entity.name) <= 80 for entity in names.entities)

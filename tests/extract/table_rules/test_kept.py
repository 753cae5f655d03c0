"""Paragraphs that begin with a word of a table's boilerplate, and are none."""

from pathlib import Path

import pytest

from site_gen.extract.languages import language_called
from site_gen.extract.table_rules.boilerplate import cut_boilerplate
from site_gen.extract.text import Line

KEPT = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "kept.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("code", "line"), KEPT)
def test_a_sentence_of_the_story_is_kept_wherever_it_is(code: str, line: str) -> None:
    table = language_called(code).table
    assert table is not None
    other = "1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567."
    for texts in ((line, other, other), (other, line, other), (other, other, line)):
        kept, cuts = cut_boilerplate(tuple(Line(at, text) for at, text in enumerate(texts, 1)), frozenset(), table)
        assert cuts == ()
        assert tuple(one.text for one in kept) == texts

from pathlib import Path

import pytest

from site_gen.ingesting.headline import Names, headline
from site_gen.ingesting.text import Paragraph

CASES = [
    tuple(block.split("\n"))
    for block in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
]


def _headline(*texts: str, last: tuple[str, ...] = (), capitals: tuple[str, ...] = ()) -> str:
    paragraphs = tuple(Paragraph(text, number) for number, text in enumerate(texts, 1))
    return headline(paragraphs, Names(frozenset(last), frozenset(capitals))).title


@pytest.mark.parametrize(("lead", "title"), CASES)
def test_a_lead_gives_its_headline(lead: str, title: str) -> None:
    assert _headline(lead) == title

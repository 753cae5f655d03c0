import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.ingesting.headline import LONGEST, headline
from site_gen.ingesting.text import Paragraph

CASES = [
    block.strip().split("\n")[-2:]
    for block in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").strip().split("\n\n")
]


def _title(*paragraphs: str) -> str:
    return headline(tuple(Paragraph(text, number) for number, text in enumerate(paragraphs, 1)))[0]


@pytest.mark.parametrize(("sentence", "wanted"), CASES)
def test_a_sentence_becomes_a_headline(sentence: str, wanted: str) -> None:
    assert _title(sentence) == wanted


def test_no_text_has_a_title_all_the_same() -> None:
    assert headline(()) == ("Untitled", "the text has no sentence")


def test_a_long_name_is_shortened_before_the_sense_is() -> None:
    title = _title(
        "Norland has welcomed the promise of Sudland President-elect Maria Torres "
        "to settle the fishing dispute by talks."
    )
    assert len(title) <= LONGEST
    assert title.startswith("Norland welcomes")


@given(st.lists(st.text(), max_size=4))
def test_any_text_gives_a_title_of_one_line(texts: list[str]) -> None:
    title = _title(*(" ".join(text.split()) for text in texts))
    assert title
    assert len(title) <= LONGEST
    assert "\n" not in title


@pytest.mark.parametrize(
    "text", ["a " * 200_000, "Ships, " * 50_000, "(" * 100_000, "— a — " * 20_000, "He said " * 40_000]
)
def test_hostile_texts_take_no_time(text: str) -> None:
    began = time.perf_counter()
    _title(text)
    assert time.perf_counter() - began < 5

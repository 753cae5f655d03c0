import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.sentences import sentences, without_quotations

CASES = [
    line
    for line in Path(__file__).with_name("sentences_cases.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("case", CASES)
def test_where_sentences_end(case: str) -> None:
    wanted = tuple(part.strip() for part in case.split(" | "))
    assert sentences(" ".join(wanted)) == wanted


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join(" ".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["." * 200_000, '"' * 100_000, "a. " * 60_000, "A" * 300_000 + ". B", "U.S. " * 50_000]
)
def test_hostile_texts_take_no_time(text: str) -> None:
    began = time.process_time()
    sentences(text)
    assert time.process_time() - began < 5


def test_quotations_go_with_their_marks() -> None:
    assert without_quotations('He said “I will” and "we may" too.') == "He said  and  too."
    assert without_quotations("An open “quotation stays") == "An open “quotation stays"

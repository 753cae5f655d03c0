"""An answer follows the schema, or there is a reason why it does not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.assistance.answer import read_answer
from site_gen.model.assistance import Answer


def test_an_answer() -> None:
    text = json.dumps({"headline": " Navy\nbuys ships ", "summary": "", "tags": ["Norway", "Norway", " "]})
    assert read_answer(text, "m", "p") == Answer("m", "p", "Navy buys ships", "", ("Norway",))


def test_an_answer_in_a_fence() -> None:
    assert read_answer('```json\n{"headline": "A"}\n```', "m", "p") == Answer("m", "p", "A")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Navy buys ships",
        "[]",
        '{"headline": 1}',
        '{"headline": "A", "other": "B"}',
        '{"headline": "A"} {"headline": "B"}',
        '{"tags": "Norway"}',
        '{"headline": null}',
        json.dumps({"headline": "A" * 500}),
        json.dumps({"tags": ["A"] * 50}),
        "[" * 10_000,
        " " * 30_000,
    ],
)
def test_what_is_none(text: str) -> None:
    answer = read_answer(text, "m", "p")
    assert isinstance(answer, str)
    assert answer.startswith("the answer ")


@given(st.text())
def test_any_text_gives_one_or_the_other(text: str) -> None:
    assert isinstance(read_answer(text, "m", "p"), (Answer, str))

"""The replaced parts give the library's own bytes: for generated, damaged and real texts, and within long blocks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.markup.engine import TooMuch
from site_gen.markup.linear import make_linear, searches
from site_gen.markup.reference import reference_parser
from site_gen.text.escape import printable
from tests.markup.texts import MUTATED, PLAIN, REAL, TEXTS

REFERENCE = {trusted: reference_parser(trusted) for trusted in (True, False)}
LINEAR = {trusted: reference_parser(trusted) for trusted in (True, False)}
for parser in LINEAR.values():
    make_linear(parser)

LINK_SIGNS = st.sampled_from([*"[]()!\"' b<>\\\n", "[a]", "](", "[a]: b\n"])
LINES = [
    "# a",
    "a # b",
    "===",
    "---",
    "- - -",
    "* * *",
    "> a",
    ": b",
    "[^1]: a",
    "b[^1]",
    "*[A]: b",
    "A",
    "[a]: b",
    "[a]:",
    "[a] [c][a]",
    "| a | `b|` |",
    "|---|---|",
    "|a",
    "|-",
    "a \\| b | c",
    "- a",
    "    a",
    "1. a",
    "```",
    "``` {.a}",
    '``` a hl_lines="1"',
    "~~~~",
    "",
    "a",
]


def same(text: str) -> None:
    for trusted in (True, False):
        assert LINEAR[trusted].reset().convert(text) == REFERENCE[trusted].reset().convert(text)


@given(st.one_of(TEXTS, PLAIN, MUTATED))
@settings(max_examples=300)
def test_any_text(text: str) -> None:
    same(printable(text))


@given(st.text(alphabet="ab1 \n#*_`[]()<>!&|:.-+\\\t^{}=~\"'é", max_size=40))
@settings(max_examples=300)
def test_any_characters(text: str) -> None:
    same(text)


@given(st.lists(LINK_SIGNS, max_size=40).map("".join))
@settings(max_examples=400)
def test_any_brackets_and_parentheses(text: str) -> None:
    same(text)


@given(st.lists(st.sampled_from(LINES), max_size=40).map("\n".join))
@settings(max_examples=400)
def test_any_lines_in_blocks_whose_searches_are_remembered(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searches, "_SHORT", 0)
        same(text)


@given(st.lists(st.sampled_from([*"|`\\a -", "``", "\\|", "\\`", "```"]), max_size=30).map("".join))
@settings(max_examples=400)
def test_any_cells(row: str) -> None:
    same(f"{row}\n|-|-|\n{row}\n{row}")
    same(f"|{row}|\n|-|-|\n{row}\n{row}")


@pytest.mark.parametrize("text", REAL, ids=range(len(REAL)))
def test_real_texts(text: str) -> None:
    same(printable(text))


def test_a_table_far_larger_than_its_text_is_none() -> None:
    head, rule = "|".join("a" * 200), "|".join("-" * 200)
    made = LINEAR[False].reset().convert("\n".join([head, rule, *["a"] * 200]))
    assert "<table>" not in made
    assert "<table>" in LINEAR[False].reset().convert("\n".join([head, rule, *["a"] * 20]))


@pytest.mark.parametrize("name", ["[A]: /{}", "*[A]: {}"])
def test_what_definitions_add_to_a_text_has_a_limit(name: str) -> None:
    text = name.format("b" * 1000) + "\n\n" + "[A]. " * 900
    LINEAR[False].reset().convert(text)
    with pytest.raises(TooMuch, match="definitions"):
        LINEAR[False].reset().convert(text + "[A]. " * 200)
    LINEAR[False].reset().convert(text)


def test_notes_used_many_times_keep_the_ids_of_the_library() -> None:
    same("a[^1] b[^2] " * 40 + "[^a-b] [^2]\n\n[^1]: one\n[^2]: two [^1]\n[^a-b]: three\n")
    same("a[^2] [^2]\n\n[^2]: the next text begins to count again\n")

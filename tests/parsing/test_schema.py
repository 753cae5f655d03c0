"""YAML read as a type: what comes out for good values, and that nothing at all makes it fail."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, Struct

from site_gen.model.post import FrontMatter
from site_gen.model.settings import Settings
from site_gen.parsing.document import Reading
from site_gen.parsing.schema import read_yaml


class Sample(Struct, frozen=True, forbid_unknown_fields=True):
    """One field of every kind that schemas use."""

    text: str = ""
    number: Annotated[int, Meta(ge=1, le=9)] = 5
    flag: bool = False
    kind: Literal["news", "opinion"] = "news"
    moment: datetime | None = None
    names: tuple[str, ...] = ()
    table: dict[str, str] = {}
    extra: Any = None


def read(text: str, kind: type[Any] = Sample) -> tuple[Any, list[str]]:
    reading = Reading("a.yaml", text, UTC)
    value = read_yaml(kind, reading)
    return value, [str(problem) for problem in reading.problems]


GOOD: list[tuple[str, dict[str, Any]]] = [
    ("", {}),
    ("# a comment alone", {}),
    ("text: 1.10", {"text": "1.10"}),
    ("text: NO", {"text": "NO"}),
    ("text: 2026-01-05", {"text": "2026-01-05"}),
    ("text: 007", {"text": "007"}),
    ("text: 12:30:45", {"text": "12:30:45"}),
    ("text: 'Don''t'", {"text": "Don't"}),
    ("text: |\n  two\n  lines", {"text": "two\nlines"}),
    ("text:", {}),
    ("text: ~", {}),
    ("text: '~'", {"text": "~"}),
    ("text: one\u2028line", {"text": "one line"}),
    ("number: 9", {"number": 9}),
    ("flag: true", {"flag": True}),
    ("flag: False", {"flag": False}),
    ("kind: opinion", {"kind": "opinion"}),
    ("names: []", {"names": ()}),
    ("names: [NO, 1.10, on]", {"names": ("NO", "1.10", "on")}),
    ("names:\n- one\n- two", {"names": ("one", "two")}),
    ("table: {yes: no}", {"table": {"yes": "no"}}),
    ("moment: 2026-01-05", {"moment": datetime(2026, 1, 5, tzinfo=UTC)}),
    ("moment: 2026-01-05 14:05", {"moment": datetime(2026, 1, 5, 14, 5, tzinfo=UTC)}),
    ("moment: 2026-01-05T14:05:00+02:00", {"moment": datetime(2026, 1, 5, 12, 5, tzinfo=UTC)}),
    ("moment: null", {}),
    ("extra: [1, -7, 1.5, .5, 1e3, 1.]", {"extra": [1, -7, 1.5, 0.5, 1000.0, 1.0]}),
    ("extra: [true, null, text, '1', 1_000]", {"extra": [True, None, "text", "1", "1_000"]}),
    ("extra: [nan, Inf, infinity, 1e999, 12:30]", {"extra": ["nan", "Inf", "infinity", "1e999", "12:30"]}),
    ("extra: 123456789012345678901234567890", {"extra": "123456789012345678901234567890"}),
    ("extra: {a: {b: [c]}}", {"extra": {"a": {"b": ["c"]}}}),
    ("extra: [&x 1, *x]", {"extra": [1, 1]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), GOOD)
def test_good_values(text: str, fields: dict[str, Any]) -> None:
    assert read(text) == (Sample(**fields), [])


BAD = [
    ("text: [a]", "1:7: Expected text, found a list."),
    ("text: {a: b}", "1:7: Expected text, found 'key: value'."),
    ("number: 10", "1:9: 10 is too large."),
    ("number: 0", "1:9: 0 is too small."),
    ("number: 1.5", "1:9: Expected a whole number, found '1.5'."),
    ("number: 123456789012345678901234567890", "1:9: 12345678901234567890... is too large."),
    ("flag: yes", "1:7: Expected true or false, found 'yes'. Write true."),
    ("flag: 0", "1:7: Expected true or false, found '0'. Write false."),
    ("kind: newz", "1:7: 'newz' is not one of news, opinion. Did you mean 'news'?"),
    ("moment: 2026-13-01", "1:9: There is no month 13."),
    ("names: one, two", "1:8: Expected a list, found text. Write [one, two]."),
    ("names: [one, [two]]", "1:14: Expected text, found a list."),
    ("table: [a]", "1:8: Expected 'name: value' lines here."),
    ("txet: a", "1:1: Unknown key 'txet'. Did you mean 'text'?"),
    ("text: a\ntext: b", "2:1: The key 'text' appears twice. It is already on line 1; keep one."),
    ("- text", "1:1: Expected 'key: value' lines here. Known keys: text,"),
    ("text: !secret a", "1:7: A text cannot begin with '!'."),
    ("extra: [!!x a, !y b]", "1:16: A text cannot begin with '!'."),
    ("[a, b]: c", "1:1: A key must be a plain name."),
    ("extra: &a [*a]", "1:1: This YAML is nested too deep, or contains itself."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "problem"), BAD)
def test_bad_values(text: str, problem: str) -> None:
    problems = read(text)[1]
    assert [line for line in problems if line.startswith(f"a.yaml:{problem}")] == problems != []


def test_all_problems_come_at_once_and_the_rest_is_read() -> None:
    value, problems = read("number: x\nflag: y\nnames: [a, [b]]\ntext: good\nmore: z")
    assert value == Sample(names=("a",), text="good")
    assert len(problems) == 4


def test_a_missing_key_is_said_unless_its_misspelling_is() -> None:
    assert read("summary: x", FrontMatter)[1] == ["a.yaml:1:1: The key 'title' is missing. Add 'title: ...'."]
    assert read("titel: x", FrontMatter)[1] == ["a.yaml:1:1: Unknown key 'titel'. Did you mean 'title'?"]


def test_anchors_cannot_make_much_of_little() -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [
        f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    _, problems = read("extra:\n  " + "\n  ".join(rows))
    assert len(problems) == 1
    assert "expands to too many values" in problems[0]


def test_a_theme_may_be_named_alone() -> None:
    value, problems = read("theme: plain", Settings)
    assert (value.theme.name, problems) == ("plain", [])


_LINES = st.sampled_from(
    ["text: a", "names: [a, b", "names:", "- a", " - b", "  text: b", "'q", '"q', "flag: yes", "a: b: c", "\tx: y",
     "---", "...", "&a b", "*a : c", "? x", "extra: &e [*e]", "{", "}", "]", "text: |", "  deep", "% x", "@x", "# c",
     "é: ü 🙂", "", "text: \u2028x: y", "!t", "number: 1e9", "<<: *a", "moment: 0001-01-01T00:00:00+14:00", "key"]
)  # fmt: skip


@given(st.lists(_LINES, max_size=8).map("\n".join) | st.text(max_size=60))
def test_whatever_is_read_the_problems_are_placed_in_the_file(text: str) -> None:
    reading = Reading("a.yaml", text, UTC, first_line=2)
    value = read_yaml(Sample, reading)
    assert value is not None or reading.problems
    rows = text.split("\n")
    for problem in reading.problems:
        assert 2 <= problem.line <= len(rows) + 1
        assert 1 <= problem.column <= len(rows[problem.line - 2]) + 1
        assert problem.excerpt == rows[problem.line - 2].rstrip()
        assert problem.what.endswith((".", "?"))
        assert problem.hint
    for key in ("text", "names", "moment", "a", "é"):
        span = reading.span((key,))
        assert 2 <= span.line <= len(rows) + 1 and span.column >= 1 and span.length >= 0


_PRINTED = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x85\u2028\u2029\ufeff\ufffe\uffff")


@given(st.text(_PRINTED, max_size=40))
def test_any_quoted_text_comes_back(text: str) -> None:
    written = yaml.safe_dump({"text": text}, allow_unicode=True, width=10**6, default_style='"')
    value, problems = read(written)
    assert (value.text, problems) == (text, [])

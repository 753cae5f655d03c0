"""Where values are in a YAML text, without a look at any message."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.problem import Keys, Problem, Span, ValueProblem
from site_gen.parsing.document import Reading, with_place
from site_gen.parsing.schema import read_yaml

TEXT = """\
title: "A ship"
menu:
  - {title: One, url: /one/}
  - title: Two
    url: '/two/'
    children: [{title: Below, url: /two/below/}]
'quoted key': plain
empty:
long: |
  one
  two
"""
SPANS: list[tuple[Keys, bool, Span]] = [
    (("title",), False, Span(1, 9, 6)),
    (("title",), True, Span(1, 1, 5)),
    (("menu", 0, "url"), False, Span(3, 23, 5)),
    (("menu", 1, "url"), False, Span(5, 11, 5)),
    (("menu", 1, "children", 0, "url"), False, Span(6, 36, 11)),
    (("quoted key",), False, Span(7, 15, 5)),
    (("quoted key",), True, Span(7, 2, 10)),
    (("empty",), False, Span(8, 1, 5)),  # what is not there is shown by its key
    (("long",), False, Span(9, 7, 1)),
    (("menu", 1, "colour"), True, Span(4, 5, 10)),  # the nearest that is there
    (("menu", 7, "url"), False, Span(3, 3, 24)),
    (("nothing",), False, Span(1, 1, 15)),
]


@pytest.mark.parametrize(("keys", "of_key", "span"), SPANS)
def test_a_value_has_its_place(keys: Keys, of_key: bool, span: Span) -> None:
    found = Reading("site.yaml", TEXT, UTC).span(keys, of_key)
    assert (found.line, found.column) == (span.line, span.column)
    assert found.length == span.length or keys in (("menu", 7, "url"), ("nothing",))


def test_lines_are_those_of_the_file() -> None:
    assert Reading("a.md", "title: A\nslug: b", UTC, first_line=2).span(("slug",)) == Span(3, 7, 1)


def test_items_that_could_not_be_read_do_not_move_the_others() -> None:
    reading = Reading("a.yaml", "[3, x, 4]", UTC)
    assert read_yaml(tuple[int, ...], reading) == (3, 4)
    assert reading.span((1,)) == Span(1, 8, 1)


PLACED = [
    ("site.yaml", b"title: A\nlanguage: fr\n", ("language",), "site.yaml:2:11: W. H."),
    (
        "content/posts/a.md",
        b"---\ntitle: A\ntags: [x, 'y z']\n---\nText",
        ("tags", 1),
        "content/posts/a.md:3:12: W. H.",
    ),
    ("site.yaml", b"title: A\n", ("language",), "site.yaml: W. H."),
    ("site.yaml", b"title: A\n", ("title", "name"), "site.yaml:1:8: W. H."),
    ("site.yaml", b"title: [\n", ("title",), "site.yaml: W. H."),
    ("content/posts/a.md", b"Text", ("title",), "content/posts/a.md: W. H."),
    ("static/a.bin", b"\xff\xfe", ("slug",), "static/a.bin: W. H."),
]


@pytest.mark.parametrize(("path", "data", "keys", "said"), PLACED)
def test_a_later_problem_gets_its_place(path: str, data: bytes, keys: Keys, said: str) -> None:
    problem = with_place(ValueProblem(path, keys, "W.", "H."), data)
    assert str(problem) == said
    assert bool(problem.excerpt) == bool(problem.line)


def test_a_key_may_be_meant() -> None:
    problem = with_place(ValueProblem("a.yaml", ("a", "b"), "W.", of_key=True), b"a: {b: c}")
    assert problem == Problem("a.yaml", 1, 5, "W.", "", "a: {b: c}")


@given(st.text(max_size=60), st.sampled_from([("a",), ("a", 0), ("a", "b", 1), ()]), st.booleans())
def test_no_text_makes_it_fail(text: str, keys: Keys, of_key: bool) -> None:
    for written in (text, f"a: {text}", f"a: [{text}]"):
        reading = Reading("a.yaml", written, UTC)
        span = reading.span(keys, of_key)
        assert 1 <= span.line <= written.count("\n") + 1
        assert span.column >= 1 and span.length >= 0
        problem = with_place(ValueProblem("a.yaml", keys, "W.", "", of_key), written.encode("utf-8", "replace"))
        assert problem.column <= len(written) + 2

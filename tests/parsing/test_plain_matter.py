"""Front matter that is read without the YAML parser: what the parser says, or left to it."""

from datetime import UTC
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.model.post import FrontMatter, PageMatter
from site_gen.parsing.document import Reading
from site_gen.parsing.plain_matter import plain_value
from site_gen.parsing.schema import read_yaml


def parsed(kind: type[Any], text: str) -> tuple[Any, list[str]]:
    reading = Reading("a.md", text, UTC)
    return read_yaml(kind, reading), [str(problem) for problem in reading.problems]


PLAIN = [
    "title: Talks end",
    'title: "Talks: an end"\ndate: 2025-01-10',
    "title: It's 12:30, and “all” – is well (mostly)\nupdated: 2025-01-10T08:00:00Z",
    "title: 'A \"word\"'\nauthors: [Staff, O'Neil Brown]\ntags: [NATO, Su-57 (jet),no,null]",
    "title: Міністр\ntags: []\nslug: 007\nguid: http://example.org/?p=12",
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_plain_is_read_without_the_parser(text: str) -> None:
    value = plain_value(FrontMatter, text, UTC)
    assert value is not None
    assert (value, []) == parsed(FrontMatter, text)


LEFT = [
    "",
    "slug: a",
    "title: null",
    "title: a #b",
    "title: a: b",
    "title: a:",
    "title: a ",
    "title: 'it''s'",
    'title: "a\\tb"',
    "title: a\tb",
    "title: a\n  b",
    "title: a\ntitle: b",
    "title: a\nauthor: b",
    "title: a\ndate: soon",
    "title: [a]",
    "title: a\ntags: b",
    "title: a\ntags: [a, 'b']",
    "title: a\ntype: news",
    "title: a\nextra: x",
    "title: a\n---",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_plain_is_left_to_the_parser(text: str) -> None:
    assert plain_value(FrontMatter, text, UTC) is None


_SPECIAL = st.sampled_from(list("ab1éЖ—’.,:;!?#&*[]{}'\"|>%@`~=/\\()+_-\t 国\xa0\u2028\U0001f6a2\n"))
_TAME = st.sampled_from(list("ab1Ж .,:'-/&()+"))
_CALM = st.text(_TAME, min_size=1, max_size=8).map(str.strip)
_SOME = st.one_of(_CALM, _CALM, _CALM, st.text(_SPECIAL, max_size=8), st.sampled_from(("~", "NULL", "a: b")))
_WRITTEN = _SOME | _SOME.map('"{}"'.format) | _SOME.map("'{}'".format)
_LISTED = st.lists(_SOME, max_size=3).map(", ".join).map("[{}]".format)
_DATED = st.sampled_from(("2025-01-10", "2025-1-1 08:00", "2025-13-01", '"2025-01-10T08:00:00+02:00"'))
_FIELDS = {
    "slug": _WRITTEN,
    "date": _DATED,
    "updated": _DATED,
    "tags": _LISTED,
    "aliases": _LISTED,
    "draft": _SOME,
}
_MATTER = st.fixed_dictionaries({"title": st.just("T") | _WRITTEN}, optional=_FIELDS).map(
    lambda fields: "\n".join(f"{key}: {value}" for key, value in fields.items())
)


@pytest.mark.law
@settings(max_examples=400)
@given(_MATTER, st.sampled_from((FrontMatter, PageMatter)))
def test_the_parser_says_the_same(text: str, kind: type[Any]) -> None:
    value = plain_value(kind, text, UTC)
    assert value is None or (value, []) == parsed(kind, text)

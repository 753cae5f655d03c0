"""Which edits change a text and nothing else: those after which the index differs in its bodies alone."""

from datetime import UTC, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.indexing.body_edits import is_body_edit, shown_body
from site_gen.model.picture import Reference
from site_gen.model.post import Entry, TagEntry, TextLink
from site_gen.model.site import Site
from site_gen.parsing.post import read_tag_text
from tests.support import entry, site_of

OTHER = entry("b", "B", "2026-01-06", body="See [it](a.md).\n")
TEXTS = ("Briefly.\n", "Briefly put.\n\n# A heading\n", "", "![A ship](a.png)\n", "One.\n\nTwo.\n")
FRONTS: tuple[dict[str, Any], ...] = (
    {},
    {"summary": "A summary."},
    {"summary": "Another."},
    {"tags": ["x"]},
    {"draft": True},
    {"extra": {"n": 1}},
)
EDITS = st.tuples(st.sampled_from(FRONTS), st.sampled_from(TEXTS))


def but_for_the_text(site: Site, after: Entry) -> Site:
    """A site with the text of an entry put in the place of that before."""
    posts = tuple(
        replace(one, source=after.source, body=shown_body(one.body, after.body))
        if one.source.path == after.source.path
        else one
        for one in site.posts
    )
    return replace(site, posts=posts)


@given(EDITS, EDITS)
def test_after_a_body_only_edit_the_index_differs_in_that_body_alone(
    one: tuple[dict[str, Any], str], other: tuple[dict[str, Any], str]
) -> None:
    before, after = (entry("a", "A", body=text, **front) for front, text in (one, other))
    same = is_body_edit(before, after)
    assert same == is_body_edit(after, before)
    if same:
        assert site_of(after, OTHER) == but_for_the_text(site_of(before, OTHER), after)
    if one == other:
        assert same
    if one[0] != other[0]:
        assert not same


@pytest.mark.parametrize(
    "front",
    [
        {"title": "Another"},
        {"summary": "Another."},
        {"extra": {"n": True, "m": 2}},
        {"extra": {"n": 1.0, "m": 2}},
        {"extra": {"m": 2, "n": 1}},
        {"pinned": True},
        {"slug": "c"},
    ],
)
def test_whatever_else_the_file_says_is_no_part_of_it(front: dict[str, Any]) -> None:
    own: dict[str, Any] = {"title": "A", "summary": "A.", "extra": {"n": 1, "m": 2}}
    before, after = (entry("a", **{**own, **more}, body=f"{len(more)}\n") for more in ({}, front))
    assert is_body_edit(before, entry("a", **own, body="Quite another.\n"))
    assert not is_body_edit(before, after)


def test_moments_from_the_ledger_which_has_no_zones_are_the_same() -> None:
    before = entry("a", "A", summary="A.")
    there = replace(before, date=before.date.astimezone(timezone(timedelta(hours=3))))
    assert is_body_edit(there, entry("a", "A", summary="A.", body="Another.\n"))


def test_an_excerpt_is_shown_elsewhere() -> None:
    assert not is_body_edit(entry("a", "A", body="One.\n"), entry("a", "A", body="Two.\n"))
    deck = entry("a", "A", summary="Briefly put.", body="One.\n")
    assert not is_body_edit(deck, entry("a", "A", summary="Briefly put.", body="It was briefly put.\n"))


def test_pictures_and_links_may_move_but_not_change() -> None:
    before = entry("a", "A", summary="A.")

    def with_refs(src: str, href: str, line: int) -> Entry:
        body = replace(before.body, asks=(Reference(src, line, "A ship"),), links=(TextLink(href, line),))
        return replace(before, body=body)

    assert is_body_edit(with_refs("a.png", "b.md", 3), with_refs("a.png", "b.md", 8))
    assert not is_body_edit(with_refs("a.png", "b.md", 3), with_refs("b.png", "b.md", 3))
    assert not is_body_edit(with_refs("a.png", "b.md", 3), with_refs("a.png", "b.md#part", 3))


def test_a_tag_with_a_text_and_one_without_differ_and_so_do_files() -> None:
    def of(text: str, name: str = "x") -> TagEntry:
        read = read_tag_text(f"content/tags/{name}.md", name, f"---\n---\n{text}".encode(), UTC, raw_html=False).value
        assert isinstance(read, TagEntry)
        return read

    assert is_body_edit(of("One.\n"), of("Two.\n"))
    assert not is_body_edit(of("One.\n"), of(""))
    assert not is_body_edit(of("One.\n"), of("One.\n", "y"))
    assert not is_body_edit(of("One.\n"), entry("x", "X"))

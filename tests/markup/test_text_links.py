import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.text_links import (
    fragment_of,
    heading_hint,
    ids_in,
    is_to_text,
    links_in,
    with_targets,
    with_targets_in_text,
)
from site_gen.model.post import LinkTarget

TARGETS = (LinkTarget("b.md", "/b/"), LinkTarget("a&b.md#c", "/ab/#c"), LinkTarget("draft.md", ""))


@pytest.mark.parametrize("href", ["b.md", "../posts/b.md#part", "a%20b.md", "B.MD", "./b.md"])
def test_names_of_files(href: str) -> None:
    assert is_to_text(href)


@pytest.mark.parametrize(
    "href", ["/b.md", "https://x.org/b.md", "//x.org/b.md", "#b.md", "b", "mailto:a@b.md", "b.md/c"]
)
def test_other_addresses(href: str) -> None:
    assert not is_to_text(href)


def test_links_and_places_are_read_as_they_are_meant() -> None:
    made = '<h2 id="a">A</h2><p><a class="x" href="a&amp;b.md#c">b</a> <a name="d">e</a> <img src="f"></p>'
    assert links_in(made) == ("a&b.md#c",)
    assert ids_in(made) == {"a", "d"}
    assert fragment_of("b.md#caf%C3%A9") == "café"


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ('<a href="b.md">b</a>', '<a href="/b/">b</a>'),
        ('<a title="t" href="a&amp;b.md#c"><em>b</em></a>', '<a title="t" href="/ab/#c"><em>b</em></a>'),
        ('<p>a <a href="draft.md">b <em>c</em></a> <a href="d">e</a></p>', '<p>a b <em>c</em> <a href="d">e</a></p>'),
        ('<code>href="b.md"</code>', '<code>href="b.md"</code>'),
        ('<a href="other.md">b</a>', '<a href="other.md">b</a>'),
    ],
)
def test_links_lead_to_addresses_and_hidden_ones_leave_their_words(made: str, expected: str) -> None:
    assert with_targets(made, TARGETS) == expected


def test_the_copy_in_markdown_has_the_addresses_too() -> None:
    text = '[b](b.md) [c](<b.md> "t") [d](b.md#x) [e](xb.md) [f][r]\n\n[r]: b.md\n[s]: draft.md\n'
    made = '[b](/b/) [c](</b/> "t") [d](b.md#x) [e](xb.md) [f][r]\n\n[r]: /b/\n[s]: draft.md\n'
    assert with_targets_in_text(text, TARGETS) == made


def test_what_may_be_meant() -> None:
    ids = frozenset({"part-one", "part-two", "fn-1"})
    assert heading_hint("part-on", ids) == "Did you mean 'part-one'?"
    assert heading_hint("zzz", ids) == "There are: part-one, part-two."
    assert heading_hint("x", frozenset({"fnref-1"})) == "That text has no headings."


@given(st.lists(st.sampled_from(['<a href="b.md">', '<a href="draft.md">', "</a>", "<b>", "words"]), max_size=9))
def test_nothing_else_changes(pieces: list[str]) -> None:
    made = "".join(pieces)
    done = with_targets(made, TARGETS)
    assert done.replace("/b/", "b.md").replace('<a href="b.md">', "").replace("</a>", "") == made.replace(
        '<a href="b.md">', ""
    ).replace('<a href="draft.md">', "").replace("</a>", "")

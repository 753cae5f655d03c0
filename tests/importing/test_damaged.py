"""Whatever an export of a platform holds, its texts are read or refused, and nothing else happens."""

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.importing.html_body import markdown_of
from site_gen.importing.readers.ghost.markup import plain_cards
from site_gen.importing.readers.ghost.text import text_of_post
from site_gen.importing.readers.medium.markup import read_body, read_entry
from site_gen.importing.readers.substack.markup import read_text
from tests.importing.ghost_site import FULL, MOBILEDOC, SEEN
from tests.importing.test_medium import pages
from tests.importing.test_substack import FIRST

JUNK = st.one_of(st.none(), st.booleans(), st.integers(-1, 9), st.text(max_size=3), st.just([]), st.just({}))
PIECES = ("<", ">", '"', "</div>", "<div>", "<a ", "<!--", "-->", "<p", "</section>", "&#", "\0", "<figure>", "</a>")
PAGE = next(iter(pages("https://x.example").values()))


class Nowhere:
    """Links that lead nowhere here."""

    def link(self, href: str) -> str | None:
        return href if href.startswith("http") else None

    def picture(self, src: str) -> str | None:
        return None


def damaged(draw: st.DrawFn, value: Any, odds: int) -> Any:
    """The value, some of whose parts are others or missing."""
    if draw(st.integers(0, odds)) == 0:
        return draw(JUNK)
    if isinstance(value, dict):
        return {key: damaged(draw, inner, odds) for key, inner in value.items() if draw(st.integers(0, odds))}
    if isinstance(value, list):
        return [damaged(draw, inner, odds) for inner in value if draw(st.integers(0, odds))]
    return value


@st.composite
def json_like(draw: st.DrawFn, source: str) -> str:
    root = json.loads(source)
    if "root" in root:
        children = root["root"]["children"]
        root["root"]["children"] = [draw(st.sampled_from(children)) for _ in range(3)]
    return json.dumps(damaged(draw, root, 20))


@st.composite
def html_like(draw: st.DrawFn, source: str) -> str:
    for _ in range(draw(st.integers(1, 5))):
        at, cut = draw(st.integers(0, len(source))), draw(st.integers(0, 40))
        source = source[:at] + draw(st.sampled_from(PIECES)) + source[at + cut :]
    return source


@settings(max_examples=60, deadline=None)
@given(json_like(FULL), json_like(MOBILEDOC), html_like(SEEN))
def test_texts_of_ghost(lexical: str, mobiledoc: str, html: str) -> None:
    for form, source in (("lexical", lexical), ("mobiledoc", mobiledoc)):
        made = text_of_post({form: source, "html": html})
        if made.html is not None:
            markdown_of(made.html, Nowhere(), made.body)
    assert isinstance(plain_cards(html)[0], str)


@settings(max_examples=60, deadline=None)
@given(html_like(FIRST), html_like(PAGE))
def test_texts_of_substack_and_medium(text: str, page: str) -> None:
    made, _, _ = read_text(text)
    markdown_of(made, Nowhere(), text)
    entry = read_entry(page)
    if entry is not None:
        markdown_of(read_body(entry).html, Nowhere(), page)


def test_halves_of_characters_are_replaced() -> None:
    text = '{"root": {"children": [{"type": "paragraph", "children": [{"type": "text", "text": "a\\ud800b"}]}]}}'
    made = text_of_post({"lexical": text})
    assert made.html is not None and markdown_of(made.html, Nowhere()).text == "a?b"


def test_the_rest_of_a_text_is_kept_where_an_element_has_no_end() -> None:
    made, losses, _ = read_text('<p>One</p><div class="subscription-widget-wrap"><p>Subscribe</p><p>Two</p>')
    assert "Two" in made and losses == ()
    made, losses, _ = read_text('<div class="subscription-widget-wrap"><div>Now</div></div><p>Two</p>')
    assert made == "<p>Two</p>" and [one.what for one in losses] == [
        "a form for subscribers is left out; words in it: 1"
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "<div>", "</x>", "<div class='poll-embed'>", "<h3 class='graf--title'>", "<h3 ", "<a ", '<a href="', "<!--",
        '<!--kg-gated-block:begin nonMember:false -->', "<div class='footnote'>", "<script ", "<div></x>",
    ],
)  # fmt: skip
def test_reading_takes_time_in_proportion(piece: str) -> None:
    source = f"<p>One</p>{piece * 4000}"
    page = PAGE.replace("<figure", source + "<figure", 1)
    start = time.process_time()
    markdown_of(read_text(source)[0], Nowhere(), source)
    markdown_of(plain_cards(source)[0], Nowhere())
    entry = read_entry(page)
    assert entry is not None
    read_body(entry)
    assert time.process_time() - start < 3

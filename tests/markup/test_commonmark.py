import html
import re

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.commonmark import MAY_BE_HTML, CommonMark
from site_gen.model.settings import MarkdownSettings

ENGINE = CommonMark(MarkdownSettings(engine="commonmark"))
ELEMENTS = {"p", "em", "strong", "code", "pre", "a", "img", "ul", "ol", "li", "blockquote", "hr", "br"}
ELEMENTS |= {f"h{level}" for level in range(2, 7)}
PIECES = [
    "<",
    ">",
    "/",
    "a",
    "div",
    "!--",
    "-->",
    "?",
    " ",
    "\n",
    "http://x",
    "x@y.z",
    "=",
    '"',
    "`",
    "-",
    ":",
    "![CDATA[",
    "script",
]
CASES = [
    ("# A\n\n### B\n", '<h2 id="a">A</h2>\n<h3 id="b">B</h3>'),
    ("## Same\n\n## Same\n", '<h2 id="same">Same</h2>\n<h2 id="same_1">Same</h2>'),
    ("## Own {#here}\n", '<h2 id="here">Own</h2>'),
    ('She said "it\'s" -- `"code"`\n', '<p>She said “it’s” – <code>"code"</code></p>'),
    ("|a|\n|:-:|\n|1|\n", '<th class="align-center">a</th>'),
    ("A.[^x]\n\n[^x]: Note.\n", '<a class="footnote-ref" href="#fn-x">'),
    ("A.[^x]\n\n[^x]: Note.\n", 'id="fn-x"'),
]


@pytest.mark.parametrize(("text", "part"), CASES)
def test_what_the_reference_engine_offers_is_here_too(text: str, part: str) -> None:
    assert part in ENGINE.render(text, False)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick=alert(1)>b</b>",
        "<div>\n\n*x*\n\n</div>",
        "<!-- a -->\n<img src=x onerror=alert(1)>",
        "> <p>quoted",
        "- <i>item",
    ],
)
def test_raw_html_of_untrusted_text_is_shown_as_words(text: str) -> None:
    made = CommonMark(MarkdownSettings(engine="commonmark", typography=False)).render(text, False)
    assert not re.search(r"<(?!/?(?:p|em|ul|li|blockquote)>)", made)
    shown = html.unescape(re.sub(r"<[^>]*>", "", made))
    assert all(word in shown for word in re.findall(r"<[^>\n]*>", text))


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_what_cannot_be_html_is_not_taken_for_it(text: str) -> None:
    """The quick look at a text misses no raw HTML that the parser finds."""
    kinds = [event for event in pyromark.events(text, options=ENGINE._options) if isinstance(event, dict)]
    if not MAY_BE_HTML.search(text):
        assert not any("Html" in event or "InlineHtml" in event for event in kinds)


def test_raw_html_of_trusted_text_stays() -> None:
    assert ENGINE.render("<b>x</b>", True) == "<p><b>x</b></p>"


def test_addresses_that_run_something_are_taken_out() -> None:
    assert "javascript" not in ENGINE.render("[x](javascript:alert(1))", False)


@given(st.text(alphabet="<>/ab!-?&\"'=`*_[]()\n \\x#", max_size=60))
def test_no_untrusted_text_makes_an_element_of_its_own(text: str) -> None:
    made = ENGINE.render(text, False)
    names = set(re.findall(r"</?([a-z][a-z0-9]*)", made))
    assert names <= ELEMENTS
    assert not re.search(r"<[^>]*\son\w+=", made)

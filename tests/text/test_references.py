"""References to no character, of any length, end no run."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.python_markdown import PythonMarkdown
from site_gen.model.settings import MarkdownSettings
from site_gen.text.references import HTMLReader, readable, unescape
from tests.support import ROOT

TOO_LONG = f"&#{'9' * 5000};"
REFERENCES = st.one_of(
    st.integers(0, 0x120000).map(lambda number: f"&#{number};"),
    st.integers(0, 0x120000).map(lambda number: f"&#x{number:x}"),
    st.sampled_from(["&amp;", "&eacute", "&", "&#", "&#x;", "a", " ", ";"]),
)


@given(st.lists(REFERENCES, max_size=6).map("".join))
def test_it_is_as_pythons_own(text: str) -> None:
    assert unescape(text) == html.unescape(text)


@pytest.mark.parametrize("text", [TOO_LONG, f"&#{'0' * 5000}65;", f"&#x{'f' * 9000};", "&#99999999", "&#x1000000;"])
def test_what_is_no_character_is_shown_as_such(text: str) -> None:
    assert unescape(f"a {text} b") == "a \ufffd b"
    reader = HTMLReader()
    reader.feed(f'<p title="{text}">{text}</p>')
    reader.close()
    assert "\ufffd" in PythonMarkdown(MarkdownSettings()).render(f"## A {text}\n\n| {text} |\n|---|\n| b |", False)


def test_pythons_parser_would_fail() -> None:
    with pytest.raises(ValueError, match="digits"):
        HTMLParser().feed(f'<p title="{TOO_LONG}">')
    assert readable("&#8217; & &#x2019;") == "&#8217; & &#x2019;"


def test_nothing_else_reads_references() -> None:
    used = re.compile(r"html\.unescape|from html import [^\n]*unescape|from html\.parser import")
    modules = [path for path in (ROOT / "site_gen").rglob("*.py") if used.search(path.read_text(encoding="utf-8"))]
    assert [path.name for path in modules] == ["references.py"]

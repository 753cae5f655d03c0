"""Fenced code wherever CommonMark reads it, told by another implementation of CommonMark."""

import re
import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from site_gen.markup.inner_fences import with_plain_fences
from site_gen.markup.python_markdown import PythonMarkdown
from site_gen.model.settings import MarkdownSettings

ENGINE = PythonMarkdown(MarkdownSettings(typography=False))
_CODE = re.compile(r'<pre><code(?: class="language-([^"]*)")?>(.*?)</code></pre>', re.S)

INFO = st.sampled_from(["", "js", "python", 'js title="a.js"', "go-html {file=a}", "rust,linenos", "c++"])
LINES = st.lists(
    st.sampled_from(["x = 1", "  deeper", "", "- no item", "# no heading", "``", "> no", "<b>"]),
    max_size=4,
)
FENCES = st.sampled_from(["```", "````", "~~~"])
PLACES = st.sampled_from(
    [
        ("", "", ""),
        ("", " ", " "),
        ("- a\n\n", "  ", "  "),
        ("- a\n", "  ", "  "),
        ("1. a\n\n", "   ", "   "),
        ("- a\n  - b\n\n", "    ", "    "),
        ("- a\n    - b\n\n", "      ", "      "),
        ("- ", "", "  "),
        ("> words\n>\n", "> ", "> "),
        ("> - a\n>\n", ">   ", ">   "),
    ]
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Blocks with fenced code of every kind in every place, apart from one another by a paragraph."""
    blocks = []
    for _ in range(draw(st.integers(1, 3))):
        (above, first, more), fence, info = draw(PLACES), draw(FENCES), draw(INFO)
        closing = fence + draw(st.sampled_from(["", fence[0]]))
        lines = [f"{above}{first}{fence}{info}", *(f"{more}{line}" for line in draw(LINES)), f"{more}{closing}"]
        blocks.append("\n".join(line.rstrip(" ") if line.strip(" ") != ">" else ">" for line in lines))
    return "\n\nwords between\n\n".join(blocks)


def _code(html: str) -> list[tuple[str, str]]:
    return [(language, unescape(code)) for language, code in _CODE.findall(html)]


def _of_commonmark(text: str) -> list[tuple[str, str]]:
    found = [token for token in MarkdownIt("commonmark").parse(text) if token.type == "fence"]
    return [(re.match(r"[\w#.+-]*", one.info)[0], one.content) for one in found]  # type: ignore[index]


@given(documents(), st.booleans())
def test_the_code_is_that_of_commonmark(text: str, trusted: bool) -> None:
    if trusted and "<b>" in text:
        text = text.replace("<b>", "b")  # raw HTML is read before lists are
    assert _code(ENGINE.render(text, trusted)) == _of_commonmark(text)


@given(documents())
def test_the_quick_way_gives_what_the_library_gives(text: str) -> None:
    assert ENGINE.render(text, False) == ENGINE._convert(text, False, True)


ANY_LINES = st.lists(
    st.sampled_from(
        [
            *("```", "````", "~~~", "```js", "```md a=b", "  ```", "   ```x", "    ```", "- ```", "> ```", "> - ~~~"),
            *("- a", "  b", "1. c", "", "", "words", "    deep", "# H"),
        ]
    ),
    max_size=10,
).map("\n".join)


@given(ANY_LINES, st.booleans())
def test_any_lines_are_read_in_one_way(text: str, trusted: bool) -> None:
    assert ENGINE.render(text, trusted) == ENGINE._convert(text, trusted, True)


@given(documents())
def test_what_is_plain_stays(text: str) -> None:
    made = with_plain_fences(text, lambda _: "here")
    assert with_plain_fences(made, lambda _: "there") == made


@pytest.mark.parametrize(
    "text",
    [
        "- a\n\n      ```\n      code of the other kind\n      ```",
        "```a\nnever closed",
        "- a\n  ```\n  b\n\nc\n\n```",
        "> ```\n> the quotation ends\n\n```",
        "```x``` in a line",
        "``\ntoo short\n``",
    ],
)
def test_what_is_no_fence_stays(text: str) -> None:
    assert with_plain_fences(text, lambda _: "here") == text


def test_a_fence_is_longer_than_any_line_beside_it() -> None:
    html = ENGINE.render("````\n\n# Heading\n\nwords\n\n```md title=x\n~~~\n```x\nb\n```\n\nafter", False)
    assert "<h2" in html and _code(html) == [("md", "~~~\n```x\nb\n")]


def test_an_open_fence_above_does_not_hide_one_in_an_item() -> None:
    assert _code(ENGINE.render("```js\n\n1.  foo\n\n    ```\n    x\n    ```", False)) == [("", "x\n")]


@pytest.mark.parametrize(
    "line",
    [
        "- ```a",
        "  ```a",
        "> ```",
        "> > ```a",
        "- a\n  ```",
        "````x",
        "``` `",
        "1. ~~~",
        "`````x\n- ````y",
        "- a\n  ```x\n   b",
    ],
)
def test_time_is_linear(line: str) -> None:
    def seconds(count: int) -> float:
        text = "\n".join([line] * count)
        began = time.process_time()
        with_plain_fences(text, lambda _: "")
        return time.process_time() - began

    seconds(100)
    assert min(seconds(8000) for _ in range(3)) < 20 * min(seconds(1000) for _ in range(3)) + 0.05

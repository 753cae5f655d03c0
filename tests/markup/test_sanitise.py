import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.sanitise import sanitise


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>plain <em>text</em></p>", "<p>plain <em>text</em></p>"),
        ('<h2 id="a-b">x</h2>', '<h2 id="a-b">x</h2>'),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href="https://x.org/">a</a>', '<a href="https://x.org/">a</a>'),
        ('<a href="/tags/">a</a>', '<a href="/tags/">a</a>'),
        ('<img src="data:image/png;base64,x" alt="y">', '<img alt="y">'),
        ('<p style="position:fixed">a</p>', "<p>a</p>"),
        ('<img src="/x.png" alt="a <b> c">', '<img src="/x.png" alt="a &lt;b&gt; c">'),
        ("<iframe src='https://x.org'></iframe><p>a</p>", "<p>a</p>"),
        ("<p>a</p><!-- note -->", "<p>a</p>"),
        ('<td class="align-right" onclick="x()">1</td>', "1"),
        ('<a href="x:y">a</a>', "<a>a</a>"),
        ('<a href="&#106;avascript:x">a</a>', "<a>a</a>"),
        ('<a href="/x:y?a=1&amp;b=2" title="t">a</a>', '<a href="/x:y?a=1&amp;b=2" title="t">a</a>'),
    ],
)
def test_harmful_html_is_removed(html: str, made: str) -> None:
    assert sanitise(html) == made


class _Suspects(HTMLParser):
    """Gathers whatever a browser could run or load from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "iframe", "object", "embed", "form", "input", "base", "meta", "link", "svg"):
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                self.found.append(name)
            if name in ("href", "src") and re.match(r"\s*(?:javascript|data|vbscript|file)\s*:", value or "", re.I):
                self.found.append(f"{name}={value}")


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<script>",
        "</script>",
        '<a href="',
        "javascript:",
        'data:text/html,"',
        ' onload="x"',
        ">",
        "<",
        '"',
        "'",
        "<svg/",
        "<img src=x ",
        "onerror=y",
        "<style>",
        "<h2 id=",
        "&#106;",
        "\t",
        "/",
        "text",
        "<!--",
        "-->",
        "<math>",
        "\x00",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_nothing_that_runs_is_left(html: str) -> None:
    suspects = _Suspects()
    suspects.feed(sanitise(html))
    suspects.close()
    assert suspects.found == []

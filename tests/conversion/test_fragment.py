"""HTML of documents and mails as Markdown, which is read again as the same words."""

import pytest

from site_gen.conversion.fragment import to_markdown
from site_gen.extract.marked.read import read_markdown

CASES = {
    "<p>One</p><p>Two</p>": "One\n\nTwo",
    "<div>One<br><br>Two<br>three</div>": "One\n\nTwo  \nthree",
    "<p>A <b>bold </b>word and <i>one</i> <s>gone</s></p>": "A **bold** word and *one* ~~gone~~",
    "<p>2 &lt; 3 *stars* _lines_ # no [link](x)</p>": "2 &lt; 3 \\*stars\\* \\_lines\\_ # no \\[link\\](x)",
    "<p># no heading</p><p>1. no item</p>": "\\# no heading\n\n1\\. no item",
    "<h1>A <b>head</b></h1><h3>B</h3>": "# A **head**\n\n### B",
    "<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>": "- a\n- b\n  - c",
    '<ol start="3"><li>a</li><li>b</li></ol>': "3. a\n4. b",
    "<blockquote><p>a</p><p>b</p></blockquote>": "> a\n>\n> b",
    "<pre>a\n  b</pre>": "```\na\n  b\n```",
    "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td><p>3</p></td></tr></table>": (
        "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |"
    ),
    "<table><tr><td colspan=2>a</td></tr><tr><td>1</td><td>2</td></tr></table>": "| a |  |\n| --- | --- |\n| 1 | 2 |",
    "<table><tr><td>layout</td></tr></table>": "layout",
    '<p><a href="https://x.example/a b">link</a> <a href="javascript:x">none</a></p>': (
        "[link](https://x.example/a%20b) none"
    ),
    '<p>a<sup>2</sup> H<sub>2</sub>O</p>': "a² H₂O",
    '<p>a<sup><a href="#note-1">[1]</a></sup></p><ol><li id="note-1"><p>N</p></li></ol>': "a[^1]\n\n[^1]: N",
    '<p><img src="p" alt="A [ship]">text</p><p><img src="foreign"></p>': "text\n\n![A \\[ship\\]](p.png)",
    "<p>  <br> </p><ul><li></li></ul><hr>": "",
    "plain &amp; text": "plain & text",
}  # fmt: skip


@pytest.mark.parametrize("html", CASES)
def test_html_is_written_as_markdown(html: str) -> None:
    assert to_markdown(html, {"p": "p.png"}).text == CASES[html]


@pytest.mark.parametrize("html", [html for html in CASES if "foreign" not in html and "none" not in html])
def test_what_is_written_is_read_again_without_a_cut(html: str) -> None:
    text = to_markdown(html, {"p": "p.png"}).text
    assert [cut for cut in read_markdown(text, frozenset(("p.png",))).cuts if cut.rule != "headline"] == []


def test_a_caption_is_the_pictures_and_a_caption_without_one_is_text() -> None:
    html = (
        '<p class="caption">Alone</p><p><img src="p"></p><p class="caption">A <b>ship</b></p><figcaption>B</figcaption>'
    )
    found = to_markdown(html, {"p": "p.png"})
    assert (found.text, found.captions) == ("Alone\n\n![](p.png)\n\nB", {"p.png": "A ship"})


def test_deep_nesting_keeps_the_words() -> None:
    deep = to_markdown("<div>" * 5000 + "word" + "</div>" * 5000, {})
    assert deep.text == "word"
    tables = to_markdown("<table><tr><td>" * 40 + "word" + "</td></tr></table>" * 40, {})
    assert tables.text == "word"

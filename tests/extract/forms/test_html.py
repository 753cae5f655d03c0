import time

import pytest

from site_gen.extract.forms.html import take_html
from tests.extract.forms.texts import LEAD, cut, left, taken

PAGE = """<!doctype html>
<html><head><title>Harbour gets a pier - The Gazette</title>
<script>var a = "<p>no</p>";</script><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> Sport</nav>
<h1>Harbour gets a pier</h1>
<p>The council <b>approved</b> a pier
on Friday &amp; paid <a href="https://gazette.example/a?b=1&amp;c=2">for it</a>.</p>
<h2>What it costs</h2>
<ul><li>Stone</li><li>Wood<ul><li>Oak</li></ul></li></ul>
<blockquote><p>It is ours.</p></blockquote>
<footer>Imprint</footer></body></html>"""


def test_a_saved_page() -> None:
    found = taken(take_html, PAGE)
    assert left(found) == [
        "The council approved a pier on Friday &amp; paid for it.",
        "# What it costs",
        "- Stone",
        "- Wood",
        "- Oak",
        "> It is ours.",
    ]
    assert found.given.title == "Harbour gets a pier"
    assert cut(found) == [
        ("Harbour gets a pier - The Gazette", "headline"),
        ('var a = "<p>no</p>";', "script"),
        ("p { color: red }", "page code"),
        ("Home Sport", "page nav"),
        ("Harbour gets a pier", "headline"),
        ("https://gazette.example/a?b=1&c=2", "link address"),
        ("Imprint", "page footer"),
    ]
    assert [line.number for line in found.lines if line.text] == [6, 8, 9, 9, 9, 10]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<p>One.</p>\n<p>Two.</p>", ["One.", "Two."]),
        ("<p>One.\n<p>Two.\n<p>Three.", ["One.", "Two.", "Three."]),
        ("<div>One.<br>Two.<br/>Three.</div><p></p>", ["One.", "Two.", "Three."]),
        ("<ol><li>First<li>Second</ol>", ["- 1. First", "- 2. Second"]),
        ("<ol><li><p>First</p><p>more</p></li></ol>", ["- 1. First", "- more"]),
        ("<table><tr><th>A<th>B</tr><tr><td>1<td><b>2</b> x</tr></table>", ["| A | B", "| 1 | 2 x"]),
        ("<table><tr><td><p>Only text.</p><p>And more.</p></td></tr></table>", ["Only text. And more."]),
        ("<p>A</p><h3>B</h3><p>C</p>", ["A", "## B", "C"]),
        ("<p>A</p><blockquote>B<br>C</blockquote><p>D</p>", ["A", "> B", "> C", "D"]),
        ("<p>a &lt; b</p><p>c &amp;amp; d</p>", ["a &lt; b", "c &amp;amp; d"]),
        ("<pre>x\ny</pre><p>z</p>", ["x", "y", "z"]),
        ("<p>Sp<i>lit</i> wo<span>rd</span>s</p><p>x</p>", ["Split words", "x"]),
        ("<nav>Never closed <p>One.</p><p>Two.</p>", ["Never closed", "One.", "Two."]),
        ("<p>One.</p><script>never closed\n<p>Two.</p><p>Three.</p>", ["One.", "Two.", "Three."]),
        ("<p>One.</p><p onclick='a>b'>Two.</p>", ["One.", "b'>Two."]),
        ("<h1>A title</h1>\nOne line\n- an item\n\nAnother", ["One line", "- an item", "Another"]),
        ("<p>One</p>\nTwo\nThree<br>Four\nFive", ["One", "Two", "Three", "Four", "Five"]),
        ("<h1>A title<p>Then text.</p><p>More.</p>", ["Then text.", "More."]),
    ],
)
def test_parts_of_pages(text: str, lines: list[str]) -> None:
    assert left(taken(take_html, text)) == lines


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "a < b and c > d",
        "He wrote to <press@navy.example> and <b>waited</b>.",
        "<The brigade> said so.",
        "One <p> is none.",
        "<b>Bold</b> and <i>italic</i> <u>all</u> <em>over</em> the <span>place</span>",
        "<<<>>>",
        "<!-- a note -->\nA text.",
        "",
        "R&amp;D costs &lt; 3",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert left(taken(take_html, text)) == [line for line in text.split("\n") if line]


def test_the_page_s_own_title_serves_where_it_has_no_first_heading() -> None:
    assert taken(take_html, "<title>A pier</title><p>One.</p><p>Two.</p>").given.title == "A pier"


def test_a_later_first_level_heading_is_no_title() -> None:
    found = taken(take_html, f"<p>{LEAD}</p><h1>Costs</h1><p>They rose.</p>")
    assert found.given.title == ""
    assert left(found)[1] == "# Costs"


@pytest.mark.parametrize("piece", ["<script>", "<p ", "<!--", "<nav>", "<td>", "<ol><li>", "<h1>", "<table><tr>", "<"])
def test_time_grows_with_length_alone(piece: str) -> None:
    began = time.process_time()
    taken(take_html, "<p>a</p><p>b</p>" + piece * 20_000)
    assert time.process_time() - began < 5

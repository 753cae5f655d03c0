"""Markdown as people write it, with both engines: what one of them understands, the other does, too."""

import pytest

from site_gen.markup.engine import engine
from site_gen.model.settings import MarkdownSettings

ENGINES = {name: engine(MarkdownSettings(engine=name)) for name in ("python-markdown", "commonmark")}

NESTED = "<ul> <li>a <ul> <li>b</li> </ul> </li> <li>c</li> </ul>"
SAME = {
    "a list indented by two spaces": ("- a\n  - b\n- c", NESTED),
    "a list indented by four spaces": ("- a\n    - b\n- c", NESTED),
    "three levels": (
        "* a\n  * b\n    * c\n* d",
        "<ul> <li>a <ul> <li>b <ul> <li>c</li> </ul> </li> </ul> </li> <li>d</li> </ul>",
    ),
    "below a number": ("1. a\n   - b\n2. c", "<ol> <li>a <ul> <li>b</li> </ul> </li> <li>c</li> </ol>"),
    "a paragraph of an item": (
        "- a\n\n  more\n\n- b",
        "<ul> <li> <p>a</p> <p>more</p> </li> <li> <p>b</p> </li> </ul>",
    ),
    "a list right below a paragraph": ("Text:\n- a\n- b", "<p>Text:</p> <ul> <li>a</li> <li>b</li> </ul>"),
    "numbers right below a paragraph": ("Text:\n1. a\n2. b", "<p>Text:</p> <ol> <li>a</li> <li>b</li> </ol>"),
    "a year that begins a line": ("It was in\n1990. It was", "<p>It was in 1990. It was</p>"),
    "numbers with a parenthesis": ("1) a\n2) b", "<ol> <li>a</li> <li>b</li> </ol>"),
    "a list in a quotation": (
        "> Text:\n> - a\n>   - b",
        "<blockquote> <p>Text:</p> <ul> <li>a <ul> <li>b</li> </ul> </li> </ul> </blockquote>",
    ),
    "one kind of list below another": ("- a\n1. b", "<ul> <li>a</li> </ul> <ol> <li>b</li> </ol>"),
    "a heading keeps its sign": ("## C++ / C#", '<h2 id="c-c">C++ / C#</h2>'),
    "a heading closed": ("## A ##", '<h2 id="a">A</h2>'),
    "a hashtag": ("#NATO said\nso", "<p>#NATO said so</p>"),
    "struck out": ("a ~~b *c*~~ d", "<p>a <del>b <em>c</em></del> d</p>"),
    "about": ("~5 km and ~10 km, a~b", "<p>~5 km and ~10 km, a~b</p>"),
    "a bare address": (
        "See https://x.org/a_b_c/?d=1.",
        '<p>See <a href="https://x.org/a_b_c/?d=1">https://x.org/a_b_c/?d=1</a>.</p>',
    ),
    "a bare address with and": (
        "https://x.org/?a=1&b=2",
        '<p><a href="https://x.org/?a=1&amp;b=2">https://x.org/?a=1&amp;b=2</a></p>',
    ),
    "a bare address in parentheses": (
        "(https://x.org/a_(b))",
        '<p>(<a href="https://x.org/a_(b)">https://x.org/a_(b)</a>)</p>',
    ),
    "a bare address of two words": ("www.x.org", '<p><a href="http://www.x.org">www.x.org</a></p>'),
    "a bare mail address": ("at a.b@x.org.", '<p>at <a href="mailto:a.b@x.org">a.b@x.org</a>.</p>'),
    "an address in code": ("`https://x.org/`", "<p><code>https://x.org/</code></p>"),
    "an address as words": ("[https://x.org](/a/)", '<p><a href="/a/">https://x.org</a></p>'),
    "an address is not typeset": (
        "<https://x.org/a--b...> -- c",
        '<p><a href="https://x.org/a--b...">https://x.org/a--b...</a> – c</p>',
    ),
    "a bare address is not typeset": (
        "https://x.org/a--b's",
        "<p><a href=\"https://x.org/a--b's\">https://x.org/a--b's</a></p>",
    ),
    "tasks": (
        "- [x] a\n- [ ] b",
        '<ul class="task-list"> <li class="task-list-item">☑ a</li> <li class="task-list-item">☐ b</li> </ul>',
    ),
    "a quotation in a quotation": ("\"'Never,' he said,\" she wrote.", "<p>“‘Never,’ he said,” she wrote.</p>"),
    "a word cut short": ("'cause 'tis so", "<p>’cause ’tis so</p>"),
    "a number to call": ("[a](tel:+4420) [b](sms:1)", '<p><a href="tel:+4420">a</a> <a href="sms:1">b</a></p>'),
    "contents": (
        "[TOC]\n\n## A\n\n### B\n\n## C & D",
        '<div class="toc"> <ul> <li><a href="#a">A</a><ul> <li><a href="#b">B</a></li> </ul> </li> '
        '<li><a href="#c-d">C &amp; D</a></li> </ul> </div> '
        '<h2 id="a">A</h2> <h3 id="b">B</h3> <h2 id="c-d">C &amp; D</h2>',
    ),
    "a note": (
        "A.[^x]\n\n[^x]: Note.\n\nB.[^x]",
        '<p>A.<sup id="fnref-x"><a class="footnote-ref" href="#fn-x">1</a></sup></p> '
        '<p>B.<sup id="fnref2-x"><a class="footnote-ref" href="#fn-x">1</a></sup></p> '
        '<div class="footnote"> <hr> <ol> <li id="fn-x"> <p>Note.&nbsp;'
        '<a class="footnote-backref" href="#fnref-x" title="Jump back to footnote 1 in the text">↩</a>'
        '<a class="footnote-backref" href="#fnref2-x" title="Jump back to footnote 1 in the text">↩</a></p> '
        "</li> </ol> </div>",
    ),
}


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(("text", "expected"), SAME.values(), ids=SAME)
@pytest.mark.parametrize("trusted", [False, True])
def test_both_engines_read_it_alike(name: str, text: str, expected: str, trusted: bool) -> None:
    made = ENGINES[name].render(text, trusted)
    assert spelled(made) == spelled(expected)


def spelled(made: str) -> str:
    """The HTML without what differs in spelling alone."""
    for one, other in (("&quot;", '"'), ("&#x27;", "'"), ("&#160;", "&nbsp;"), ("&#8617;", "↩"), ("\u00a0", "&nbsp;")):
        made = made.replace(one, other)
    for code in range(32, 127):
        made = made.replace(f"&#{code};", chr(code))
    return " ".join(made.replace("<", " <").replace(">", "> ").split()).replace(" <", "<").replace("> ", ">")


def test_spaces_in_an_address_are_encoded() -> None:
    assert ENGINES["python-markdown"].render("[s](/a b/)", False) == '<p><a href="/a%20b/">s</a></p>'
    assert ENGINES["python-markdown"].render('[s](<a "b>)', False) == '<p><a href="a%20%22b">s</a></p>'
    assert ENGINES["commonmark"].render("[s](</a b/>)", False) == '<p><a href="/a%20b/">s</a></p>'

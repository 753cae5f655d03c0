import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.markup.quick.document import divide, put_back
from site_gen.markup.reference import reference_parser
from site_gen.markup.sanitise import cleaned
from site_gen.text.escape import printable
from tests.markup.texts import MUTATED, PLAIN, REAL, TEXTS

PARSERS = {(trusted, links): reference_parser(trusted, links) for trusted in (True, False) for links in (True, False)}
SIGNS = "ab1 \n#*_`[]()<>!&|:.-+\\\t^{}=~\"'é/@;"


def reference(text: str, trusted: bool, bare_links: bool = True) -> str:
    return PARSERS[trusted, bare_links].reset().convert(text)


def spelled(made: str, trusted: bool) -> str:
    """For an untrusted text, the characters that nh3 writes in another way as it does; for a trusted one every byte."""
    if trusted:
        return made
    return made.replace("&quot;", '"').replace("&#160;", "&nbsp;").replace("&#8617;", "↩")


def holds(text: str) -> tuple[str, str]:
    """Compare the quick way with the reference; returns how much it rendered, for a trusted and an untrusted text."""
    text = printable(text)
    ways = []
    for trusted, links in ((True, True), (False, True), (False, False)):
        divided = divide(text, trusted, links)
        if divided is None:
            ways.append("none")
            continue
        made = put_back(reference(divided.text, trusted, links), divided) if divided.text else divided.runs[0]
        if made is not None:
            assert spelled(made, trusted) == spelled(reference(text, trusted, links), trusted)
        ways.append("lost" if made is None else "aside" if divided.text else "quick")
    return ways[0], ways[1]


@given(TEXTS)
@settings(max_examples=400)
def test_the_quick_way_gives_the_bytes_of_the_engine(text: str) -> None:
    holds(text)


@given(PLAIN)
@settings(max_examples=400)
def test_the_quick_way_gives_the_bytes_of_the_engine_where_it_is_mostly_taken(text: str) -> None:
    holds(text)


@given(MUTATED)
@settings(max_examples=300)
def test_the_quick_way_gives_the_bytes_of_the_engine_for_damaged_texts(text: str) -> None:
    holds(text)


@given(st.text(alphabet=SIGNS, max_size=40))
@settings(max_examples=400)
def test_the_quick_way_gives_the_bytes_of_the_engine_for_any_characters(text: str) -> None:
    holds(text)
    holds(f"Prose before.\n\n{text}\n\nProse after.")
    holds(f"- One\n\n{text}\n\n- Two\n\n> Quote")


@pytest.mark.parametrize("mark", ["***", "--", "----", "___", "* * *", "_ _"])
@pytest.mark.parametrize("before", ["", "  ", "Prose.\n", "Prose.\n\n", "- item\n"])
def test_a_line_of_rule_characters_and_trailing_spaces_is_read_as_the_engine_does(mark: str, before: str) -> None:
    for blanks in ("", " ", "  ", "   ", " \t "):
        for after in ("\n", "\nProse.\n", "\n\nProse.\n", "\n\n- item\n"):
            holds(before + mark + blanks + after)


@pytest.mark.parametrize("text", REAL, ids=range(len(REAL)))
def test_the_quick_way_gives_the_bytes_of_the_engine_for_real_texts(text: str) -> None:
    holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prose.\nMore of it, in 1990.",
        "# Heading\n\nProse.",
        "## *Slanted* heading\n\n## Second",
        "> Quoted.\n\nProse.",
        "> Quoted.\n>\n> On.\n> - not a list\n",
        "# Same\nProse\n\n## Same\n\nTitle\n---\n- one",
        "Not a list:\n- one\n1. two\n* three",
        "A \\* or \\# for \\$5 [x](https://x.org/a_(b)).",
        "Note.[^1] Again.[^1]\n\n[^1]: The note.",
        "- one\n- two\n\nProse.",
        "- one\n\n- two\n- three\n\n- four",
        "3. one\n4. two with `code`\n   on",
        "A [link](https://x.org/), *slanted* and **bold** and `code`.",
        "_This_ snake_case, __that__, <https://x.org/>, Q & A, &mdash; [sic], 2 > 1.",
        '[a](/b "c") and ![d](e.png)',
        "[a *b* `c`](../d)",
        "Broken  \nline",
        "| a | b |\n|:--|--:|\n| `1` | *2* |\n| 3 |",
        "```python\nif a < b:\n\n    print('\"')\n```\nProse",
        "~~~\ncode\n~~~",
        "---",
        "See https://x.org/a?b=c, or http://x.org. Call [us](tel:+44).",
        "Below:\n- one\n- two",
        "  - one\n  - two\n\nProse.",
        "About ~5 km, @navy.",
        "Note.[^1]\n\n[^1]: The *note*.",
        "See [x][one].\n\n[one]: https://x.org/",
    ],
)
def test_plain_markdown_takes_the_quick_way(text: str) -> None:
    assert holds(text) == ("quick", "quick")


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  - b",
        "    code",
        "~~struck~~",
        "- [x] task",
        "www.x.org",
        "a@x.org",
        "Term\n:   what it is",
        "[^1]: note\n\n    more",
        "***a***",
        "a \\` b",
        "# A {: .x }",
    ],
)
def test_what_is_not_plain_is_the_engines(text: str) -> None:
    assert holds(text) == ("none", "none")


@pytest.mark.parametrize("text", ["A.\n\n    code\n\nB.", "# A\n\n- a\n    - b\n\n> c", "- x\n\nA.\n\n    code"])
def test_what_is_plain_is_set_aside_beside_what_is_not(text: str) -> None:
    assert holds(text) == ("aside", "aside")


def test_raw_html_is_the_engines_where_it_counts_and_words_where_it_does_not() -> None:
    assert holds("a <b>c</b>") == ("none", "quick")


@pytest.mark.parametrize(
    "text",
    [
        "[TOC]\n\n# A\n\n# B",
        "HTML\n\n*[HTML]: Hyper",
        "Xproseset0\n\nA.",
        "# A\n\nB\n===\n\n# C",
        "# A\n\n- a\n    - b {: #a }\n\nB.",
        "# A\n\n# A",
        "- a\n\n    - b\n\n- c",
        "> a\n\nb\n> c\n\n> d",
        "A.[^1]\n\n- b\n    - c[^1]\n\n[^1]: d",
        "[a]\n\n[a]: /b\n\n[a]: /c",
        "<div>\n\nA.\n\n</div>\n\nB.",
        "A.\n\n: b",
        "[a][r]\n\n<div>\nraw\n\n[r]: /s",
        "> A.\n>\n\nB.",
        "`&#1` &#2",
        "\\1_1_ and *x\\ * y*",
        "*\n*\n---\n\n***\n[",
        "`c``c` _i__i_ **  \n**b**",
    ],
)
def test_what_affects_other_blocks_comes_out_as_the_engine_has_it(text: str) -> None:
    holds(text)


@given(PLAIN)
@settings(max_examples=300)
def test_html_of_untrusted_text_is_unchanged_by_the_sanitiser(text: str) -> None:
    divided = divide(printable(text), False)
    for run in divided.runs if divided else ():
        assert html.unescape(cleaned(run)) == html.unescape(run)

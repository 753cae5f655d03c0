import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.clean import clean
from site_gen.extract.escape_markdown import as_markdown
from tests.extract.rendered import rendered

ACTIVE = [
    "&amp;",
    "&#35;",
    "&#1",
    "http://a.b",
    "[^1]",
    "](",
    "]: ",
    "*[",
    "{: .c}",
    "![",
    "~~~",
    "~~",
    "[x] ",
    "```",
    "---",
    "<a",
    "</p>",
    "<!--",
    "-->",
    "[TOC]",
    "1. ",
    "- ",
    "    ",
    "**",
    "__",
    "word",
]
SIGNS = st.sampled_from([*"\\`*_{}[]()<>#+-.!|:~&;=^\"'/@$%1 aZé \t", *ACTIVE])
TEXT = st.lists(SIGNS, max_size=14).map("".join) | st.text(max_size=40)


@given(st.lists(TEXT, min_size=1, max_size=4))
@settings(max_examples=600, deadline=None)
def test_rendered_text_is_the_cleaned_text_and_nothing_else(texts: list[str]) -> None:
    paragraphs = [text for text in (clean(raw.replace("\n", " ")) for raw in texts) if text]
    elements, shown = rendered("\n\n".join(map(as_markdown, paragraphs)))
    assert elements <= {"p"}
    assert shown == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "The ministry's budget rose by 3.5% to $2.4 billion (about €2.2 billion) in 2023-24.",
        "“No one,” he said [sic], “expected it” - not even the U.S. Army.",
        "AT&T and R&D firms said snake_case names are fine; 2 * 3 is 6.",
        "Ships: Moskva, Makarov. Time: 10:30. See https://example.org/a_b?c=d&e=f",
        "2023 was a year of war.",
        "-40 degrees were measured.",
    ],
)
def test_ordinary_prose_is_left_alone(text: str) -> None:
    assert as_markdown(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. First", "1\\. First"),
        ("2024. A year", "2024\\. A year"),
        ("# Heading", "\\# Heading"),
        ("- item", "\\- item"),
        ("---", "\\---"),
        ("a *b* c", "a \\*b\\* c"),
        ("[x](javascript:alert(1))", "\\[x](javascript:alert(1))"),
        ("<script>", "&lt;script>"),
        ("a < b", "a < b"),
        ("&amp;", "&amp;amp;"),
        (": defined", "&#58; defined"),
        ("~~~", "\\~\\~\\~"),
        ("~~a~~", "\\~\\~a\\~\\~"),
        ("~5 to ~10 km", "~5 to ~10 km"),
        ("[x] done", "\\[x] done"),
    ],
)
def test_only_what_would_act_is_escaped(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown

"""Markdown read as words and marks, and written again: the words stay, and so do the marks that a post can have."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.blocks import body_of
from site_gen.extract.marked.read import Marked, read_markdown
from site_gen.extract.paragraphs import join_lines
from site_gen.markup.reference import reference_parser
from site_gen.model.seed import SeedPicture


def body(text: str, pictures: tuple[SeedPicture, ...] = ()) -> str:
    marked = read_markdown(text, frozenset(picture.name for picture in pictures))
    return body_of(join_lines(marked.lines), pictures)


def page(text: str) -> str:
    made: str = reference_parser(trusted=False).convert(text)
    return made


def letters_of(made: str) -> list[str]:
    """The letters that a reader sees, sorted: a footnote is elsewhere on a page, with numbers of the page's own."""
    made = re.sub(r"<sup[^>]*>.*?</sup>|<a class=\"footnote-backref\"[^>]*>.*?</a>|<[^>]*>", "", made)
    return sorted(re.findall(r"[^\W_]", html.unescape(made)))


def kept(marked: Marked) -> list[str]:
    return sorted(re.findall(r"[^\W_]", " ".join(line.text for line in marked.lines)))


KEPT = [
    "A **bold** word, an *emphasised* one, ~~struck~~ ones and `code <b>`.",
    "A [link](https://example.org/a_b?c=d&e=f) and <https://example.org/bare>.",
    "## A heading with *marks*\n\nText.",
    "- one\n- two\n  - two and a half\n- three",
    "1. one\n2. two\n\n   with a paragraph\n3. three",
    "3. three\n4. four",
    "> quoted\n>\n> - listed\n\nText.",
    "| a | b |\n| :-- | --: |\n| 1 | **2** |",
    "```py\ncode  here\n    indented\n```",
    "Two  \nlines.",
    "A claim.[^1] Another.[^b]\n\n[^1]: The *first* source.\n\n[^b]: The second\n    goes on.",
    "Prices rose 5 \\* 3, snake_case, AT&T, 3 < 4, {x}, [y], a|b, ~about.",
    "**Bold *and emphasised* words**",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_a_post_can_have_is_rendered_as_it_was_written(text: str) -> None:
    made = body(text)
    assert html.unescape(page(made)).split() == html.unescape(page(text)).split()
    assert body(made) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("# A headline\n\nText.", "Text."),
        ("Text.\n\n# Part\n\n## Within\n\nMore.", "Text.\n\n## Part\n\n### Within\n\nMore."),
        ("[Our notes](notes.md) and [a script](javascript:alert(1)) say so.", "Our notes and a script say so."),
        ("Seen ![a ship](https://example.org/a.jpg) at sea.", "Seen at sea."),
        (
            "Words <b>in</b> tags.\n\n<div>A *block*</div>\n\n<script>alert(1)</script>",
            "Words in tags.\n\nA \\*block\\*",
        ),
        ("> # Said\n\nText.", "> Said\n\nText."),
        ("A[^1] b.", "A\\[^1\\] b."),
        ("Zero\u200bwidth and \u202eturned\u202c.", "Zerowidth and turned."),
    ],
)
def test_what_a_post_cannot_have_is_reduced_to_its_words(text: str, made: str) -> None:
    assert body(text) == made


def test_what_is_left_out_is_logged_with_its_line() -> None:
    marked = read_markdown("# Head\n\nA [note](notes.md).\n\n![alt](https://example.org/a.jpg 'By Ann')")
    assert marked.title == "Head"
    assert [(cut.line, cut.text, cut.rule) for cut in marked.cuts] == [
        (3, "notes.md", "link address"),
        (5, "https://example.org/a.jpg alt By Ann", "picture"),
        (1, "Head", "headline"),
    ]


def test_a_heading_that_differs_from_the_given_title_stays() -> None:
    lines = read_markdown("# Part one\n\nText.", title="The title").lines
    assert [line.text for line in lines if line.text] == ["Part one", "Text."]
    assert read_markdown("# The Title\n\nText.", title="The title").title == "The Title"


def test_pictures_that_came_with_the_text_stay_where_they_are_and_others_follow() -> None:
    own = (
        SeedPicture(name="a b.jpg", data=b"", alt="A ship", caption='The "Rose"', credit="Navy"),
        SeedPicture(name="c.jpg", data=b"", alt="A map", credit="Staff"),
    )
    made = body("One ![](a%20b.jpg) two.\n\nThree.", own)
    assert made == (
        'One two.\n\n![A ship](seed:a%20b.jpg "The &quot;Rose&quot; | Navy")\n\n'
        'Three.\n\n![A map](seed:c.jpg "| Staff")'
    )


PIECES = st.lists(
    st.sampled_from(
        [
            *"*_`~[]()!#>|{}<&\\-+.:^\n ", "  \n", "\n\n", "a", "b c", "word", "1. ", "- ", "> ", "    ", "```", "~~~",
            "**", "http://x.y", "[a](http://x.y)", "[^1]", "[^1]: ", "| - | - |", "<b>", "</div>", "&amp;", "***",
            "---", "===", "é", "😀", "\t",
        ]
    ),
    max_size=40,
)  # fmt: skip


@given(PIECES)
def test_whatever_is_written_its_words_are_in_the_post(pieces: list[str]) -> None:
    marked = read_markdown("".join(pieces))
    made = page(body_of(join_lines(marked.lines)))
    assert letters_of(made) == kept(marked)
    assert "<script" not in made

import time

import pytest

from site_gen.extract.forms.markdown import take_markdown
from tests.extract.forms.texts import LEAD, MORE, cut, left, taken

HEAD = "# A pier\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One\n\n## Costs\n\nTwo\n\n### Stone ##\n", ["One", "# Costs", "Two", "## Stone"]),
        ("Costs\n=====\n\nOne **two** three", ["One two three"]),
        ("One.\n\nCosts\n-----\n\nTwo __three__", ["One.", "# Costs", "Two three"]),
        ("- One\n- Two **three**\n  goes on\n* Four", ["- One", "- Two three goes on", "- Four"]),
        ("1. One\n2. Two *three*\n\nSee [this](https://a.example/b).", ["- 1. One", "- 2. Two three", "See this."]),
        ("> It is\n> ours, **he** said.\n>\n> And more.", ["> It is ours, he said.", "> And more."]),
        (HEAD + "\n```\nx = 1\ny\n```\nEnd.", ["x = 1", "y", "End."]),
        (
            HEAD + "\nSee [this][a] and [that][].\n\n[a]: https://a.example\n[that]: <https://b.example>",
            ["See this and that."],
        ),
        (HEAD + "A `code` and ``a ` b`` and ~~no~~ yes", ["A code and ``a ` b`` and no yes"]),
        (HEAD + "snake_case_name and 2 * 3 * 4 and *this*", ["snake_case_name and 2 * 3 * 4 and this"]),
        (HEAD + "A \\*star\\* and \\_line\\_", ["A *star* and _line_"]),
        (HEAD + "One\n\n---\n\nTwo\n***", ["One", "Two"]),
        (HEAD + "![A boat](boat.png) sails", [" sails"]),
        (HEAD + "***Both*** and **a *nested* b**", ["Both and **a nested b**"]),
        (HEAD + "#hashtag and # sign\n#Ukraine", ["#hashtag and # sign", "#Ukraine"]),
    ],
)
def test_marks_become_kinds_and_the_words_stay(text: str, lines: list[str]) -> None:
    assert left(taken(take_markdown, text)) == lines


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n{MORE}",
        "#Navy #Army\nThe fleet sailed.",
        "He paid 5 * 3 * 2 crowns.",
        "- One\n- Two",
        "The file is a_b_c and __init__.",
        "One line\n---\nAnother line",
        "1. A list that is none",
        "Price: *see note\n* Note: none",
        "[sic] and [1] and (this)",
        "> Greater than nothing\nThe end",
        "``Quoted,'' he said.",
        "First -- second -- third",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert left(taken(take_markdown, text)) == text.split("\n")


def test_the_first_heading_is_the_title_and_is_logged() -> None:
    found = taken(take_markdown, f"# Harbour gets a *pier*\n\n{LEAD}")
    assert found.given.title == "Harbour gets a pier"
    assert left(found) == [LEAD]
    assert cut(found) == [("Harbour gets a pier", "headline")]


def test_a_heading_after_a_paragraph_is_no_title() -> None:
    assert taken(take_markdown, f"{LEAD}\n\n# One\n\n{MORE}\n\n# Two\n").given.title == ""


def test_link_addresses_are_logged() -> None:
    text = (
        HEAD
        + "```python\nx\n```\n---\n"
        + 'See [a](https://a.example/x_(y) "The title") and ![b](c.png).\n[d]: https://d.example'
    )
    assert cut(taken(take_markdown, text))[1:] == [
        ("python", "code language"),
        ('https://a.example/x_(y) "The title"', "link address"),
        ("![b](c.png)", "picture"),
        ("[d]: https://d.example", "link address"),
    ]


@pytest.mark.parametrize("piece", ["*", "**a ", "[a](", "_a", "`", "> ", "- ", "~~a", "# a\n", "[a]: b\n", "```\n"])
def test_time_grows_with_length_alone(piece: str) -> None:
    began = time.process_time()
    taken(take_markdown, HEAD + piece * 4_000)
    assert time.process_time() - began < 5

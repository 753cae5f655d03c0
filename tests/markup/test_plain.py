import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.markup.plain import plain_html, put_back, set_aside
from site_gen.markup.python_markdown import reference_parser
from site_gen.wording.escape import printable
from tests.markup.texts import PROSE, REAL, TEXTS

PARSERS = {trusted: reference_parser(trusted) for trusted in (True, False)}


def reference(text: str, trusted: bool) -> str:
    return PARSERS[trusted].reset().convert(text)


def holds(text: str) -> tuple[bool, bool]:
    """Compare each quick way with the reference; whether it was taken."""
    text = printable(text)
    quick, aside = plain_html(text), set_aside(text)
    for trusted in (True, False):
        whole = reference(text, trusted)
        if quick is not None:
            assert quick == whole
        if aside is not None:
            put = put_back(reference(aside[0], trusted), aside[1])
            assert put in (None, whole)
    return quick is not None, aside is not None


@given(TEXTS)
@settings(max_examples=300)
def test_the_quick_way_gives_the_bytes_of_the_engine(text: str) -> None:
    holds(text)


@given(st.text(alphabet="ab1 \n#*_`[]()<>!&|:.-+\\\t^{}=~\"'é", max_size=40))
@settings(max_examples=300)
def test_the_quick_way_gives_the_bytes_of_the_engine_for_any_signs(text: str) -> None:
    holds(text)
    holds(f"Prose before.\n\n{text}\n\nProse after.")


@pytest.mark.parametrize("text", REAL, ids=range(len(REAL)))
def test_the_quick_way_gives_the_bytes_of_the_engine_for_real_texts(text: str) -> None:
    holds(text)


@given(st.lists(PROSE.filter(lambda text: text[0].isalpha()), min_size=1, max_size=6).map("\n\n".join))
def test_prose_takes_the_quick_way(text: str) -> None:
    assert holds(text) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "# Heading\n\nProse.",
        "> Quoted.\n\nProse.",
        "- one\n- two\n\nProse.",
        "A [link](https://x.org/), *slanted* and **bold** and `code`.",
    ],
)
def test_plain_markdown_takes_the_quick_way(text: str) -> None:
    assert holds(text)[0]


@pytest.mark.parametrize(
    "text", ["| a |\n|---|", "```\ncode\n```", "[^1]: note", "<div>", "1. one", "a  \nb", "# A\n\n# A"]
)
def test_anything_else_is_the_engines(text: str) -> None:
    assert plain_html(text) is None

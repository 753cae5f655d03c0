import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.contents import contents_html, refuse_many_contents
from site_gen.markup.engine import TooMuch, engine
from site_gen.markup.headings import levels
from site_gen.model.settings import MarkdownSettings

ENGINES = [engine(MarkdownSettings(engine="commonmark")), engine(MarkdownSettings())]


def test_a_text_without_headings_has_an_empty_list() -> None:
    assert ENGINES[0].render("[TOC]", True) == ENGINES[1].render("[TOC]", True)


@given(st.lists(st.integers(1, 6), max_size=8))
def test_the_list_is_that_of_the_other_engine(written: list[int]) -> None:
    text = "[TOC]\n\n" + "\n\n".join(f"{'#' * level} h" for level in written)
    one, other = (re.sub(r"\s*<", "<", made.render(text, True)) for made in ENGINES)
    assert one == other


@pytest.mark.parametrize(
    "text", ["# A\n\n\\[TOC]", "# A\n\n    [TOC]", "# A\n\n```\n[TOC]\n```", "# A\n\nSee `[TOC]` and\n[TOC]"]
)
def test_an_escaped_one_and_code_stay_as_they_are_written(text: str) -> None:
    for made in (one.render(text, trusted) for one in ENGINES for trusted in (True, False)):
        assert "[TOC]" in made and "<ul" not in made and "\x02" not in made


@given(st.lists(st.integers(1, 6), max_size=8).map(levels).map(list))
def test_what_is_opened_is_closed(written: list[int]) -> None:
    made = contents_html((level, "a", "A") for level in written)
    for tag in ("ul", "li", "div"):
        assert made.count(f"<{tag}") == made.count(f"</{tag}>")


def test_contents_asked_for_very_often_are_refused_at_the_line_that_is_too_many() -> None:
    refuse_many_contents("[TOC]\n\n" * 8 + "a [TOC]")
    with pytest.raises(TooMuch, match="contents") as caught:
        refuse_many_contents("[TOC]\n\n" * 9)
    assert caught.value.at == 8 * 7

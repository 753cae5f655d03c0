import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.engine import engine
from site_gen.model.settings import MarkdownSettings
from tests.support import read_cases

ENGINE = engine(MarkdownSettings())
CASES = read_cases(Path(__file__).parent / "markdown_cases.md")


@pytest.mark.parametrize(("text", "html"), CASES.values(), ids=CASES)
def test_untrusted_text(text: str, html: str) -> None:
    assert ENGINE.render(text, trusted=False).strip() == html.strip()


TRUSTED = read_cases(Path(__file__).parent / "trusted_cases.md")


@pytest.mark.parametrize(("text", "html"), TRUSTED.values(), ids=TRUSTED)
def test_trusted_text(text: str, html: str) -> None:
    assert ENGINE.render(text, trusted=True).strip() == html.strip()


def test_typography_can_be_turned_off() -> None:
    plain = engine(MarkdownSettings(typography=False))
    assert plain.render('"a" -- b', trusted=False) == '<p>"a" -- b</p>'


LINES = st.sampled_from(
    [
        "# A",
        "### B",
        "text *em* `code`",
        "> quoted",
        "- item",
        "1. item",
        "[^1]: note",
        "note[^1]",
        "<div>raw</div>",
        "```",
        "| a | b |",
        "|---|--:|",
        "| 1 | 2 |",
        "    code",
        "",
        "[x](/y/)",
        "![p](q.png)",
        "*[HTML]: Hyper",
        "HTML",
        "Term",
        ": def",
    ]
)


@given(st.lists(LINES, max_size=12).map("\n".join), st.booleans())
def test_one_text_has_one_html_whatever_was_rendered_before(text: str, trusted: bool) -> None:
    fresh = engine(MarkdownSettings())
    ENGINE.render("[^1]: other\n\nnote[^1]\n\n# A", trusted)
    assert ENGINE.render(text, trusted) == fresh.render(text, trusted)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=6), st.booleans())
def test_headings_begin_at_two_and_skip_no_level(levels: list[int], trusted: bool) -> None:
    html = ENGINE.render("\n\n".join(f"{'#' * level} h" for level in levels), trusted)
    made = [int(html[at + 2]) for at in range(len(html)) if html.startswith("<h", at)]
    assert len(made) == len(levels)
    assert made[0] == 2
    assert all(below - above <= 1 for above, below in itertools.pairwise(made))

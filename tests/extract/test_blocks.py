"""Bodies: whatever a paragraph holds, it is shown word for word, within the element of its kind."""

import html
import re
from itertools import groupby
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.blocks import body_of, cells_of, row_of
from site_gen.extract.clean import clean
from site_gen.extract.text import BlockKind, Paragraph
from site_gen.markup.engine import engine
from site_gen.model.settings import MarkdownSettings
from tests.extract.test_escape_markdown import TEXT

ELEMENTS = {
    "text": {"p"},
    "heading": {"h2"},
    "subheading": {"h2", "h3"},
    "item": {"ul", "ol", "li", "p"},
    "quote": {"blockquote", "p"},
    "row": {"table", "thead", "tbody", "tr", "th", "td", "p"},
}
EngineName = Literal["python-markdown", "commonmark"]
KINDS: list[BlockKind] = ["text", "heading", "subheading", "item", "quote", "row"]
LINE = TEXT.map(lambda raw: clean(raw.replace("\n", " "))).filter(bool)


def made(kind: BlockKind, texts: list[str]) -> Paragraph:
    return Paragraph(row_of(tuple(texts)) if kind == "row" else texts[0], 1, kind)


PARAGRAPHS = st.lists(st.builds(made, st.sampled_from(KINDS), st.lists(LINE, min_size=2, max_size=3)), max_size=6)


def shown(paragraphs: list[Paragraph]) -> str:
    """What a reader should see: bars between cells and the numbers of a numbered list are not text."""
    seen = []
    for kind, run in groupby(paragraphs, key=lambda paragraph: paragraph.kind):
        texts = [paragraph.text for paragraph in run]
        if kind == "row" and len(texts) > 1:
            texts = [cell for text in texts for cell in cells_of(text)]
        if kind == "item" and all(re.match(rf"0*{place}[.)] +\S", text) for place, text in enumerate(texts, 1)):
            texts = [text.lstrip("0123456789")[1:] for text in texts]
        seen += texts
    return "".join("".join(seen).split())


@pytest.mark.parametrize("name", ["python-markdown", "commonmark"])
@given(PARAGRAPHS)
@settings(max_examples=400, deadline=None)
def test_a_body_shows_its_words_and_only_the_intended_elements(name: EngineName, paragraphs: list[Paragraph]) -> None:
    if name == "commonmark":
        pytest.importorskip("pyromark")
    body = body_of(tuple(paragraphs))
    # Rendered as texts of seeds are: addresses stay words.
    rendered = engine(MarkdownSettings(engine=name, typography=False)).render(body, trusted=False, bare_links=False)
    assert set(re.findall(r"<([a-z0-9]+)", rendered)) <= set().union(*(ELEMENTS[one.kind] for one in paragraphs))
    assert "".join(html.unescape(re.sub(r"<[^>]*>", "", rendered)).split()) == shown(paragraphs)


@pytest.mark.parametrize(
    ("paragraphs", "body"),
    [
        ([("text", "One."), ("text", "Two.")], "One.\n\nTwo."),
        ([("heading", "Costs"), ("subheading", "Stone")], "## Costs\n\n### Stone"),
        ([("heading", "C# and F#")], "## C# and F&#35;"),
        ([("item", "One"), ("item", "Two")], "- One\n- Two"),
        ([("item", "1. One"), ("item", "2) Two")], "1. One\n2. Two"),
        ([("item", "1. One"), ("item", "3. Three")], "- 1\\. One\n- 3\\. Three"),
        ([("item", "2024. A year")], "- 2024\\. A year"),
        ([("quote", "One"), ("quote", "Two")], "> One\n>\n> Two"),
        ([("row", "A | B"), ("row", "1 | *2*")], "| A | B |\n| --- | --- |\n| 1 | \\*2\\* |"),
        ([("row", "A | B"), ("row", "1 |"), ("row", "| 2")], "| A | B |\n| --- | --- |\n| 1 |  |\n|  | 2 |"),
        ([("row", "A | B"), ("row", "a|b | c")], "| A | B |\n| --- | --- |\n| a&#124;b | c |"),
        ([("row", "A | B"), ("text", "One.")], "A | B\n\nOne."),
        ([("text", "# One"), ("item", "[x](y)")], "\\# One\n\n- \\[x](y)"),
    ],
)
def test_each_kind_in_markdown(paragraphs: list[tuple[BlockKind, str]], body: str) -> None:
    assert body_of(tuple(Paragraph(text, 1, kind) for kind, text in paragraphs)) == body


@given(st.lists(LINE | st.just(""), min_size=2, max_size=4))
def test_a_row_keeps_its_cells(texts: list[str]) -> None:
    cells = cells_of(row_of(tuple(texts)))
    assert ["".join(re.findall(r"\w", cell)) for cell in cells][: len(texts)] == [
        "".join(re.findall(r"\w", text)) for text in texts
    ][: len(cells)]

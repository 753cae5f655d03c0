"""The body of a post: paragraphs of each kind as Markdown that shows exactly their words."""

import re
from itertools import groupby

from site_gen.extract.escape_markdown import as_markdown
from site_gen.extract.text import Paragraph

_BAR = re.compile(r"(?:^|(?<= ))\|(?= |$)")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_NUMBERED = re.compile(r"(\d{1,9})[.)] +(?=\S)")


def one_line(text: str) -> str:
    """A text with each run of blanks and line breaks as one blank; controls stay, cleaning knows better about them."""
    return _BLANKS.sub(" ", text).strip(" ")


def cells_of(row: str) -> tuple[str, ...]:
    """The cells of a paragraph of the kind `row`."""
    return tuple(cell.strip() for cell in _BAR.split(row))


def row_of(cells: tuple[str, ...]) -> str:
    """One row of these cells as a line of the kind `row`; a bar within a cell loses the blanks beside it."""
    return " | ".join(_BAR.sub("¦", one_line(cell)) for cell in cells).strip(" ")


def body_of(paragraphs: tuple[Paragraph, ...]) -> str:
    """Markdown that renders to these paragraphs, with the elements of their kinds and no others."""
    return "\n\n".join(_block(kind, tuple(run)) for kind, run in groupby(paragraphs, key=_group))


def _group(paragraph: Paragraph) -> str:
    """Neighbours of one group make one block; paragraphs and headings are blocks of their own."""
    return paragraph.kind


def _block(kind: str, run: tuple[Paragraph, ...]) -> str:
    if kind == "item":
        return _list(tuple(paragraph.text for paragraph in run))
    if kind == "quote":
        return "\n>\n".join(f"> {as_markdown(paragraph.text)}" for paragraph in run)
    if kind == "row":
        return _table(tuple(cells_of(paragraph.text) for paragraph in run))
    sign = {"heading": "## ", "subheading": "### "}.get(kind)
    if sign is None:
        return "\n\n".join(as_markdown(paragraph.text) for paragraph in run)
    return "\n\n".join(sign + _heading(paragraph.text) for paragraph in run)


def _heading(text: str) -> str:
    """A heading's text; signs at its end would be taken for the end of its line, braces for its attributes."""
    words = text.rstrip("#")
    return as_markdown(words).replace("\\{", "&#123;") + "&#35;" * (len(text) - len(words))


def _list(items: tuple[str, ...]) -> str:
    """A list; numbered where the items count on from one, so that a reader sees the numbers that the text has."""
    marks = [_NUMBERED.match(item) for item in items]
    if all(mark is not None and int(mark[1]) == place for place, mark in enumerate(marks, 1)):
        rest = (item[mark.end() :] for item, mark in zip(items, marks, strict=True) if mark)
        return "\n".join(f"{place}. {_inner(text)}" for place, text in enumerate(rest, 1))
    return "\n".join(f"- {_inner(item)}" for item in items)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table whose first row is its head; a lone row is a paragraph, for it has no body."""
    width = max(map(len, rows))
    if len(rows) < 2 or width < 2:
        return "\n\n".join(as_markdown(row_of(row)) for row in rows)
    padded = [(*row, *[""] * (width - len(row))) for row in rows]
    lines = ["| " + " | ".join(map(_inner, row)) + " |" for row in padded]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def _inner(text: str) -> str:
    """The text of a cell, which a bar would end, or of an item, which one might make a table's row."""
    return as_markdown(text).replace("|", "&#124;")

"""The body of a post: paragraphs of each kind as Markdown that shows exactly their words."""

import re
from collections.abc import Mapping
from itertools import groupby

from site_gen.extract.escape_markdown import as_markdown
from site_gen.extract.marked.body import fits, marked_body, with_whole_notes
from site_gen.extract.marked.write import picture as picture_of
from site_gen.extract.text import Paragraph
from site_gen.model.seed import SeedPicture

_BAR = re.compile(r"(?:^|(?<= ))\|(?= |$)")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_NUMBERED = re.compile(r"(\d{1,9})[.)] +(?=\S)")


def one_line(text: str) -> str:
    """A text with each run of blanks and line breaks as one blank; control characters are left to cleaning."""
    return _BLANKS.sub(" ", text).strip(" ")


def cells_of(row: str) -> tuple[str, ...]:
    """The cells of a paragraph of the kind `row`."""
    return tuple(cell.strip() for cell in _BAR.split(row))


def row_of(cells: tuple[str, ...]) -> str:
    """The cells as one line of the kind `row`; a bar within a cell is replaced, since it would separate cells."""
    return " | ".join(_BAR.sub("¦", one_line(cell)) for cell in cells).strip(" ")


def body_of(paragraphs: tuple[Paragraph, ...], pictures: tuple[SeedPicture, ...] = ()) -> str:
    """Markdown that renders to these paragraphs, with the elements of their kinds and of their markup and no others.

    `pictures` are those that are shown, where they are in the text and else below it.
    """
    if any(paragraph.markup is not None for paragraph in paragraphs):
        paragraphs = with_whole_notes(paragraphs)
    shown = {picture.name: picture for picture in pictures}
    blocks = (_block(kind, tuple(run), shown) for kind, run in groupby(paragraphs, key=_group))
    placed = {paragraph.text for paragraph in paragraphs if paragraph.kind == "picture"}
    below = (picture_of(one.name, one.alt, one.caption, one.credit) for one in pictures if one.name not in placed)
    return "\n\n".join(filter(None, (*blocks, *below)))


def _group(paragraph: Paragraph) -> str:
    """What neighbouring paragraphs must have in common to make one block."""
    return "marked" if paragraph.markup is not None and fits(paragraph) else paragraph.kind


def _block(kind: str, run: tuple[Paragraph, ...], shown: Mapping[str, SeedPicture]) -> str:
    if kind == "marked":
        return marked_body(run, shown)
    if kind == "picture":
        return ""
    if kind == "item":
        return _list(tuple(paragraph.text for paragraph in run))
    if kind == "quote":
        return "\n>\n".join(f"> {as_markdown(paragraph.text)}" for paragraph in run)
    if kind == "row":
        return _table(tuple(cells_of(paragraph.text) for paragraph in run))
    mark = {"heading": "## ", "subheading": "### "}.get(kind)
    if mark is None:
        return "\n\n".join(as_markdown(paragraph.text) for paragraph in run)
    return "\n\n".join(mark + _heading(paragraph.text) for paragraph in run)


def _heading(text: str) -> str:
    """A heading's text, with braces and final `#` escaped: Markdown reads them as attributes and closing marks."""
    words = text.rstrip("#")
    return as_markdown(words).replace("\\{", "&#123;") + "&#35;" * (len(text) - len(words))


def _list(items: tuple[str, ...]) -> str:
    """A list; numbered where its items count up from one, so that a reader sees the numbers of the text."""
    marks = [_NUMBERED.match(item) for item in items]
    if all(mark is not None and int(mark[1]) == number for number, mark in enumerate(marks, 1)):
        rest = (item[mark.end() :] for item, mark in zip(items, marks, strict=True) if mark)
        return "\n".join(f"{number}. {_inner(text)}" for number, text in enumerate(rest, 1))
    return "\n".join(f"- {_inner(item)}" for item in items)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table whose first row is its header; a single row, or rows of one cell, are paragraphs."""
    width = max(map(len, rows))
    if len(rows) < 2 or width < 2:
        return "\n\n".join(as_markdown(row_of(row)) for row in rows)
    padded = [(*row, *[""] * (width - len(row))) for row in rows]
    lines = ["| " + " | ".join(map(_inner, row)) + " |" for row in padded]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def _inner(text: str) -> str:
    """The text of a cell or an item, with bars escaped: one would end a cell, or make the item a table row."""
    return as_markdown(text).replace("|", "&#124;")

"""The paragraphs, headings, lists and tables of a PDF, from its lines in the order of reading."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import Literal

from msgspec import Struct

from site_gen.conversion.pdf_columns import Line
from site_gen.extract.hyphens import Hyphens, splits_word

Kind = Literal["text", "heading", "item", "table", "note"]

_OTHER_SIZE = 0.08  # of the size: from here on, lines are set in different sizes
_HEADING_SIZE = 1.12  # of the body's size
_NOTE_SIZE = 0.93
_WIDE_LEADING = 1.32  # of the usual distance of lines: from here on, there is space between paragraphs
_INDENT = 0.7  # of the size
_LONGEST_HEADING = 200
_LEAST_ROWS = 3
_BULLET = re.compile(r"[•◦▪■●○‣⁃∙·–—-]\s+(?=\S)")
_LOOSE_BULLET = re.compile(r"[•◦▪■●○‣⁃∙]\s*(?=\S)")
_ENDS = re.compile(r"[.!?:;…。！？؟۔][\"'”’»)\]]*\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]*\s*$")
_SENTENCE_END = re.compile(r"[.。][\"'”’»)\]]*$")


class Block(Struct, frozen=True):
    """One paragraph: its words, what it is, and the size and page of its letters. A table has `rows` of cells."""

    kind: Kind
    text: str
    size: float
    page: int
    bold: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def body_size(lines: tuple[Line, ...]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def blocks_of(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """The blocks of a text; notes at the foot of columns come after all others, so that they interrupt nothing."""
    if not lines:
        return ()
    body = body_size(lines)
    story, notes = _without_notes(lines, body)
    hyphens = Hyphens(line.text for line in lines)
    leading = _leading(lines, body)
    main = [_block(group, body, hyphens) for group in _groups(story, leading, body)]
    below = [_block(group, body, hyphens) for group in _groups(notes, leading, body)]
    return (*main, *(Block("note", one.text, one.size, one.page) for one in below))


def _without_notes(lines: tuple[Line, ...], body: float) -> tuple[list[Line], list[Line]]:
    """The lines of the story, and those of notes: smaller lines at the foot of a column with text above them."""
    story: list[Line] = []
    notes: list[Line] = []
    column: list[Line] = []
    for line, following in pairwise([*lines, None]):
        assert line is not None
        column.append(line)
        if following is not None and (following.page, following.column) == (line.page, line.column):
            continue
        at = len(column)
        while at and column[at - 1].size <= _NOTE_SIZE * body:
            at -= 1
        if at == 0 or not column[at : at + 1] or not re.match(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹*†‡\[(]", column[at].text):
            at = len(column)
        story += column[:at]
        notes += column[at:]
        column = []
    return story, notes


def _leading(lines: tuple[Line, ...], body: float) -> float:
    """The usual distance of two lines of the body."""
    steps = [
        one.base - other.base
        for one, other in pairwise(lines)
        if _same_column(one, other) and one.size == other.size == body and 0 < one.base - other.base < 3 * body
    ]
    return median(steps) if steps else 1.2 * body


def _same_column(one: Line, other: Line) -> bool:
    return (one.page, one.column) == (other.page, other.column)


def _groups(lines: list[Line], leading: float, body: float) -> list[list[Line]]:
    """The lines of each block."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins_block(groups[-1], line, leading, body):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins_block(group: list[Line], line: Line, leading: float, body: float) -> bool:
    last = group[-1]
    beside = _same_column(last, line)
    if beside and len(line.cells) > 1 and len(last.cells) == len(line.cells):
        return len(group[0].cells) != len(line.cells)
    if _is_other_kind(group, line):
        return True
    if beside and last.base - line.base > _WIDE_LEADING * leading * max(1.0, line.size / body):
        return True
    if beside and ((last.bold and line.bold) or line.size >= _HEADING_SIZE * body):
        return False  # a heading of several lines
    return _is_indented(group, line) or _would_have_fitted(last, line)


def _is_other_kind(group: list[Line], line: Line) -> bool:
    """Whether a line is set in another size or weight than those above it, or begins an item."""
    last = group[-1]
    if abs(last.size - line.size) > _OTHER_SIZE * max(last.size, line.size) or _is_bullet(line):
        return True
    return last.bold != line.bold and (_is_short(group) or line.bold)


def _is_short(group: list[Line]) -> bool:
    return sum(len(line.text) for line in group) <= _LONGEST_HEADING


def _is_bullet(line: Line) -> bool:
    return _LOOSE_BULLET.match(line.text) is not None


def _indent(line: Line) -> bool:
    return line.left - line.column[0] > _INDENT * line.size


def _is_indented(group: list[Line], line: Line) -> bool:
    """Whether a line begins a paragraph by its indent, or follows an indented one."""
    last = group[-1]
    if _indent(line) and not _indent(last):
        return not _BULLET.match(group[0].text) and line.size <= last.size * (1 + _OTHER_SIZE)
    return not _indent(line) and len(group) > 1 and all(map(_indent, group)) and _same_column(last, line)


def _would_have_fitted(last: Line, line: Line) -> bool:
    """Whether the first word of a line had space on the last one: then the paragraph had ended there."""
    word = len(line.text.partition(" ")[0]) + 1
    each = (last.right - last.left) / max(1, len(last.text))
    slack = last.column[1] - last.right
    if slack <= word * each + 0.5 * last.size:
        return False
    return _ENDS.search(last.text) is not None or not line.text[:1].islower()


def _block(group: list[Line], body: float, hyphens: Hyphens) -> Block:
    first = group[0]
    if len(first.cells) > 1 and len(group) >= _LEAST_ROWS:
        return Block("table", "", first.size, first.page, rows=tuple(line.cells for line in group))
    text = _joined([line.text for line in group], hyphens)
    bullet = _LOOSE_BULLET.match(text) or (_BULLET.match(text) if len(group) == 1 else None)
    if bullet:
        return Block("item", text[bullet.end() :], first.size, first.page)
    bold = all(line.bold for line in group)
    larger = first.size >= _HEADING_SIZE * body
    is_heading = len(text) <= _LONGEST_HEADING and (larger or (bold and not _SENTENCE_END.search(text)))
    return Block("heading" if is_heading else "text", text, first.size, first.page, bold)


def _joined(texts: list[str], hyphens: Hyphens) -> str:
    """Lines as one, with words whole that they break; a hyphen that belongs to its word stays."""
    parts = [texts[0]]
    for text in texts[1:]:
        last = parts[-1]
        if splits_word(last, text):
            parts[-1] = last if hyphens.stays(last, text) else last[:-1]
        elif not (last.endswith("-") and last[-2:-1].isalnum()):
            parts.append(" ")
        parts.append(text)
    return "".join(parts)

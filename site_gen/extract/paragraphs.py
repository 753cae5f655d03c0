"""Joins lines to paragraphs: blank lines separate them, hard-wrapped lines are joined, else a line is a paragraph."""

import re
from itertools import pairwise

from site_gen.extract.hyphens import Hyphens, splits_word
from site_gen.extract.text import Line, Paragraph

_ENDS_SENTENCE = re.compile(r"[.!?:;…。！？؟۔：；][\"'”’»)\]」』）]*$")
_ITEM = re.compile(r"(?:[-*+•·‣▪–—]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s")
_CONTINUES = re.compile(r"[(,.;:)]|[–—-]\s")
_CLOSES = re.compile(r"[,.;:!?)\]]")
_DENSE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""Letters and signs of scripts that have no blanks between words."""
_WIDEST = 120
_NARROWEST = 30
_LONGEST_WORD = 80


def join_lines(lines: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of the lines that are left, each on one line, numbered by their first line.

    Lines of a kind (a heading, an item, a row) are paragraphs of that kind as they are.
    """
    width, hyphens = _wrap_width(lines), Hyphens(line.text for line in lines)
    paragraphs: list[Paragraph] = []
    text, first, last, markup = "", 0, "", None
    for line in lines:
        is_text = line.kind == "text"
        if text and is_text and line.text and _continues(last, text, line.text, width):
            text, markup = _join(text, line.text, hyphens), None
        else:
            if text:
                paragraphs.append(Paragraph(text, first, "text", markup))
            text, first, markup = (line.text, line.number, line.markup) if is_text else ("", 0, None)
            if not is_text and line.text:
                paragraphs.append(Paragraph(line.text, line.number, line.kind, line.markup))
        last = line.text if is_text else ""
    if text:
        paragraphs.append(Paragraph(text, first, "text", markup))
    return tuple(paragraphs)


def _continues(last: str, text: str, following: str, width: int) -> bool:
    """Whether a line continues the paragraph above: the line above is full, or breaks off within a sentence."""
    if not last or _ITEM.match(following):
        return False
    if splits_word(last, following):
        return True
    if width:
        return _is_full(last, following, width)
    return (
        len(text) >= _NARROWEST
        and not _ENDS_SENTENCE.search(last)
        and (following[0].islower() or _CONTINUES.match(following) is not None)
    )


def _is_full(line: str, following: str, width: int) -> bool:
    if _DENSE.match(following):  # a word may be split between any two of its letters, but not before a stop
        return len(line) + 3 > width
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _wrap_width(lines: tuple[Line, ...]) -> int:
    """The column at which the text was wrapped by hand or machine; 0 if each of its lines is a paragraph."""
    width = max((len(line.text) for line in lines if line.kind == "text"), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    broken = full = 0
    for line, following in pairwise(lines):
        if not line.text or not following.text or line.kind != "text" or following.kind != "text":
            continue
        if not _ENDS_SENTENCE.search(line.text) and not _ITEM.match(following.text):
            broken += 1
            full += _is_full(line.text, following.text, width)
    return width if full >= 2 and full >= 0.8 * broken else 0


def _join(text: str, following: str, hyphens: Hyphens) -> str:
    if splits_word(text, following):
        return (text if hyphens.stays(text[-_LONGEST_WORD:], following) else text[:-1]) + following
    if _CLOSES.match(following) or (_DENSE.match(following) and _DENSE.match(text[-1])):
        return text + following
    return f"{text} {following}"

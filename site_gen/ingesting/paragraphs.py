"""Lines to paragraphs: blank lines part them, hard-wrapped lines are joined, else a line is a paragraph."""

import re
from itertools import pairwise

from site_gen.ingesting.text import Line, Paragraph

_ENDS_SENTENCE = re.compile(r"[.!?:;…。][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*+•·‣▪–—]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s")
_GOES_ON = re.compile(r"[a-z(,.;:)]|[–—-]\s")
_CLOSES = re.compile(r"[,.;:!?)\]]")
_WIDEST = 120
_NARROWEST = 30


def join_lines(lines: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of the lines that are left, each on one line, numbered by their first line."""
    width = _wrap_width(lines)
    paragraphs: list[Paragraph] = []
    text, first, last = "", 0, ""
    for line in lines:
        if text and line.text and _belongs(last, text, line.text, width):
            text = _glue(text, line.text)
        else:
            if text:
                paragraphs.append(Paragraph(text, first))
            text, first = line.text, line.number
        last = line.text
    if text:
        paragraphs.append(Paragraph(text, first))
    return tuple(paragraphs)


def _belongs(last: str, text: str, following: str, width: int) -> bool:
    """Whether a line goes on with the paragraph above: the line above was full, or broke off inside a sentence."""
    if not last or _ITEM.match(following):
        return False
    if width:
        return _is_full(last, following, width)
    return len(text) >= _NARROWEST and not _ENDS_SENTENCE.search(last) and bool(_GOES_ON.match(following))


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _wrap_width(lines: tuple[Line, ...]) -> int:
    """The column at which the text was wrapped by hand or machine; 0 if each of its lines is a paragraph."""
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    broken = full = 0
    for line, following in pairwise(lines):
        if line.text and following.text and not _ENDS_SENTENCE.search(line.text) and not _ITEM.match(following.text):
            broken += 1
            full += _is_full(line.text, following.text, width)
    return width if full >= 2 and full >= 0.8 * broken else 0


def _glue(text: str, following: str) -> str:
    if _CLOSES.match(following) or (text[-1] == "-" and text[-2:-1].isalpha() and following[0].islower()):
        return text + following
    return f"{text} {following}"

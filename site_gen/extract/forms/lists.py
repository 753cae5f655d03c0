"""The form of lists in plain text: consecutive lines that begin with the same kind of mark."""

import re

from msgspec.structs import replace

from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line

BULLET = re.compile(r"([ \t]*)[-*+•▪‣●○◦■·][ \t]+(?=\S)")
NUMBER = re.compile(r"([ \t]*)(\d{1,4})[.)][ \t]+(?=\S)")
_FEWEST = 2


def take_lists(manuscript: Manuscript) -> Manuscript:
    """Recognise lists: two or more marked lines in a row are items, with the lines that continue them.

    It runs after the forms of a text's head, which have marks of their own.
    """
    texts = [line.text for line in manuscript.lines]
    if sum(_is_marked(text) for text in texts) < _FEWEST:
        return manuscript
    lines: list[Line] = []
    at = 0
    while at < len(texts):
        items, end = _run(manuscript.lines, at)
        if len(items) >= _FEWEST:
            lines += items
            at = end
        else:
            lines.append(manuscript.lines[at])
            at += 1
    return replace(manuscript, lines=tuple(lines))


def continues_item(above: str, text: str) -> bool:
    """Whether a line continues the item above it: it is indented, or goes on with a sentence."""
    if not text.strip():
        return False
    return text.startswith(("  ", "\t")) or (text[0].islower() and above[-1:] not in ".!?:;")


def _is_marked(text: str) -> bool:
    head = text.lstrip()[:1]
    return head in _FIRST_CHARACTERS and (BULLET.match(text) is not None or NUMBER.match(text) is not None)


_FIRST_CHARACTERS = frozenset("-*+•▪‣●○◦■·0123456789") - {""}


def _run(lines: tuple[Line, ...], at: int) -> tuple[list[Line], int]:
    """The items from here on, and the place after them; numbers must count up from 1."""
    items: list[Line] = []
    place = end = at
    numbered = NUMBER.match(lines[at].text) is not None
    pattern = NUMBER if numbered else BULLET
    while place < len(lines):
        line = lines[place]
        if line.kind != "text":
            break
        match = pattern.match(line.text)
        if match and (not numbered or int(match[2]) == len(items) + 1):
            begin = match.start(2) if numbered else match.end()
            items.append(Line(line.number, line.text[begin:].strip(), "item"))
        elif items and place == end and not _is_marked(line.text) and continues_item(items[-1].text, line.text):
            last = items[-1]
            items[-1] = Line(last.number, f"{last.text} {line.text.strip()}", "item")
        elif line.text.strip():
            break
        else:
            place += 1
            continue
        place += 1
        end = place
    return items, end

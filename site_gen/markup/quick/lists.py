"""Lists of one depth, whose items are prose, tight or loose."""

import re

from site_gen.markup.quick.inlines import Inlines
from site_gen.markup.quick.piece import Piece
from site_gen.markup.quick.prose import item_words

_BULLET = re.compile(r" {0,3}[-*+] +(?=\S)")
_TASK = re.compile(r" *\[[ xX]\] ")
_NUMBER = re.compile(r" {0,3}\d+\. +(?=\S)")


def list_piece(block: str, inlines: Inlines) -> Piece | None:
    """The list with its items rendered; None if an item is not plain prose."""
    numbered = block.lstrip(" ")[0].isdigit()
    marker = _NUMBER if numbered else _BULLET
    sources: list[str] = []
    for line in block.split("\n"):
        if match := marker.match(line):
            sources.append(line[match.end() :])
        elif sources:
            sources[-1] += "\n" + line
        else:
            return None
    items: list[str] = []
    for source in sources:
        item = None if _TASK.match(source) else item_words(source, inlines)
        if item is None:
            return None
        items.append(item)
    return Piece("ol" if numbered else "ul", _opening(block) if numbered else "<ul>", tuple(items))


def _opening(block: str) -> str:
    start = block.lstrip(" ").partition(".")[0]
    return "<ol>" if start == "1" else f'<ol start="{start}">'


def list_html(lists: list[Piece]) -> str:
    """The HTML of lists of one kind that follow each other, which are one list."""
    lines = [lists[0].html]
    for at, piece in enumerate(lists):
        last = len(piece.parts) - 1
        for number, item in enumerate(piece.parts):
            loose = (number == 0 and at > 0) or (number == last and at < len(lists) - 1)
            lines.append(f"<li>\n<p>{item}</p>\n</li>" if loose else f"<li>{item}</li>")
    lines.append(f"</{lists[0].kind}>")
    return "\n".join(lines)

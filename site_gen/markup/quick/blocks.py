"""The plain kinds of block, each recognised by its first character."""

import re

from site_gen.markup.quick.inlines import Inlines
from site_gen.markup.quick.lists import list_html, list_piece
from site_gen.markup.quick.piece import Piece
from site_gen.markup.quick.prose import words
from site_gen.markup.quick.tables import table_html

_HEADING = re.compile(r"(#{1,6}) +([^#\s][^#\n]*)")
_UNDERLINED = re.compile(r"([A-Za-z0-9*_\[][^\n]*)\n(?:([=-])\2*) *")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,}) *")
_QUOTED = re.compile(r"> ?")
_INDENTED_ITEM = re.compile(r" {1,3}(?:[-*+]|\d+\.) ")
_FIRST_CHARACTERS = frozenset("#>|-*+_0123456789")


def piece(block: str, inlines: Inlines) -> Piece | None:
    """The rendered block; None if it is not of a plain kind."""
    first = block[0]
    if first.isalpha() and "\n" not in block:
        html = inlines.render(block)
        return None if html is None else Piece("prose", f"<p>{html}</p>")
    if (first in _FIRST_CHARACTERS or (first == " " and _INDENTED_ITEM.match(block))) and (
        made := _special(block, inlines)
    ):
        return made
    if "\n" in block and (title := _UNDERLINED.fullmatch(block)):
        return _heading(f"{'#' if title[2] == '=' else '##'} {title[1]}", inlines)
    html = words(block, inlines)
    return None if html is None else Piece("prose", f"<p>{html}</p>")


def _special(block: str, inlines: Inlines) -> Piece | None:
    first = block[0]
    if first == "#":
        return _heading(block, inlines)
    if first == ">":
        return _quotation(block, inlines)
    if first == "|":
        html = table_html(block, inlines)
        return None if html is None else Piece("table", html)
    if _RULE.fullmatch(block):
        return Piece("rule", "<hr>")
    return None if first == "_" else list_piece(block, inlines)


def _heading(block: str, inlines: Inlines) -> Piece | None:
    match = _HEADING.fullmatch(block)
    if match is None or any(marker in block for marker in ("|", "{", "\\", "[^")):
        return None
    html = inlines.render(match[2].strip())
    return None if html is None else Piece("heading", html, level=len(match[1]))


def _quotation(block: str, inlines: Inlines) -> Piece | None:
    lines = block.split("\n")
    if not all(line[:1] == ">" for line in lines):
        return None
    text = "\n".join("" if line.strip() == ">" else _QUOTED.sub("", line, count=1) for line in lines)
    pieces: list[Piece] = []
    for inner in text.split("\n\n"):
        if inner := inner.lstrip("\n"):
            made = None if inner[0] in "#>" else piece(inner, inlines)
            if made is None:
                return None
            pieces.append(made)
    return Piece("quote", parts=tuple(pieces)) if pieces else None


def html_of(pieces: list[Piece]) -> str:
    """The HTML of pieces: lists of one kind that follow each other become one, as do quotations. Without headings."""
    made: list[str] = []
    at = 0
    while at < len(pieces):
        kind = pieces[at].kind
        end = at + 1
        if kind in ("ul", "ol", "quote"):
            while end < len(pieces) and pieces[end].kind == kind:
                end += 1
        group = pieces[at:end]
        if kind == "quote":
            made.append(f"<blockquote>\n{html_of([part for quote in group for part in quote.parts])}\n</blockquote>")
        else:
            made.append(list_html(group) if kind in ("ul", "ol") else group[0].html)
        at = end
    return "\n".join(made)

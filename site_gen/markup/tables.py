"""Puts each table of rendered HTML into a box, which scrolls where the table is wider than the page."""

import html
import re

from site_gen.text.excerpt import shorten
from site_gen.text.language.catalog import ENGLISH, Catalog
from site_gen.text.references import unescape

_EDGE = re.compile(r"<(/?)table\b[^<>]*>")
_CAPTION = re.compile(r"<caption\b[^<>]*>(.*?)</caption>", re.S)
_HEADER = re.compile(r"<th\b[^<>]*>(.*?)</th>", re.S)
_TAG = re.compile(r"<[^<>]*>")
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)</tr>", re.S)
_CELL = re.compile(r"<t([dh])\b([^<>]*)>(.*?)</t\1>", re.S)
_LONGEST_NAME = 100
_NARROW = 24
"""Characters that fit side by side on the narrowest of phones (320 pixels), with the space between columns."""
_BESIDE = 2
_LONGEST_WORD = 34


def boxed_tables(body: str, catalog: Catalog = ENGLISH) -> str:
    """The body with each table in a box that can be scrolled by keyboard too, and has the table's name.

    A table within another stays in that one's box; an unclosed table is left as it is. Names are in the language of the
    `catalog`.
    """
    if "<table" not in body:
        return body
    spans = _outermost(body)
    pieces: list[str] = []
    end = 0
    for number, (start, stop) in enumerate(spans, 1):
        table = body[start:stop]
        if _has_endless_word(table):
            box = '<div class="table breaks">'  # words too long for any screen are broken
        elif _is_narrow(table):
            box = '<div class="table">'  # nothing to scroll, so it need not take the focus
        else:
            name = _name_of(table, number if len(spans) > 1 else 0, catalog)
            box = f'<div class="table" role="group" tabindex="0" aria-label="{name}">'
        pieces += [body[end:start], f"{box}\n{table}\n</div>"]
        end = stop
    return "".join([*pieces, body[end:]])


def _has_endless_word(table: str) -> bool:
    """Whether a word is too long for a word, number or designation: an address, a key, a mistake."""
    longest = max(map(len, unescape(_TAG.sub(" ", table)).split()), default=0)
    return longest > _LONGEST_WORD and "<img" not in table


def _is_narrow(table: str) -> bool:
    """Whether a table fits on any screen, by its columns' longest words, or whole cells where these do not wrap."""
    if "<img" in table or "colspan" in table or table.count("<table") > 1:
        return False
    widths: list[int] = []
    for row in _ROW.finditer(table):
        for at, (_, attributes, words) in enumerate(_CELL.findall(row[1])):
            text = unescape(_TAG.sub("", words)).strip()
            need = len(text) if "align-right" in attributes else max(map(len, text.split()), default=0)
            if at == len(widths):
                widths.append(need)
            widths[at] = max(widths[at], need)
    return bool(widths) and sum(widths) + _BESIDE * len(widths) <= _NARROW


def _outermost(body: str) -> list[tuple[int, int]]:
    """Where the tables that are not within another begin and end."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for edge in _EDGE.finditer(body):
        if not edge[1]:
            opened.append(edge.start())
        elif opened:
            start = opened.pop()
            if not opened:
                spans.append((start, edge.end()))
    return spans


def _name_of(table: str, number: int, catalog: Catalog) -> str:
    """A table's caption or column heads, as an attribute's text; with its number where there are several."""
    caption = _CAPTION.search(table)
    columns = table.partition("</tr>")[0]
    heads = [caption[1]] if caption else _HEADER.findall(columns)
    words = [" ".join(unescape(_TAG.sub("", head)).split()) for head in heads]
    text = shorten(catalog.written.joined(word for word in words if word), _LONGEST_NAME)
    name = catalog.said("Table %(number)s", number=number) if number else catalog.gettext("Table")
    return html.escape(f"{name}: {text}" if text else name)

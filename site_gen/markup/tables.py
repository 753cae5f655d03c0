"""Tables within rendered HTML: each in a box of its own, which scrolls where the table is wider than the page."""

import html
import re

from site_gen.wording.excerpt import shorten

_EDGE = re.compile(r"<(/?)table\b[^<>]*>")
_CAPTION = re.compile(r"<caption\b[^<>]*>(.*?)</caption>", re.S)
_HEADER = re.compile(r"<th\b[^<>]*>(.*?)</th>", re.S)
_TAG = re.compile(r"<[^<>]*>")
_LONGEST_NAME = 100


def boxed_tables(body: str) -> str:
    """The body with each table in a box that can be scrolled by keyboard, too, and says which table it holds.

    A table within another stays in that one's box; what is not closed is left as it is.
    """
    if "<table" not in body:
        return body
    spans = _outermost(body)
    pieces: list[str] = []
    end = 0
    for number, (start, stop) in enumerate(spans, 1):
        table = body[start:stop]
        name = _name_of(table, number if len(spans) > 1 else 0)
        box = f'<div class="table" role="group" tabindex="0" aria-label="{name}">'
        pieces += [body[end:start], f"{box}\n{table}\n</div>"]
        end = stop
    return "".join([*pieces, body[end:]])


def _outermost(body: str) -> list[tuple[int, int]]:
    """Where the tables begin and end that stand within no other."""
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


def _name_of(table: str, number: int) -> str:
    """A table's caption, or the heads of its columns, as an attribute's text; its number where there are several."""
    caption = _CAPTION.search(table)
    columns = table.partition("</tr>")[0]
    heads = [caption[1]] if caption else _HEADER.findall(columns)
    words = [" ".join(html.unescape(_TAG.sub("", head)).split()) for head in heads]
    text = shorten(", ".join(word for word in words if word), _LONGEST_NAME)
    name = f"Table {number}" if number else "Table"
    return html.escape(f"{name}: {text}" if text else name)

"""Tables: the first rows show whether a block is one, and the cells of a row are split in one pass."""

import xml.etree.ElementTree as etree
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Any

from markdown.extensions.tables import TableProcessor

from site_gen.markup.crowds import is_crowded


class Tables(TableProcessor):
    """As in Python-Markdown, with another search."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the first two rows are those of a table."""
        rows = _rows(block)
        first, second = next(rows), next(rows, None)
        if second is None or "|" not in first:
            return False
        self.border = self._is_bordered(first)
        columns = len(self._split_row(first))
        if columns == 1 and not (self.border and all(map(self._is_bordered, islice(_rows(block), 1, None)))):
            return False
        row = self._split_row(second)
        if len(row) != columns or not set("".join(row)) <= set("|:- ") or is_crowded(columns, block):
            return False
        self.separator: Any = row
        return True

    def _split_row(self, row: str) -> list[str]:
        """The cells of a row, without the bars at its ends where the table has these."""
        return self._split(self.RE_END_BORDER.sub("", row.removeprefix("|")) if self.border else row)

    def _is_bordered(self, row: str) -> bool:
        return row.startswith("|") or self.RE_END_BORDER.search(row) is not None

    def _split(self, row: str) -> list[str]:
        """The cells of a row; a bar within code does not end one."""
        bars, ticks = [], []
        for match in self.RE_CODE_PIPES.finditer(row):
            if match[2]:
                ticks.append((len(match[2]) - 1, match.start(2), match.end(2) - 1, 1))
            elif match[3]:
                ticks.append((len(match[3]), match.start(3), match.end(3) - 1, 0))
            elif match[5]:
                bars.append(match.start(5))
        cells, start = [], 0
        for bar in _outside(bars, _code_spans(ticks)):
            cells.append(row[start:bar])
            start = bar + 1
        return [*cells, row[start:]]


def _rows(block: str) -> Iterator[str]:
    """The lines of a block without the spaces around them."""
    start = 0
    while (end := block.find("\n", start)) >= 0:
        yield block[start:end].strip(" ")
        start = end + 1
    yield block[start:].strip(" ")


def _code_spans(ticks: list[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    """Where code begins and ends, by the runs of backticks: their length, first and last place, and 1 if escaped."""
    places: dict[int, list[int]] = {}
    for number, (length, *_) in enumerate(ticks):
        places.setdefault(length, []).append(number)
    spans, number = [], 0
    while number < len(ticks):
        length, start, _, escaped = ticks[number]
        alike = places.get(length - escaped, []) if length > escaped else []
        following = bisect_right(alike, number)
        if following < len(alike):
            number = alike[following]
            spans.append((start, ticks[number][2]))
        number += 1
    return spans


def _outside(bars: list[int], spans: list[tuple[int, int]]) -> Iterator[int]:
    at = 0
    for bar in bars:
        while at < len(spans) and spans[at][1] < bar:
            at += 1
        if at == len(spans) or bar < spans[at][0]:
            yield bar

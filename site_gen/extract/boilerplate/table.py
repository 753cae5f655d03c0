"""Recognises rows of tables: they look like menus and labels, but belong to the article."""

import re
from collections.abc import Sequence
from itertools import pairwise

from site_gen.extract.boilerplate.fold import fold
from site_gen.extract.boilerplate.menu import CONTROLS, MENU
from site_gen.extract.boilerplate.rule import LONG

_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"(?:^|[ (])[$€£~+-]?\d[\d.,]*%?(?=[ )]|$)")
_DATE = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d:\d\d|\bof\b|@|https?:", re.I)
_FEWEST_COLUMNS = 2
_LONGEST_ROW = 120  # characters, at most, of a row whose columns are numbers between blanks
_SEE_ALSO = re.compile(
    r"(?:also |must |read|see|watch|more|related|recommended|explained|opinion|in pic|video|live|exclusive|don't)"
)


def table_rows(texts: Sequence[str]) -> frozenset[int]:
    """The places of lines with the same columns as the line before or after them."""
    shapes = [_columns(text) for text in texts]
    filled = [place for place, text in enumerate(texts) if text]
    rows: set[int] = set()
    for place, following in pairwise(filled):
        if following - place <= _FEWEST_COLUMNS and shapes[place] and shapes[place] == shapes[following]:
            rows.update((place, following))
    return frozenset(rows)


def _columns(text: str) -> str:
    """The kind and number of columns; empty for a line that is no table row."""
    if len(text) > LONG:
        return ""
    if "|" in text:
        cells = [fold(cell.strip()) for cell in text.strip("| ").split("|")]
        if len(cells) < _FEWEST_COLUMNS:
            return ""
        if all(cell in MENU or cell in CONTROLS for cell in cells if cell):
            return ""
        return "" if len(cells) == _FEWEST_COLUMNS and _SEE_ALSO.match(cells[0]) else f"{len(cells)} cells"
    if "\t" in text:
        return f"{text.count(chr(9)) + 1} cells"
    if len(text) > _LONGEST_ROW or _DIGIT.search(text) is None or _DATE.search(text):
        return ""
    numbers = len(_NUMBERS.findall(text))
    words = text.count(" ") + 1
    return f"{numbers} numbers" if numbers >= _FEWEST_COLUMNS and words <= numbers + 5 else ""

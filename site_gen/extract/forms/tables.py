"""The form of tables in plain text: cells separated by bars, by tabs, or by blanks in columns."""

import re
from collections.abc import Callable
from statistics import median

from msgspec.structs import replace

from site_gen.extract.blocks import row_of
from site_gen.extract.boilerplate.menu import MENU
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line

Cells = tuple[str, ...]

_DIVIDER = re.compile(r"[\s|:+=-]*-{2,}[\s|:+=-]*\Z")
_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)")
_NARROW_GAP = re.compile(r"(?<=\S)(?: {2,}|\t+ *)(?=\S)")
_TYPEWRITTEN = re.compile(r"[.!?:;,] {2,}[A-Z\"“'‘]")  # two blanks after a sentence do not separate cells
_LONGEST_CELL = 90
_USUAL_CELL = 36
_FEWEST_ROWS = 3
_LONG_RUN = 50  # lines; a shorter run that is no table may contain one further down
_LOWER_CASE = 0.4  # the part of cells in columns that may begin in lower case


def take_tables(manuscript: Manuscript) -> Manuscript:
    """Recognise tables: their lines become rows, which are exempt from boilerplate rules.

    It reads the raw lines, since cleaning closes the gaps between columns.
    """
    lines, at, dividers = list(manuscript.lines), 0, []
    if not any("|" in line.text or "\t" in line.text or "  " in line.text for line in lines):
        return manuscript
    no_table_before = dict.fromkeys(_READERS, 0)  # by the way to read cells: up to where there is no table
    while at < len(lines):
        for cells_of in _READERS:
            end, rows = _run(lines, at, cells_of) if at >= no_table_before[cells_of] else (at, [])
            if end - at > _LONG_RUN and not rows:
                no_table_before[cells_of] = end
            if rows:
                for place, cells in rows:
                    lines[place] = Line(lines[place].number, row_of(cells), "row")
                dividers += [place for place in range(at, end) if lines[place].kind != "row"]
                at = end - 1
                break
        at += 1
    dropped = frozenset(dividers)  # rules of a table have no words, and are not logged
    return replace(manuscript, lines=tuple(line for place, line in enumerate(lines) if place not in dropped))


def _run(lines: list[Line], at: int, cells_of: Callable[[str], Cells]) -> tuple[int, list[tuple[int, Cells]]]:
    """Where the table that begins here ends, and its rows with their places; no rows where there is no table."""
    rows: list[tuple[int, Cells]] = []
    place, divided = at, False
    while place < len(lines) and lines[place].kind == "text":
        text = lines[place].text
        if (rows or text.lstrip().startswith("+")) and _DIVIDER.match(text):
            divided = True
        elif len(cells := cells_of(text)) < 2 or (rows and not _fits(rows, cells, cells_of)):
            break
        else:
            rows.append((place, cells))
        place += 1
    return place, rows if _is_table([cells for _, cells in rows], divided, cells_of) else []


def _fits(rows: list[tuple[int, Cells]], cells: Cells, cells_of: Callable[[str], Cells]) -> bool:
    """Whether a row belongs to the same table; only tabs mark empty cells, so only then may there be fewer."""
    return cells_of is _by_tabs or len(cells) == len(rows[0][1])


def _is_table(rows: list[Cells], divided: bool, cells_of: Callable[[str], Cells]) -> bool:
    if len(rows) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    if all(cell.casefold() in MENU or not cell for cell in cells):
        return False
    if divided and cells_of is _by_bars:
        return True
    lengths = [len(cell) for cell in cells]
    if max(lengths) > _LONGEST_CELL or median(lengths) > _USUAL_CELL:
        return False
    if cells_of is _by_columns and sum(cell[:1].islower() for cell in cells) > _LOWER_CASE * len(cells):
        return False  # justified prose
    return len(rows) >= _FEWEST_ROWS or (cells_of is not _by_columns and all(len(row) >= 3 for row in rows))


def _by_bars(text: str) -> Cells:
    if "|" not in text:
        return ()
    text = text.strip()
    if text.startswith("|"):
        text = text[1:]
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return tuple(cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", text))


def _by_tabs(text: str) -> Cells:
    if "\t" not in text.lstrip():
        return ()
    return tuple(cell.strip() for cell in text.strip(" \r").rstrip("\t").split("\t"))


def _by_columns(text: str) -> Cells:
    if "  " not in text.strip() or _TYPEWRITTEN.search(text):
        return ()
    cells = _NARROW_GAP.split(text.strip())
    if len(cells) == 2 and not _GAP.search(text.strip()):
        return ()
    return tuple(cell.strip() for cell in cells)


_READERS = (_by_bars, _by_tabs, _by_columns)

"""Running heads and page numbers of a PDF: runs at the edges of pages that repeat there, and numbers alone."""

import re
from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from site_gen.conversion.pdf_glyphs import Run

_ROWS = 3  # rows at the head and foot of a page that may be furniture
_SAME_PLACE = 6.0  # points
_LONGEST = 120
_LONG = 8  # characters
_SHORTEST = 3
_NEAR = 2  # pages
_MOST = 12  # runs of a row that are looked at
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite|pagina|página|strona|стр\.?|страница|сторінка|s\.)\s*)?\d{1,4}"
    r"(?:\s*(?:of|/|von|sur|de|di|z|из|із)\s*\d{1,4})?\W*|[ivxlc]{1,7}",
    re.IGNORECASE,
)


class Pages(Struct, frozen=True):
    """The runs of each page without furniture, and what was furniture: its texts, each with its kind."""

    pages: tuple[tuple[Run, ...], ...]
    cuts: tuple[tuple[str, str], ...]


def without_furniture(pages: tuple[tuple[Run, ...], ...]) -> Pages:
    """The pages without running heads, which at least two pages share, and without page numbers."""
    heads = _running_heads(pages)
    cuts: dict[str, str] = {}
    for _, run in sorted(heads, key=lambda one: (one[0], -one[1].base, one[1].left)):
        words = " ".join(run.text.split())
        cuts.setdefault(words, "page number" if _NUMBER.fullmatch(words) else "running head")
    kept: list[tuple[Run, ...]] = []
    for number, page in enumerate(pages):
        rest = [run for run in page if (number, run) not in heads]
        numbers = _page_numbers(rest)
        cuts |= {" ".join(run.text.split()): "page number" for run in numbers}
        kept.append(tuple(run for run in rest if run not in numbers))
    return Pages(tuple(kept), tuple(cuts.items()))


def _running_heads(pages: tuple[tuple[Run, ...], ...]) -> set[tuple[int, Run]]:
    """The runs at the edges of pages that at least two of them share, each with its page."""
    seen: defaultdict[tuple[str, int, int], set[int]] = defaultdict(set)
    edges = [[[run for run in row[:_MOST] if len(run.text) <= _LONGEST] for row in _edges(page)] for page in pages]
    for number, rows in enumerate(edges):
        for run in (run for row in rows for run in row):
            seen[_place(run)].add(number)
    return {(number, run) for number, rows in enumerate(edges) for row in rows for run in _heads_of(row, number, seen)}


def _heads_of(row: list[Run], page: int, seen: Mapping[tuple[str, int, int], set[int]]) -> list[Run]:
    """The running heads of a row: all of it, or what is long; a short word may be a part of the text by chance."""
    found = [run for run in row if _repeats(run, page, seen)]
    is_whole = len(found) == len(row) and sum(len(run.text.strip()) for run in found) >= _SHORTEST
    return found if is_whole else [run for run in found if len(run.text.strip()) >= _LONG]


def _edges(page: tuple[Run, ...]) -> list[list[Run]]:
    rows = _rows(list(page))
    return rows if len(rows) <= 2 * _ROWS else [*rows[:_ROWS], *rows[-_ROWS:]]


def _rows(runs: list[Run]) -> list[list[Run]]:
    """The runs of a page by their baselines, from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.base):
        if rows and rows[-1][0].base - run.base <= 0.3 * run.size:
            rows[-1].append(run)
        else:
            rows.append([run])
    return rows


def _place(run: Run) -> tuple[str, int, int]:
    """What running heads of several pages share: text but for numbers, size, and height on the page."""
    return _DIGITS.sub("0", " ".join(run.text.split())).casefold(), round(run.size), round(run.base / _SAME_PLACE)


def _repeats(run: Run, page: int, seen: Mapping[tuple[str, int, int], set[int]]) -> bool:
    """Whether the page before or after a run's has it too, or the one beyond that: left and right pages differ."""
    text, size, height = _place(run)
    near = {page + step for step in (-_NEAR, -1, 1, _NEAR)}
    return any(not near.isdisjoint(seen.get((text, size, height + step), ())) for step in (-1, 0, 1))


def _page_numbers(kept: list[Run]) -> list[Run]:
    """Numbers alone in the first or last row of a page, which has other text."""
    rows = _rows(kept)
    if len(rows) < 2:
        return []
    return [row[0] for row in (rows[0], rows[-1]) if len(row) == 1 and _NUMBER.fullmatch(row[0].text.strip())]

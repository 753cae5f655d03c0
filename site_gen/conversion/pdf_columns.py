"""The order in which the lines of a page are read: columns one after the other, and what spans them in its place."""

from collections import Counter
from statistics import median

from msgspec import Struct

from site_gen.conversion.pdf_glyphs import Run, is_rtl, raised

_LEAST_LINES = 4  # fewest lines of a column
_FILLED = 0.55  # the median line of a column is at least this part of its width; cells of a table are shorter
_FREQUENT = 0.2  # of the runs of a side: so many begin where a column does
_LEAST_GUTTER = 0.6  # of the size of letters
_MOST_SPANNING = 0.34  # of the lines of a page that may span its columns
_CELL_GAP = 1.5  # of the size: from here on, a gap separates cells of a table
_LEAST_BLANK = 0.12  # of the size: from here on, a gap is a blank between words
_DEEPEST = 6
_MOST_RUNS = 5000  # of a page; one with more is no text in columns
_MOST_PARTS = 200  # of a line
_SAME_LINE = 0.5  # of the size: how far the baselines of one line may be apart
_MARGIN = 0.12  # of the width of the page, at either side, where no gutter is looked for


class Line(Struct, frozen=True):
    """One line of a page: its text, its extent, and that of the column that it is in."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page: int
    column: tuple[float, float]
    cells: tuple[str, ...]  # the parts of a line that are far apart, as in a table


def lines_of(runs: tuple[Run, ...], page: int) -> tuple[Line, ...]:
    """The lines of a page in the order of reading."""
    rtl = is_rtl("".join(run.text for run in runs))
    return tuple(line for group in _in_order(list(runs), 0, rtl) for line in _lines(group, page, rtl))


def _in_order(runs: list[Run], depth: int, rtl: bool) -> list[list[Run]]:
    """Groups of runs, each a column or a part of the page that spans columns, in the order of reading."""
    gutter = _gutter(runs) if depth < _DEEPEST and len(runs) <= _MOST_RUNS else None
    if gutter is None:
        return _whole(runs)
    return _around(runs, gutter, depth, rtl)


def _around(runs: list[Run], gutter: tuple[float, float], depth: int, rtl: bool) -> list[list[Run]]:
    """The columns at both sides of a gutter, above and below each run that spans it."""
    spanning = sorted((run for run in runs if _spans(run, gutter)), key=lambda run: -run.base)
    sides = [run for run in runs if not _spans(run, gutter)]
    groups: list[list[Run]] = []
    held: list[Run] = []
    for run in spanning:
        line = run.base + _SAME_LINE * run.size
        if above := [one for one in sides if one.base > line]:
            groups += [*_whole(held), *_columns(above, gutter[1], depth, rtl)]
            sides = [one for one in sides if one.base <= line]
            held = []
        held.append(run)
    return [*groups, *_whole(held), *_columns(sides, gutter[1], depth, rtl)]


def _spans(run: Run, gutter: tuple[float, float]) -> bool:
    return run.left < gutter[0] and run.right > gutter[1]


def _whole(runs: list[Run]) -> list[list[Run]]:
    return [runs] if runs else []


def _columns(runs: list[Run], end: float, depth: int, rtl: bool) -> list[list[Run]]:
    left = [run for run in runs if run.right <= end]
    right = [run for run in runs if run.right > end]
    first, second = (right, left) if rtl else (left, right)
    return [*_in_order(first, depth + 1, rtl), *_in_order(second, depth + 1, rtl)]


def _gutter(runs: list[Run]) -> tuple[float, float] | None:
    """The gap between two columns: where the fewest runs cross it, with enough full lines on both sides."""
    if len(runs) < 2 * _LEAST_LINES:
        return None
    low, high = min(run.left for run in runs), max(run.right for run in runs)
    size = median(run.size for run in runs)
    margin = _MARGIN * (high - low)
    found: list[tuple[int, float, tuple[float, float]]] = []
    for begin, end in _gaps(runs, size):
        crossing = sum(_spans(run, (begin, end)) for run in runs)
        if not low + margin <= (begin + end) / 2 <= high - margin or crossing > _MOST_SPANNING * len(runs):
            continue
        left = [run for run in runs if run.right <= end]
        right = [run for run in runs if run.left >= begin]
        if _are_columns(left, right, (low, begin), (end, high)):
            found.append((crossing, begin - end, (begin, end)))
    return min(found)[2] if found else None


def _gaps(runs: list[Run], size: float) -> list[tuple[float, float]]:
    """Gaps between where runs end and others begin: each frequent left edge, with the nearest right edge before it."""
    edges: dict[int, list[Run]] = {}
    for run in runs:
        edges.setdefault(round(run.left / max(size, 1)), []).append(run)
    gaps = []
    for group in sorted(edges.values(), key=len, reverse=True)[:12]:
        end = min(run.left for run in group)
        before = [run.right for run in runs if run.right <= end]
        if before and end - max(before) >= _LEAST_GUTTER * size:
            gaps.append((max(before), end))
    return gaps


def _are_columns(
    left: list[Run], right: list[Run], left_column: tuple[float, float], right_column: tuple[float, float]
) -> bool:
    """Whether both sides have lines beside each other that fill them."""
    for side, (begin, end) in ((left, left_column), (right, right_column)):
        if len(side) < _LEAST_LINES:
            return False
        width = (end - begin) / _count_columns(side)
        if median(run.right - run.left for run in side) < _FILLED * width:
            return False
    top, bottom = max(run.base for run in right), min(run.base for run in right)
    beside = sum(bottom - run.size <= run.base <= top + run.size for run in left)
    return beside >= _LEAST_LINES - 1


def _count_columns(side: list[Run]) -> int:
    """How many columns there may be at one side of a gutter: left edges that many runs have."""
    edges = Counter(round(run.left / max(run.size, 1)) for run in side)
    return max(1, sum(count >= max(_LEAST_LINES, _FREQUENT * len(side)) for count in edges.values()))


def _lines(runs: list[Run], page: int, rtl: bool) -> list[Line]:
    """The lines of one column, from top to bottom; runs on one baseline are parts of one line."""
    column = min(run.left for run in runs), max(run.right for run in runs)
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.base):
        if rows and len(rows[-1]) < _MOST_PARTS and _is_beside(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_line(sorted(row, key=lambda run: -run.right if rtl else run.left), page, column) for row in rows]


def _is_beside(row: list[Run], run: Run) -> bool:
    """Whether a run is on the line of others: on its baseline, or smaller and raised, as references to notes are."""
    return any(abs(one.base - run.base) <= _SAME_LINE * max(one.size, run.size) for one in row) and not any(
        min(one.right, run.right) - max(one.left, run.left) > 0.5 * run.size for one in row
    )


def _line(row: list[Run], page: int, column: tuple[float, float]) -> Line:
    main = max(row, key=lambda run: len(run.text))
    cells, last = [raised(row[0], main).text], row[0]
    for run in row[1:]:
        gap = max(run.left - last.right, last.left - run.right)
        words = raised(run, main).text
        if gap > _CELL_GAP * main.size:
            cells.append(words)
        elif words != run.text or (is_rtl(cells[-1]) and words[:1] in ",.;:!?،؛؟"):
            cells[-1] = cells[-1].rstrip() + words
        else:
            cells[-1] += ("" if gap < _LEAST_BLANK * main.size else " ") + words
        last = run
    clean = tuple(" ".join(cell.split()) for cell in cells)
    return Line(
        " ".join(clean),
        min(run.left for run in row),
        max(run.right for run in row),
        main.base,
        main.size,
        all(run.bold for run in row),
        page,
        column,
        clean,
    )

"""How much of each pixel is covered by polygons; exact, without supersampling."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from site_gen.images.outlines import Contour

_Changes = dict[int, float]  # by column, how much more is covered from there on than to the left of it


def coverage(contours: Iterable[Contour], size: int, shades: int) -> list[bytes]:
    """Rows of `size` pixels, each as a shade from 0 (free) to `shades` (covered).

    Coordinates are pixels, y downwards from the top; polygons that run clockwise and those that do not cancel out, so
    that the inside of an O is free.
    """
    rows: list[_Changes] = [{} for _ in range(size)]
    for contour in contours:
        for (x0, y0), (x1, y1) in pairwise((*contour, contour[0])):
            if y0 != y1:
                _add_line(rows, x0, y0, x1, y1)
    return [b"".join(_shaded_row(changes, size, shades)) for changes in rows]


def _add_line(rows: Sequence[_Changes], x0: float, y0: float, x1: float, y1: float) -> None:
    """Add a line: what lies to its right is covered or uncovered, depending on the line's direction."""
    way = 1.0 if y0 < y1 else -1.0
    if y0 > y1:
        x0, y0, x1, y1 = x1, y1, x0, y0
    slope = (x1 - x0) / (y1 - y0)
    for row in range(max(0, floor(y0)), min(len(rows), ceil(y1))):
        top, bottom = max(y0, row), min(y1, row + 1)
        left, right = sorted((x0 + (top - y0) * slope, x0 + (bottom - y0) * slope))
        _add_slice(rows[row], left, right, way * (bottom - top))


def _add_slice(changes: _Changes, left: float, right: float, height: float) -> None:
    """Add the part of a line within one row, from `left` to `right`: the area to its right, pixel by pixel."""
    first, last = floor(left), max(floor(left), ceil(right) - 1)
    left_part = 0.0
    for column in range(first, last + 1):
        if right > left:
            # The part of the line left of this pixel's right edge, and the mean distance of it from that edge.
            begin, end = max(left, column), min(right, column + 1)
            part = (end - begin) / (right - left)
            covered = part * (column + 1 - (begin + end) / 2) + left_part
            left_part += part
        else:
            covered, left_part = column + 1 - left, 1.0
        changes[column] = changes.get(column, 0.0) + height * covered
        changes[column + 1] = changes.get(column + 1, 0.0) + height * (left_part - covered)
        if column < last:
            changes[column + 1] -= height * left_part


def _shaded_row(changes: _Changes, size: int, shades: int) -> Iterator[bytes]:
    """The shades of a row, made from runs of pixels of one shade."""
    covered, at = 0.0, 0
    for column in (*sorted(changes), size):
        shade = min(shades, round(abs(covered) * shades))
        end = min(max(at, column), size)
        yield bytes((shade,)) * (end - at)
        at = end
        covered += changes.get(column, 0.0)

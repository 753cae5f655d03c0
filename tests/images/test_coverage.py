from hypothesis import given
from hypothesis import strategies as st

from site_gen.images.coverage import coverage

SIZE, SHADES = 12, 255
NUMBERS = st.floats(0, SIZE, allow_nan=False, width=32)
BOXES = st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS).map(lambda four: (*sorted(four[:2]), *sorted(four[2:])))


def area(rows: list[bytes]) -> float:
    return sum(map(sum, rows)) / SHADES


def test_a_pixel_that_is_covered_in_part_has_that_part_of_the_shades() -> None:
    rows = coverage([((1.0, 1.5), (2.25, 1.5), (2.25, 3.0), (1.0, 3.0))], 4, 100)
    assert rows == [bytes(4), bytes((0, 50, 12, 0)), bytes((0, 100, 25, 0)), bytes(4)]


@given(BOXES)
def test_a_box_covers_its_area(box: tuple[float, float, float, float]) -> None:
    left, right, top, bottom = box
    rows = coverage([((left, top), (right, top), (right, bottom), (left, bottom))], SIZE, SHADES)
    assert [len(row) for row in rows] == [SIZE] * SIZE
    assert abs(area(rows) - (right - left) * (bottom - top)) < 0.5


@given(st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS))
def test_a_triangle_covers_its_area_whichever_way_it_runs(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> None:
    rows = coverage([(a, b, c)], SIZE, SHADES)
    assert rows == coverage([(c, b, a)], SIZE, SHADES)
    whole = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    assert abs(area(rows) - whole) < 0.5


def test_the_inside_of_a_ring_is_free() -> None:
    outer = ((1.0, 1.0), (9.0, 1.0), (9.0, 9.0), (1.0, 9.0))
    inner = ((3.0, 3.0), (3.0, 7.0), (7.0, 7.0), (7.0, 3.0))
    assert area(coverage([outer, inner], SIZE, SHADES)) == 64 - 16

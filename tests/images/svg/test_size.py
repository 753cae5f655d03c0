import pytest

from site_gen.images.svg.size import size_of


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ({"width": "40", "height": "30"}, (40, 30)),
        ({"width": " 40px", "height": "30.4"}, (40, 30)),
        ({"viewBox": "0 0 400 300"}, (400, 300)),
        ({"width": "100%", "height": "100%", "viewBox": "0,0,400,300"}, (400, 300)),
        ({"viewBox": "-10 -10 20 1e1"}, (20, 10)),
        ({"width": "210mm", "height": "297mm", "viewBox": "0 0 744 1052"}, (744, 1052)),
        ({"width": "1in", "height": "36pt"}, (96, 48)),
        ({"width": "2.54cm", "height": "2pc"}, (96, 32)),
        ({"width": "0", "height": "0", "viewBox": "0 0 8 9"}, (8, 9)),
        ({"width": "0.2", "height": "9"}, (0, 9)),
        ({"width": "1e99", "height": "1"}, (1_000_000_000, 1)),
        ({}, (0, 0)),
        ({"width": "0", "height": "0"}, (0, 0)),
        ({"width": "8em", "height": "-4"}, (0, 0)),
        ({"viewBox": "0 0 0 9"}, (0, 0)),
        ({"viewBox": "a b c d"}, (0, 0)),
        ({"viewBox": "0 0 ٣ 4"}, (0, 0)),
    ],
)
def test_how_large_a_drawing_is(root: dict[str, str], size: tuple[int, int]) -> None:
    assert size_of(root) == size

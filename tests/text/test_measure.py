import pytest

from site_gen.text.measure import headline_step, lines_of, width_of


def test_ideographs_are_twice_as_wide() -> None:
    assert width_of("NATO") == 4
    assert width_of("北约 é") == 6


@pytest.mark.parametrize(
    ("title", "step"),
    [
        ("", 1),
        ("Talks in Tallinn", 1),
        ("Sixty ships sail for the Baltic before the ice", 2),
        ("x " * 50, 3),
        ("x " * 75, 4),
        ("word " * 38, 5),
        ("北约" * 12, 2),
        ("Rindfleischetikettierungsaufgabe", 4),  # no line of a phone holds it in a larger size
    ],
)
def test_long_headlines_are_set_smaller(title: str, step: int) -> None:
    assert headline_step(title) == step


def test_lines_of_a_column() -> None:
    assert lines_of("", 16, 320) == 0
    assert lines_of("x" * 40, 16, 320) == 1
    assert lines_of("x" * 41, 16, 320) == 2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.picture import Focus
from site_gen.text.focus import default_focus, parse_focus


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("top", Focus(50, 0)),
        ("bottom", Focus(50, 100)),
        ("left", Focus(0, 50)),
        ("right", Focus(100, 50)),
        ("centre", Focus(50, 50)),
        ("center", Focus(50, 50)),
        ("top left", Focus(0, 0)),
        ("right  bottom", Focus(100, 100)),
        ("Centre Top", Focus(50, 0)),
        ("centre centre", Focus(50, 50)),
        ("30% 20%", Focus(30, 20)),
        ("0% 100%", Focus(0, 100)),
    ],
)
def test_words_and_percentages_name_a_point(text: str, focus: Focus) -> None:
    assert parse_focus(text) == focus


@pytest.mark.parametrize(
    "text",
    ["", "tpo", "top bottom", "left right", "top top", "30%", "30 20", "101% 0%", "30% top", "30% 20% 10%", "-1% 0%"],
)
def test_anything_else_names_none(text: str) -> None:
    assert parse_focus(text) is None


@given(st.integers(0, 100), st.integers(0, 100))
def test_every_pair_of_percentages_is_a_point(across: int, down: int) -> None:
    assert parse_focus(f"{across}% {down}%") == Focus(across, down)


def test_nobody_said_so_it_is_above_the_centre_and_higher_where_the_picture_is_upright() -> None:
    assert default_focus(1600, 900) == Focus(50, 25)
    assert default_focus(900, 1600) == default_focus(800, 800) == Focus(50, 10)

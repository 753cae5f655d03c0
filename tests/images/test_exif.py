import pytest

from site_gen.images.exif import exif_of, orientation, upright
from tests.attack.pictures import exif


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("big", [True, False])
def test_the_orientation_is_read_in_either_byte_order_and_written(turn: int, big: bool) -> None:
    assert orientation(exif(turn, big)[6:]) == turn
    assert orientation(exif_of(turn)) == turn


@pytest.mark.parametrize("data", [b"", b"MM", b"MM\0*\xff\xff\xff\xff", b"words of somebody", exif_of(9), exif_of(0)])
def test_what_says_nothing_is_upright(data: bytes) -> None:
    assert orientation(data) == 1


def test_sides_change_places_where_it_lies_on_one() -> None:
    assert upright(4, 3, 1) == upright(4, 3, 3) == (4, 3)
    assert upright(4, 3, 6) == upright(4, 3, 8) == (3, 4)

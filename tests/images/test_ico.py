import struct

import pytest

from site_gen.images.ico import plain_ico
from tests.attack.pictures import icon, picture, png, saved

BITMAP = saved(picture("RGBA", 16, 16), "ICO", bitmap_format="bmp", sizes=[(16, 16)])[22:]


def test_the_size_is_that_of_the_largest_picture() -> None:
    assert plain_ico(icon(BITMAP, png("RGBA")))[:2] == (48, 36)
    assert plain_ico(icon(BITMAP))[:2] == (16, 16)


def test_pictures_follow_one_another() -> None:
    _, _, clean = plain_ico(icon(BITMAP, png("RGBA")))
    (first, at), (second, following) = (struct.unpack_from("<II", clean, 6 + 16 * number + 8) for number in range(2))
    assert (at, following, len(clean)) == (6 + 2 * 16, at + first, at + first + second)
    assert clean[following:] == png("RGBA")
    assert clean[at : at + 20] == BITMAP[:20] and clean[at + 40 : following] == BITMAP[40:first]


@pytest.mark.parametrize("depth", [1, 4, 8])
def test_a_bitmap_with_few_colours_keeps_its_palette_and_mask(depth: int) -> None:
    palette, row, mask = 4 << depth, (16 * depth + 31) // 32 * 4, 4
    head = struct.pack("<IiiHHIIIIII", 40, 16, 32, 1, depth, 0, 0, 0, 0, 0, 0)
    body = bytes(range(256)) * 8
    bitmap = head + body[: palette + 16 * row + 16 * mask]
    assert plain_ico(icon(bitmap + b"Canary"))[2].endswith(bitmap[40:])


@pytest.mark.parametrize("bitmap", [b"", BITMAP[:200], b"\x0c" + BITMAP[1:], BITMAP[:14] + b"\x07" + BITMAP[15:]])
def test_a_picture_that_is_cut_short_or_of_another_kind_is_an_error(bitmap: bytes) -> None:
    with pytest.raises(ValueError):
        plain_ico(icon(bitmap))

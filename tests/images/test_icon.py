import io

import pytest
from PIL import Image

from site_gen.images.icon import drawable_letters, icon
from site_gen.images.strip_metadata import strip_metadata
from site_gen.model.picture import DrawnIconView

GROUND, INK = (0x1B, 0x1D, 0x21), (0xFC, 0xFA, 0xF5)


def drawn(letters: str, size: int) -> Image.Image:
    with Image.open(io.BytesIO(icon(DrawnIconView(letters=letters, sizes=(size,))))) as picture:
        assert picture.format == "PNG"
        return picture.convert("RGB")


@pytest.mark.parametrize("letters", ["D", "DD", "WW", "É", "ЖД", "Q8", ""])
@pytest.mark.parametrize("size", [16, 180, 512])
def test_an_icon_fills_its_square_and_its_letters_keep_off_the_corners(letters: str, size: int) -> None:
    made = drawn(letters, size)
    assert made.size == (size, size)
    edge = size // 6 if size > 48 else 1
    for margin in ((0, 0, size, edge), (0, size - edge, size, size), (0, 0, edge, size), (size - edge, 0, size, size)):
        assert made.crop(margin).getcolors() == [((margin[2] - margin[0]) * (margin[3] - margin[1]), GROUND)]
    colours = {colour for _, colour in made.getcolors(1000) or ()}
    assert GROUND in colours and len(colours) <= 16
    assert size < 180 or INK in colours


def test_several_sizes_are_an_ico() -> None:
    data = icon(DrawnIconView(letters="DD", sizes=(16, 32, 48)))
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == "ICO"
        assert picture.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert strip_metadata(data).data == data


def test_letters_that_the_font_lacks_are_a_page_of_a_newspaper() -> None:
    assert drawable_letters("ДН") == "ДН"
    assert drawable_letters("海軍") == drawable_letters("عر") == ""
    assert drawn("", 512).getpixel((256, 140)) == INK

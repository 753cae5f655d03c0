import pytest
from PIL import Image, ImageDraw, ImageFont

from site_gen.images.coverage import coverage
from site_gen.images.outlines import FONT, Font, own_font

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÉÅØŁČŐЖЮЙЇΩΔ"
EM, SIDE, LEFT, BASE = 300, 480, 50, 360


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_looks_as_pillow_draws_it(letter: str) -> None:
    font = ImageFont.truetype(FONT, EM, layout_engine=ImageFont.Layout.BASIC)
    theirs = Image.new("L", (SIDE, SIDE))
    ImageDraw.Draw(theirs).text((LEFT, BASE), letter, fill=255, font=font, anchor="ls")
    shapes = [tuple((LEFT + x * EM, BASE - y * EM) for x, y in contour) for contour in own_font().outline(letter)]
    ours = b"".join(coverage(shapes, SIDE, 255))
    apart = [abs(one - other) for one, other in zip(ours, theirs.tobytes(), strict=True)]
    assert sum(ours) > 255 * 500
    assert sum(apart) < 0.1 * sum(ours), (sum(apart) / sum(ours), max(apart))
    assert abs(own_font().advance(letter) * EM - font.getlength(letter)) < 3  # Pillow rounds it


def test_what_the_font_has() -> None:
    font = Font(FONT.read_bytes())
    assert all(map(font.has, LETTERS))
    assert not any(map(font.has, "海ع😀"))
    assert font.outline(" ") == ()

import io

import pytest
from PIL import Image

from site_gen.picturing.derive import derived, formats, maker
from site_gen.picturing.fault import BadPicture
from tests.picturing.samples import ALL, SECRET, jpeg, picture, saved


@pytest.mark.parametrize("form", ["jpeg", "png", "webp", "avif"])
@pytest.mark.parametrize("name", ALL)
def test_a_picture_in_another_size_and_format(name: str, form: str) -> None:
    assert form in formats()
    made = derived(ALL[name], 30, 20, form)
    with Image.open(io.BytesIO(made)) as opened:
        assert opened.size == (30, 20)
        assert opened.format == form.upper()
        assert not opened.getexif()
    assert SECRET not in made
    assert made == derived(ALL[name], 30, 20, form)


def test_what_does_not_fit_the_shape_is_cut_at_both_sides() -> None:
    wide = Image.new("RGB", (90, 30), "red")
    wide.paste("blue", (30, 0, 60, 30))
    with Image.open(io.BytesIO(derived(saved(wide, "PNG"), 30, 30, "png"))) as opened:
        assert opened.getcolors() == [(900, (0, 0, 255))]


def test_it_stands_upright_as_the_camera_said() -> None:
    with Image.open(io.BytesIO(derived(jpeg(6), 40, 60, "jpeg"))) as opened:
        assert opened.size == (40, 60)
        assert not opened.getexif()


def test_what_shows_through_is_paper_where_the_format_has_no_transparency() -> None:
    clear = picture("RGBA")
    clear.putalpha(0)
    with Image.open(io.BytesIO(derived(saved(clear, "PNG"), 6, 4, "jpeg"))) as opened:
        assert opened.convert("RGB").getpixel((3, 2)) == (255, 255, 255)
    with Image.open(io.BytesIO(derived(saved(clear, "PNG"), 6, 4, "webp"))) as opened:
        assert opened.convert("RGBA").getpixel((3, 2))[3] == 0  # type: ignore[index]


def test_what_cannot_be_unpacked_is_told() -> None:
    with pytest.raises(BadPicture, match="cannot be read"):
        derived(jpeg()[:900], 30, 20, "jpeg")


def test_who_makes_them_is_known() -> None:
    assert maker().startswith("Pillow ")

import io

import pytest
from PIL import Image

from site_gen.images.derive import _in_plain_colours, base, formats, maker, part, reduction, rendition
from site_gen.images.fault import BadPicture
from site_gen.model.picture import Focus
from tests.images.samples import ALL, SECRET, jpeg, picture, saved


def derived(data: bytes, width: int, height: int, form: str) -> bytes:
    """One size and format of a picture that is decoded for it alone."""
    return rendition(base(data), width, height, form)


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


@pytest.mark.parametrize(
    ("size", "focus", "colour"),
    [
        ((30, 90), Focus(50, 0), (255, 0, 0)),
        ((30, 90), Focus(50, 50), (0, 0, 255)),
        ((30, 90), Focus(50, 100), (0, 128, 0)),
        ((90, 30), Focus(0, 50), (255, 0, 0)),
        ((90, 30), Focus(100, 50), (0, 128, 0)),
    ],
)
def test_what_is_cut_leaves_the_focus(size: tuple[int, int], focus: Focus, colour: tuple[int, int, int]) -> None:
    image = Image.new("RGB", size, "red")
    across, down = (0, 30) if size[1] > size[0] else (30, 0)
    image.paste("blue", (across, down, across + 30, down + 30))
    image.paste("green", (2 * across, 2 * down, 2 * across + 30, 2 * down + 30))
    with Image.open(io.BytesIO(rendition(base(saved(image, "PNG")), 30, 30, "png", focus))) as opened:
        assert opened.getcolors() == [(900, colour)]


def test_it_is_upright_by_the_orientation() -> None:
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


def test_what_cannot_be_unpacked_is_reported() -> None:
    with pytest.raises(BadPicture, match="cannot be read"):
        derived(jpeg()[:900], 30, 20, "jpeg")


def test_who_makes_them_is_known() -> None:
    assert maker().startswith("Pillow ")


@pytest.mark.parametrize(
    ("size", "width", "height", "by"),
    [
        ((2000, 1500), 480, 360, 1),
        ((5759, 4000), 480, 360, 1),
        ((5760, 4000), 480, 360, 2),
        ((6000, 4000), 1440, 960, 2),
        ((12000, 8000), 1440, 960, 4),
        ((12000, 8000), 4000, 2666, 2),
        ((30000, 5000), 1440, 240, 8),
        ((30000, 300), 675, 300, 1),
    ],
)
def test_a_picture_is_reduced_as_far_as_every_size_can_be_made_of_it(
    size: tuple[int, int], width: int, height: int, by: int
) -> None:
    assert reduction(size, width, height) == by


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("by", [2, 4])
def test_what_is_made_of_a_reduced_picture_looks_the_same(name: str, by: int) -> None:
    reduced = base(ALL[name], by)
    assert reduced.image.size == (60 // by, 40 // by)
    with Image.open(io.BytesIO(rendition(reduced, 12, 8, "png"))) as opened:
        small = opened.convert("RGB").resize((3, 2), Image.Resampling.BOX).tobytes()
    with Image.open(io.BytesIO(derived(ALL[name], 12, 8, "png"))) as opened:
        whole = opened.convert("RGB").resize((3, 2), Image.Resampling.BOX).tobytes()
    assert max(abs(one - other) for one, other in zip(small, whole, strict=True)) < 24


def test_a_reduced_picture_is_upright() -> None:
    assert base(jpeg(6), 2).image.size == (20, 30)


def test_pillow_warns_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """How large a picture may be has been looked at before; here every warning is an error."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 60 * 40 - 1)
    with pytest.warns(Image.DecompressionBombWarning):
        Image.open(io.BytesIO(jpeg())).close()
    assert derived(jpeg(), 30, 20, "jpeg")


@pytest.mark.parametrize("form", ["BMP", "TIFF", "AVIF", "JPEG2000", "ICO"])
def test_only_what_is_published_is_decoded(form: str) -> None:
    with pytest.raises(BadPicture, match="cannot be read"):
        derived(saved(picture("RGBA" if form == "ICO" else "RGB"), form), 30, 20, "jpeg")


@pytest.mark.parametrize("form", ["webp", "avif"])
def test_a_size_that_a_format_cannot_have_is_reported(form: str) -> None:
    long = base(saved(Image.new("RGB", (70_000, 1)), "PNG"))
    with pytest.raises(BadPicture, match=f"cannot be made {form.upper()}"):
        rendition(long, 70_000, 1, form)


@pytest.mark.parametrize(
    ("shape", "focus", "expected"),
    [
        ((30, 20), None, (0, 0, 60, 40)),
        ((20, 20), None, (10, 0, 50, 40)),
        ((20, 20), Focus(0, 50), (0, 0, 40, 40)),
        ((20, 20), Focus(100, 50), (20, 0, 60, 40)),
        ((60, 20), Focus(50, 25), (0, 5, 60, 25)),
    ],
)
def test_the_largest_part_of_a_shape(shape: tuple[int, int], focus: Focus | None, expected: tuple[float, ...]) -> None:
    assert part((60, 40), *shape, focus) == expected


def test_a_size_is_made_once_for_all_formats() -> None:
    whole = base(jpeg())
    assert whole.sized(30, 20, None) is whole.sized(30, 20, None)
    assert whole.sized(30, 20, Focus(0, 0)) is not whole.sized(30, 20, None)


def test_a_size_does_not_depend_on_those_made_before() -> None:
    data = saved(picture(width=901, height=603), "PNG")
    first = base(data)
    sizes = [(480, 321), (60, 40), (120, 80)]
    made = [rendition(first, *size, "png") for size in sizes]
    assert made == [rendition(base(data), *size, "png") for size in sizes]


def test_a_small_size_looks_as_if_it_were_made_of_the_whole() -> None:
    """Of a picture with lines of one pixel, reduced by averages first, at its edges too."""
    fine = Image.new("L", (801, 601))
    fine.putdata([255 * ((x // 3 + y // 5) % 2) for y in range(601) for x in range(801)])
    with Image.open(io.BytesIO(rendition(base(saved(fine, "PNG")), 100, 75, "png"))) as opened:
        small = opened.convert("L").tobytes()
    whole = fine.resize((100, 75), Image.Resampling.LANCZOS).tobytes()
    assert max(abs(one - other) for one, other in zip(small, whole, strict=True)) <= 6


def test_a_picture_in_plain_colours_is_in_memory_once() -> None:
    decoded = Image.open(io.BytesIO(saved(picture(), "PNG")))
    assert _in_plain_colours(decoded) is decoded
    assert _in_plain_colours(picture("RGBA")).mode == "RGBA"
    assert _in_plain_colours(picture("CMYK")).mode == "RGB"

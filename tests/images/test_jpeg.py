import io

import pytest
from PIL import Image, ImageOps

from site_gen.images.icc import plain_profile
from site_gen.images.jpeg import plain_jpeg
from tests.images.samples import SECRET, jpeg


@pytest.mark.parametrize("turn", range(1, 9))
def test_how_it_is_turned_is_kept_and_nothing_else(turn: int) -> None:
    width, height, bare = plain_jpeg(jpeg(turn))
    with Image.open(io.BytesIO(bare)) as opened:
        assert dict(opened.getexif()) == ({0x0112: turn} if turn > 1 else {})
        shown = ImageOps.exif_transpose(opened)
        assert shown is not None
        assert shown.size == (width, height)
    assert SECRET not in bare


def test_a_colour_profile_shows_and_is_kept() -> None:
    from PIL.ImageCms import ImageCmsProfile, createProfile

    profile = ImageCmsProfile(createProfile("sRGB")).tobytes()
    _, _, bare = plain_jpeg(jpeg(icc_profile=profile))
    with Image.open(io.BytesIO(bare)) as opened:
        assert opened.info["icc_profile"] == plain_profile(profile) != b""


def test_a_second_picture_behind_the_first_is_cut() -> None:
    assert plain_jpeg(jpeg() + jpeg())[2] == plain_jpeg(jpeg())[2]

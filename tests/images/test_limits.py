import struct

import pytest

from site_gen.images.fault import BadPicture
from site_gen.images.limits import MOST_BYTES, refuse_oversized, refuse_oversized_file
from site_gen.images.strip_metadata import picture_fact, plain, strip_metadata
from tests.attack.pictures import chunk, jpeg, png, saved, transparent


def large_png(width: int, height: int, kind: int = 2, depth: int = 8) -> bytes:
    """A PNG that says that it is so large."""
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return png()[:8] + chunk(b"IHDR", head) + png()[33:]


def large_jpeg(width: int, height: int, progressive: bool = False) -> bytes:
    made = jpeg(progressive=progressive)
    at = made.index(b"\xff\xc2" if progressive else b"\xff\xc0") + 5
    return made[:at] + struct.pack(">HH", height, width) + made[at + 4 :]


def test_a_picture_of_half_a_megabyte_that_takes_half_a_gigabyte_is_refused() -> None:
    with pytest.raises(BadPicture, match="12000 by 12000 pixels, which take 576 MB of memory; at most 512 MB are used"):
        plain(large_png(12_000, 12_000))


@pytest.mark.parametrize(
    ("data", "fits"),
    [
        (large_png(12_000, 10_000), True),
        (large_png(12_000, 12_000, kind=0), True),
        (large_png(12_000, 12_000, kind=0, depth=1), True),
        (large_png(12_000, 12_000, kind=6), False),
        (large_png(12_000, 12_000, kind=3), False),
        (large_png(13_000, 13_000, kind=0), False),
        (large_jpeg(12_000, 12_000), True),
        (large_jpeg(13_000, 13_000), False),
        (large_jpeg(12_000, 12_000, progressive=True), True),
        (large_jpeg(14_000, 14_000, progressive=True), False),
    ],
)
def test_what_fits_depends_on_what_decoding_takes(data: bytes, fits: bool) -> None:
    assert (not picture_fact(data).fault) is fits


def test_a_webp_is_decoded_whole() -> None:
    clean = strip_metadata(saved(transparent(), "WEBP")).data
    refuse_oversized("webp", 6000, 4000, clean)
    with pytest.raises(BadPicture, match="of memory"):
        refuse_oversized("webp", 9000, 9000, clean)


def test_one_that_is_only_too_large_can_still_be_published_as_it_is() -> None:
    fact = picture_fact(large_png(12_000, 12_000))
    assert fact.kind == "png" and fact.fault
    assert strip_metadata(large_png(12_000, 12_000)).width == 12_000


def test_a_file_is_not_read_beyond_measure() -> None:
    refuse_oversized_file(MOST_BYTES)
    with pytest.raises(BadPicture, match="101 MB; at most 100 MB"):
        refuse_oversized_file(101_000_000)

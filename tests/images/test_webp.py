import pytest

from site_gen.images.webp import plain_webp
from tests.images.samples import picture, saved, webp


@pytest.mark.parametrize("options", [{}, {"lossless": True}])
def test_sizes_are_read_with_and_without_an_extended_head(options: dict[str, bool]) -> None:
    assert plain_webp(webp(**options))[:2] == (60, 40)
    assert plain_webp(saved(picture(), "WEBP", **options))[:2] == (60, 40)


def test_the_length_in_the_head_is_that_of_what_is_left() -> None:
    bare = plain_webp(webp())[2]
    assert int.from_bytes(bare[4:8], "little") == len(bare) - 8
    assert not bare[20] & 0x0C

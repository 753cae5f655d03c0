import pytest

from site_gen.images.png import plain_png
from tests.images.samples import png


def test_only_chunks_that_show_are_kept() -> None:
    _, _, bare = plain_png(png("RGBA"))
    assert {b"tEXt", b"iTXt", b"zTXt", b"eXIf"} == {
        name for name in (b"tEXt", b"iTXt", b"zTXt", b"eXIf") if name in png("RGBA")
    }
    assert not any(name in bare for name in (b"tEXt", b"iTXt", b"zTXt", b"eXIf"))


def test_a_file_without_an_end_is_none() -> None:
    with pytest.raises(ValueError):
        plain_png(png()[:-12])

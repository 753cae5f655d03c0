from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import picture_fact, plain
from tests.images.samples import ALL, SECRET, pixels


@pytest.mark.parametrize("name", ALL)
def test_what_is_published_shows_the_same_and_has_no_metadata(name: str) -> None:
    data = ALL[name]
    assert SECRET in data or b"GPS" in data or b"Exif" in data
    made = plain(data)
    assert SECRET not in made.data
    assert b"Exif" not in made.data and b"xmp" not in made.data.lower()
    assert pixels(made.data) == pixels(data)
    assert (made.width, made.height) == (60, 40)
    assert made.kind == name.split(" with", maxsplit=1)[0].rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize("name", ALL)
def test_what_is_plain_stays_as_it_is(name: str) -> None:
    bare = plain(ALL[name]).data
    assert plain(bare).data == bare
    assert picture_fact(ALL[name]).tells
    assert not picture_fact(bare).tells


@pytest.mark.parametrize("name", ALL)
def test_what_follows_the_end_is_cut(name: str) -> None:
    assert plain(ALL[name] + SECRET).data == plain(ALL[name]).data


@given(st.sampled_from(sorted(ALL)), st.integers(0, 6000), st.integers(0, 255), st.booleans())
def test_a_damaged_picture_is_a_fault_or_a_picture_never_a_crash(name: str, at: int, byte: int, cut: bool) -> None:
    data = ALL[name]
    at %= len(data)
    with suppress(BadPicture):
        plain(data[:at] if cut else data[:at] + bytes((byte,)) + data[at + 1 :])


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "not a picture"),
        (b"GIF89a", "truncated"),
        (b"\x00\x00\x00\x20ftypavif" + bytes(30), "AVIF and HEIC"),
        (b"\x00\x00\x00\x20ftypheic" + bytes(30), "AVIF and HEIC"),
        (b"II*\0" + bytes(30), "TIFF"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"/>', "99999 by 99999 pixels"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="0.2" height="9"/>', "no width"),
    ],
)
def test_what_is_no_picture_for_a_page_is_reported(data: bytes, what: str) -> None:
    with pytest.raises(BadPicture) as told:
        plain(data)
    assert what in told.value.what
    assert told.value.hint
    assert picture_fact(data).fault == told.value.what

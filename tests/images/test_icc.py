import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from site_gen.images.icc import plain_profile
from tests.attack.pictures import SEEN_AS, picture, profile

SRGB = profile(words=False)


def shown(data: bytes) -> list[Any]:
    """A picture in the colours of a profile, as an adjusted screen would show it."""
    import io

    there = ImageCms.ImageCmsProfile(io.BytesIO(data))
    back = ImageCms.createProfile("LAB")
    made = ImageCms.profileToProfile(picture(), there, back, outputMode="LAB")
    assert isinstance(made, Image.Image)
    return list(made.tobytes())


def test_colours_are_computed_as_before_and_nobody_is_named() -> None:
    clean = plain_profile(profile())
    assert shown(clean) == shown(profile()) == shown(SRGB)
    assert not any(word in clean for word in SEEN_AS)
    assert plain_profile(clean) == clean
    assert len(clean) == int.from_bytes(clean[:4], "big")


def test_what_made_it_does_not_matter() -> None:
    assert plain_profile(profile()) == plain_profile(SRGB)


def with_tag(name: bytes, body: bytes, version: int = 4) -> bytes:
    """The profile with one tag more, or with another in place of one."""
    made = bytearray(SRGB)
    count = int.from_bytes(made[128:132], "big")
    for number in range(count):
        if made[132 + 12 * number :][:4] == name:
            made[132 + 12 * number :][:4] = b"none"
            made[132 + 12 * number : 136 + 12 * number] = b"none"
    at = len(made) + 12
    table = bytearray()
    for number in range(count):
        tag, start, size = struct.unpack_from(">4sII", made, 132 + 12 * number)
        table += struct.pack(">4sII", tag, start + 12, size)
    table += struct.pack(">4sII", name, at, len(body))
    made[128 : 132 + 12 * count] = (count + 1).to_bytes(4, "big") + table
    made += body
    made[:4], made[8] = len(made).to_bytes(4, "big"), version
    return bytes(made)


TABLE = b"mft2\0\0\0\0\3\3\2\0" + bytes(36) + struct.pack(">HH", 2, 2) + bytes(2 * (6 + 24 + 6))
SMALL_TABLE = b"mft1\0\0\0\0\3\3\2\0" + bytes(36) + bytes(256 * 3 + 24 + 256 * 3)
CURVE = b"curv\0\0\0\0\0\0\0\1\2\x33"


@pytest.mark.parametrize("body", [TABLE, SMALL_TABLE])
@pytest.mark.parametrize("name", [b"A2B0", b"B2A1"])
def test_tables_are_cut_to_their_length(name: bytes, body: bytes) -> None:
    assert body in plain_profile(with_tag(name, body))
    assert plain_profile(with_tag(name, body + b"Canary")) == plain_profile(with_tag(name, body))
    assert plain_profile(with_tag(name, body[:-1])) == b""


def test_curves_and_points_are_cut_to_their_length() -> None:
    point = b"XYZ \0\0\0\0" + bytes(range(12))
    for name, body in ((b"kTRC", CURVE), (b"bkpt", point), (b"rTRC", CURVE)):
        assert body in plain_profile(with_tag(name, body))
        assert plain_profile(with_tag(name, body + b"Canary")) == plain_profile(with_tag(name, body))
    assert b"reserved" not in plain_profile(with_tag(b"rTRC", b"curv" + b"rese" + CURVE[8:]))


def test_a_profile_of_version_two_has_texts_of_version_two() -> None:
    clean = plain_profile(with_tag(b"rTRC", CURVE, version=2))
    assert b"desc\0\0\0\0\0\0\0\4RGB\0" in clean and b"text\0\0\0\0-\0" in clean and b"mluc" not in clean
    assert shown(clean) == shown(with_tag(b"rTRC", CURVE, version=2))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x" * 200,
        SRGB[:-1],
        SRGB[:8] + b"\5" + SRGB[9:],
        SRGB[:12] + b"link" + SRGB[16:],
        SRGB[:16] + b"GBR " + SRGB[20:],
        SRGB[:36] + b"xxxx" + SRGB[40:],
        SRGB[:128] + b"\0\0\0\0" + SRGB[132:],
        SRGB[:128] + b"\0\0\1\0" + SRGB[132:],
        with_tag(b"rXYZ", CURVE),
        with_tag(b"rTRC", b"para\0\0\0\0\0\7\0\0" + bytes(40)),
        with_tag(b"A2B0", b"mft2\0\0\0\0\xff\xff\xff\0" + bytes(80)),
        with_tag(b"A2B0", b"mpet\0\0\0\0\3\3\2\0" + bytes(80)),
    ],
)
def test_what_is_not_well_formed_is_dropped(data: bytes) -> None:
    assert plain_profile(data) == b""


@given(st.integers(0, len(SRGB) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_profile_is_cleaned_or_dropped(at: int, other: bytes) -> None:
    clean = plain_profile(SRGB[:at] + other + SRGB[at + len(other) :])
    assert plain_profile(clean) == clean

"""PNG and APNG: chunks, each with its length, name and checksum (W3C PNG, third edition)."""

import zlib
from collections.abc import Iterator
from contextlib import suppress

from site_gen.images.exif import exif_of, orientation, upright
from site_gen.images.icc import plain_profile

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Chunks that show the picture besides its data, with their lengths: colours, transparency, density, animation.
_LENGTHS: dict[bytes, tuple[int, ...]] = {
    b"gAMA": (4,),
    b"cHRM": (32,),
    b"sRGB": (1,),
    b"cICP": (4,),
    b"mDCV": (24,),
    b"cLLI": (8,),
    b"sBIT": (1, 2, 3, 4),
    b"bKGD": (1, 2, 6),
    b"pHYs": (9,),
    b"acTL": (8,),
}
_FRAMES = (b"fcTL", b"fdAT")  # of an animation, any number of them
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_PROFILE_NAME = b"ICC profile\0\0"
_MOST_PROFILE = 4_000_000  # bytes, unpacked


def plain_png(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the file without texts, times, private chunks and whatever follows its end.

    Of Exif only the orientation is kept.
    """
    kept = [SIGNATURE]
    once: set[bytes] = set()
    turn = 1
    for name, body in _chunks(data):
        if not once and (name != b"IHDR" or len(body) != 13 or body[9] not in _SAMPLES):
            raise ValueError
        if name == b"IDAT":
            kept.append(chunk(name, body))
        elif name in _FRAMES:
            if b"acTL" in once and _is_frame(name, body):
                kept.append(chunk(name, body))
        elif name not in once:
            exact = _exact(name, body, kept)
            if name == b"eXIf":
                turn = orientation(body)
                exact = exif_of(turn) if turn != 1 else None
            if exact is not None:
                kept.append(chunk(name, exact))
        once.add(name)
    if b"IDAT" not in once:
        raise ValueError
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return *upright(width, height, turn), b"".join(kept)


def samples(data: bytes) -> tuple[int, int]:
    """How many samples a pixel has, and how many bits a sample."""
    return _SAMPLES[data[25]], data[24]


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and body of each chunk up to the end of the picture; `ValueError` where one is truncated."""
    at = len(SIGNATURE)
    name = b""
    while name != b"IEND":
        length = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data):
            raise ValueError
        yield name, data[at + 8 : end - 4]
        at = end


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk's bytes: length, name, body and checksum."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(body, zlib.crc32(name)).to_bytes(4, "big")


def _is_frame(name: bytes, body: bytes) -> bool:
    return len(body) == 26 if name == b"fcTL" else len(body) > 4


def _exact(name: bytes, body: bytes, kept: list[bytes]) -> bytes | None:
    """A chunk that may occur once, cut to what shows the picture; None for one that is left out."""
    if name in (b"IHDR", b"IEND"):
        return body[:13] if name == b"IHDR" else b""
    if name == b"PLTE":
        return body if len(body) % 3 == 0 and 3 <= len(body) <= 768 else None
    if name == b"tRNS":
        size = {0: 2, 2: 6, 3: len(body)}.get(kept[1][8 + 9], 0)
        return body[:size] if 0 < size <= min(len(body), 256) else None
    if name == b"iCCP":
        return _profile(body)
    return body if len(body) in _LENGTHS.get(name, ()) else None


def _profile(body: bytes) -> bytes | None:
    """A colour profile under a neutral name."""
    at = body.find(b"\0", 0, 80) + 2
    found = b""
    with suppress(zlib.error):
        unpacker = zlib.decompressobj()
        found = unpacker.decompress(body[at:], _MOST_PROFILE)
    if not at > 2 or not (profile := plain_profile(found)):
        return None
    is_ours = profile == found and body.startswith(_PROFILE_NAME) and not unpacker.unused_data and unpacker.eof
    return body if is_ours else _PROFILE_NAME + zlib.compress(profile, 9)

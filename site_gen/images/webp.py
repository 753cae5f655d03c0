"""WebP: chunks in a RIFF container (RFC 9649)."""

from collections.abc import Iterator

from site_gen.images.exif import exif_of, orientation, upright
from site_gen.images.icc import plain_profile

_ALPHA, _MOVES, _TURNED, _PROFILED = 0x10, 0x02, 0x08, 0x20  # flags of VP8X
_BITMAPS = (b"VP8 ", b"VP8L")
_FRAME_HEAD = 16


def plain_webp(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the file without XMP, unknown chunks and whatever follows its end, also within frames.

    Of Exif only the orientation is kept.
    """
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data) + 1:  # the last byte may be padding that was left out
        raise ValueError
    found = list(_chunks(data[12:end]))
    if not found or found[0][0] not in (b"VP8X", *_BITMAPS):
        raise ValueError
    if found[0][0] != b"VP8X":
        return *_size(*found[0]), _file([found[0]])
    head = found[0][1]
    turn = next((orientation(body.removeprefix(b"Exif\0\0")) for name, body in found if name == b"EXIF"), 1)
    kept = list(_picture_chunks(found[1:], bool(head[0] & _MOVES)))
    names = {name for name, _ in kept}
    if not names & {b"ANMF", *_BITMAPS}:
        raise ValueError
    flags = head[0] & (_ALPHA | _MOVES) | (_PROFILED if b"ICCP" in names else 0)
    if turn != 1:
        flags |= _TURNED
        kept.append((b"EXIF", exif_of(turn)))
    width, height = _size(b"VP8X", head)
    return *upright(width, height, turn), _file([(b"VP8X", bytes((flags, 0, 0, 0)) + head[4:10]), *kept])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and body of each chunk; `ValueError` where one is truncated."""
    at = 0
    while at + 8 <= len(data):
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise ValueError
        yield name, body
        at += 8 + length + length % 2


def _file(chunks: list[tuple[bytes, bytes]]) -> bytes:
    packed = b"".join(map(_packed, chunks))
    return b"RIFF" + (len(packed) + 4).to_bytes(4, "little") + b"WEBP" + packed


def _packed(chunk: tuple[bytes, bytes]) -> bytes:
    name, body = chunk
    return name + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)


def _picture_chunks(chunks: list[tuple[bytes, bytes]], moves: bool) -> Iterator[tuple[bytes, bytes]]:
    """The chunks after the head that show the picture, each kind once but for frames."""
    seen: set[bytes] = set()
    for name, body in chunks:
        exact = b""
        if name == b"ICCP":
            exact = plain_profile(body)
        elif name == b"ANIM" and moves:
            exact = body[:6] if len(body) >= 6 else b""
        elif name == b"ANMF" and moves:
            yield name, _frame(body)
        elif name in (b"ALPH", *_BITMAPS) and not moves:
            exact = body
        if exact and name not in seen and not seen.intersection(_BITMAPS):
            seen.add(name)
            yield name, exact


def _frame(body: bytes) -> bytes:
    """A frame of an animation: its place and duration, then chunks as in a still picture."""
    kept = list(_picture_chunks(list(_chunks(body[_FRAME_HEAD:])), moves=False))
    picture_chunks = [chunk for chunk in kept if chunk[0] != b"ICCP"]
    if not any(name in _BITMAPS for name, _ in picture_chunks):
        raise ValueError
    return body[:15] + bytes((body[15] & 3,)) + b"".join(map(_packed, picture_chunks))


def _size(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8X" and len(body) >= 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == b"VP8L" and body[:1] == b"\x2f":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    raise ValueError

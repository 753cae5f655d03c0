"""WebP: chunks in a RIFF container (RFC 9649)."""

_SHOWN = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP")
_TELLS_OF_METADATA = 0x08 | 0x04  # the flags of Exif and XMP in VP8X


def plain_webp(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the file without Exif, XMP, unknown chunks, and whatever follows its end."""
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    kept = []
    size: tuple[int, int] | None = None
    at = 12
    while at + 8 <= end:
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise ValueError
        if name == b"VP8X":
            body = bytes((body[0] & ~_TELLS_OF_METADATA,)) + body[1:]
        if name in _SHOWN:
            kept.append(name + length.to_bytes(4, "little") + body + b"\0" * (length % 2))
            size = size or _size(name, body)
        at += 8 + length + length % 2
    if size is None:
        raise ValueError
    chunks = b"".join(kept)
    return *size, b"RIFF" + (len(chunks) + 4).to_bytes(4, "little") + b"WEBP" + chunks


def _size(name: bytes, body: bytes) -> tuple[int, int] | None:
    if name == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    return None

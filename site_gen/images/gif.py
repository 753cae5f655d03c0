"""GIF: blocks of sub-blocks (GIF89a)."""

_EXTENSION, _CONTROL, _APPLICATION, _IMAGE, _END = 0x21, 0xF9, 0xFF, 0x2C, 0x3B
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_HEAD, _DESCRIPTION = 13, 10


def plain_gif(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the file with only its images, their timing and looping."""
    at = _HEAD + _table(data[10])
    kept = [data[:at]]
    images = 0
    while data[at] != _END:
        if data[at] == _EXTENSION:
            end = _after_blocks(data, at + 2)
            kept.append(_extension(data[at:end]))
        elif data[at] == _IMAGE:
            end = _after_blocks(data, at + _DESCRIPTION + 1 + _table(data[at + 9]))
            kept.append(data[at:end])
            images += 1
        else:
            raise ValueError
        at = end
    if not images:
        raise ValueError
    kept.append(b";")
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little"), b"".join(kept)


def _extension(block: bytes) -> bytes:
    """Timing and looping with their exact lengths; "" for comments, texts and application data."""
    if block[1] == _CONTROL and block[2] == 4:
        return block[:3] + bytes((block[3] & 0x1F,)) + block[4:7] + b"\0"
    if block[1] == _APPLICATION and block[2] == 11 and block[3:14] in _LOOPS and block[14:16] == b"\3\1":
        return block[:18] + b"\0"
    return b""


def _table(flags: int) -> int:
    """The length in bytes of the colour table that a block's flags announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1

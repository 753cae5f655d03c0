"""GIF: blocks of sub-blocks (GIF89a)."""

_EXTENSION, _COMMENT, _APPLICATION, _IMAGE, _END = 0x21, 0xFE, 0xFF, 0x2C, 0x3B
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def plain_gif(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the file without comments, applications' data, and whatever follows its end."""
    at = 13 + _table(data[10])
    kept = [data[:at]]
    while data[at] != _END:
        begin = at
        if data[at] == _EXTENSION:
            label = data[at + 1]
            at = _after_blocks(data, at + 2)
            loops = label == _APPLICATION and data[begin + 3 : begin + 14] in _LOOPS
            if label not in (_COMMENT, _APPLICATION) or loops:
                kept.append(data[begin:at])
        elif data[at] == _IMAGE:
            at = _after_blocks(data, at + 11 + _table(data[at + 9]))
            kept.append(data[begin:at])
        else:
            raise ValueError
    kept.append(b";")
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little"), b"".join(kept)


def _table(flags: int) -> int:
    """Bytes of the colour table that a block's flags tell of."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1

"""PNG: chunks, each with its length, name and checksum (W3C PNG, third edition)."""

# What shows the picture: its data, colours, transparency, density and movement.
_SHOWN = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs hIST acTL fcTL fdAT".split()
)
_SIGNATURE = 8


def plain_png(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the file without texts, times, Exif, private chunks, and whatever follows its end."""
    kept = [data[:_SIGNATURE]]
    at = _SIGNATURE
    name = b""
    while name != b"IEND":
        length = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data) or len(name) < 4:
            raise ValueError
        if name in _SHOWN:
            kept.append(data[at:end])
        at = end
    if data[12:16] != b"IHDR":
        raise ValueError
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"), b"".join(kept)

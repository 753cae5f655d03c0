"""Icons (.ico, .cur): a table of pictures, each a PNG or a bitmap of Windows without its file header."""

import struct
from collections.abc import Iterator

from site_gen.images.png import SIGNATURE, plain_png

_ENTRY, _BITMAP = 16, 40
_DEPTHS = (1, 4, 8, 24, 32)


def plain_ico(data: bytes) -> tuple[int, int, bytes]:
    """Width and height of the largest picture, and the file without any bytes between or after its pictures."""
    pictures = list(_pictures(data))
    at = 6 + _ENTRY * len(pictures)
    table = []
    for entry, _, picture in pictures:
        table.append(entry[:3] + b"\0" + entry[4:8] + struct.pack("<II", len(picture), at))
        at += len(picture)
    width, height = max(size for _, size, _ in pictures)
    return width, height, b"".join((data[:4], struct.pack("<H", len(table)), *table, *(one for _, _, one in pictures)))


def _pictures(data: bytes) -> Iterator[tuple[bytes, tuple[int, int], bytes]]:
    """Each picture: its entry in the table, its size, its bytes."""
    for number in range(int.from_bytes(data[4:6], "little")):
        entry = data[6 + _ENTRY * number : 6 + _ENTRY * (number + 1)]
        length, start = struct.unpack_from("<II", entry.ljust(_ENTRY, b"\0"), 8)
        picture = data[start : start + length]
        if not length or len(picture) < length:
            raise ValueError
        width, height, exact = plain_png(picture) if picture.startswith(SIGNATURE) else _bitmap(picture)
        yield entry, (width, height), exact


def _bitmap(data: bytes) -> tuple[int, int, bytes]:
    """An uncompressed bitmap: colour table, pixels, and transparency mask."""
    size, width, double, _, depth, coding = struct.unpack_from("<IiiHHI", data.ljust(_BITMAP, b"\0"))
    (colours,) = struct.unpack_from("<I", data.ljust(_BITMAP, b"\0"), 32)
    height = double // 2
    if size != _BITMAP or coding or depth not in _DEPTHS or not (0 < width <= 1024 and 0 < height <= 1024):
        raise ValueError
    palette = 4 * min(colours or 1 << depth, 256) if depth <= 8 else 0
    pixels = (width * depth + 31) // 32 * 4 * height
    if len(data) < _BITMAP + palette + pixels:
        raise ValueError
    mask = (width + 31) // 32 * 4 * height
    end = _BITMAP + palette + pixels + mask
    if len(data) < end:  # where pixels have an alpha channel, some programs leave the mask out
        end -= mask
    sizes = struct.pack("<IIIII", end - _BITMAP - palette, 0, 0, palette // 4, 0)
    return width, height, data[:16] + bytes(4) + sizes + data[_BITMAP:end]

"""JPEG: segments, each with a marker; the picture lies in some of them (ITU-T T.81, annex B)."""

import re
import struct

# After a scan's head come its bytes, in which FF is followed by 00, or by a restart marker.
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_END, _SCAN, _SCREEN, _PROFILE, _ADOBE, _TAKEN = 0xD9, 0xDA, 0xE0, 0xE2, 0xEE, 0xE1
_TURNED = (5, 6, 7, 8)  # orientations in which width and height change places
_ORIENTATION = 0x0112


def plain_jpeg(data: bytes) -> tuple[int, int, bytes]:
    """Width, height, and the file without Exif, XMP, IPTC, comments, thumbnails, and whatever follows its end.

    How the picture is to be turned is kept, since it says nothing else.
    """
    kept = [data[:2]]
    width = height = turn = 0
    at = 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:
            at += 1
        if data[at] != 0xFF:
            raise ValueError
        marker = data[at + 1]
        if marker == _END:
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            raise ValueError
        segment = data[at:end]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", segment[5:9])
        if marker == _TAKEN and segment[4:10] == b"Exif\0\0":
            turn = _turn(segment[10:])
        if _shows(marker, segment):
            kept.append(segment)
        at = end
        if marker == _SCAN:
            found = _NEXT_MARKER.search(data, end)
            if found is None:
                raise ValueError
            kept.append(data[end : found.start()])
            at = found.start()
    kept.append(b"\xff\xd9")
    if turn in range(2, 9):
        kept.insert(1, _turned(turn))
    if turn in _TURNED:
        width, height = height, width
    return width, height, b"".join(kept)


def _shows(marker: int, segment: bytes) -> bool:
    """Whether the picture looks otherwise without a segment: applications' own and comments are left out."""
    if marker == _PROFILE:
        return segment[4:16] == b"ICC_PROFILE\0"
    if marker == _SCREEN:
        return segment[4:9] == b"JFIF\0"
    return marker == _ADOBE or not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _turn(exif: bytes) -> int:
    """The orientation, 1 to 8, that an Exif block tells; 0 if it tells none."""
    order = "<" if exif[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(order + "I", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, start)
        for number in range(min(count, 500)):
            tag, _, _, value = struct.unpack_from(order + "HHIH", exif, start + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:
        pass
    return 0


def _turned(turn: int) -> bytes:
    """An Exif segment that says how to turn the picture and nothing else."""
    exif = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif

"""Exif: the orientation, the only field that changes how a picture looks."""

import struct

_ORIENTATION = 0x0112
SIDEWAYS = (5, 6, 7, 8)  # orientations in which width and height change places


def orientation(exif: bytes) -> int:
    """The orientation in an Exif block (from its byte order on): 2 to 8; 1 for upright and for none."""
    order = "<" if exif[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(order + "I", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, start)
        for number in range(min(count, 500)):
            tag, _, _, value = struct.unpack_from(order + "HHIH", exif, start + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value) if value in range(2, 9) else 1
    except struct.error:
        pass
    return 1


def exif_of(turn: int) -> bytes:
    """An Exif block with the orientation and nothing else."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)


def upright(width: int, height: int, turn: int) -> tuple[int, int]:
    """Width and height after turning."""
    return (height, width) if turn in SIDEWAYS else (width, height)

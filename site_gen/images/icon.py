"""The site's icon as PNG and ICO: its letters on a dark ground, as in `favicon.svg`, or a page of a newspaper.

They are for programs that show no SVG: feed readers, mail, home screens of phones, older browsers. They fill their
square, because systems round the corners themselves (https://www.w3.org/TR/appmanifest/#icon-masks).
"""

import struct
import zlib

from site_gen.images.coverage import coverage
from site_gen.images.outlines import Contour, own_font
from site_gen.images.png import SIGNATURE, chunk
from site_gen.model.picture import DrawnIconView

_GROUND, _INK = (0x1B, 0x1D, 0x21), (0xFC, 0xFA, 0xF5)
_SHADES = 15  # shades between ground and ink
# The shares of the side that letters may take in width and height: where systems round corners, and in small icons.
_ROOM, _ROOM_OF_SMALL = (0.62, 0.46), (0.84, 0.66)
_SMALL = 48  # pixels of the side
# Left, top, right and bottom in 32nds of the side: a headline, three lines and a picture.
_NEWSPAPER = ((6, 7, 26, 11), (6, 14, 15, 16), (6, 18, 15, 20), (6, 22, 15, 24), (17, 14, 26, 24))


def icon(view: DrawnIconView) -> bytes:
    """A PNG; for several sizes an .ico with a PNG of each."""
    pictures = [_png(view.letters, size) for size in view.sizes]
    return pictures[0] if len(pictures) == 1 else _ico(view.sizes, pictures)


def drawable_letters(letters: str) -> str:
    """The letters if our font has all of them, else ""."""
    return letters if all(map(own_font().has, letters)) else ""


def _png(letters: str, size: int) -> bytes:
    shapes = _letters(letters, size) if letters else _newspaper(size)
    rows = b"".join(b"\0" + row for row in coverage(shapes, size, _SHADES))
    palette = bytes(
        round(low + (high - low) * shade / _SHADES)
        for shade in range(_SHADES + 1)
        for low, high in zip(_GROUND, _INK, strict=True)
    )
    head = struct.pack(">IIBBBBB", size, size, 8, 3, 0, 0, 0)
    data = zlib.compress(rows, 6)
    return SIGNATURE + chunk(b"IHDR", head) + chunk(b"PLTE", palette) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def _ico(sizes: tuple[int, ...], pictures: list[bytes]) -> bytes:
    at = 6 + 16 * len(pictures)
    table = []
    for size, picture in zip(sizes, pictures, strict=True):
        table.append(struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), at))
        at += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + b"".join(table) + b"".join(pictures)


def _letters(letters: str, size: int) -> list[Contour]:
    """The letters' outlines in pixels, as large as they may be, centred by their ink."""
    font = own_font()
    shapes: list[Contour] = []
    right = 0.0
    for letter in letters:
        shapes += [tuple((x + right, y) for x, y in contour) for contour in font.outline(letter)]
        right += font.advance(letter)
    across = [x for contour in shapes for x, _ in contour]
    up = [y for contour in shapes for _, y in contour]
    wide, tall = max(across) - min(across), max(up) - min(up)
    across_at_most, up_at_most = _ROOM_OF_SMALL if size <= _SMALL else _ROOM
    scale = size * min(across_at_most / wide, up_at_most / tall)
    left, base = (size - wide * scale) / 2 - min(across) * scale, (size + tall * scale) / 2 + min(up) * scale
    return [tuple((left + x * scale, base - y * scale) for x, y in contour) for contour in shapes]


def _newspaper(size: int) -> list[Contour]:
    def scaled(number: int) -> int:
        return round(number * size / 32)

    return [
        ((left, top), (right, top), (right, bottom), (left, bottom))
        for left, top, right, bottom in (tuple(map(scaled, box)) for box in _NEWSPAPER)
    ]

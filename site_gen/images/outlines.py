"""Outlines of letters from a TrueType font (Apple's and Microsoft's tables cmap, glyf, hmtx, loca), as polygons.

Every site has icons, of one or two letters, so they are drawn without Pillow, which is an extra.
"""

import struct
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

Point = tuple[float, float]
Contour = tuple[Point, ...]

FONT = Path(__file__).parent / "fonts" / "noto-serif-bold.ttf"
_ON_CURVE, _SHORT_X, _SHORT_Y, _REPEAT, _SAME_X, _SAME_Y = 1, 2, 4, 8, 16, 32
_WORDS, _MORE = 1, 32  # flags of a composite glyph
_STEPS = 4  # lines in place of one curve: at 512 pixels they are off by a tenth of a pixel
_DEEPEST = 5  # nested composites


class Font:
    """A font's letters; its unit is the em."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        count = struct.unpack_from(">H", data, 4)[0]
        rows = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count))
        self._tables = {name: start for name, _, start, _ in rows}
        head = self._tables[b"head"]
        self._em: int = struct.unpack_from(">H", data, head + 18)[0]
        self._long_places = struct.unpack_from(">h", data, head + 50)[0] == 1
        self._advances: int = struct.unpack_from(">H", data, self._tables[b"hhea"] + 34)[0]
        self._glyphs = dict(self._characters())

    def has(self, character: str) -> bool:
        """Whether the font has a glyph for it."""
        return ord(character) in self._glyphs

    def advance(self, character: str) -> float:
        """How far to the right the next letter is."""
        number = min(self._glyphs[ord(character)], self._advances - 1)
        width: int = struct.unpack_from(">H", self._data, self._tables[b"hmtx"] + 4 * number)[0]
        return width / self._em

    def outline(self, character: str) -> tuple[Contour, ...]:
        """The closed polygons of a letter, y upwards from the baseline."""
        contours = self._contours(self._glyphs[ord(character)], 0)
        return tuple(tuple((x / self._em, y / self._em) for x, y in contour) for contour in contours)

    def _characters(self) -> Iterator[tuple[int, int]]:
        """Pairs of character and glyph from the first table of format 4."""
        data, start = self._data, self._tables[b"cmap"]
        for number in range(struct.unpack_from(">H", data, start + 2)[0]):
            at = start + struct.unpack_from(">I", data, start + 8 + 8 * number)[0]
            if struct.unpack_from(">H", data, at)[0] == 4:
                yield from self._segments(at)
                return

    def _segments(self, at: int) -> Iterator[tuple[int, int]]:
        data = self._data
        size = struct.unpack_from(">H", data, at + 6)[0]
        ends = struct.unpack_from(f">{size // 2}H", data, at + 14)
        starts = struct.unpack_from(f">{size // 2}H", data, at + 16 + size)
        deltas = struct.unpack_from(f">{size // 2}H", data, at + 16 + 2 * size)
        places = at + 16 + 3 * size
        for number, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
            place = places + 2 * number
            offset = struct.unpack_from(">H", data, place)[0]
            for code in range(first, min(last, 0xFFFE) + 1):
                glyph = struct.unpack_from(">H", data, place + offset + 2 * (code - first))[0] if offset else code
                if glyph and (glyph + delta) & 0xFFFF:
                    yield code, (glyph + delta) & 0xFFFF

    def _contours(self, glyph: int, depth: int) -> list[Contour]:
        place = self._tables[b"loca"] + glyph * (4 if self._long_places else 2)
        start, end = struct.unpack_from(">II" if self._long_places else ">HH", self._data, place)
        if not self._long_places:
            start, end = start * 2, end * 2
        if start == end or depth > _DEEPEST:
            return []
        at = self._tables[b"glyf"] + start
        count = struct.unpack_from(">h", self._data, at)[0]
        return self._simple(at + 10, count) if count >= 0 else self._composite(at + 10, depth)

    def _simple(self, at: int, count: int) -> list[Contour]:
        ends = struct.unpack_from(f">{count}H", self._data, at)
        at += 2 * count
        at += 2 + struct.unpack_from(">H", self._data, at)[0]  # hinting instructions
        flags = bytearray()
        while len(flags) <= ends[-1]:
            flag = self._data[at]
            at += 1
            repeats = self._data[at] if flag & _REPEAT else 0
            at += bool(flag & _REPEAT)
            flags += bytes([flag]) * (1 + repeats)
        across, at = self._numbers(flags, at, _SHORT_X, _SAME_X)
        up, _ = self._numbers(flags, at, _SHORT_Y, _SAME_Y)
        points = [(x, y, bool(flag & _ON_CURVE)) for x, y, flag in zip(across, up, flags, strict=False)]
        firsts = (0, *(end + 1 for end in ends))
        return [tuple(_flattened(points[first : end + 1])) for first, end in zip(firsts, ends, strict=False)]

    def _numbers(self, flags: Sequence[int], at: int, short: int, same: int) -> tuple[list[int], int]:
        """Coordinates, each of which is stored as its distance from the one before."""
        found = []
        value = 0
        for flag in flags:
            if flag & short:
                value += self._data[at] if flag & same else -self._data[at]
                at += 1
            elif not flag & same:
                value += struct.unpack_from(">h", self._data, at)[0]
                at += 2
            found.append(value)
        return found, at

    def _composite(self, at: int, depth: int) -> list[Contour]:
        """A glyph of others, such as a letter and its accent, which our font moves but never scales or rotates."""
        made: list[Contour] = []
        flags = _MORE
        while flags & _MORE:
            flags, glyph = struct.unpack_from(">HH", self._data, at)
            right, up = struct.unpack_from(">hh" if flags & _WORDS else ">bb", self._data, at + 4)
            at += 8 if flags & _WORDS else 6
            made += [tuple((x + right, y + up) for x, y in contour) for contour in self._contours(glyph, depth + 1)]
        return made


def _flattened(points: Sequence[tuple[int, int, bool]]) -> Iterator[Point]:
    """A contour of quadratic curves as lines; between two control points lies one on the curve."""
    whole: list[tuple[float, float, bool]] = []
    for number, point in enumerate(points):
        previous = points[number - 1]
        if not point[2] and not previous[2]:
            whole.append(((previous[0] + point[0]) / 2, (previous[1] + point[1]) / 2, True))
        whole.append(point)
    first = next((number for number, point in enumerate(whole) if point[2]), 0)
    whole = whole[first:] + whole[: first + 1]
    for number, (x, y, on) in enumerate(whole[:-1]):
        if on:
            yield x, y
            continue
        (x0, y0, _), (x2, y2, _) = whole[number - 1], whole[number + 1]
        for step in range(1, _STEPS):
            t = step / _STEPS
            one, two, three = (1 - t) ** 2, 2 * t * (1 - t), t * t
            yield one * x0 + two * x + three * x2, one * y0 + two * y + three * y2


@lru_cache(maxsize=1)
def own_font() -> Font:
    """The font that comes with site_gen."""
    return Font(FONT.read_bytes())

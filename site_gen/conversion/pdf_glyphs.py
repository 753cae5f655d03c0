"""The runs of text on a page of a PDF, as pdfium finds them: characters side by side on one line."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from math import cos, degrees, radians, sin
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

_WIDE_GAP = 0.9  # of the size of letters: from here on, a gap may be that between two columns
_BACK = 0.3  # of the size: from here on, a step back begins another run
_OFF_LINE = 0.5  # of the size: from here on, a character is on another line
_RAISED, _SMALL = 0.15, 0.85  # of the size: so much higher, and at most so large, are references to notes
_LONGEST_NAME = 200
_BOLD = re.compile(r"bold|black|heavy|[-,]bd\b|cmb|ecbx|demi", re.IGNORECASE)
_SPACES = frozenset("\r\n\t \u00a0\u2002\u2003\u2009\0")
_NEUTRAL = frozenset(("CS", "ES", "ET", "ON", "NSM", "BN"))  # of characters that go along with others
_HYPHENS = frozenset("\x02\ufffe\u00ad")  # what pdfium gives for a hyphen at a line's end
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_FFS = ("ff", "fi", "fl", "ffi", "ffl")
# Codes of TeX's fonts without a table of Unicode: the encoding T1, and OT1 from 0B to 0F (0D is a line's end).
_TEX = dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)) | dict(zip(range(0x1B, 0x20), _FFS, strict=True))
_TEX |= {0x0B: "ff", 0x0C: "fi", 0x0E: "ffi", 0x0F: "ffl", 0x19: "ı"}
_SUPERSCRIPT = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")


class Run(Struct, frozen=True):
    """Characters on one line: where they begin and end, their baseline, size and weight (points, from below left)."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


class _Glyph(Struct, frozen=True):
    text: str
    left: float
    right: float
    base: float
    size: float
    place: int
    rtl: bool


def runs_of(text_page: Any, most: int) -> tuple[Run, ...]:
    """The runs on a page, in the order of the file; `most` is the most characters that are read."""
    return tuple(run for run in _runs(text_page, _glyphs(text_page, most)) if run.text.strip())


def is_rtl(text: str) -> bool:
    """Whether most letters of a text are written from right to left."""
    letters = [unicodedata.bidirectional(char) for char in text if char.isalpha()]
    return 2 * sum(kind in ("R", "AL") for kind in letters) > len(letters)


def _glyphs(text_page: Any, most: int) -> Iterator[_Glyph]:
    """The characters on a page that are set the way most of it is; others are stamps in the margin or watermarks."""
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFText_CountChars(text_page), most)
    turns = [round(degrees(pdfium.FPDFText_GetCharAngle(text_page, at))) % 360 for at in range(count)]
    usual = Counter(turns).most_common(1)[0][0] if turns else 0
    x, y, left, right, low, high = (c_double() for _ in range(6))
    matrix = pdfium.FS_MATRIX()
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, at)
        if (turns[at] - usual + 2) % 360 > 4 or not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, at, byref(x), byref(y))
        pdfium.FPDFText_GetCharBox(text_page, at, byref(left), byref(right), byref(low), byref(high))
        pdfium.FPDFText_GetMatrix(text_page, at, byref(matrix))
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        size = max(pdfium.FPDFText_GetFontSize(text_page, at) * (scale or 1), 0.1)
        begin, end, base = left.value, right.value, y.value
        if usual:
            turn = -radians(usual)
            turned = [a * cos(turn) - b * sin(turn) for a in (begin, end) for b in (low.value, high.value)]
            begin, end = min(turned), max(turned)
            base = x.value * sin(turn) + y.value * cos(turn)
        char = _char(code, text_page, at)
        yield _Glyph(char, begin, end, base, size, at, unicodedata.bidirectional(char[:1] or " ") in ("R", "AL"))


def _char(code: int, text_page: Any, at: int) -> str:
    """The letters that a character is; a hyphen that pdfium found at a line's end is one."""
    import pypdfium2.raw as pdfium

    char = chr(code)
    if char in _HYPHENS:
        return "-"
    if code < 0x20 and not pdfium.FPDFText_IsGenerated(text_page, at):
        return _TEX.get(code, " ")
    if 0x80 <= code <= 0x9F:
        return bytes((code,)).decode("cp1252", "replace")
    return _LIGATURES.get(char, char)


def _is_bold(text_page: Any, at: int) -> bool:
    """Whether a character's font is bold by its name, which is more often right than its weight."""
    import pypdfium2.raw as pdfium

    buffer = create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFText_GetFontInfo(text_page, at, buffer, _LONGEST_NAME, byref(c_int()))
    return _BOLD.search(buffer.value.decode("utf-8", "replace")) is not None


def _runs(text_page: Any, glyphs: Iterator[_Glyph]) -> Iterator[Run]:
    pending: list[_Glyph] = []
    for glyph in glyphs:
        if glyph.text in _SPACES:
            if pending and pending[-1].text != " ":
                pending.append(replace(pending[-1], text=" "))
            continue
        if pending and pending[-1].rtl and unicodedata.bidirectional(glyph.text[:1]) in _NEUTRAL:
            glyph = replace(glyph, rtl=True)
        if pending and _breaks(pending[-1], glyph):
            yield _run(text_page, pending)
            pending = []
        pending.insert(_ligature(pending, glyph), glyph)
    if pending:
        yield _run(text_page, pending)


def _ligature(pending: list[_Glyph], glyph: _Glyph) -> int:
    """The place for a character: those of an Arabic ligature share its box, and pdfium has them the wrong way round."""
    at = len(pending)
    while glyph.rtl and at and (pending[at - 1].left, pending[at - 1].right) == (glyph.left, glyph.right):
        at -= 1
    return at


def _breaks(last: _Glyph, glyph: _Glyph) -> bool:
    """Whether a character does not go on where the last one ended; parts of a ligature share its box."""
    size = max(last.size, glyph.size)
    if last.rtl and glyph.rtl:
        gap, goes_back = last.left - glyph.right, glyph.right > last.right + _BACK * size
    else:
        gap, goes_back = glyph.left - last.right, glyph.left < last.left - _BACK * size
    raised = abs(glyph.base - last.base) > _RAISED * size and min(last.size, glyph.size) < _SMALL * size
    return raised or abs(glyph.base - last.base) > _OFF_LINE * size or goes_back or gap > _WIDE_GAP * size


def _run(text_page: Any, glyphs: list[_Glyph]) -> Run:
    letters = [glyph for glyph in glyphs if glyph.text != " "]
    size = Counter(round(glyph.size, 1) for glyph in letters).most_common(1)[0][0]
    base = Counter(round(glyph.base, 1) for glyph in letters if round(glyph.size, 1) == size).most_common(1)[0][0]
    text = "".join(glyph.text for glyph in glyphs)
    bold = _is_bold(text_page, letters[0].place) and _is_bold(text_page, letters[-1].place)
    return Run(text, min(one.left for one in letters), max(one.right for one in letters), base, size, bold)


def raised(run: Run, beside: Run) -> Run:
    """A run in superscript digits where it is small and raised beside another, as references to notes are."""
    is_raised = run is not beside and run.size < _SMALL * beside.size and run.base - beside.base > _RAISED * beside.size
    words = run.text.rstrip()
    if not is_raised or words.strip("0123456789+-=()*†‡, "):
        return run
    return replace(run, text=words.translate(_SUPERSCRIPT), base=beside.base, size=beside.size)

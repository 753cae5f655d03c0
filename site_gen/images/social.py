"""The social card of a post: the headline beneath the site's name, 1200 by 630 pixels.

Its letters are Noto Serif's (SIL Open Font License, `fonts/OFL.txt`), a part of which comes with site_gen, so that a
card does not depend on the fonts of a system. There are sixteen colours: the file is small and quickly packed.
"""

import io
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from site_gen.images.lines import WidthOf, lines, shortened
from site_gen.model.picture import SocialView

WIDTH, HEIGHT = 1200, 630
_FONT = Path(__file__).parent / "fonts" / "noto-serif-bold.ttf"
# What the font can draw: Latin of all European languages, Greek, Cyrillic, and their punctuation.
_DRAWABLE = re.compile("[ -~¡-¬®-ſƏƒǍ-ǜǦǧǺ-ǿȘ-țəΆΈ-ΊΌΎ-ΡΣ-ώЀ-џҐ-ғҚқҢңҮ-ұҺһӘәӨөẀ-ẅẞỲỳ‐-―‘-„†-•…‰′″‹›⁄₪€₴₹₺₽№™−]*")
_LEFT, _INNER = 72, WIDTH - 2 * 72
_TOP, _BOTTOM = 210, 590  # the headline's area
_SIZES = (92, 84, 76, 68, 60, 54, 48, 42)
_LEADING = 1.2
_INKS, _ACCENTS = 8, 7  # shades of each layer between paper and full colour, for smooth edges


def drawable(text: str) -> bool:
    """Whether the font has every character of the text."""
    return _DRAWABLE.fullmatch(text) is not None


def social_card(view: SocialView) -> bytes:
    """The card as PNG; its bytes depend only on the version of Pillow and of its libraries."""
    from PIL import Image, ImageDraw

    ink, accent = Image.new("L", (WIDTH, HEIGHT)), Image.new("L", (WIDTH, HEIGHT))
    with_ink, with_accent = ImageDraw.Draw(ink), ImageDraw.Draw(accent)
    with_accent.rectangle((0, 0, WIDTH, 15), fill=255)
    with_ink.rectangle((_LEFT, 116, WIDTH - _LEFT - 1, 119), fill=255)
    with_ink.rectangle((_LEFT, 124, WIDTH - _LEFT - 1, 124), fill=255)
    _line(with_ink, view.masthead, 66, 38, centred=True)
    _line(with_accent, view.kicker.upper(), 168, 26)
    _headline(with_ink, view.headline)
    return _packed(ink, accent, view)


@lru_cache(maxsize=16)
def _font(size: int) -> Any:
    from PIL import ImageFont

    # The basic layout is in every build of Pillow; the other one is not, and would give other bytes.
    return ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=16)
def _width_of(size: int) -> WidthOf:
    """The function from a text to its width in pixels, the sum of its characters' in the basic layout."""
    width_of_character = lru_cache(maxsize=1024)(_font(size).getlength)
    return lambda text: sum(map(width_of_character, text))


def _line(draw: Any, text: str, middle: int, size: int, *, centred: bool = False) -> None:
    """Draw one line of text around the height `middle`, cut where it does not fit."""
    width_of = _width_of(size)
    if width_of(text) > _INNER:
        text = shortened(text, _INNER, width_of)
    left = _LEFT + (_INNER - width_of(text)) / 2 if centred else _LEFT
    draw.text((round(left), middle), text, fill=255, font=_font(size), anchor="lm")


def _headline(draw: Any, text: str) -> None:
    """Draw the headline as large as it fits; one that is too long even in small letters ends in an ellipsis."""
    size, rows = _fitted(text)
    leading = round(size * _LEADING)
    for number, row in enumerate(rows):
        draw.text((_LEFT, _TOP + number * leading), row, fill=255, font=_font(size), anchor="la")


def _fitted(text: str) -> tuple[int, list[str]]:
    for size in _SIZES:
        rows = lines(text, _INNER, _width_of(size))
        most = (_BOTTOM - _TOP) // round(size * _LEADING)
        if len(rows) <= most and (size == _SIZES[-1] or max(map(len, text.split()), default=0) <= _longest(rows)):
            return size, rows
    last = shortened(rows[most - 1], _INNER, _width_of(size))
    return size, [*rows[: most - 1], last]


def _longest(rows: list[str]) -> int:
    """The length of the longest word that is not broken across lines."""
    return max((len(word) for row in rows for word in row.split()), default=0)


def _packed(ink: Any, accent: Any, view: SocialView) -> bytes:
    """Both layers in one picture of four bits per pixel."""
    from PIL import ImageChops

    inks = ink.point([round(value * _INKS / 255) for value in range(256)])
    accents = accent.point([_INKS + shade if (shade := round(value * _ACCENTS / 255)) else 0 for value in range(256)])
    card = ImageChops.lighter(inks, accents)
    card.putpalette(_palette(view))
    made = io.BytesIO()
    card.save(made, "PNG", bits=4, compress_level=6)
    return made.getvalue()


def _palette(view: SocialView) -> list[int]:
    paper = _rgb(view.paper)
    shades = [(_rgb(view.ink), step / _INKS) for step in range(_INKS + 1)]
    shades += [(_rgb(view.accent), step / _ACCENTS) for step in range(1, _ACCENTS + 1)]
    return [round(low + (high - low) * part) for full, part in shades for low, high in zip(paper, full, strict=True)]


def _rgb(colour: str) -> tuple[int, int, int]:
    """`#1a2b3c` as three numbers."""
    value = int(colour[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255

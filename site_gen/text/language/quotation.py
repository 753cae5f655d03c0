"""Quotation marks by language, and the spaces that French sets before some marks.

Where a country's press and a language's academies differ, newspapers are followed.
"""

from functools import lru_cache
from typing import NamedTuple

from site_gen.text.language.tags import primary


class Marks(NamedTuple):
    """The marks around a quotation, and around one within it."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


ENGLISH = Marks("“", "”", "‘", "’")
_GERMAN = Marks("„", "“", "‚", "‘")
_EAST = Marks("«", "»", "„", "“")
_ROMANCE = Marks("«", "»", "“", "”")
_LOW_HIGH = Marks("„", "”", "‚", "’")
_NORDIC = Marks("”", "”", "’", "’")
_CORNERS = Marks("「", "」", "『", "』")

_MARKS = {
    "ar": _ROMANCE, "be": _EAST, "bg": _GERMAN, "ca": _ROMANCE, "ckb": _ROMANCE, "cs": _GERMAN, "de": _GERMAN,
    "el": _ROMANCE, "es": _ROMANCE, "et": _GERMAN, "eu": _ROMANCE, "fa": Marks("«", "»", "‹", "›"), "fi": _NORDIC,
    "fr": _ROMANCE, "gl": _ROMANCE, "hr": _LOW_HIGH, "hu": Marks("„", "”", "»", "«"), "hy": Marks("«", "»", "“", "”"),
    "is": _GERMAN, "it": _ROMANCE, "ja": _CORNERS, "ka": _GERMAN, "kk": _EAST, "ky": _EAST, "lt": _GERMAN,
    "lv": Marks("“", "”", "‘", "’"), "mk": _GERMAN, "nb": Marks("«", "»", "‘", "’"), "nn": Marks("«", "»", "‘", "’"),
    "no": Marks("«", "»", "‘", "’"), "pl": Marks("„", "”", "«", "»"), "ps": _ROMANCE, "ro": Marks("„", "”", "«", "»"),
    "ru": _EAST, "sk": _GERMAN, "sl": _GERMAN, "sq": Marks("“", "”", "‘", "’"), "sr": Marks("„", "“", "‘", "’"),
    "sv": _NORDIC, "tg": _EAST, "tt": _EAST, "uk": _EAST, "yue": _CORNERS,
}  # fmt: skip
# Tags whose country writes other marks than most with their language.
_BY_COUNTRY = {
    "de-ch": Marks("«", "»", "‹", "›"), "de-li": Marks("«", "»", "‹", "›"), "es-mx": ENGLISH, "es-us": ENGLISH,
    "fr-ch": Marks("«", "»", "‹", "›"), "it-ch": Marks("«", "»", "‹", "›"), "pt-pt": _ROMANCE, "zh-hk": _CORNERS,
    "zh-hant": _CORNERS, "zh-tw": _CORNERS,
}  # fmt: skip


@lru_cache(maxsize=64)
def marks_of(language: str) -> Marks:
    """The marks of a language by its tag; the English ones for "" and for languages that use the same."""
    low = language.lower()
    return _BY_COUNTRY.get(low) or _MARKS.get(primary(low), ENGLISH)


def is_spaced(language: str) -> bool:
    """Whether a language sets a space within its quotation marks and before `: ; ! ?`, as French does.

    The Swiss write French without these spaces.
    """
    return primary(language) == "fr" and language.lower() != "fr-ch"

"""Cyrillic alphabets by national systems, for texts whose language is known.

Bulgarian: Transliteration Act of 2009. Belarusian: passports (ICAO Doc 9303). Macedonian: passports. Serbian, Bosnian,
Montenegrin: the Latin alphabet of these languages. Russian needs none: the table of single characters spells it as
GOST R 52535.1-2006 does, without ъ and ь. Ukrainian has its own module.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from site_gen.text.transliteration.table import table


class _Alphabet(Struct, frozen=True):
    """The letters of an alphabet in Latin ones, and ends of words that differ."""

    letters: dict[str, str]
    endings: tuple[tuple[str, str], ...] = ()


_SHARED = table("абвгдежзиклмнопрстуфц", "a b v g d e zh z i k l m n o p r s t u f ts")
_SLAVONIC = _SHARED | table("йхчшщъьюя", "y h ch sh sht a y yu ya")
_SERBIAN = _SHARED | table("жцђјљњћхчџш", "z c dj j lj nj c h c dz s")
_ALPHABETS = {
    "bg": _Alphabet(_SLAVONIC, (("ия", "ia"),)),
    "be": _Alphabet(_SHARED | table("гґёійўхчшыьэюя'’ʼ", "h g io i i u kh ch sh y - e iu ia - - -")),
    "mk": _Alphabet(_SHARED | table("ѓѕјљњќхчџшц", "gj dz j lj nj kj h ch dj sh c")),
    "sr": _Alphabet(_SERBIAN),
    "bs": _Alphabet(_SERBIAN),
    "cnr": _Alphabet(_SERBIAN | table("ѕзс", "z z s")),
}
_WORD = re.compile("[\u0400-\u04ff]+(?:['’ʼ][\u0400-\u04ff]+)*")
_COUNTRY = re.compile("българия", re.IGNORECASE)  # the act names it: no "a" for its ъ, but the usual name
_TWO_STEPS = "\u0306\u0308\u0301"


def cyrillic(text: str, language: str) -> str:
    """The Cyrillic words of a text in Latin letters; unchanged where a letter is not of its language's alphabet."""
    alphabet = _ALPHABETS.get(language)
    if alphabet is None:
        return text
    words = _WORD.findall(text)
    if not all(letter in alphabet.letters for word in words for letter in word.lower()):
        return text
    if language == "bg":
        text = _COUNTRY.sub("bulgaria", text)
    return _WORD.sub(_speller(alphabet), text)


def _speller(alphabet: _Alphabet) -> Callable[[re.Match[str]], str]:
    def spelled(match: re.Match[str]) -> str:
        word, end = match[0].lower(), ""
        for letters, latin in alphabet.endings:
            if word.endswith(letters):
                word, end = word.removesuffix(letters), latin
        return "".join(alphabet.letters[letter] for letter in word) + end

    return spelled

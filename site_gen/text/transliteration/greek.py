"""Greek as it is written on passports and road signs (ELOT 743, ISO 843 type 2)."""

import re
import unicodedata

from site_gen.text.transliteration.table import table

_LETTERS = table(
    "αβγδεζηθικλμνξοπρσςτυφχψω",
    "a v g d e z i th i k l m n x o p r s s t y f ch ps o",
)
_WORD = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+")
_TWO = re.compile("[\u0370-\u03ff\u1f00-\u1fff]{2}")
_VOICELESS = "θκξπσςτφχψ"
_TONOS, _DIAERESIS = "\u0301", "\u0308"
_PAIRS = re.compile("([αεη])υ(?!\u0308)(.?)|ου(?!\u0308)|γ(?=[γξχ])|^μπ|μπ$")


def greek(text: str) -> str:
    """The Greek words of a text in Latin letters; single letters are symbols and left unchanged."""
    return _WORD.sub(lambda word: _word(word[0]), text) if _TWO.search(text) else text


def _word(word: str) -> str:
    # An accent on the first of two vowels, or a diaeresis on the second, means that they are two sounds.
    marked = unicodedata.normalize("NFD", word.lower())
    marked = re.sub(f"([αεηο]){_TONOS}υ(?!{_TONOS})", rf"\1υ{_DIAERESIS}", marked)
    bare = "".join(c for c in marked if c == _DIAERESIS or not unicodedata.combining(c))
    latin = _PAIRS.sub(_pair, bare).replace(_DIAERESIS, "")
    return "".join([_LETTERS.get(letter, letter) for letter in latin])


def _pair(match: re.Match[str]) -> str:
    if match[1]:
        return match[1] + ("f" if match[2] == "" or match[2] in _VOICELESS else "v") + match[2]
    return {"ου": "ou", "γ": "n", "μπ": "b"}[match[0]]

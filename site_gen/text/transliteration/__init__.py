"""Transliteration of scripts for which a table of single letters is not enough, and letters that a language spells out.

What a system does not cover is left for the table (`text/slug.py`). docs/decisions/0056-slugs-by-the-text.md
"""

import re
import unicodedata

from site_gen.text.transliteration.arabic import arabic
from site_gen.text.transliteration.cyrillic import cyrillic
from site_gen.text.transliteration.greek import greek
from site_gen.text.transliteration.hangul import hangul
from site_gen.text.transliteration.hebrew import hebrew
from site_gen.text.transliteration.kana import kana
from site_gen.text.transliteration.letters import latin
from site_gen.text.transliteration.ukrainian import is_ukrainian, ukrainian

_KNOWN = re.compile("[\u0370-\u03ff\u0400-\u04ff\u0600-\u06ff\u1f00-\u1fff\u3041-\u30ff\uff66-\uff9f]")
_BY_LANGUAGE = {"he": hebrew, "ko": hangul}
"""Scripts that only a text in their language is transliterated from; elsewhere names of them keep their addresses."""


def transliterated(text: str, language: str = "") -> str:
    """The same text with its words in the scripts and languages that have a system here, in ASCII letters.

    `language` is that of the text or of its site, as a language tag: it decides where the letters do not.
    """
    code = language.casefold().partition("-")[0]
    text = latin(text, code)
    if code in _BY_LANGUAGE:
        text = _BY_LANGUAGE[code](text)
    if not _KNOWN.search(text):
        return text
    # Half-width kana are composed first; everything else keeps its compatibility characters for the table.
    text = unicodedata.normalize("NFC", re.sub("[\uff66-\uff9f]+", _as_full_width, text))
    text = cyrillic(text, code)
    if is_ukrainian(text, code):
        text = ukrainian(text)
    return kana(arabic(greek(text), code))


def _as_full_width(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])

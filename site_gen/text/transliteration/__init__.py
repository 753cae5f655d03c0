"""Transliteration of scripts for which a table of single letters is not enough.

What a system does not cover is left for the table (`text/slug.py`). docs/decisions/0037-slugs-by-language.md
"""

import re
import unicodedata

from site_gen.text.transliteration.arabic import arabic
from site_gen.text.transliteration.greek import greek
from site_gen.text.transliteration.kana import kana
from site_gen.text.transliteration.ukrainian import is_ukrainian, ukrainian

_KNOWN = re.compile("[\u0370-\u03ff\u0400-\u04ff\u0600-\u06ff\u1f00-\u1fff\u3041-\u30ff\uff66-\uff9f]")


def transliterated(text: str, language: str = "") -> str:
    """The same text with its Ukrainian, Greek, Arabic, Persian and Japanese syllables in ASCII letters.

    `language` is that of the text or of its site, as a language tag: it decides where the letters do not.
    """
    if not _KNOWN.search(text):
        return text
    # Half-width kana are composed first; everything else keeps its compatibility characters for the table.
    text = unicodedata.normalize("NFC", re.sub("[\uff66-\uff9f]+", _as_full_width, text))
    if is_ukrainian(text, language):
        text = ukrainian(text)
    return kana(arabic(greek(text)))


def _as_full_width(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])

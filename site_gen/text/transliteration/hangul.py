"""Korean by the Revised Romanization (Ministry of Culture and Tourism, notice 2000-8): as it is spoken, by rule.

As that system says of nouns, a k, t or p and the h after it are both written: 묵호 is Mukho.
"""

import re
import unicodedata
from itertools import pairwise

_CONSONANTS = "g kk n d tt r m b pp s ss  j jj ch k t p h"
_FIRST = tuple(_CONSONANTS.split(" "))
_SYLLABIC = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_VOWELS = tuple(_SYLLABIC.split(" "))
# The last consonants of a syllable before another consonant or the end: as they sound there.
_AT_END = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
_LAST = tuple(_AT_END.split(" "))
# The same before a vowel, in which the last sound begins the next syllable.
_BEFORE_VOWEL = " g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p "
_MOVED = tuple(_BEFORE_VOWEL.split(" "))
_SILENT, _I = 11, 20
_NASAL = {"k": "ng", "t": "n", "p": "m"}
_AFTER_H = {0: "k", 3: "t", 12: "ch"}
"""Consonants that a final h before them makes strong."""
_ENDS_WITH_H = (6, 15, 27)
_SOFTENED = {7: "j", 25: "ch", 13: "lch"}
"""The finals ㄷ, ㅌ, ㄾ before the vowel i."""
_H, _T = 18, 7
_SYLLABLES = re.compile("[\uac00-\ud7a3]+")


def hangul(text: str) -> str:
    """The Korean words of a text in Latin letters."""
    return _SYLLABLES.sub(lambda run: _word(run[0]), unicodedata.normalize("NFC", text))


def _word(word: str) -> str:
    codes = [ord(syllable) - 0xAC00 for syllable in word]
    parts = [(code // 588, code % 588 // 28, code % 28) for code in codes]
    result = [_FIRST[parts[0][0]], _VOWELS[parts[0][1]]]
    for (_, _, last), (first, vowel, _) in pairwise(parts):
        result += [_between(last, first, vowel), _VOWELS[vowel]]
    return "".join([*result, _LAST[parts[-1][2]]])


def _between(last: int, first: int, vowel: int) -> str:
    """What is spoken between the vowels of two syllables: the end of one and the beginning of the next."""
    if last == 0:
        return _FIRST[first]
    if first == _SILENT:
        softened = _SOFTENED.get(last) if vowel == _I else None
        return softened or _MOVED[last]
    if last == _T and first == _H and vowel == _I:
        return "ch"
    if last in _ENDS_WITH_H and first in _AFTER_H:
        return {6: "n", 15: "l", 27: ""}[last] + _AFTER_H[first]
    return _assimilated(_LAST[last], _FIRST[first], is_h=last == _ENDS_WITH_H[-1])


def _assimilated(end: str, start: str, *, is_h: bool) -> str:
    if start in ("n", "m"):
        if end == "l" and start == "n":
            return "ll"
        return ("n" if is_h else _NASAL.get(end, end)) + start
    if start == "r":
        if end in ("n", "l"):
            return "ll"
        return _NASAL.get(end, end) + "n"
    if is_h:
        return start if start in ("s", "ss") else end + start
    return end + start

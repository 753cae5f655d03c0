"""Ukrainian by the national transliteration (resolution 55 of the Cabinet of Ministers, 27 January 2010)."""

import re
from itertools import pairwise

from site_gen.text.transliteration.table import table

_LETTERS = table(
    "абвгґдежзиіклмнопрстуфхцчшщь",
    "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch -",
)
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_LATER = {"є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
_OWN = re.compile("[єїґ]")
_SHARED = re.compile("і")  # with Belarusian, Kazakh and Russian before 1918
_FOREIGN = re.compile("[ёъыэѣѵўқғәңөұүһӯҷҳҝҹјљњћђџѓќѕ]")
_WORD = re.compile("[\u0400-\u04ff]+(?:['’ʼ`][\u0400-\u04ff]+)*")
_APOSTROPHES = re.compile("['’ʼ`]")


def is_ukrainian(text: str, language: str) -> bool:
    """Whether the Cyrillic words of a text are Ukrainian: by letters that others do not have, else by its language."""
    text = text.casefold()
    if _FOREIGN.search(text):
        return False
    return bool(_OWN.search(text) or _SHARED.search(text)) or language.casefold().partition("-")[0] == "uk"


def ukrainian(text: str) -> str:
    """The Cyrillic words of a text in Latin letters."""
    return _WORD.sub(lambda word: _word(_APOSTROPHES.sub("", word[0]).lower()), text)


def _word(word: str) -> str:
    parts = [_FIRST.get(word[0]) or _letter(word[0])]
    for previous, letter in pairwise(word):
        # "зг" is "zgh", because "zh" is "ж".
        parts.append("gh" if previous + letter == "зг" else _LATER.get(letter) or _letter(letter))
    return "".join(parts)


def _letter(letter: str) -> str:
    return _LETTERS.get(letter, letter)

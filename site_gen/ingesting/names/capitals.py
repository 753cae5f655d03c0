"""Names that are set in capitals, "SERGEI LAVROV SAID", as they are written in running text."""

import re
from collections.abc import Container

from site_gen.ingesting.names.vocabulary import ABBREVIATED_TITLES, CALLS, FUNCTION_WORDS, WORDED_NAMES

SHOUTED = re.compile(r"\b[A-Z]{4,}\b")
_CAPITALS_SHARE = 0.7
_FEWEST = 3
_SHORTEST_ALONE = 4


def plain_words(words: list[str], known: Container[str], first_names: Container[str]) -> list[str]:
    """The words with names set in capitals written as names are; a line all in capitals becomes a sentence.

    What is an acronym, and what may be one, stays as it is.
    """
    shouted = [at for at, word in enumerate(words) if word.isupper() and len(word) > 1]
    if len(shouted) >= _FEWEST and len(shouted) >= _CAPITALS_SHARE * sum(map(str.isalpha, words)):
        return _sentence(words, known, first_names)
    plain = words
    for at in shouted:
        word = words[at]
        if len(word) >= _SHORTEST_ALONE and word not in known and word.isalpha():
            name, before = word.capitalize(), plain[at - 1] if at else ""
            if (name in known and name not in FUNCTION_WORDS) or (before in first_names and before not in WORDED_NAMES):
                plain = list(plain) if plain is words else plain
                plain[at] = name
    return plain


def _sentence(words: list[str], known: Container[str], first_names: Container[str]) -> list[str]:
    plain: list[str] = []
    for at, word in enumerate(words):
        before = plain[at - 1] if at else ""
        after = words[at + 1] if at + 1 < len(words) else ""
        if word == "US" and before != "the":
            plain.append("us")
        elif not (word.isupper() and word.isalpha()) or word in known or len(word) < 2:
            plain.append(word)
        else:
            plain.append(_lowered(word, before, after, known, first_names))
    return plain


def _lowered(word: str, before: str, after: str, known: Container[str], first_names: Container[str]) -> str:
    name = word.capitalize()
    if name in FUNCTION_WORDS:
        return word.lower()
    if name in known or name in CALLS or name in ABBREVIATED_TITLES or before in CALLS:
        return name
    if name in first_names and name not in WORDED_NAMES and after.isalpha() and after.capitalize() not in FUNCTION_WORDS:
        return name
    return name if before in first_names and before not in WORDED_NAMES else word.lower()

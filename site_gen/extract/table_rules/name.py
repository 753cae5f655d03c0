"""Which words are the name of a person or a place, by their letters; no list of names is needed."""

import re

from site_gen.extract.languages.language import Table
from site_gen.extract.languages.words import anywhere

_LONGEST = 60
_PERSON = range(2, 5)
"""Words with a capital in a person's name."""
_PARTICLES = frozenset(
    (
        "de",
        "da",
        "do",
        "dos",
        "du",
        "del",
        "della",
        "di",
        "la",
        "le",
        "von",
        "van",
        "vom",
        "zu",
        "der",
        "den",
        "y",
        "e",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "oğlu",
        "d'",
        "d’",
    )
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'ʼ.·\u200c־׳״\"\u0591-\u05c7\u064b-\u0652\u0670-])*\Z")
_EAST_ASIAN = re.compile(
    r"[\u3005\u4e00-\u9fff]{2,5}|[\uac00-\ud7a3]{2,4}|[\u30a0-\u30ff]{2,12}|\w{1,12}(?:[·・‧]\w{1,12}){1,3}"
)
"""A name without a blank in it: Chinese, Japanese, Korean, or a foreign one in their letters."""


def is_person(text: str, table: Table) -> bool:
    """Whether a text is a name and nothing else: two to four words with particles between them, or one in East Asia."""
    if anywhere(table.bylines.desks).fullmatch(text.strip()):
        return False
    if _EAST_ASIAN.fullmatch(text.strip()):
        return True
    words = text.split()
    if not words or len(text) > _LONGEST or not all(_WORD.match(word) for word in words):
        return False
    capital = [word for word in words if _is_capital(word, table)]
    rest = [word for word in words if not _is_capital(word, table) and word.casefold() not in _PARTICLES]
    return len(capital) in _PERSON and not rest and _is_capital(words[0], table)


def is_place(text: str, table: Table, most: int = 5) -> bool:
    """Whether a text is at most `most` words of a place's name: with a capital each, or a particle."""
    words = re.split(r"[\s’']+", text.strip(" ,."))
    if not words[0] or len(words) > most or not all(_WORD.match(word) or word == "&" for word in words if word):
        return False
    particles = {*_PARTICLES, *table.datelines.particles}
    small = [word for word in words if word and not _is_capital(word, table)]
    return _is_capital(words[0], table) and all(word.casefold() in particles for word in small)


def _is_capital(word: str, table: Table) -> bool:
    first = next((character for character in word if character.isalpha()), "")
    return bool(first) and (not table.sentences.cased or first.isupper())

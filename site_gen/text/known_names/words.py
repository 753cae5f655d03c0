"""Words of a text as the tables of names compare them, and the forms that endings give a word."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

Endings = Mapping[str, tuple[str, ...]]
"""What the end of a word becomes in its other forms: "ія" becomes "ії", "ію" ...; the longest end that fits counts."""

# Languages in Latin letters, in which an apostrophe divides words: l'Ukraine, Ukrayna'nın.
LATIN = frozenset(("de", "en", "es", "fr", "it", "nl", "pl", "pt", "tr"))
# Languages without spaces between words.
UNSPACED = frozenset(("ja", "zh"))
# Apostrophes, quotation marks of Hebrew acronyms and hyphens as ASCII; Arabic and Persian letters as one; ё as е.
_SAME = str.maketrans(
    "’‘ʼ`′׳״‑‐–ёЁأإآٱىیکةۀؤ",
    "''''''\"---еЕااااييكههو",
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640\u0654\u0300\u0301",
)
# A hyphen divides words, but not before a digit (F-16). Latin letters end a word of others: "F-16은".
_LATIN_WORDS = re.compile(r"[^\W_]+(?:-\d[^\W_]*|/[A-Z0-9][^\W_]*)*|[^\w\s'-]")
_OTHER = r"[^\W_A-Za-z]"
_OTHER_WORDS = re.compile(
    r"[A-Za-z][A-Za-z0-9]*(?:-\d[A-Za-z0-9]*|/[A-Z0-9][A-Za-z0-9]*)*"
    rf"|{_OTHER}+(?:'{_OTHER}+|(?<=[\u05d0-\u05ea])\"{_OTHER}+|-\d{_OTHER}*)*"
    r"|[^\w\s'-]"
)
_ANY = "*"
_LONGEST_END = 6


def plain(text: str) -> str:
    """The text with one character for those that are written in several ways; marks of vowels are left out."""
    return text if text.isascii() else text.translate(_SAME)


def split(text: str, language: str) -> list[str]:
    """The words and marks of a text that is `plain`, without hyphens between words."""
    return (_LATIN_WORDS if language in LATIN else _OTHER_WORDS).findall(text)


class Words(list[str]):
    """The words and marks of a text as `plain` ones, which also knows where hyphens and apostrophes were."""

    def __init__(self, text: str, language: str) -> None:
        original, text = text, plain(text)
        found = list((_LATIN_WORDS if language in LATIN else _OTHER_WORDS).finditer(text))
        super().__init__(match[0] for match in found)
        self._joined = frozenset(at for at, match in enumerate(found) if text[match.start() - 1 : match.start()] == "-")

        self._spans = [match.span() for match in found]
        self._text = original
        # Where marks of vowels were left out, places differ.
        self._kept = () if len(original) == len(text) else tuple(at for at, one in enumerate(original) if plain(one))
        self._cut = frozenset(at for at, match in enumerate(found) if text[match.end() : match.end() + 1] == "'")

    def between(self, at: int, end: int) -> str:
        """The text of the words from `at` to `end`, with what is between them."""
        start, stop = self._spans[at][0], self._spans[end - 1][1]
        return self._text[self._kept[start] : self._kept[stop - 1] + 1] if self._kept else self._text[start:stop]

    def has_suffix(self, at: int) -> bool:
        """Whether an apostrophe joins something to the end of a word, as to names in Turkish."""
        return at in self._cut

    def is_after_hyphen(self, at: int) -> bool:
        """Whether a hyphen joins a word to the one before it."""
        return at in self._joined


@lru_cache(maxsize=65536)
def folded(word: str, language: str) -> str:
    """A word in lower case; in Turkish, I and İ are two letters."""
    if language == "tr":
        word = word.replace("I", "ı").replace("İ", "i")
    return word.lower()


def inflected(word: str, endings: Endings) -> Iterator[str]:
    """The word and its other forms; a word in capitals (NATO) has none."""
    yield word
    if len(word) > 1 and word.isupper() and word.lower() != word:
        return
    for length in range(min(len(word) - 1, _LONGEST_END), 0, -1):
        if others := endings.get(word[-length:]):
            yield from (word[:-length] + other for other in others)
            return
    yield from (word + other for other in endings.get(_ANY, ()))


def without_prefixes(word: str, prefixes: tuple[tuple[str, str], ...], depth: int = 3) -> Iterator[str]:
    """The word without up to three joined prefixes ("and", "in", "the"), the fewest first; not the word itself."""
    left = [word]
    for _ in range(depth if prefixes else 0):
        left = [
            instead + one[len(prefix) :]
            for one in left
            for prefix, instead in prefixes
            if one.startswith(prefix) and len(one) > len(prefix) + 1
        ]
        yield from left

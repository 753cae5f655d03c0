"""Detect the language of a text, as far as names depend on it."""

from collections.abc import Iterable
from typing import Literal

from site_gen.extract.names.vocabulary import FREQUENT_WORDS

Language = Literal["en", "fr", "de", "es", "it"]

_ENGLISH = FREQUENT_WORDS["en"]
_OTHERS: tuple[Language, ...] = ("fr", "de", "es", "it")
_READ = 500
_READ_FIRST = 200
_ENGLISH_SHARE = 1 / 14
_FEWEST = 3


def language_of(texts: Iterable[str]) -> Language:
    """The language whose frequent words are the most at the beginning of a text; English if unsure."""
    text = _beginning(texts)
    if _is_english(text[:_READ_FIRST].split(), 2 * _ENGLISH_SHARE):
        return "en"
    words = text.lower().split()
    if _is_english(words, _ENGLISH_SHARE):
        return "en"
    english = sum(map(_ENGLISH.__contains__, words))
    counts = {language: sum(map(FREQUENT_WORDS[language].__contains__, words)) for language in _OTHERS}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= max(_FEWEST, 2 * english) else "en"


def _is_english(words: list[str], share: float) -> bool:
    return sum(map(_ENGLISH.__contains__, words)) >= share * len(words)


def _beginning(texts: Iterable[str]) -> str:
    text = ""
    for more in texts:
        text = f"{text} {more[:_READ]}"
        if len(text) > _READ:
            break
    return text[:_READ]

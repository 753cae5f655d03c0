"""How much of the story a headline tells: words that the article comes back to are those its editor would choose."""

import re
from collections import Counter
from functools import lru_cache

from site_gen.ingesting.headline.lexicon import words as word_set
from site_gen.ingesting.text import Paragraph

_WORD = re.compile(r"[a-z0-9]+(?:[-'][a-z0-9]+)*")
_CASED = re.compile(r"[A-Za-z0-9]+(?:[-'’][A-Za-z0-9]+)*")
_EMPTY = word_set(
    """
    a an and are as at be been being but by can could did do does for from had has have he her his how i if in into
    is it its may more most no not of on or our over said say says she should so such than that the their them then
    there these they this those to under up was we were what when where which who will with would you your after
    amid about against new
    """
)
# The share of words that editors put in the headline, by how often the article has them; and how it falls along it.
_BY_COUNT = (0.2, 0.14, 0.24, 0.36, 0.42, 0.55)
_BY_PLACE = (1.15, 1.15, 1.1, 1.0, 0.9, 0.8, 0.7)
_NAME, _NO_NAME = 1.4, 0.8
_USUAL_LENGTH = 4.5
"""Words with meaning in an editor's headline."""


@lru_cache(maxsize=512)
def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that mean something by themselves, in small letters, in order."""
    return tuple(word for word in _all_words(text) if word not in _EMPTY)


@lru_cache(maxsize=2)
def count_words(paragraphs: tuple[Paragraph, ...]) -> Counter[str]:
    """How often an article has each word; treat the result as frozen."""
    return Counter(_all_words("\n".join(paragraph.text for paragraph in paragraphs)))


def _all_words(text: str) -> list[str]:
    return _WORD.findall(text.replace("U.S.", "US").lower().replace("’", "'").replace("'s ", " "))


class Scales:
    """The words of one article, counted."""

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        self._counts = count_words(paragraphs)

    def weight(self, title: str) -> float:
        """Expected agreement with an editor's own headline, from 0 to 1."""
        total, place = 0.0, 0
        for word in _CASED.findall(title.replace("U.S.", "US")):
            key = _key(word)
            if key not in _EMPTY:
                name = _NAME if word[0].isupper() and place else _NO_NAME
                total += _BY_COUNT[min(self._counts[key], 5)] * _BY_PLACE[min(place // 3, 6)] * name
                place += 1
        return 2 * total / (place + _USUAL_LENGTH)


def _key(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")

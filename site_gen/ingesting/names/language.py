"""The language of a text, as far as the names in it depend on it."""

from collections.abc import Iterable
from typing import Literal

Language = Literal["en", "fr", "de", "es", "it"]

# Words that are frequent in one language and rare in the others; one in six words of plain prose is among them.
_ENGLISH = frozenset("the of and to that is was for on with by as at from has have it be are".split(" "))
_OTHERS: dict[Language, frozenset[str]] = {
    "fr": frozenset("le les des et une est dans pour au aux du sur qui par avec sont ont cette été il".split(" ")),
    "de": frozenset("der die das und ist nicht mit den dem ein eine auf für im von zu sich auch hat wird".split(" ")),
    "es": frozenset("el los las y en que del por una con para se al su como más ha según fue".split(" ")),
    "it": frozenset("il gli che di della per una con del nel sono è dei alla ha più anche dal".split(" ")),
}
_READ = 500
_ENGLISH_SHARE = 1 / 14
_FEWEST = 3


def language_of(texts: Iterable[str]) -> Language:
    """The language whose frequent words abound at the beginning of a text; English when unsure."""
    words = _beginning(texts).lower().split()
    english = sum(map(_ENGLISH.__contains__, words))
    if english >= _ENGLISH_SHARE * len(words):
        return "en"
    counts = {language: sum(map(frequent.__contains__, words)) for language, frequent in _OTHERS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= max(_FEWEST, 2 * english) else "en"


def _beginning(texts: Iterable[str]) -> str:
    text = ""
    for more in texts:
        text = f"{text} {more[:_READ]}"
        if len(text) > _READ:
            break
    return text[:_READ]

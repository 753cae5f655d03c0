"""The words of an element of a page, without those of scripts and style sheets."""

from collections.abc import Iterator
from typing import Any

_INLINE = frozenset(("a", "abbr", "b", "code", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u"))
_NO_WORDS = frozenset(("script", "style", "template", "noscript", "svg"))


def text_in(element: Any) -> str:
    """The text within an element as a browser shows it, with single blanks."""
    return " ".join("".join(_parts(element)).split())


def count_words(element: Any) -> int:
    """How many words are within an element."""
    return len(text_in(element).split())


def _parts(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _NO_WORDS:
        return
    yield element.text or ""
    for one in element:
        gap = "" if one.tag in _INLINE else " "
        yield gap
        yield from _parts(one)
        yield gap + (one.tail or "")

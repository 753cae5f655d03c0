"""Whether a summary tells readers of the text anything that its first paragraphs do not."""

import re

_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힯]|[^\W_]+")  # a sign of those that are written without blanks, or a word
_BEGINNING = 1000  # characters: about three paragraphs of news
_MOST = 0.75  # the share of a summary's words from which the beginning says it again
_LITERAL = 60


def says_more(summary: str, markdown: str) -> bool:
    """Whether more than a quarter of a summary's longer words are missing from the beginning of its text.

    Summaries that are taken from the text are found at once; an editor's is compared word by word.
    """
    beginning = markdown[:_BEGINNING]
    if summary[:_LITERAL].rstrip("… ") in beginning:
        return False
    words = _words(summary)
    return len(words & _words(beginning)) < _MOST * len(words)


def _words(text: str) -> set[str]:
    """The words of four letters or more, with all numbers and all words in other scripts than ours."""
    words = set(_WORD.findall(text.lower()))
    return {word for word in words if len(word) > 3 or not word.isascii() or word.isdigit()} or words

"""Whether a summary says anything that the first paragraphs of its text do not."""

import re

_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힯]|[^\W_]{4,}")  # a character of scripts without spaces, or a word that is not short
_BEGINNING = 1000  # characters: about three paragraphs of news
_MOST = 0.75  # the share of a summary's words in the beginning from which it is a repetition
_LITERAL = 60


def says_more(summary: str, markdown: str) -> bool:
    """Whether more than a quarter of a summary's longer words are missing from the beginning of its text.

    A summary taken from the text is recognised at once; each word of an editor's is searched for, within longer ones
    too ("frigate" in "frigates").
    """
    beginning = markdown[:_BEGINNING]
    if summary[:_LITERAL].rstrip("… ") in beginning:
        return False
    beginning = beginning.lower()
    words = set(_WORD.findall(summary.lower())) or {summary.lower()}
    enough = (1 - _MOST) * len(words)
    missing = 0
    for word in words:
        if word not in beginning:
            missing += 1
            if missing > enough:
                return True
    return False

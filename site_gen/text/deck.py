"""Whether a summary tells readers of the text anything that its first paragraphs do not."""

import re

_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힯]|[^\W_]{4,}")  # a sign of scripts without blanks, or a word that is not short
_BEGINNING = 1000  # characters: about three paragraphs of news
_MOST = 0.75  # the share of a summary's words from which the beginning says it again
_LITERAL = 60


def says_more(summary: str, markdown: str) -> bool:
    """Whether more than a quarter of a summary's longer words are missing from the beginning of its text.

    Summaries that are taken from the text are found at once; of an editor's each word is looked for, within longer ones
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

"""What may follow the opening of a rule."""

import re

from site_gen.extract.boilerplate.rule import Shape, Words, words_of

_WORD = re.compile(r"[\w@#][\w'@.:/&+#-]*")
_LAST_STOP = re.compile(r"(?<!\b[A-Za-z])\.[\"')\]]*$|[;:,]$")
_NUMBER = re.compile(r"[\d:.,/+-]*\d[\d:.,/+-]*(?:k|m|%|st|nd|rd|th|am|pm|h|s|min)?")
_PARTS = re.compile(r"[/.-]")
_COUNTRY = "US"  # where not all is in capitals
_ITEM_WORDS = 6  # words of one entry in a list of tags
_ITEMS = 30
_TITLE_WORDS = 3
# Words without a capital that stand between names in credits and sign-offs.
_BETWEEN_NAMES = words_of("between_names")


def follows(rest: str, shape: Shape) -> bool:
    """Whether `rest`, with its capitals, is what the rule asks for."""
    if shape == "headline":
        return _is_headline(rest)
    if shape == "names":
        return _is_names(rest)
    if shape == "items":
        return _is_items(rest)
    return not rest


def said_in(line: str, rest: str, closed: Words) -> bool:
    """Whether `rest` is said in the words of a closed list, and the line has one it must have; both with capitals."""
    country = "" if line.isupper() else _COUNTRY
    names = unknown = 0
    found = _WORD.findall(rest)
    for word in found:
        if word != country and _known(word.lower(), closed.words):
            continue
        if word[0].isupper() or word[0] in "@#" or "." in word[1:-1] or "@" in word:
            names += 1
        else:
            unknown += 1
    if names > closed.names or unknown > closed.unknown * len(found):
        return False
    return not closed.about or any(
        word != country and _known(word.lower(), closed.about) for word in _WORD.findall(line)
    )


def _known(word: str, words: frozenset[str]) -> bool:
    if word in words or _NUMBER.fullmatch(word):
        return True
    bare = word.rstrip(".:/'-&+").removesuffix("'s")
    return bare in words or (not bare.isalpha() and all(part in words for part in _PARTS.split(bare)))


def _is_headline(rest: str) -> bool:
    title = rest.strip(" \"'([")
    if not title or _LAST_STOP.search(rest.rstrip()):
        return False
    return ((title[0].isupper() or title[0].isdigit()) and title.count(" ") + 1 >= _TITLE_WORDS) or "://" in title


def _is_names(rest: str) -> bool:
    words = _WORD.findall(rest)
    return bool(words) and all(
        word[0].isupper()
        or word[0].isdigit()
        or word[0] in "@#"
        or "/" in word
        or word.lower().rstrip(".:") in _BETWEEN_NAMES
        for word in words
    )


def _is_items(rest: str) -> bool:
    if _LAST_STOP.search(rest.rstrip()):
        return False
    items = [item for item in re.split(r"[,;|/#·•]", rest) if item.strip()]
    return 1 <= len(items) <= _ITEMS and all(item.strip().count(" ") < _ITEM_WORDS for item in items)

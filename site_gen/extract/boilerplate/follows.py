"""Checks what follows the opening of a rule."""

import re

from site_gen.extract.boilerplate.rule import Shape, Words, words_of

_WORD = re.compile(r"[\w@#][\w'@.:/&+#-]*")
_LAST_STOP = re.compile(r"(?<!\b[A-Za-z])\.[\"')\]]*$|[;:,]$")
_NUMBER = re.compile(r"[\d:.,/+-]*\d[\d:.,/+-]*(?:k|m|%|st|nd|rd|th|am|pm|h|s|min)?")
_PARTS = re.compile(r"[/.-]")
_COUNTRY = "US"  # "us" in capitals, unless all the line is
_ITEM_WORDS = 6  # words of one entry in a list of tags
_ITEMS = 30
_TITLE_WORDS = 3
# Words in lower case between names in credits and sign-offs.
_BETWEEN_NAMES = words_of("between_names")


def follows(rest: str, shape: Shape) -> bool:
    """Whether `rest`, in its own case, has the shape that a rule requires."""
    if shape == "headline":
        return _is_headline(rest)
    if shape == "names":
        return _is_names(rest)
    if shape == "items":
        return _is_items(rest)
    return not rest


def keeps_to(line: str, rest: str, allowed: Words) -> bool:
    """Whether `rest` keeps to the words of a closed list and the line has a required word; both in their own case."""
    country = "" if line.isupper() else _COUNTRY
    names = unknown = 0
    all_words = _WORD.findall(rest)
    for word in all_words:
        if word != country and _is_in(word.lower(), allowed.words):
            continue
        if word[0].isupper() or word[0] in "@#" or "." in word[1:-1] or "@" in word:
            names += 1
        else:
            unknown += 1
    if names > allowed.names or unknown > allowed.unknown * len(all_words):
        return False
    return not allowed.about or any(
        word != country and _is_in(word.lower(), allowed.about) for word in _WORD.findall(line)
    )


def _is_in(word: str, words: frozenset[str]) -> bool:
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

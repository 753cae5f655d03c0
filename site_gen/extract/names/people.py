"""People by the words around their names: a title before, a given name first, an office or verb of speech after."""

import re
from collections.abc import Container

from site_gen.extract.names.tokens import SENTENCE_ENDS
from site_gen.extract.names.vocabulary import (
    ABBREVIATED_TITLES,
    COMMON_BODIES,
    EQUIPMENT_BEHIND,
    LAST_TITLES,
    NAMED_THINGS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    ROLES,
    SPEECH,
    STARTERS,
    SURNAME_TITLES,
    THINGS,
    THINGS_BEHIND,
)

_LONGEST = 8
_MOST_PARTS = 5
_BEFORE_PLACES = frozenset(
    ("in", "In", "near", "from", "of", "to", "into", "across", "inside", "outside", ",", "around", "throughout", "at")
)
_QUOTES = frozenset("\"“”'")
# Endings of words that are not names: "Presidential Innovation Fellows", "Great Recession".
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ship|ial|ional|ical|ics|ism|ity)s?\Z")


_PAPERS = frozenset(("Shimbun", "Zeitung", "Gazeta", "Gazetesi"))
"""The last words of foreign newspapers' names, which look like surnames."""


def person_end(words: list[str], start: int, first_names: Container[str], known: Container[str]) -> int:
    """The end of a person's name that begins at `start`, or `start` where none does.

    `known` are words that name other things by themselves; alone after a title they are not surnames.
    """
    given = words[start] in first_names
    if not (_may_be_name(words[start]) or (given and _is_given_here(words, start))):
        return start
    end, parts = _name_end(words, start)
    if parts == 0 or parts > _MOST_PARTS or words[end - 1] in ORGANISATION_WORDS or words[end - 1] in _PAPERS:
        return start
    title = title_before(words, start)
    if parts == 1:
        return end if title in SURNAME_TITLES and words[start] not in known and len(words[start]) > 2 else start
    if words[start] in known and not (given and (title or _is_apart(words, start, known))):
        return start
    if title:
        return end
    if end < len(words) and _names_thing(words[end]):
        return start
    if start and (words[start - 1] in NAMED_THINGS or words[start - 1] == "&"):
        return start
    if given:
        return start if words[start] in known and words[end - 1] in COMMON_BODIES else end
    if len(words[start]) > 1 and any(word in first_names for word in words[start + 1 : end - 1]):
        return start
    if any(map(_ABSTRACT.search, words[start:end])) or words[start] in COMMON_BODIES:
        return start
    return end if _is_presented(words, end) else start


def thing_end(words: list[str], start: int) -> int:
    """The end of a thing's name that looks like a person's: "Abu Musa" of "Abu Musa island"; else `start`."""
    end, parts = _name_end(words, start)
    return end if parts > 1 and end < len(words) and words[end] in THINGS_BEHIND else start


def is_thing_named_after(words: list[str], end: int) -> bool:
    """True where the name that ends here is part of a thing's: "Ronald Reagan Test Site", "Soleimani warship"."""
    return end < len(words) and (words[end] in THINGS or words[end] in EQUIPMENT_BEHIND)


def _names_thing(word: str) -> bool:
    """True for a word after a person's name that makes it the name of a body, a place or a work."""
    return word in THINGS or word in ORGANISATION_WORDS or word in THINGS_BEHIND or word == "&"


def _is_given_here(words: list[str], start: int) -> bool:
    """Whether a given name that is also a common word ("Bill") is a name: a name follows, and no sentence begins."""
    follows = words[start + 1] if start + 1 < len(words) else "."
    if not _may_be_name(follows):
        return False
    return words[start] not in STARTERS or (start > 0 and words[start - 1] not in SENTENCE_ENDS)


def _is_apart(words: list[str], start: int, known: Container[str]) -> bool:
    """Whether a given name that is also a country ("Jordan Smith") begins a name: not where a place would be."""
    return words[start + 1] not in known and not (start and words[start - 1] in _BEFORE_PLACES)


def title_before(words: list[str], start: int) -> str:
    """The title or role right before `start`: "Gen." of "Gen. Votel", "spokesman"; empty where there is none."""
    before = start - 1
    if before >= 1 and words[before] == "." and words[before - 1] in ABBREVIATED_TITLES:
        before -= 1
    if before >= 0 and (words[before] in LAST_TITLES or words[before] in ROLES):
        return words[before]
    return ""


def _may_be_name(word: str) -> bool:
    if not word[0].isupper() or word in NOT_NAMES or (not word.isalpha() and any(map(str.isdigit, word))):
        return False
    return not word.isupper() or len(word) == 1 or "." in word


def _name_end(words: list[str], start: int) -> tuple[int, int]:
    """Where the name ends, and how many words it has, without initials and particles."""
    at, end, parts, last = start, start, 0, min(len(words), start + _LONGEST)
    while at < last:
        word = words[at]
        if len(word) == 1 and word.isupper() and at + 1 < last and words[at + 1] == ".":
            at += 2
            continue
        if at > start and (word in PARTICLES or (word in _QUOTES and at + 2 < last and words[at + 2] in _QUOTES)):
            at += 3 if word in _QUOTES else 1
            continue
        if "." in word and word[0].isupper() and at > start:
            at += 1
            continue
        if not (word[0].isupper() or _is_joined_particle(word)):
            break
        if at > start and not _may_be_name(word.partition("-")[2] or word):
            break
        if parts and word in ORGANISATION_WORDS:
            break
        at += 1
        end, parts = at, parts + 1
    return end, parts


def _is_joined_particle(word: str) -> bool:
    """A surname with its article: "al-Abadi", "el-Sisi"."""
    return word[:3] in ("al-", "el-", "as-", "ash", "an-", "ad-", "ar-", "ul-") and "-" in word


def _is_presented(words: list[str], end: int) -> bool:
    """True where the next words only follow a person: "said", ", 42,", ", commander of", ", the Special Advisor"."""
    after = words[end : end + 6]
    if not after:
        return False
    if after[0] in SPEECH:
        return True
    if after[0] != "," or len(after) < 3:
        return False
    if after[1].isdigit() and len(after[1]) == 2 and after[2] in (",", "."):
        return True
    return any(word in LAST_TITLES or word in ROLES for word in after[1:5])

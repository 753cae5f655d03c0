"""Equipment by its spelling: designations ("F-35A Lightning II", "T-72B3"), ships ("USS Mason"), classes."""

import re
from collections.abc import Container

from site_gen.extract.names.vocabulary import (
    DESIGNATION_PREFIXES,
    GENERIC_BEFORE_SYSTEMS,
    MARKS,
    NO_NICKNAMES,
    NOT_NAMES,
    NUMBERED_THINGS,
    ORGANISATION_WORDS,
    SHIP_PREFIXES,
    STARTERS,
)

# A letter or a prefix, a hyphen, a number, a variant: F-35A, F/A-18E, MiG-29K, AGM-158B, S-400, T-72B3; American M1A2
# and M777; Russian 2S19 and 9K35. H-1B is a visa.
_PREFIX = "|".join(sorted(DESIGNATION_PREFIXES))
_DESIGNATION = re.compile(
    rf"(?!H-[12][AB]\Z)(?:(?:{_PREFIX})-\d{{1,4}}[A-Za-z]{{0,4}}\d{{0,2}}(?:-\d{{1,2}})?|AN/[A-Z]{{3}}-\d{{1,3}}|"
    r"M\d{1,4}A\d|M\d{2,4}|[29][A-Z]\d{1,3}(?:-\d)?)\Z"
)
# A name with a number: Hwasong-18, Orlan-10; but not Covid-19.
_NUMBERED_NAME = re.compile(rf"(?!{'|'.join(sorted(NUMBERED_THINGS))})[A-Z][a-z]{{3,9}}-\d{{1,3}}[A-Z]{{0,2}}\Z")
_FAMILY = re.compile(r"[A-Z][A-Za-z/]{0,5}-\d{1,4}|M\d{1,4}")
_CLASS = re.compile(r"[A-Z][\w']+-class\Z")
_MARK = re.compile(r"\d{1,3}[A-Z]?\Z|[IVX]{1,4}\Z")
_NO_MODELS = STARTERS | NO_NICKNAMES
# In words, before the mark or number of a model.
_LONGEST_MODEL = 3
_NUMBERED = frozenset(("Mk", "Mark", "Type", "Project"))


def equipment_end(words: list[str], start: int) -> int:
    """The end of a name of equipment that begins at `start`, or `start` where none does."""
    word = words[start]
    if word in SHIP_PREFIXES:
        return _ship_end(words, start)
    if word in _NUMBERED and start + 1 < len(words) and _MARK.match(words[start + 1]):
        return start + 2
    if not word.isalpha() and (_DESIGNATION.match(word) or _NUMBERED_NAME.match(word)):
        return _nickname_end(words, start + 1)
    return start


def _ship_end(words: list[str], start: int) -> int:
    end = start + 1
    while end < len(words) and end < start + 5 and (words[end][0].isupper() or words[end] == "."):
        end += 1
    while words[end - 1] == ".":
        end -= 1
    if end == start + 2 and end + 1 < len(words) and words[end] == "of" and words[end + 1][0].isupper():
        end += 2
    return end if end > start + 1 else start


def class_end(words: list[str], start: int) -> int:
    """The end of a ship class, or `start`: "Ticonderoga-class", "Henry J. Kaiser-class", "Lewis and Clark-class"."""
    for at in range(start, min(start + 5, len(words))):
        word = words[at]
        if word.endswith("-class") and _CLASS.match(word):
            return at + 1
        if not (word[0].isupper() or word == "." or (word == "and" and at > start)) or word in NOT_NAMES:
            break
    return start


def _nickname_end(words: list[str], end: int) -> int:
    """The end after a nickname, such as "Lightning II" after "F-35A"."""
    if end < len(words) and _is_nickname(words[end]):
        end += 1
        if end < len(words) and words[end] in ("II", "III", "IV"):
            end += 1
    return end


def _is_nickname(word: str) -> bool:
    return (
        word.isalpha()
        and word.istitle()
        and word not in NOT_NAMES
        and word not in ORGANISATION_WORDS
        and word not in NO_NICKNAMES
        and word not in GENERIC_BEFORE_SYSTEMS
    )


def model_begin(words: list[str], at: int, known: Container[str]) -> int:
    """Where the model begins whose mark or number is at `at`: "GSLV Mk III", "Turbo Trainer-40".

    It is -1 for a known model, which has been read already.
    """
    for begin in range(at, max(at - _LONGEST_MODEL, 0), -1):
        before = words[begin - 1]
        is_word = before[0].isupper() and before.isalnum() and len(before) > 2
        if not is_word or before in _NO_MODELS:
            return begin
        if before in known:
            return -1 if words[begin] in MARKS else begin
    return max(at - _LONGEST_MODEL, 0)


def family(designation: str) -> str:
    """The designation without its variant, "F-35" of "F-35A Lightning II"; empty if it has no such form."""
    match = _FAMILY.match(designation)
    return match[0] if match else ""

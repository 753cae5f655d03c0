"""Organisations by the words of their names: "507th Maintenance Group", "Ministry of Defence", "Acme Systems Inc"."""

import re
from collections.abc import Container

from site_gen.extract.names.tokens import SENTENCE_ENDS
from site_gen.extract.names.vocabulary import (
    COMMON_BODIES,
    CONNECTORS,
    DAYS,
    FUNCTION_WORDS,
    GENERIC_BEFORE_SYSTEMS,
    GOVERNMENT_WORDS,
    HEADS_BEFORE_FOR,
    JOINT_HEADS,
    LAST_TITLES,
    MONTHS,
    NEWSPAPERS,
    NUMBERED_UNITS,
    NUMBERS,
    ORGANISATION_HEADS,
    ORGANISATION_WORDS,
    QUALIFIED,
    SHIP_PREFIXES,
    STARTERS,
    SYSTEMS,
)

_LONGEST = 10
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th|d)\Z")
_UNIT_ACRONYM = re.compile(r"[A-Z]{2,5}\Z")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&/-]{0,8}[A-Z]s?\Z")
_NO_PART = MONTHS | DAYS | FUNCTION_WORDS
# Titles that are also the first or a middle word of a body's name.
_IN_NAMES_TOO = frozenset(("General", "Chief", "Special"))


def organisation_end(words: list[str], start: int, known: Container[str]) -> int:
    """The end of an organisation's name of two or more words that begins at `start`, or `start` where none does.

    `known` are words that are names by themselves, which no "and" joins to another name.
    """
    first = words[start]
    if first in _NO_PART or first in SHIP_PREFIXES or (first in LAST_TITLES and first not in _IN_NAMES_TOO):
        return start
    if first[0].isdigit() and not _ORDINAL.match(first):
        return start
    if first[0].isdigit() and start + 1 < len(words) and _UNIT_ACRONYM.match(words[start + 1]):
        return start + 2
    if first.endswith("ing") and (start == 0 or words[start - 1] in SENTENCE_ENDS) and first not in known:
        return start
    end = _last_body_word(words, start, known)
    if end == start or ("." in first and first[-1] != "."):
        return start
    if end + 1 < len(words) and words[end] in ("on", "for") and words[end - 1] in HEADS_BEFORE_FOR:
        end = max(end, _of_phrase_end(words, end - 1, known))
    if end - start < 2 or _goes_on(words, end, known) or any(map(_qualifies, words[start:end])):
        return start
    return end


def _qualifies(word: str) -> bool:
    """True for "Coalition-led" and "Pune-based", which describe a body and are not part of its name."""
    return "-" in word and word.rsplit("-", 1)[1] in QUALIFIED


def _goes_on(words: list[str], end: int, known: Container[str]) -> bool:
    """True where the name goes on as that of another thing: "Foreign Military Sales", "Tiyas Military Airfield"."""
    if end >= len(words) or not words[end][0].isupper():
        return end < len(words) and words[end] in ("base", "bases")
    word = words[end]
    return not (word in LAST_TITLES or word in STARTERS or word in known or word in _NO_PART)


def _last_body_word(words: list[str], start: int, known: Container[str]) -> int:
    """The end of the last word of a body, among capitalised words and connectors that can belong to one name."""
    end, at, last, joints = start, start, min(len(words), start + _LONGEST), 0
    while at < last:
        word = words[at]
        if word[0].isupper() or at == start:
            if at > start and (word in _NO_PART or (word in LAST_TITLES and word not in _IN_NAMES_TOO)):
                break
            at += 1
            if word in ORGANISATION_HEADS and at + 1 < last and words[at] == "of":
                of_end = _of_phrase_end(words, at - 1, known)
                if of_end > at:
                    return of_end
            if word in ORGANISATION_WORDS and not (word in SYSTEMS and words[at - 2] in GENERIC_BEFORE_SYSTEMS):
                end = at + 1 if word in NUMBERED_UNITS and at < len(words) and _is_number(words[at]) else at
                at = end
        elif (
            word in CONNECTORS
            and not joints
            and (start == 0 or words[start - 1] != "both")
            and words[at - 1] not in ORGANISATION_WORDS
            and _joins(words, at, known)
        ):
            joints, at = 1, at + 1
        else:
            break
    return end


def _joins(words: list[str], at: int, known: Container[str]) -> bool:
    """True where the connector at `at` is between two parts of one name, neither of them a name by itself."""
    if words[at] == "the" or (words[at] in ("for", "on") and words[at - 1] not in HEADS_BEFORE_FOR):
        return False
    return (
        at + 1 < len(words) and words[at + 1][0].isupper() and words[at - 1] not in known and words[at + 1] not in known
    )


def _is_number(word: str) -> bool:
    return word in NUMBERS or (word.isdigit() and len(word) < 4)


def _of_phrase_end(words: list[str], head: int, known: Container[str]) -> int:
    """The end of the name after "of": "Ministry of Foreign Affairs", "Department of Health and Human Services"."""
    at, last = head + 2, min(len(words), head + _LONGEST)
    if at < last and words[at] == "the":
        at += 1
    begin = at
    while at < last:
        if (words[at][0].isupper() and words[at] not in LAST_TITLES and words[at] not in _NO_PART) or (
            words[at] == "and" and words[head] in JOINT_HEADS and at > begin and _joins(words, at, known)
        ):
            at += 1
        else:
            break
    return at if at > begin else head


def acronym_after(words: list[str], end: int) -> str:
    """The acronym in brackets after a name: "Defense Logistics Agency (DLA)"; empty where there is none."""
    if end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")" and _ACRONYM.match(words[end + 1]):
        return words[end + 1]
    return ""


def number_after(words: list[str], at: int) -> str:
    """The number of a unit after its acronym, "Carrier Strike Group (CSG) 5"; empty where there is none."""
    return words[at] if at < len(words) and words[at].isdigit() and len(words[at]) < 4 and words[at - 1] == ")" else ""


def as_american(name: str) -> str:
    """The name of a body, with "US" for "U.S." and "United States": "US Navy"."""
    for prefix in ("U.S. ", "United States "):
        if name.startswith(prefix):
            return "US " + name.removeprefix(prefix)
    return name


def is_in_passing(name: str, words: list[str], at: int, end: int) -> bool:
    """True for newspapers and agencies, governments, and names of common words only: "Carrier Strike Group"."""
    return (
        words[end - 1] in NEWSPAPERS
        or words[end - 2 : end] == ["News", "Agency"]
        or not GOVERNMENT_WORDS.isdisjoint((words[at], words[end - 1]))
        or COMMON_BODIES.issuperset(name.split(" "))
    )

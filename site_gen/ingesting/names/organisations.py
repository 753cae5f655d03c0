"""Organisations by the words they are made of: "507th Maintenance Group", "Ministry of Defence", "Acme Systems Inc"."""

import re

from site_gen.ingesting.names.titles import CALLS
from site_gen.ingesting.names.vocabulary import (
    CONNECTORS,
    DAYS,
    MONTHS,
    NUMBERED_UNITS,
    NUMBERS,
    ORGANISATION_HEADS,
    ORGANISATION_WORDS,
    STARTERS,
)

_LONGEST = 10
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th|d)\Z")
_UNIT_ACRONYM = re.compile(r"[A-Z]{2,5}\Z")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&/-]{0,8}[A-Z]s?\Z")
# Titles that are also the first or a middle word of a body's name.
_IN_NAMES_TOO = frozenset(("General", "Chief", "Special", "Chair", "Speaker", "Marshal", "Count", "Specialist", "Officer"))
# A capitalised word after the last organisation word that makes the whole a place or a thing.
_NOT_AN_ORGANISATION = frozenset(
    "Airfield Base Airport Station Building Island Islands Street Road Road Bridge Dam Camp City Exhibition Day Week Act"
    " Bill Law Treaty Agreement Resolution Summit Conference Meeting Strategy Plan Cross Medal Award Zone".split()
)


def organisation_end(words: list[str], start: int) -> int:
    """The end of an organisation's name of two words or more that begins at `start`, or `start` where none does."""
    first = words[start]
    if first in STARTERS or first in DAYS or first in MONTHS or (first in CALLS and first not in _IN_NAMES_TOO):
        return start
    if first[0].isdigit() and not _ORDINAL.match(first):
        return start
    if first[0].isdigit() and start + 1 < len(words) and _UNIT_ACRONYM.match(words[start + 1]):
        return start + 2
    end = _last_body_word(words, start)
    if end - start < 2 or (end < len(words) and words[end] in _NOT_AN_ORGANISATION):
        return start
    return end


def _last_body_word(words: list[str], start: int) -> int:
    """Walks over capitalised words and small joints as long as they can belong to one name."""
    end, at, last = start, start, min(len(words), start + _LONGEST)
    while at < last:
        word = words[at]
        if word[0].isupper() or at == start:
            if at > start and (word in MONTHS or word in DAYS or (word in CALLS and word not in _IN_NAMES_TOO)):
                break
            at += 1
            if word in ORGANISATION_HEADS and at + 1 < last and words[at] == "of":
                of_end = _of_phrase_end(words, at - 1)
                if of_end > at:
                    return of_end
            if word in ORGANISATION_WORDS:
                end = at + 1 if word in NUMBERED_UNITS and at < len(words) and _is_number(words[at]) else at
                at = end
        elif word in CONNECTORS and words[at - 1] not in ORGANISATION_WORDS and at + 1 < last:
            at += 1
        else:
            break
    return end


def _is_number(word: str) -> bool:
    return word in NUMBERS or (word.isdigit() and len(word) < 4)


def _of_phrase_end(words: list[str], head: int) -> int:
    """"Ministry of Foreign Affairs", "University of the Armed Forces": the capitals after "of"."""
    at, last = head + 2, min(len(words), head + _LONGEST)
    if at < last and words[at] == "the":
        at += 1
    begin = at
    while at < last and words[at][0].isupper() and words[at] not in CALLS:
        at += 1
    return at if at > begin else head


def acronym_after(words: list[str], end: int) -> str:
    """The acronym in brackets that follows a name: "Defense Logistics Agency (DLA)"; empty where there is none."""
    if end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")" and _ACRONYM.match(words[end + 1]):
        return words[end + 1]
    return ""

"""Equipment by how it is written: designations ("F-35A Lightning II", "T-72B3"), ships ("USS Mason"), classes."""

import re

from site_gen.ingesting.names.titles import TITLES
from site_gen.ingesting.names.vocabulary import MONTHS, NOT_NAMES, ORGANISATION_WORDS

_DESIGNATION = re.compile(
    r"(?:[A-Z]{1,4}(?:/[A-Z])?-\d{1,4}[A-Za-z]{0,4}\d{0,2}(?:-\d{1,2})?|[A-Z][a-z]{1,4}-\d{1,3}[A-Z]{0,3}\d?|"
    r"[A-Z]{2,4}-[A-Z]{2,4}\d?|M\d{1,4}A\d|M\d{2,4}|[29][A-Z]\d{1,3}(?:-\d)?)\Z"
)
_FAMILY = re.compile(r"[A-Z][A-Za-z/]{0,5}-\d{1,4}|M\d{1,4}")
_CLASS = re.compile(r"[A-Z][\w']+-class\Z")
_NOT_DESIGNATION = re.compile(r"(?:COVID|G|UN|NGC|SARS|EU|ISO|H|CO|FY|Q|A\d|Covid|Article|Sept?|Oct|Nov|Dec|Jan|Feb|Mar|May|Apr|Jun|Jul|Aug|Mid|Pre|Post|Over|Under|Top|Big)-?\d")
_SHIP_PREFIXES = frozenset("USS USNS USCGC HMS HMAS HMCS HMNZS INS JS ROKS FS ITS BNS BRP KRI TCG RFS HNLMS HDMS HSwMS".split())
_NUMBERED = frozenset(("Mk", "Mark", "Type", "Project"))


def equipment_end(words: list[str], start: int) -> int:
    """The end of a piece of equipment's name that begins at `start`, or `start` where none does."""
    word = words[start]
    if word in _SHIP_PREFIXES:
        return _ship_end(words, start)
    if _CLASS.match(word):
        return start + 1
    if word in _NUMBERED and start + 1 < len(words) and words[start + 1].isdigit() and len(words[start + 1]) < 4:
        return start + 2
    if any(map(str.isdigit, word)) and _DESIGNATION.match(word) and not _NOT_DESIGNATION.match(word):
        return _nickname_end(words, start + 1)
    return start


def _ship_end(words: list[str], start: int) -> int:
    end = start + 1
    while end < len(words) and end < start + 5 and (words[end][0].isupper() or words[end] == "."):
        end += 1
    while words[end - 1] == ".":
        end -= 1
    return end if end > start + 1 else start


def _nickname_end(words: list[str], end: int) -> int:
    """Takes in "Lightning II" after "F-35A", but no name of another thing."""
    if end < len(words) and _is_nickname(words[end]):
        end += 1
        if end < len(words) and words[end] in ("II", "III", "IV"):
            end += 1
    return end


def _is_nickname(word: str) -> bool:
    return word.isalpha() and word.istitle() and word not in NOT_NAMES and word not in TITLES | ORGANISATION_WORDS | MONTHS


def family(designation: str) -> str:
    """"F-35" of "F-35A Lightning II", "T-72" of "T-72B3": the designation without its variant; empty where none shows."""
    match = _FAMILY.match(designation)
    return match[0] if match else ""

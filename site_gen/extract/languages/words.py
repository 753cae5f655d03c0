"""Patterns of the phrases of a language's file."""

import re
from collections.abc import Iterable
from functools import cache

_NONE = re.compile(r"(?!)")
_APOSTROPHE = "['’ʼ`]"
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that have no blanks between words, so that a word has no edge there."""


def of_phrase(phrase: str) -> str:
    """The pattern of a phrase: `*` alone is any words, within a word any letters; any blanks and apostrophes."""
    pattern = before = ""
    for word in phrase.split():
        if word == "*":
            pattern += f"{_after(before)}.*"
        else:
            gap = r"\s+" if before not in ("", "*") else ""
            pattern += (_before(word) if before == "*" else gap) + "".join(map(_of_character, word))
        before = word
    return pattern


def _of_character(character: str) -> str:
    if character == "*":
        return r"[\w’'ʼ-]*"
    if character == ":":
        return r"\s*[:：]\s*"
    return _APOSTROPHE if character in "'’ʼ" else re.escape(character)


def _before(word: str) -> str:
    """The expression of where a word begins."""
    return "" if _DENSE.match(word) else r"(?<!\w)"


def _after(word: str) -> str:
    """The expression of where a word ends."""
    return "" if not word or word[-1] == ":" or _DENSE.match(word[-1]) else r"(?!\w)"


def any_of(phrases: Iterable[str]) -> str:
    """The pattern of any of some phrases, the longest first; nothing fits where there are none."""
    return "|".join(map(of_phrase, sorted(phrases, key=lambda one: (-len(one), one)))) or "(?!)"


def _as_words(phrases: Iterable[str]) -> str:
    """As `any_of`, each as words of their own."""
    ordered = sorted(phrases, key=lambda one: (-len(one), one))
    return "|".join(f"{_before(phrase)}(?:{of_phrase(phrase)}){_after(phrase)}" for phrase in ordered) or "(?!)"


@cache
def whole_line(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Lines that one of the phrases fits from end to end, whatever stops and signs are around it."""
    return re.compile(rf"[\W_]*(?:{any_of(phrases)})[\W_]*\Z", re.IGNORECASE) if phrases else _NONE


@cache
def anywhere(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Where one of the phrases is, as words of their own; `match` for texts that begin with one."""
    return re.compile(_as_words(phrases), re.IGNORECASE) if phrases else _NONE


@cache
def labelled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Lines that begin with one of the phrases as a label: a colon, a bar or a dash after it."""
    found = rf"\W*(?:{any_of(phrases)})\s*(?:[:：|｜丨／=＝]|/(?={_DENSE.pattern})|\s[-–—]\s)\s*"
    return re.compile(found, re.IGNORECASE) if phrases else _NONE

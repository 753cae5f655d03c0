"""Sets a headline in capitals in sentence case: each word as the story below writes it."""

import re
from collections import Counter

from site_gen.extract.forms.capitals import sentence_case
from site_gen.extract.forms.word_list import words_in

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_AFTER_STOP = re.compile(r"(?:\A|[.!?:;…]\s+|[\"“‘'(—–]\s*)\Z")
_LITTLE = words_in(
    """
    a an the and or but of to in on at by for from with as is are was were be been it its his her their not no
    after over under into out up off will may can new says say who what how why if this that we you they he she all
    """
)
_BEGINS = re.compile(r"(?:\A[^\w]*|[.?!]\s[\"“‘']?)[a-z](?![A-Z])")


def is_capitals(text: str) -> bool:
    """Whether a line is in capitals, but for a few words of many."""
    words = [word for word in _WORD.findall(text) if any(character.isalpha() for character in word)]
    lower_case = sum(not word.isupper() for word in words)
    return len(words) >= 3 and lower_case <= len(words) // 6


def in_sentence_case(text: str, story: str) -> str:
    """A line in capitals in sentence case: each word as the story has it, else as known names have it, else small.

    `story` has one paragraph a line; those in capitals themselves are skipped.
    """
    spellings, cased = _spellings(story), sentence_case(text)
    if len(cased) != len(text):
        return cased
    words = list(_WORD.finditer(cased))
    for at, word in enumerate(words):
        spelt = _spelt(word.group(), spellings)
        if not text[word.start() : word.end()].isupper() or not spelt:
            continue
        if spelt.islower() and (_in_name(words, at) or (word.group().isupper() and len(spelt) > 1)):
            continue  # "United" before "States"; "US"
        cased = cased[: word.start()] + spelt + cased[word.end() :]
    return _BEGINS.sub(lambda found: found.group().upper(), cased)


def _spelt(word: str, spellings: dict[str, str]) -> str:
    """A word as the story writes it; empty for one that it does not have."""
    folded = word.casefold()
    if folded in _LITTLE and len(word) > 2:
        return folded
    stem = re.sub(r"['’]s\Z", "", folded)
    spelt = spellings.get(stem, "") if any(character.isalpha() for character in word) else ""
    return spelt + folded[len(stem) :] if len(spelt) == len(stem) else ""


def _in_name(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word is part of a known name of several words: "United" before "States"."""
    neighbours = [words[place].group() for place in (at - 1, at + 1) if 0 <= place < len(words)]
    return words[at].group()[0].isupper() and any(
        word[0].isupper() and word.casefold() not in _LITTLE for word in neighbours
    )


def _spellings(story: str) -> dict[str, str]:
    """How the story writes each word within sentences; a word that it has in lower case is no name."""
    counts: dict[str, Counter[str]] = {}
    for line in story[:20000].split("\n"):
        if is_capitals(line):
            continue
        for found in _WORD.finditer(line):
            word = re.sub(r"['’]s\Z", "", found.group())
            if found.start() == 0 or _AFTER_STOP.search(line[max(0, found.start() - 3) : found.start()]):
                if not word[1:].islower() and len(word) > 1:
                    counts.setdefault(word.casefold(), Counter())[word] += 1
                continue
            counts.setdefault(word.casefold(), Counter())[word] += 2
    return {folded: _usual(spellings) for folded, spellings in counts.items()}


def _usual(spellings: Counter[str]) -> str:
    lower_case = next((word for word in spellings if word.islower()), "")
    most = max(spellings, key=lambda word: (spellings[word], word))
    return lower_case if lower_case and spellings[lower_case] * _TITLE_RATIO >= spellings[most] else most


_TITLE_RATIO = 4
"""A word is no name if it is capitalised at most so many times as often as not: "Minister Roe", "the minister"."""

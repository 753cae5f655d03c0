"""A headline set in capitals, in sentence case: each word as the story below writes it."""

import re
from collections import Counter

from site_gen.ingesting.forms.places import is_place, usual_case
from site_gen.ingesting.forms.word_list import words_in
from site_gen.ingesting.names.gazetteer import load_gazetteer

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_AFTER_STOP = re.compile(r"(?:\A|[.!?:;…]\s+|[\"“‘'(—–]\s*|\n)\Z")
_LITTLE = words_in(
    """
    a an the and or but of to in on at by for from with as is are was were be been it its his her their not no
    after over under into out up off will may can new says say who what how why if this that we you they he she all
    """
)


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals: no small letter but in a few words of many."""
    words = [word for word in _WORD.findall(text) if any(sign.isalpha() for sign in word)]
    small = sum(not word.isupper() for word in words)
    return len(words) >= 3 and small <= len(words) // 6


def in_sentence_case(text: str, story: str) -> str:
    """A line in capitals as a sentence: names get the case that the story or the gazetteer has, the rest is small.

    `story` has a paragraph a line; those set in capitals themselves say nothing.
    """
    seen = _spellings(story)
    known = _known_names(text, seen)

    def cased(found: re.Match[str]) -> str:
        word = found.group()
        if not word.isupper():
            return word
        return known.get(found.start()) or _spelt(word, seen)

    return _BEGINS.sub(lambda found: found.group().upper(), _WORD.sub(cased, text))


_BEGINS = re.compile(r"(?:\A[^\w]*|[.?!]\s[\"“‘']?)[a-z](?![A-Z])")


def _spelt(word: str, seen: dict[str, str]) -> str:
    """A word as the story writes it; of a compound that it has not, each part by itself."""
    folded = word.casefold()
    if folded in _LITTLE:
        return folded
    stem = re.sub(r"['’]S\Z", "", word)
    spelt = seen.get(stem.casefold()) or _FORMS.get(stem.casefold())
    if spelt is not None:
        return spelt + word[len(stem) :].lower()
    if any(sign.isdigit() for sign in word):
        return word
    return "-".join(_spelt(part, seen) for part in word.split("-")) if "-" in word else folded


_FORMS = {
    form.casefold(): form
    for form in words_in(
        """
        US UK UN EU NATO UAE USA U.S U.N U.K USS HMS INS USNS HIMARS ATACMS UAV UAVs IAEA ISIS ISIL PM MoD DoD
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday
        """
    )
}


def _spellings(story: str) -> dict[str, str]:
    """How the story writes each word where no sentence begins; a word that it has with a small letter is no name."""
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
    small = next((word for word in spellings if word.islower()), "")
    most = max(spellings, key=lambda word: (spellings[word], word))
    return small if small and spellings[small] * _OFTEN >= spellings[most] else most


_OFTEN = 4
"""A title is written "Minister Roe" so many times as often as "the minister"."""


def _known_names(text: str, seen: dict[str, str]) -> dict[int, str]:
    """Where the words of names that the gazetteer has stand in a line, and their usual case.

    Of a name of one word the story knows better, if it has it.
    """
    words = list(_WORD.finditer(text))
    forms, firsts = load_gazetteer().forms, load_gazetteer().first_names
    known: dict[int, str] = {}
    at = 0
    while at < len(words):
        first = words[at].group()
        spelt = first.capitalize() if first.capitalize() in forms else first
        longest = 0
        if first.casefold() not in _LITTLE | _FORMS.keys():
            for form in forms.get(spelt, ()):
                here = [word.group().casefold() for word in words[at + 1 : at + 1 + len(form.rest)]]
                if form.entry.kind in ("country", "place", "person", "organisation") and here == [
                    word.casefold() for word in form.rest
                ]:
                    if form.use == "doubtful" or (not form.rest and first.casefold() in seen):
                        continue
                    longest = 1 + len(form.rest)
                    for word, usual in zip(words[at : at + longest], (spelt, *form.rest), strict=True):
                        known[word.start()] = usual
                    break
        unknown = not longest and first.casefold() not in seen.keys() | _LITTLE
        if unknown and (is_place(first) or (first.capitalize() in firsts and len(first) > 3)):
            known[words[at].start()] = usual_case(first)
        at += longest or 1
    return known

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
    after over under into out up off will may can new says say
    """
)


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals: no small letter but in a few words of many."""
    words = [word for word in _WORD.findall(text) if any(sign.isalpha() for sign in word)]
    small = sum(not word.isupper() for word in words)
    return len(words) >= 3 and small <= len(words) // 6


def in_sentence_case(text: str, story: str) -> str:
    """A line in capitals as a sentence: names get the case that the story or the gazetteer has, the rest is small."""
    seen = _spellings(story)
    known = _known_names(text)

    def cased(found: re.Match[str]) -> str:
        word = found.group()
        if not word.isupper():
            return word
        if found.start() in known:
            return known[found.start()]
        folded = word.casefold()
        spelt = seen.get(folded) or seen.get(folded.removesuffix("'s").removesuffix("’s"))
        if spelt is not None:
            return spelt + word[len(spelt) :].lower() if len(spelt) < len(word) else spelt
        if any(sign.isdigit() for sign in word) or folded in _FORMS:
            return _FORMS.get(folded, word)
        return folded

    result = _WORD.sub(cased, text)
    start = re.search(r"[^\W_]", result)
    if start and result[start.start() :][:1].islower() and not re.match(r"[a-z][A-Z]", result[start.start() :]):
        result = result[: start.start()] + result[start.start()].upper() + result[start.start() + 1 :]
    return result


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
    """How the story writes each word where no sentence begins: the most frequent spelling, small letters first."""
    counts: dict[str, Counter[str]] = {}
    for found in _WORD.finditer(story[:20000]):
        word = found.group()
        if found.start() == 0 or _AFTER_STOP.search(story[max(0, found.start() - 3) : found.start()]):
            if not word[1:].islower() and len(word) > 1:
                counts.setdefault(word.casefold(), Counter())[word] += 1
            continue
        counts.setdefault(word.casefold(), Counter())[word] += 2
    return {
        folded: max(spellings, key=lambda word: (spellings[word], word.islower(), word))
        for folded, spellings in counts.items()
    }


def _known_names(text: str) -> dict[int, str]:
    """Where the words of names that the gazetteer has stand in a line, and their usual case."""
    words = list(_WORD.finditer(text))
    forms, firsts = load_gazetteer().forms, load_gazetteer().first_names
    known: dict[int, str] = {}
    at = 0
    while at < len(words):
        first = words[at].group()
        spelt = first if first in forms else first.capitalize()
        longest = 0
        if first.casefold() not in _LITTLE:
            for form in forms.get(spelt, ()):
                here = [word.group().casefold() for word in words[at + 1 : at + 1 + len(form.rest)]]
                if form.entry.kind in ("country", "place", "person", "organisation") and here == [
                    word.casefold() for word in form.rest
                ]:
                    if form.use == "doubtful":
                        continue
                    longest = 1 + len(form.rest)
                    for word, usual in zip(words[at : at + longest], (spelt, *form.rest), strict=True):
                        known[word.start()] = usual
                    break
        if not longest and is_place(first):
            known[words[at].start()], longest = usual_case(first), 1
        if not longest and first.capitalize() in firsts and first.casefold() not in _LITTLE and len(first) > 3:
            known[words[at].start()] = first.capitalize()
        at += longest or 1
    return known

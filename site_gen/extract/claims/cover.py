"""Which words of the source stand for each word of a claim."""

from collections.abc import Iterable

from msgspec import Struct

from site_gen.extract.claims.lexicon import lexicon
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.stem import lemma, stem
from site_gen.extract.claims.terms import Passage, Term, acronyms
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import FILLERS

_CONTENT = ("NN", "VB", "JJ", "RB", "CD", "FW", "PD", "MD", "XX")
_FREE = words("free")


class Match(Struct, frozen=True):
    """A word of the source: number of its sentence, place there; `exact` by its stem or name, not by a family."""

    sentence: int
    at: int
    exact: bool


class Cover(Struct, frozen=True):
    """The matches of each term of a claim's sentence by place; `missing` are content words that have none."""

    claim: Passage
    matches: dict[int, tuple[Match, ...]]
    missing: tuple[Term, ...]

    def places(self, at: int, sentence: int) -> frozenset[int]:
        """Places in a sentence of the source that stand for a word."""
        return frozenset(one.at for one in self.matches.get(at, ()) if one.sentence == sentence)

    def sentences(self) -> dict[int, int]:
        """How many content words each sentence of the source covers."""
        found: dict[int, int] = {}
        for several in self.matches.values():
            for number in {one.sentence for one in several}:
                found[number] = found.get(number, 0) + 1
        return found


def is_content(one: Passage, term: Term) -> bool:
    """Whether a word says something by itself."""
    tag = one.tree.words[term.at].tag
    if term.low in _FREE or not any(letter.isalnum() for letter in term.low):
        return False
    if term.name:
        return term.low not in ("the", "a", "an", "of", "and", "in", "at", "on", "for", "to", "after")
    return tag[:2] in _CONTENT and term.low not in lexicon().light


def cover(claim: Passage, source: Source) -> Cover:
    """The cover of one sentence of a claim."""
    matches: dict[int, tuple[Match, ...]] = {}
    missing: list[Term] = []
    longs = {letters: name for name, letters in acronyms(claim.text)}
    claimed = {word: letters for letters, name in longs.items() for word in name.lower().split()}
    for term in claim.terms:
        found = tuple(_matches(term, source, claimed.get(term.low, "")))
        if found:
            matches[term.at] = found
        elif is_content(claim, term) and term.low not in FILLERS:
            missing.append(term)
    return Cover(claim, matches, tuple(missing))


def _matches(term: Term, source: Source, initials: str) -> Iterable[Match]:
    word = f"w:{term.stem}"
    longs = (
        source.initials.get(term.text.replace(".", "").rstrip("s"), frozenset()) if term.text.isupper() else frozenset()
    )
    parts = {stem(part) for name in longs for part in name.lower().split() if len(part) > 3}
    for one in source.sentences:
        for other in one.terms:
            same = other.keys & term.keys
            if term.name and other.text.lower() == term.low:
                yield Match(one.number, other.at, True)
            elif same:
                named = any(key[0] in "nea" for key in same)
                if term.name and not named and not _may_be_reworded(term, other):
                    continue
                yield Match(one.number, other.at, word in same or named)
            elif (parts and other.stem in parts and other.name) or (
                initials and other.text.replace(".", "") == initials
            ):
                yield Match(one.number, other.at, True)


def _may_be_reworded(term: Term, other: Term) -> bool:
    """Whether a capitalised word is a common one: "Republicans Plan to", "Air Force" of "Air Forces"."""
    return f"w:{term.stem}" in other.keys or (term.text[1:].islower() and lemma(term.low) != term.low) or term.phrase

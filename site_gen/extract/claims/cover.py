"""Which words of the source stand for each word of a claim."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from site_gen.extract.claims.lexicon import lexicon
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.stem import lemma, stem
from site_gen.extract.claims.terms import Passage, Term, acronyms
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import FILLERS

_NONE: frozenset[str] = frozenset()
_CONTENT = ("NN", "VB", "JJ", "RB", "CD", "FW", "PD", "MD", "XX")
_FREE = words("free")
_TOO_COMMON = frozenset(("be",))


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
        """Places in a sentence of the source that stand for a word; the same word rather than a related one."""
        found = [one for one in self.matches.get(at, ()) if one.sentence == sentence]
        exact = [one for one in found if one.exact]
        return frozenset(one.at for one in exact or found)

    def exact(self, sentence: int) -> frozenset[int]:
        """Places in a sentence of the source that have a word of the claim itself, not one that stands for it."""
        return frozenset(
            one.at for several in self.matches.values() for one in several if one.exact and one.sentence == sentence
        )

    def sentences(self) -> dict[int, int]:
        """How many words of the claim each sentence of the source has."""
        return self._count(self.matches)

    def evidence(self) -> dict[int, int]:
        """How many content words of the claim each sentence of the source has."""
        return self._count(at for at in self.matches if is_content(self.claim, self.claim.terms[at]))

    def _count(self, places: Iterable[int]) -> dict[int, int]:
        return Counter(number for at in places for number in {one.sentence for one in self.matches[at]})


def is_content(one: Passage, term: Term) -> bool:
    """Whether a word says something by itself."""
    tag = one.tree.words[term.at].tag
    if term.low in _FREE or not any(letter.isalnum() for letter in term.low):
        return False
    if term.name:
        return term.low not in ("the", "a", "an", "of", "and", "in", "at", "on", "for", "to", "after")
    return tag[:2] in _CONTENT and not lexicon().light & {term.low, lemma(term.low)}


def cover(claim: Passage, source: Source) -> Cover:
    """The cover of one sentence of a claim."""
    matches: dict[int, tuple[Match, ...]] = {}
    missing: list[Term] = []
    claimed: dict[str, set[str]] = {}
    for name, letters in acronyms(claim.text):
        for word in name.lower().split():
            claimed.setdefault(word, set()).add(letters)
    for term in claim.terms:
        found = tuple(_matches(claim, term, source, claimed.get(term.low, set())))
        if found:
            matches[term.at] = found
        elif is_content(claim, term) and term.low not in FILLERS:
            missing.append(term)
    return Cover(claim, matches, tuple(missing))


def _matches(claim: Passage, term: Term, source: Source, initials: set[str]) -> Iterable[Match]:
    longs = source.initials.get(term.text.replace(".", "").rstrip("s"), frozenset()) if term.text.isupper() else ()
    parts = {stem(part) for name in longs for part in name.lower().split() if len(part) > 3}
    digits = _squashed(term.text) if any(one.isdigit() for one in term.text) and len(term.text) > 3 else ""
    family = _is_last_name(claim, term)
    for one in source.sentences:
        for other in one.terms:
            exact = None if family and not other.name and other.low == term.low else _match(term, other)
            if exact is None:
                named = other.name and (other.stem in parts or other.text.replace(".", "") in initials)
                squashed = digits and _squashed(other.text)
                if named or (squashed and (squashed == digits or _runs(one, other.at, digits))):
                    exact = True
            if exact is not None:
                yield Match(one.number, other.at, exact)


def _match(term: Term, other: Term) -> bool | None:
    """Whether two words are the same: True by themselves, False by a family; None where they are not."""
    if term.name and (other.text.lower() == term.low or (other.name and _is_of(term.low, other.low))):
        return True
    same = other.keys & term.keys
    if not same:
        return False if f"d:{term.stem}" in other.keys and term.stem not in _TOO_COMMON else None
    known = lexicon()
    contrary = known.weaker.get(term.stem, _NONE) | known.opposites.get(term.stem, _NONE)
    if term.stem != other.stem and other.stem in contrary:
        return None
    word, named = f"w:{term.stem}" in same, any(key[0] in "nea" for key in same)
    if term.name and not named and not _may_be_reworded(term, other):
        return None
    return word or named


def _is_of(low: str, place: str) -> bool:
    """Whether a word is one for what is of a place: "Alaskan", "Texan"."""
    root = place.rstrip("as")
    return len(root) > 2 and low.startswith(root) and low[len(root) :] in ("an", "ian", "n", "ans", "ians")


def _is_last_name(claim: Passage, term: Term) -> bool:
    """Whether a word is written as the last part of a person's name: "John Young"."""
    words = claim.tree.words
    before = words[term.at - 1] if term.at else None
    return bool(before and before.tag == words[term.at].tag == "NNP" and before.head == term.at and term.text.istitle())


def _runs(one: Passage, at: int, digits: str) -> bool:
    """Whether a name with digits is written in two words here: "Su-30 MKI"."""
    first = _squashed(one.terms[at].text)
    return digits.startswith(first) and digits == "".join(_squashed(term.text) for term in one.terms[at : at + 2])


def _squashed(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalnum())


def _may_be_reworded(term: Term, other: Term) -> bool:
    """Whether a capitalised word is a common one: "Republicans Plan to", "Air Force" of "Air Forces"."""
    if "-" in term.low and other.name and other.low in term.low.split("-"):
        return True
    return f"w:{term.stem}" in other.keys or (term.text[1:].islower() and lemma(term.low) != term.low) or term.phrase

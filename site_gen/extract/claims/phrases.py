"""The names and numbers of a noun phrase must belong to the same noun in the source: "Turkish research ship"."""

from collections.abc import Iterator

from msgspec import Struct

from site_gen.extract.claims.cover import Cover
from site_gen.extract.claims.quantities import quantities
from site_gen.extract.claims.refusal import Refusal
from site_gen.extract.claims.source import Source
from site_gen.extract.claims.stem import lemma
from site_gen.extract.claims.terms import Passage, known_names
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import DAYS, MONTHS
from site_gen.extract.syntax import Tree

_BEFORE = ("compound", "amod", "poss", "nmod", "nummod", "quantmod", "advmod", "det")
_EXACT, _RELATED = 1.5, 0.7
_SPAN = 6
_TITLES = words("titles")


class Phrase(Struct, frozen=True):
    """A noun in its sentence with what describes it."""

    one: Passage
    head: int
    parts: frozenset[int]


def phrase_refusals(covered: Cover, source: Source) -> Iterator[Refusal]:
    """Reasons for names and numbers that the source has with another noun, where this noun has others there."""
    claim = covered.claim
    for word in claim.tree.words:
        if word.tag[:2] != "NN" or word.label in ("compound", "nmod") or claim.terms[word.index].low in DAYS | MONTHS:
            continue
        mine = Phrase(claim, word.index, described(claim.tree, word.index))
        marks = [at for at in sorted(mine.parts) if _class(claim, at) and covered.matches.get(at)]
        if marks:
            yield from _compared(covered, source, mine, marks)


def described(tree: Tree, head: int) -> frozenset[int]:
    """The places of the words that describe a noun: those before it and "of ..." behind it."""
    found: set[int] = set()
    for child in tree.children(head):
        if tree.words[child].label in _BEFORE:
            found |= {child} | described(tree, child)
        elif tree.words[child].label == "prep" and tree.lowered[child] == "of":
            for below in tree.children(child):
                if tree.words[below].label == "pobj":
                    found |= {below} | described(tree, below)
    return frozenset(found)


def _class(one: Passage, at: int) -> str:
    """Which words may not stand for one another: nations, other names, numbers."""
    term, tag = one.terms[at], one.tree.words[at].tag
    if term.is_nation:
        return "nation"
    if "-" in term.low or (any(one.isdigit() for one in term.low) and any(one.isalpha() for one in term.low)):
        return ""  # a type: "FA-50"
    if tag == "CD" and quantities(term.low):
        return "number"
    if tag in ("NNP", "NNPS", "JJ") and term.name and any(letter.isupper() for letter in term.text):
        return "name"
    return ""


def _compared(covered: Cover, source: Source, mine: Phrase, marks: list[int]) -> Iterator[Refusal]:
    claim = covered.claim
    proper = claim.tree.words[mine.head].tag[:3] == "NNP"
    best, most = None, 0.0
    for match in covered.matches.get(mine.head, ()):
        one = source.sentences[match.sentence]
        if one.tree.words[match.at].tag[:2] != "NN":
            continue
        theirs = Phrase(one, match.at, described(one.tree, match.at) | _near(one.tree, match.at))
        same = sum(bool(covered.places(at, one.number) & theirs.parts) for at in mine.parts)
        fit = same + (_EXACT if match.exact else _RELATED)
        if fit > most or (fit == most and not _lacking(covered, theirs, marks)):
            best, most = theirs, fit
    if best is None or (best.one.tree.words[best.head].tag[:3] == "NNP") != proper:
        return
    around = described(best.one.tree, best.head)
    for at in _lacking(covered, best, marks):
        rivals = [place for place in around if _is_rival(covered, mine, at, best, place)]
        if rivals:
            noun = best.one.terms[best.head].text
            said = best.one.shown({*rivals, best.head}, most=None)
            yield Refusal("joined", f"the source says “{said}”, not “{claim.terms[at].text} {noun}”")


def _is_rival(covered: Cover, mine: Phrase, at: int, best: Phrase, place: int) -> bool:
    """Whether a word of the source's phrase is one in the place of a word of the claim's."""
    claim, one = covered.claim, best.one
    if _class(one, place) != _class(claim, at) or lemma(one.terms[place].low) in claim.tree.lowered:
        return False
    if any(place in covered.places(other, one.number) for other in mine.parts):
        return False
    if claim.tree.words[mine.head].tag[:3] != "NNP":
        return True
    given = known_names().first_names
    if at == mine.head - 1 and place == best.head - 1:
        return claim.terms[at].text in given
    if claim.terms[at].text in given or one.terms[place].text in given:
        return False
    titles = [part for part in mine.parts if claim.terms[part].low in _TITLES]
    return any(covered.places(title, one.number) & best.parts for title in titles)


def _lacking(covered: Cover, best: Phrase, marks: list[int]) -> list[int]:
    return [at for at in marks if not covered.places(at, best.one.number) & best.parts]


def _near(tree: Tree, head: int) -> frozenset[int]:
    """The words beside a noun with no comma and no verb between; those in apposition, and what it is said to be."""
    found: set[int] = set()
    for step in (-1, 1):
        at = head + step
        while 0 <= at < len(tree.words) and abs(at - head) <= _SPAN and tree.words[at].tag[:2] not in ("VB", ",", "MD"):
            found.add(at)
            at += step
    return frozenset(found) | _beside(tree, head)


def _beside(tree: Tree, head: int) -> frozenset[int]:
    """Names in apposition, and what the noun is said to be."""
    found: set[int] = set()
    for child in tree.children(head):
        if tree.words[child].label in ("appos", "prep"):
            found |= set(tree.subtree(child)[:6])
    if tree.words[head].label in ("appos", "attr"):
        found |= set(tree.subtree(tree.words[head].head)[:12])
    return frozenset(found)

"""Who is said to say it, in a claim and in the source."""

from collections.abc import Iterator

from msgspec import Struct

from site_gen.extract.claims.context import SPEECH_STEMS, is_speech
from site_gen.extract.claims.roles import PRONOUNS, spread
from site_gen.extract.claims.stem import stem
from site_gen.extract.claims.terms import Passage, Term
from site_gen.extract.claims.word_lists import words
from site_gen.extract.syntax import Tree

_PLAIN_SPEECH = words("plain speech")
_TOLD = words("told")
_OPENING = 8
_LABELS = words("labels")
_LONGEST_MARKED = 4
_SAYS = frozenset(("say", "says", "said"))
_NO_NOUN = frozenset(("RB", "CC", "IN", "DT", "MD"))
_REPORTS = frozenset(("report", "reports", "reported", "claim", "claims", "claimed", "told"))
_CONTESTED = frozenset(map(stem, words("contested")))


class Speaker(Struct, frozen=True):
    """Places of the words of who says it, and of the verb (or "according")."""

    nouns: frozenset[int]
    speech: int


def speakers(one: Passage) -> tuple[Speaker, ...]:
    """All speakers of a sentence with the verbs of saying, in order."""
    found: dict[int, Speaker] = {}
    for speaker in (*_by_order(one), *_by_tree(one.tree)):
        known = found.get(speaker.speech)
        if known is None or not known.nouns:
            found[speaker.speech] = speaker
    return tuple(found[at] for at in sorted(found))


def _by_tree(tree: Tree) -> Iterator[Speaker]:
    for word in tree.words:
        at = word.index
        if tree.lowered[at] == "according":
            noun = next((below for below in tree.subtree(at) if tree.words[below].label == "pobj"), -1)
            if noun >= 0:
                yield Speaker(spread(tree, (noun,)), at)
        elif word.tag[:2] == "VB" and is_speech(tree, at):
            for child in tree.children(at):
                if tree.words[child].label == "nsubj":
                    yield Speaker(spread(tree, (child,)), at)


def _by_order(one: Passage) -> Iterator[Speaker]:
    """What the parser misses: ", two officials said" and "says X" at the end, "X says" at the start."""
    terms = one.terms
    for at, term in enumerate(terms):
        if stem(term.low) not in SPEECH_STEMS or term.low not in _PLAIN_SPEECH:
            continue
        verb = one.tree.words[at].tag[:2] == "VB"
        if at and terms[at - 1].low == "to":
            continue
        if at < len(terms) - (2 if verb else 1) and not (verb and term.low in _SAYS | _REPORTS):
            continue
        before = _run(terms, at - 1, -1)
        after = _run(terms, at + 1, 1)
        begins = at - len(before) - 1
        if term.low in _TOLD and at < len(terms) - 2 and not (before and one.tree.words[at].tag in ("VBZ", "VBP")):
            continue
        if before and (begins < 0 or terms[begins].low in (",", "—", "-", "”", '"', ";", ":", "and", "but")):
            yield Speaker(frozenset(before), at)
        elif (not at or terms[at - 1].low in (",", "”", '"', "—")) and after and after[-1] >= len(terms) - 2:
            yield Speaker(frozenset(after), at)


def _run(terms: tuple[Term, ...], at: int, step: int) -> list[int]:
    """Places of the words from a place up to a comma, at most nine."""
    found: list[int] = []
    while 0 <= at < len(terms) and len(found) < 9 and terms[at].low not in (",", "—", "”", '"', "“", ";", ":", "."):
        found.append(at)
        at += step
    return found if len(found) < 9 else []


def is_pronoun(one: Passage, speaker: Speaker) -> bool:
    """Whether a speaker is only a pronoun."""
    return all(one.terms[at].low in PRONOUNS or one.tree.words[at].tag in _NO_NOUN for at in speaker.nouns)


def claimed_speakers(one: Passage) -> tuple[Speaker, ...]:
    """The speakers that a claim names for what it says: those with a verb of saying and a clause."""
    found = tuple(speaker for speaker in speakers(one) if _tells(one, speaker))
    return found or _behind_mark(one)


def _behind_mark(one: Passage) -> tuple[Speaker, ...]:
    """A speaker that a colon or a dash sets off: "...: officials", "Haley: ..."."""
    for term in one.terms[1:-1]:
        rest = len(one.terms) - term.at - 1
        if term.low in (":", "-", "–", "—") and min(rest, term.at) <= _LONGEST_MARKED:
            places = range(term.at + 1, len(one.terms)) if rest <= _LONGEST_MARKED else range(term.at)
            if one.terms[places[0]].low in _LABELS:
                continue
            return (Speaker(frozenset(places), term.at),)
    return ()


def _tells(one: Passage, speaker: Speaker) -> bool:
    at = speaker.speech
    low = one.terms[at].low
    if low in _SAYS or low == "according":
        return True
    if low not in _PLAIN_SPEECH and one.terms[at].stem not in _CONTESTED:
        return False
    if one.terms[at + 1 : at + 2] and one.terms[at + 1].low in ("by", "to", "not"):
        return False
    return has_clause(one.tree, at) or at >= len(one.terms) - 2


def has_clause(tree: Tree, verb: int) -> bool:
    """Whether a clause depends on a verb: "fear that ..."."""
    return any(tree.words[child].label == "ccomp" for child in tree.children(verb))


def _end_of_words(one: Passage, verb: int) -> int:
    """Where what an opening speaker says ends: at the comma before another verb of saying, or with the sentence."""
    others = [term.at for term in one.terms[verb + 1 :] if term.low in _SAYS]
    if not others:
        return len(one.terms)
    return max((term.at for term in one.terms[verb + 1 : others[0]] if term.low == ","), default=others[0])


def reported(one: Passage, speaker: Speaker) -> frozenset[int]:
    """The places of what a speaker says: the clause below the verb, or all that an aside belongs to."""
    tree = one.tree
    verb = speaker.speech
    clauses = [child for child in tree.children(verb) if tree.words[child].label in ("ccomp", "xcomp")]
    if clauses:
        below = frozenset(at for clause in clauses for at in tree.subtree(clause))
        return below | (frozenset(range(verb + 1, _end_of_words(one, verb))) if verb <= _OPENING else frozenset())
    own = {verb, *speaker.nouns}
    head = tree.words[verb].head
    if one.terms[verb].low == "according" and head >= 0:
        return frozenset(tree.subtree(head)) - own
    objects = any(tree.words[child].label == "dobj" for child in tree.children(verb))
    at_end = one.terms[verb].low in _SAYS and verb >= len(tree.words) - 4
    if head >= 0 and not at_end and (objects or tree.words[verb].label not in ("ccomp", "parataxis")):
        return frozenset(tree.subtree(verb)) - own
    return frozenset(range(len(tree.words))) - own

"""Seams: where kept words meet because the words between them were removed, and whether a reader may misread them.

A wrong parse, or a branch removed from the middle, shows there: "steadfast [in support of] institutions".
"""

from itertools import pairwise

from site_gen.extract.syntax import Tree

_CLASH, _ADRIFT = 0.8, 0.9
_NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "JJ", "DT", "PRP$", "PRP"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_INNER = frozenset(("compound", "amod", "poss", "nummod", "nmod", "det", "case", "quantmod", "advmod", "punct"))
_LINKS = frozenset(("prep", "mark", "advmod", "agent"))


def seam_cost(tree: Tree, whole: frozenset[int], keep: frozenset[int]) -> float:
    """The cost of the seams of a headline, in units of importance; `whole` are the words before any were removed."""
    kept = sorted(keep)
    cost = 0.0
    for left, right in pairwise(kept):
        removed = [at for at in range(left + 1, right) if at in whole and tree.words[at].text.isalnum()]
        if removed:
            cost += _CLASH * (_clashes(tree, removed, left, right) or _is_without_subject(tree, removed, right))
            cost += _ADRIFT * (_is_adrift(tree, removed, left, right) or _is_torn_off(tree, removed, right))
    return cost


def _clashes(tree: Tree, removed: list[int], left: int, right: int) -> bool:
    """Two nouns that now read as one: "Vell army [and its agency, the] Holm Service"."""
    if tree.words[left].tag not in _NOUNS | {"JJ"} or tree.words[right].tag not in _NOMINAL:
        return False
    noun = _noun_of(tree, right)
    before = _noun_of(tree, left)
    if set(removed) <= set(tree.subtree(noun)):
        return False  # only a description of the noun was removed
    if tree.words[noun].label == "conj" and tree.words[noun].head == before:
        return True
    joined = before == noun or tree.words[before].head == noun or tree.words[noun].head == before
    timed = tree.words[noun].label in ("npadvmod", "nsubj", "nsubjpass", "dative")  # another clause or a time
    owned = tree.words[left].label in ("dative", "nsubj", "nsubjpass")
    return not (joined or timed or owned)


def _is_without_subject(tree: Tree, removed: list[int], right: int) -> bool:
    """A verb whose subject was removed: "has supplied 60 engines [and 99 more] will be supplied"."""
    word = tree.words[right]
    verb = word.head if word.label in ("aux", "auxpass") else right
    if word.tag not in ("MD", "VBZ", "VBD", "VBP"):
        return False
    return any(tree.words[at].label in ("nsubj", "nsubjpass") and tree.words[at].head == verb for at in removed)


def _noun_of(tree: Tree, at: int) -> int:
    """The noun that a word is part of or describes."""
    while tree.words[at].label in _INNER and tree.words[at].head >= 0:
        at = tree.words[at].head
    return at


def _is_adrift(tree: Tree, removed: list[int], left: int, right: int) -> bool:
    """A phrase or clause after a removed one with a verb, to which it may belong."""
    if any(tree.words[at].text in (",", ";") for at in (left, right - 1)):
        return False
    link = tree.words[right]
    top = link if link.label in _LINKS and link.tag in ("IN", "TO", "WRB") else None
    if top is None:
        return False
    head = top.head if top.label != "mark" else tree.words[top.head].head
    verbal = any(tree.words[at].tag[:2] == "VB" and tree.words[at].label in _CLAUSES for at in removed)
    return verbal and 0 <= head <= left


def _is_torn_off(tree: Tree, removed: list[int], right: int) -> bool:
    """A relative clause right after the removed noun that it belongs to: "penalties [for ships] which spill oil"."""
    return (
        tree.words[right].tag in ("WDT", "WP")
        and right - 1 == removed[-1]
        and tree.words[removed[-1]].tag in _NOUNS
        and tree.words[tree.words[right].head].label == "relcl"
    )


def has_lost_noun(tree: Tree, whole: frozenset[int], keep: frozenset[int]) -> bool:
    """Whether "they" or "them" is kept and every plural before it, which it could refer to, was removed."""
    for at in sorted(keep):
        if tree.lowered[at] not in ("they", "them"):
            continue
        before = [place for place in whole if place < at and tree.words[place].tag in ("NNS", "NNPS", "CD")]
        joined = any(tree.words[place].label == "conj" for place in keep if place < at)
        if before and keep.isdisjoint(before) and not joined:
            return True
    return False


def has_lost_verb(tree: Tree, whole: frozenset[int], keep: frozenset[int]) -> bool:
    """Whether a finite verb was removed and the noun right before it kept: "after a search of the caves [failed]"."""
    return any(
        at - 1 in keep
        and at not in keep
        and at in whole
        and tree.words[at].tag in ("VBD", "VBZ", "MD")
        and tree.words[at].label != "conj"
        and tree.words[at - 1].tag in _NOUNS
        for at in whole
    )


_CLAUSES = frozenset(("advcl", "relcl", "acl", "xcomp", "ccomp", "conj", "pcomp"))

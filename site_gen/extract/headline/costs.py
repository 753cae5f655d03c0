"""What removing a branch costs in addition to its words: more where the rest would be false, less for mere details."""

from site_gen.extract.headline.asides import is_second_clause, is_tail
from site_gen.extract.headline.branches import is_passive, is_past_year, is_verbal
from site_gen.extract.headline.details import is_new, is_purpose, is_what_to_do
from site_gen.extract.headline.form import object_of
from site_gen.extract.syntax import Tree

_CAUSES = frozenset(("following", "after", "when", "due", "amid", "against"))
"""What begins the reason of the news."""
_CAUSE, _SUM, _SECOND, _YEAR, _TO_DO = 0.4, 0.3, 0.4, 0.6, 1.4
_OF_DEED, _WHOSE, _BEFORE, _TAIL, _TORN, _BOUGHT, _ITS = 0.35, 0.4, 0.5, 0.3, 0.5, 0.9, 1.3
_BARE, _DONE_FOR, _ADDED = 0.8, 0.6, 0.3
_WHEN, _MANNER, _HOW = 1.5, 0.6, 0.8
_DEEDS = ("tion", "sion", "ment", "ing", "al", "ery", "ance", "ence")
"""Endings of nouns of action, whose object follows with "of"."""


def extra_cost(tree: Tree, clause: int, branch: frozenset[int]) -> float:
    """What removing a branch costs in addition to its words, in units of importance; negative where it is a gain."""
    first = min(branch)
    tops = [at for at in branch if tree.words[at].head not in branch]
    before = first == min(tree.subtree(clause)) and tree.lowered[first] not in _CAUSES
    return (
        _CAUSE * (tree.lowered[first] in _CAUSES)
        + _SUM * any(tree.words[at].text in "$£€" for at in branch)
        + sum(_of_top(tree, clause, at) for at in tops)
        - _BEFORE * (before and tree.words[first].label in ("prep", "advcl", "mark", "aux"))
    )


def office_of(tree: Tree, clause: int) -> frozenset[int]:
    """The words of an office that its owner can replace: "the Navy['s Sonar Programs Office] bought"."""
    subject = next((at for at in tree.children(clause) if tree.words[at].label == "nsubj" and at < clause), -1)
    if subject < 0 or tree.lowered[subject] not in _OFFICES:
        return frozenset()
    owner = next((at for at in tree.children(subject) if tree.words[at].label == "poss"), -1)
    if owner < 0 or tree.words[owner].tag not in ("NNP", "NNPS") or len(tree.subtree(owner)) > _LONG_OWNER:
        return frozenset()
    mark = next((at for at in tree.children(owner) if tree.words[at].label == "case"), owner)
    return frozenset(at for at in tree.subtree(subject) if at >= mark and at != owner)


_OFFICES = frozenset(
    ("office", "directorate", "district", "facility", "center", "centre", "division", "branch", "unit")
)
_LONG_OWNER = 6


def _of_top(tree: Tree, clause: int, at: int) -> float:
    return (
        _SECOND * is_second_clause(tree, at)
        + _YEAR * is_past_year(tree, at)
        + _TO_DO * is_what_to_do(tree, at)
        + _OF_DEED * _is_object_of_deed(tree, at)
        + _WHOSE * _says_whose(tree, clause, at)
        + _TORN * _is_within_tail(tree, at)
        + _BOUGHT * _is_bought(tree, at)
        + _BARE * _leaves_bare(tree, clause, at)
        + _DONE_FOR * _is_done_for(tree, clause, at)
        + _ITS * _owns_later(tree, clause, at)
        - _ADDED * _is_added(tree, at)
        + _HOW * _is_how_it_happened(tree, clause, at)
        + _WHEN * _is_when(tree, clause, at)
        + _MANNER * _is_manner(tree, at)
        - _TAIL * (is_tail(tree, at) and tree.words[at].tag == "VBG" and not _is_manner(tree, at))
    )


def _is_when(tree: Tree, clause: int, at: int) -> bool:
    """A time after a modal verb that is a condition: "can return when the town is safe"."""
    words = tree.words
    first = tree.lowered[tree.left_edge(at)]
    modal = any(tree.lowered[child] in _MODALS for child in tree.children(clause))
    present = words[at].tag in ("VBZ", "VBP") or any(
        tree.lowered[child] in ("is", "are", "has", "have") for child in tree.children(at)
    )
    return words[at].label == "advcl" and present and first in ("when", "once") and modal


_MODALS = frozenset(("can", "could", "may", "might", "should", "would", "will", "must"))


def _is_how_it_happened(tree: Tree, clause: int, at: int) -> bool:
    """What was done to people: "40 workers were trapped after a roof collapsed"."""
    suffered = is_passive(tree, clause) or tree.lowered[clause] in ("died", "dead")
    first = tree.lowered[tree.left_edge(at)]
    return suffered and tree.words[at].label == "advcl" and first in ("after", "when", "as")


def _is_manner(tree: Tree, at: int) -> bool:
    """A manner or reason right after its verb: "was given out handling the ball"."""
    edge = tree.left_edge(at)
    plain = tree.words[at].label == "advcl" and tree.words[at].tag == "VBG" and edge == at
    return plain and tree.words[edge - 1].text != "," and tree.words[edge - 1].tag in ("RP", "VBN", "RB")


def _is_added(tree: Tree, at: int) -> bool:
    """A clause on something new that is described already: "from a Danish firm that has been fined"."""
    noun = tree.words[at].head
    if tree.words[at].label != "relcl" or noun < 0 or tree.words[noun].tag not in ("NN", "NNP"):
        return False
    return is_new(tree, noun)


def _is_object_of_deed(tree: Tree, at: int) -> bool:
    """The object of a noun of action: "production of shells", "the bombing of Vell"."""
    head = tree.words[at].head
    is_of = tree.words[at].label == "prep" and tree.lowered[at] in ("of", "on", "between") and head >= 0
    return is_of and tree.words[head].tag[:2] == "NN" and tree.lowered[head].removesuffix("s").endswith(_DEEDS)


def _says_whose(tree: Tree, clause: int, at: int) -> bool:
    """A phrase with a name on a noun that says little without it: "relations between Norway and Vell"."""
    head = tree.words[at].head
    if tree.words[at].label != "prep" or head < 0 or is_verbal(tree, head) or tree.words[head].tag not in ("NN", "NNS"):
        return False
    noun = object_of(tree, at)
    named = noun is not None and tree.words[noun].tag in ("NNP", "NNPS")
    bare = not any(tree.words[child].label in ("compound", "poss") for child in tree.children(head))
    return named and bare and tree.words[head].head == clause


def _is_bought(tree: Tree, at: int) -> bool:
    """What a contract is for, without which its award is not news."""
    if not (is_purpose(tree, at) or (tree.words[at].label == "prep" and tree.lowered[at] == "for")):
        return False
    above = tree.words[at].head
    return above >= 0 and (
        tree.lowered[above] in _ORDERS or any(tree.lowered[child] in _ORDERS for child in tree.children(above))
    )


_ORDERS = frozenset(
    ("contract", "contracts", "order", "orders", "deal", "modification", "award", "agreement", "increment")
)


def _leaves_bare(tree: Tree, clause: int, at: int) -> bool:
    """The topic of a noun that nothing before it describes: "issued a memorandum changing the rules"."""
    noun = tree.words[at].head
    if noun < 0 or at < noun or tree.words[noun].tag not in ("NN", "NNS"):
        return False
    about = tree.words[at].label in ("acl", "relcl") or tree.lowered[at] in ("of", "for", "on", "over", "about")
    named = any(
        tree.words[child].label in ("compound", "poss", "nmod", "nummod", "acl", "relcl", "prep")
        for child in tree.children(noun)
        if child != at and tree.words[child].tag != "PRP$"
    )
    above = tree.words[noun].head
    main = above == clause or (above >= 0 and tree.words[above].head == clause)
    return about and main and not named


def _is_done_for(tree: Tree, clause: int, at: int) -> bool:
    """The purpose of a verb without an object: "makers were approached to build a line"."""
    objects = any(tree.words[child].label in ("dobj", "attr", "acomp") for child in tree.children(clause))
    return is_purpose(tree, at) and tree.words[at].head == clause and not objects


def _owns_later(tree: Tree, clause: int, at: int) -> bool:
    """A phrase on the subject that "its" may refer to: "a Democrat on a committee accuses its leaders"."""
    subject = tree.words[at].head
    return (
        tree.words[at].label == "prep"
        and 0 <= subject < at < clause
        and tree.words[subject].label in ("nsubj", "nsubjpass")
        and "its" in tree.lowered[clause:]
    )


def _is_within_tail(tree: Tree, at: int) -> bool:
    """A part of a tail that would leave the rest meaningless: tails are kept or removed as a whole."""
    above = tree.words[at].head
    while above >= 0:
        word = tree.words[above]
        if word.label == "advcl" and word.tag == "VBG" and is_tail(tree, above):
            return True
        if word.label == "appos":
            return True
        if word.label == "prep" and tree.lowered[above] == "with" and above and tree.words[above - 1].text == ",":
            return True
        above = tree.words[above].head
    return False

"""Whether a sentence reports, explains, judges or sets a scene, and whether its tree can be right."""

from site_gen.extract.headline.form import is_before_to, subject_of
from site_gen.extract.headline.lexicon import STANCES
from site_gen.extract.headline.statement import base_of
from site_gen.extract.syntax import Tree


def is_general(tree: Tree, clause: int) -> bool:
    """A statement in the present without a name or figure, which reports no event: "Talks are going in circles"."""
    verb = tree.words[clause]
    auxiliaries = {tree.lowered[at] for at in tree.children(clause) if tree.words[at].label in ("aux", "auxpass")}
    present = verb.tag in ("VBZ", "VBP") or (
        auxiliaries and auxiliaries <= {"do", "does", "is", "are", "can", "may", "ca"}
    )
    if "can" in auxiliaries and verb.tag != "VBN" and verb.label != "ccomp":
        return True
    names = [at for at in tree.subtree(clause) if tree.words[at].tag in ("NNP", "NNPS", "CD") and at > 0]
    return bool(present) and not names


def is_verdict(tree: Tree, clause: int) -> bool:
    """A writer's judgement: "The raid has been a global spectacle"."""
    nouns = [at for at in tree.children(clause) if tree.words[at].label == "attr"]
    return base_of(tree, clause) == "be" and any(
        tree.lowered[tree.left_edge(at)] in ("a", "an") and tree.words[at].tag == "NN" for at in nouns
    )


def is_misread(tree: Tree, clause: int) -> bool:
    """Whether the tree cannot be right.

    It cannot where a verb describes a noun, a second verb is not linked to the first, or the subject contains a whole
    clause without "who" or "that".
    """
    inside = tree.subtree(clause)
    if any(tree.words[at].tag in _FINITE and tree.words[at].label in ("amod", "compound", "nmod") for at in inside):
        return True
    if any(_is_unlinked(tree, at) for at in tree.children(clause)):
        return True
    subject = subject_of(tree, clause)
    if subject is None or subject > clause:
        return False
    finite = [at for at in tree.subtree(subject) if tree.words[at].tag in _FINITE]
    return any(
        tree.words[at].label in ("aux", "auxpass", "ccomp", "pcomp") and _clause_of(tree, at) not in _RELATIVE_LABELS
        for at in finite
    )


def _is_unlinked(tree: Tree, at: int) -> bool:
    """A second finite verb that neither a conjunction nor a comma joins."""
    word = tree.words[at]
    if word.label != "conj" or word.tag not in _FINITE or at < word.head:
        return False
    edge = tree.left_edge(at)
    linked = any(tree.words[child].label == "cc" and child < at for child in tree.children(word.head))
    return not linked and tree.words[edge - 1].text not in (",", ";", ":", "-", "–", "—", "--")


_FINITE = ("VBZ", "VBP", "MD", "VBD")
_RELATIVE_LABELS = ("relcl", "csubj", "advcl")


def _clause_of(tree: Tree, verb: int) -> str:
    """The label of the clause of an auxiliary or verb; a clause within a relative clause is part of that."""
    at = tree.words[verb].head if tree.words[verb].label in ("aux", "auxpass") else verb
    while at >= 0 and tree.words[at].label in ("conj", "ccomp", "xcomp") and tree.words[at].head >= 0:
        above = tree.words[at].head
        if tree.words[above].tag[:2] not in ("VB", "MD"):
            break
        at = above
    return tree.words[at].label


def is_timeless(tree: Tree, clause: int) -> bool:
    """A plain present: an explanation, whose headline is a sentence with articles, not the news of a day."""
    subject = subject_of(tree, clause)
    if subject is not None and tree.words[subject].tag in ("NNP", "NNPS") and tree.lowered[clause] in ("is", "are"):
        return False
    is_present = tree.words[clause].tag in ("VBZ", "VBP") and tree.lowered[clause] not in ("has", "have")
    if base_of(tree, clause) in STANCES or (tree.lowered[clause] in ("is", "are") and is_before_to(tree, clause)):
        return False
    return is_present and not any(tree.words[at].label in ("aux", "auxpass") for at in tree.children(clause))

"""Who does what to whom: the agents and patients of a verb or of the noun of a deed."""

from collections.abc import Iterable

from msgspec import Struct

from site_gen.extract.claims.context import voice_of
from site_gen.extract.claims.stem import lemma
from site_gen.extract.claims.word_lists import words
from site_gen.extract.syntax import Tree

_OBJECT_CONTROL = words("object control")
_PHRASE = ("compound", "amod", "poss", "nmod", "appos", "conj", "nummod", "flat", "quantmod")
_OF = frozenset(("of", "from", "between", "among", "including"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))
PRONOUNS = frozenset(
    (
        "he",
        "she",
        "it",
        "they",
        "who",
        "which",
        "that",
        "we",
        "i",
        "him",
        "her",
        "them",
        "this",
        "these",
        "those",
        "one",
    )
)


class Roles(Struct, frozen=True):
    """Places of the nouns of each role: who does it, to whom or what, and what else belongs to the deed."""

    agents: frozenset[int] = frozenset()
    patients: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()


def roles_of(tree: Tree, at: int, headline: bool = False) -> Roles:
    """The roles of the verb or noun at a place."""
    if tree.words[at].tag[:2] == "VB":
        return _of_verb(tree, at, headline, 0)
    return _of_noun(tree, at)


def _of_verb(tree: Tree, verb: int, headline: bool, depth: int) -> Roles:
    passive = voice_of(tree, verb, headline) == "passive"
    agents: set[int] = set()
    patients: set[int] = set()
    others: set[int] = set()
    subject = False
    for child in tree.children(verb):
        label = tree.words[child].label
        if label in ("nsubj", "nsubjpass", "csubj"):
            subject = True
            (patients if passive else agents).add(child)
        elif label == "agent":
            agents |= _objects(tree, child)
        elif label in ("dobj", "attr", "oprd", "acomp"):
            patients.add(child)
        elif label in ("dative", "iobj"):
            others |= {child} | _objects(tree, child)
        elif label in ("prep", "npadvmod"):
            others |= _objects(tree, child) or {child}
    if not subject and depth < 4:
        inherited = _inherited(tree, verb, headline, depth)
        (patients if passive else agents).update(inherited)
    return Roles(frozenset(agents), frozenset(patients), frozenset(others))


def _objects(tree: Tree, preposition: int) -> set[int]:
    found = {child for child in tree.children(preposition) if tree.words[child].label in ("pobj", "pcomp")}
    for noun in tuple(found):
        for child in tree.children(noun):
            if tree.words[child].label == "prep":
                found |= _objects(tree, child)
    for child in tree.children(preposition):
        if tree.words[child].label == "prep":
            found |= _objects(tree, child)
    return found


def _inherited(tree: Tree, verb: int, headline: bool, depth: int) -> Iterable[int]:
    """The subject of a verb that has none of its own."""
    word = tree.words[verb]
    head = word.head
    if head < 0:
        before = [one.index for one in tree.words[:verb] if one.tag[:2] == "NN"]
        return before[-1:] if headline else ()
    if word.label in ("relcl", "acl"):
        return (head,)
    if word.label in ("xcomp", "ccomp", "advcl", "conj", "dep", "pcomp", "parataxis"):
        above = head
        if tree.words[above].tag[:2] not in ("VB", "MD"):
            if tree.words[above].tag == "IN" and tree.words[above].head >= 0:
                above = tree.words[above].head
            else:
                return (above,) if tree.words[above].tag[:2] == "NN" else ()
        if tree.words[above].tag[:2] != "VB":
            return (above,) if tree.words[above].tag[:2] == "NN" else ()
        roles = _of_verb(tree, above, headline, depth + 1)
        if word.label in ("xcomp", "ccomp") and lemma(tree.lowered[above]) in _OBJECT_CONTROL and roles.patients:
            return roles.patients
        if voice_of(tree, above, headline) == "passive":
            return roles.patients
        return roles.agents
    return ()


def _of_noun(tree: Tree, noun: int) -> Roles:
    """Roles of the noun of a deed: "India's purchase of radars from France"; a possessor may be either."""
    agents: set[int] = set()
    patients: set[int] = set()
    others: set[int] = set()
    for child in tree.children(noun):
        label = tree.words[child].label
        if label in ("poss", "compound", "amod", "nmod"):
            agents.add(child)
            patients.add(child)
        elif label in ("prep", "agent"):
            objects = _objects(tree, child)
            if tree.lowered[child] == "by":
                agents |= objects
            elif tree.lowered[child] == "of":
                patients |= objects
                agents |= objects
            else:
                others |= objects
    return Roles(frozenset(agents), frozenset(patients), frozenset(others))


def spread(tree: Tree, nouns: Iterable[int]) -> frozenset[int]:
    """The places of whole noun phrases: their modifiers, appositions, members."""
    found: set[int] = set()
    rest = list(nouns)
    while rest:
        at = rest.pop()
        if at in found:
            continue
        found.add(at)
        for child in tree.children(at):
            label = tree.words[child].label
            if label in _PHRASE:
                rest.append(child)
            elif label == "prep" and tree.lowered[child] in _OF:
                rest += [below for below in tree.children(child) if tree.words[below].label in ("pobj", "pcomp")]
        if tree.words[at].label == "appos":
            rest.append(tree.words[at].head)
    return frozenset(found)


def is_open(tree: Tree, nouns: Iterable[int]) -> bool:
    """Whether the nouns say nothing about who it is: none, or pronouns."""
    return all(tree.lowered[at] in PRONOUNS or tree.words[at].tag in ("PRP", "WDT", "WP", "DT", "VBG") for at in nouns)

"""Who does what to whom: the agents and patients of a verb or of the noun of a deed."""

from collections.abc import Iterable

from msgspec import Struct

from site_gen.extract.claims.context import voice_of
from site_gen.extract.claims.stem import lemma
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import DAYS, MONTHS
from site_gen.extract.syntax import Tree

_OBJECT_CONTROL = words("object control")
_PHRASE = ("compound", "amod", "poss", "nmod", "appos", "conj", "nummod", "flat", "quantmod")
_OF = frozenset(("of", "between", "among", "including"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_PERSONAL = frozenset(("he", "she", "it", "they", "we", "i", "him", "her", "them", "himself", "itself", "themselves"))
PRONOUNS = (
    _RELATIVE | _PERSONAL | frozenset(("this", "these", "those", "one", "there", "what", "nothing", "nobody", "none"))
)
_OPEN = PRONOUNS | DAYS | MONTHS
_DEEPEST = 4
_AIMS = words("aims")


class Roles(Struct, frozen=True):
    """Places of the nouns of each role: who does it, to whom or what, and what else belongs to the deed."""

    agents: frozenset[int] = frozenset()
    patients: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()


def roles_of(tree: Tree, at: int, headline: bool = False) -> Roles:
    """The roles of the verb or noun at a place; pronouns stand for the noun that they most likely mean."""
    if tree.words[at].tag[:2] == "VB":
        roles = _of_verb(tree, at, headline, 0)
    elif headline and tree.words[at].tag == "NNS" and at and tree.words[at - 1].tag[:2] == "NN":
        roles = _of_misread(tree, at)
    else:
        roles = _of_noun(tree, at)
    several = (roles.agents, roles.patients, roles.others)
    return Roles(*(frozenset(_meant(tree, noun, headline) for noun in nouns) for nouns in several))


def _meant(tree: Tree, noun: int, headline: bool) -> int:
    """The noun that a relative pronoun or a subject's pronoun means; itself where it is none."""
    low = tree.lowered[noun]
    verb = tree.words[noun].head
    if low in _RELATIVE and tree.words[noun].tag in ("WP", "WDT", "IN", "WP$"):
        place = verb
        while place >= 0 and tree.words[place].label not in ("relcl", "acl"):
            place = tree.words[place].head
        return tree.words[place].head if place >= 0 and tree.words[place].head >= 0 else noun
    if low in ("he", "she", "it", "they") and tree.words[noun].label in ("nsubj", "nsubjpass"):
        place = tree.words[verb].head if verb >= 0 else -1
        while place >= 0:
            for child in tree.children(place):
                if tree.words[child].label in ("nsubj", "nsubjpass") and child < noun:
                    return child if tree.lowered[child] not in PRONOUNS else _meant(tree, child, headline)
            place = tree.words[place].head
    return noun


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
        elif label == "ccomp" and lemma(tree.lowered[verb]) in _OBJECT_CONTROL:
            patients |= {one for one in tree.children(child) if tree.words[one].label == "nsubj"}
        elif label in ("prep", "npadvmod"):
            others |= _objects(tree, child) or {child}
    if not subject and depth < _DEEPEST:
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
    above = word.head
    if above < 0:
        before = [one.index for one in tree.words[:verb] if one.tag[:2] == "NN"]
        return before[-1:] if headline else ()
    if word.label in ("relcl", "acl"):
        is_aim = word.label == "acl" and any(tree.lowered[child] == "to" for child in tree.children(verb))
        return () if is_aim and lemma(tree.lowered[above]) in _AIMS else (above,)
    if word.label not in ("xcomp", "ccomp", "advcl", "conj", "dep", "pcomp", "parataxis"):
        return ()
    if tree.words[above].tag == "IN" and tree.words[above].head >= 0:
        above = tree.words[above].head
    if tree.words[above].tag[:2] != "VB":
        return (above,) if tree.words[above].tag[:2] == "NN" else ()
    roles = _of_verb(tree, above, headline, depth + 1)
    if word.label in ("xcomp", "ccomp") and lemma(tree.lowered[above]) in _OBJECT_CONTROL and roles.patients:
        return roles.patients
    return roles.patients if voice_of(tree, above, headline) == "passive" else roles.agents


def _of_misread(tree: Tree, at: int) -> Roles:
    """Roles of a headline's verb that the parser takes for a noun: what is before it does it."""
    nouns = [word.index for word in tree.words if word.tag[:2] == "NN"]
    before = frozenset(one for one in nouns if one == at - 1)
    after = [one for one in nouns if one > at and tree.words[one].label not in ("compound", "poss", "nmod")]
    return Roles(before, frozenset(after[:1]), frozenset(after[1:]))


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
        if tree.words[at].label == "attr":
            rest += [one for one in tree.children(tree.words[at].head) if tree.words[one].label == "nsubj"]
    return frozenset(found)


def is_open(tree: Tree, nouns: Iterable[int]) -> bool:
    """Whether the nouns say nothing about who it is: none, or pronouns."""
    return all(tree.lowered[at] in _OPEN or tree.words[at].tag in ("PRP", "WDT", "WP", "DT", "VBG") for at in nouns)

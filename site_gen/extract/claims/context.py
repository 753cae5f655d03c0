"""What stands around a deed: how certain it is, denied or not, on which condition."""

from collections.abc import Iterator

from msgspec import Struct

from site_gen.extract.claims.stem import lemma, stem
from site_gen.extract.claims.terms import Passage
from site_gen.extract.claims.word_lists import words
from site_gen.extract.headline.lexicon import SPEECH
from site_gen.extract.headline.verbs import verb_of
from site_gen.extract.syntax import Tree

FACT, FUTURE, POSSIBLE = 3, 2, 1
_NEGATIONS = words("negations")
_NOBODY = frozenset(("no", "nobody", "none", "nothing", "neither"))
_DENIALS = words("denials")
_REFUSALS = words("refusals")
_POSSIBLE_AUX = frozenset(("may", "might", "could", "can", "should"))
_FUTURE_AUX = frozenset(("will", "shall", "'ll", "’ll", "wo", "must", "would", "'d", "’d"))
_POSSIBLE = words("possible")
DOUBTS = _POSSIBLE | _POSSIBLE_AUX
_PLANNED = words("planned")
_GOVERN_POSSIBLE = words("govern possible")
_GOVERN_FUTURE = words("govern future")
_GOVERN_NOUN = words("govern noun")
_REPUTED = words("reputed")
_ASPECT = words("aspect")
_CONTESTED_NOUNS = words("contested nouns")
_NEGATIVE_LABELS = ("neg", "advmod", "det", "dep", "preconj", "aux", "cc", "intj")
_ARGUMENTS = ("dobj", "nsubj", "nsubjpass", "attr")
SPEECH_STEMS = frozenset(stem(word) for word in (*SPEECH, *words("more speech")))
_OPEN_CLAUSE = (
    "xcomp",
    "acomp",
    "prep",
    "pobj",
    "dobj",
    "attr",
    "pcomp",
    "oprd",
    "ccomp",
    "conj",
    "acl",
    "amod",
    "compound",
)
_CONDITIONS = frozenset(("if", "unless", "provided"))
_AFTER = frozenset(("after", "by", "following", "since", "despite", "before", "while", "when"))
_WHEN = frozenset(("when", "after", "once", "until", "before"))


class Context(Struct, frozen=True):
    """`level`: FACT, FUTURE or POSSIBLE; `hedges` are the words that make it so."""

    level: int = FACT
    negated: bool = False
    conditional: bool = False
    hedges: tuple[str, ...] = ()


def is_verb(tree: Tree, at: int) -> bool:
    """Whether a word is a full verb."""
    word = tree.words[at]
    return (word.tag[:2] == "VB" or word.tag == "MD") and word.label not in ("aux", "auxpass")


def context_of(one: Passage, at: int, headline: bool = False) -> Context:
    """The context of the word at a place, by its heads up to the root."""
    tree = one.tree
    level, negated, conditional = FACT, False, False
    hedges: list[str] = []
    below, open_, sealed = -1, True, False
    for place in _upwards(tree, at):
        if below >= 0:  # what governs the word below
            label = tree.words[below].label
            if not sealed:
                governed = _governs(tree, place, below)
                level = min(level, governed[0])
                negated ^= governed[1] and below == at
                hedges += governed[2]
            sealed = sealed or label in ("acl", "relcl", "advcl", "pcomp")
            open_ = open_ and not (label == "pcomp" and tree.lowered[place] in _AFTER)
            open_ = open_ and (label in _OPEN_CLAUSE) and not (label == "conj" and _has_subject(tree, below))
            open_ = open_ and not (label == "ccomp" and is_speech(tree, place))
            if label in ("ccomp", "advcl") and is_speech(tree, place):
                open_ = False
        if open_:
            own = _own(tree, place)
            level = min(level, own[0])
            negated ^= own[1] and (place == at or (below == at and tree.words[at].label != "ccomp"))
            hedges += own[2]
            if _is_infinitive(tree, place):
                level = min(level, FUTURE)
        conditional |= _has_condition(tree, place)
        below = place
    if headline and level == FACT and _depends_on_future(tree, at):
        level = FUTURE
    return Context(level, negated, conditional, tuple(hedges))


def noun_level(tree: Tree, at: int) -> int:
    """How certain the deed of a noun is, by its adjectives and the word that governs it: "promised retaliation"."""
    level = _own(tree, at)[0]
    below = at
    for place in _upwards(tree, tree.words[at].head):
        label = tree.words[below].label
        if label not in ("dobj", "pobj", "prep", "compound", "nsubjpass", "conj", "attr"):
            break
        if label in ("conj", "attr"):
            level = min(level, _own(tree, place)[0])
        if label == "pobj" and tree.lowered[place] == "for":
            level = min(level, FUTURE)
        level = min(level, _governs(tree, place, below)[0])
        if label != "compound" and tree.words[place].tag[:2] == "VB":
            if lemma(tree.lowered[place]) in _ASPECT:
                level = min(level, _own(tree, place)[0], FUTURE if _is_infinitive(tree, place) else FACT)
            break
        below = place
    return level


def is_speech(tree: Tree, at: int) -> bool:
    """Whether a word is a verb of saying or thinking."""
    return stem(tree.lowered[at]) in SPEECH_STEMS


def _governs(tree: Tree, place: int, below: int) -> tuple[int, bool, list[str]]:
    """What a word says of the deed that depends on it: plans, hopes, denials."""
    label, base = tree.words[below].label, lemma(tree.lowered[place])
    if base in _CONTESTED_NOUNS and label in ("acl", "relcl", "ccomp") and tree.words[place].tag[:2] == "NN":
        return POSSIBLE, False, [tree.words[place].text]
    if label in ("advcl", "relcl", "conj", "appos", "parataxis", "nsubj", "agent", "npadvmod"):
        return FACT, False, []
    if label == "nsubjpass" and base not in _REFUSALS:
        return (FUTURE, False, []) if base in _GOVERN_FUTURE else (FACT, False, [])
    if base in _REPUTED and any(tree.words[child].label == "auxpass" for child in tree.children(place)):
        return POSSIBLE, False, [tree.words[place].text]
    if base == "rule" and any(tree.lowered[child] == "out" for child in tree.children(place)):
        return FACT, True, []
    if label == "dobj" and base not in _GOVERN_NOUN and base not in _DENIALS:
        return FACT, False, []
    if base in _DENIALS and (label != "prep" or base in _REFUSALS):
        return FACT, True, []
    if base in ("appear", "seem") and label not in ("xcomp", "ccomp"):
        return FACT, False, []
    if base in _GOVERN_POSSIBLE and (label != "ccomp" or base in _POSSIBLE):
        return POSSIBLE, False, [tree.words[place].text]
    if base in _GOVERN_FUTURE and label in ("xcomp", "acl", "dobj", "nsubjpass", "prep", "ccomp"):
        return FUTURE, False, []
    return FACT, False, []


def _has_subject(tree: Tree, at: int) -> bool:
    return any(tree.words[child].label in ("nsubj", "nsubjpass") for child in tree.children(at))


def _upwards(tree: Tree, at: int) -> Iterator[int]:
    while at >= 0:
        yield at
        at = tree.words[at].head


def _own(tree: Tree, at: int) -> tuple[int, bool, list[str]]:
    """Level, negation and hedges among the words right below a word."""
    level, negated = FACT, _denied_before(tree, at)
    hedges: list[str] = []
    for child in tree.children(at):
        low, label = tree.lowered[child], tree.words[child].label
        if _negates(tree, child):
            negated = True
        elif label == "aux" and low in _POSSIBLE_AUX:
            level = POSSIBLE
            hedges.append(low)
        elif label == "aux" and low in _FUTURE_AUX:
            level = min(level, FUTURE)
        elif low in _POSSIBLE and label in ("advmod", "amod", "acomp"):
            level = POSSIBLE
            hedges.append(low)
        elif low in _PLANNED and label in ("amod", "advmod"):
            level = min(level, FUTURE)
    return level, negated, hedges


def _denied_before(tree: Tree, at: int) -> bool:
    """Whether "not" or "no longer" is right before a verb, whatever the parser made of it."""
    if tree.words[at].tag[:2] != "VB":
        return False
    if tree.lowered[at + 1 : at + 2] == ("not",) and tree.lowered[at + 2 : at + 3] != ("to",):
        return True
    before = tree.lowered[max(0, at - 2) : at]
    return before == ("no", "longer") or before[-1:] in (("not",), ("n't",), ("n’t",), ("never",))


def _negates(tree: Tree, child: int) -> bool:
    low, label = tree.lowered[child], tree.words[child].label
    if low in _NEGATIONS and label in _NEGATIVE_LABELS:
        return not (low == "not" and tree.lowered[child + 1 : child + 2] == ("only",))
    if label == "acomp" and any(tree.words[below].label == "neg" for below in tree.children(child)):
        return True
    return label in _ARGUMENTS and any(tree.lowered[below] in _NOBODY for below in (child, *tree.children(child)))


def _is_infinitive(tree: Tree, at: int) -> bool:
    return any(tree.lowered[child] == "to" and tree.words[child].label == "aux" for child in tree.children(at))


def _depends_on_future(tree: Tree, at: int) -> bool:
    """Whether a clause in the present belongs to one of the future: "to cut jobs as it ends production"."""
    for place in _upwards(tree, at):
        head = tree.words[place].head
        if head >= 0 and tree.words[place].label in ("advcl", "acl", "xcomp") and _is_infinitive(tree, head):
            return True
    return False


def _has_condition(tree: Tree, at: int) -> bool:
    for child in tree.children(at):
        if tree.words[child].label in ("advcl", "prep", "dep", "ccomp"):
            marks = {tree.lowered[below] for below in (child, *tree.children(child))}
            if marks & _CONDITIONS and not marks & {"even", "as"}:
                return True
            helpers = {tree.lowered[one] for one in tree.children(at)}
            if marks & _WHEN and ("only" in helpers or ("not" in helpers and marks & {"until"})):
                return True
            if marks & {"when", "once"} and "will" in helpers:
                return True
    return "unless" in tree.lowered[at:]


def voice_of(tree: Tree, verb: int, headline: bool) -> str:
    """Passive or active: in headlines a past form without an object and without help is a passive."""
    labels = {tree.words[child].label for child in tree.children(verb)}
    if "auxpass" in labels or "nsubjpass" in labels:
        return "passive"
    word = tree.words[verb]
    if "agent" in labels and word.tag in ("VBN", "VBD"):
        return "passive"
    if word.tag == "VBN" and "aux" not in labels:
        return "passive"
    if (
        headline
        and word.tag == "VBD"
        and (word.label in ("ROOT", "conj", "acl", "dep") or (word.label == "ccomp" and word.head > verb))
        and not labels & {"dobj", "ccomp", "xcomp", "aux"}
    ):
        return "passive" if verb_of(word.text.lower(), "participle") else "active"
    return "active"

"""What stands around a verb: how certain, denied, on which condition, who says it."""

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
_DENIALS = words("denials")
_POSSIBLE_AUX = frozenset(("may", "might", "could", "would", "can", "should"))
_FUTURE_AUX = frozenset(("will", "shall", "'ll", "’ll", "wo", "must"))
_POSSIBLE = words("possible")
_PLANNED = words("planned")
_GOVERN_POSSIBLE = words("govern possible")
_GOVERN_FUTURE = words("govern future")
_SPEECH_STEMS = frozenset(
    stem(word) for word in (*SPEECH, "accord", "tell", "report", "accuse", "blame", "call", "add")
)
CONTESTED = frozenset(map(stem, words("contested")))


class Context(Struct, frozen=True):
    """`level`: FACT, FUTURE or POSSIBLE; `speakers` are places of the nouns that say it, `speech` the verbs."""

    level: int = FACT
    negated: bool = False
    conditional: bool = False
    hedges: tuple[str, ...] = ()
    speakers: tuple[int, ...] = ()
    speech: tuple[int, ...] = ()
    media: bool = False


def is_verb(tree: Tree, at: int) -> bool:
    """Whether a word is a full verb."""
    word = tree.words[at]
    return (word.tag[:2] == "VB" or word.tag == "MD") and word.label not in ("aux", "auxpass")


def context_of(one: Passage, at: int, headline: bool = False) -> Context:
    """The context of the word at a place, by its heads up to the root."""
    tree = one.tree
    level, negated, conditional = FACT, False, False
    hedges: list[str] = []
    speakers: list[int] = []
    speech: list[int] = []
    below = -1
    for place in _upwards(tree, at):
        low, base = tree.lowered[place], lemma(tree.lowered[place])
        governs = below >= 0
        if governs and tree.words[below].label in ("nsubj", "nsubjpass", "advcl", "relcl", "acl", "conj", "appos"):
            # What holds of a clause around it, or of its first part, holds only of speech and conditions.
            if stem(low) in _SPEECH_STEMS and tree.words[below].label == "conj":
                pass
        elif governs and is_verb_or_noun(tree, place):
            if base in _DENIALS:
                negated = not negated
            elif base in _GOVERN_POSSIBLE:
                level = min(level, POSSIBLE)
                hedges.append(tree.words[place].text)
            elif base in _GOVERN_FUTURE and tree.words[below].tag != "VBD":
                level = min(level, FUTURE)
        if governs and stem(low) in _SPEECH_STEMS and tree.words[below].label in ("ccomp", "xcomp", "pcomp", "acl"):
            subject = _speaker(tree, place)
            if subject >= 0:
                speakers.append(subject)
                speech.append(place)
        if not governs or tree.words[below].label in ("xcomp", "ccomp", "acomp", "prep", "pobj", "dobj", "attr", "aux"):
            own = _own(tree, place)
            level = min(level, own[0])
            negated ^= own[1]
            hedges += own[2]
        conditional |= _has_condition(tree, place)
        for who, verb in _asides(tree, place):
            speakers.append(who)
            speech.append(verb)
        below = place
    if headline and level == FACT and _is_infinitive(tree, at):
        level = FUTURE
    return Context(level, negated, conditional, tuple(hedges), tuple(speakers), tuple(speech))


def is_verb_or_noun(tree: Tree, at: int) -> bool:
    """Whether a word can govern a deed."""
    return tree.words[at].tag[:2] in ("VB", "NN", "JJ")


def _upwards(tree: Tree, at: int) -> Iterator[int]:
    while at >= 0:
        yield at
        at = tree.words[at].head


def _own(tree: Tree, at: int) -> tuple[int, bool, list[str]]:
    """Level, negation and hedges among the words right below a word."""
    level, negated = FACT, False
    hedges: list[str] = []
    for child in tree.children(at):
        low, label = tree.lowered[child], tree.words[child].label
        if (low in _NEGATIONS and label in ("neg", "advmod", "det", "dep", "preconj", "aux", "cc")) or (
            label in ("dobj", "nsubj", "nsubjpass", "attr")
            and any(
                tree.lowered[below] in ("no", "nobody", "none", "nothing", "neither")
                for below in (child, *tree.children(child))
            )
        ):
            negated = not negated
        elif label == "aux" and low in _POSSIBLE_AUX:
            level = min(level, POSSIBLE)
            hedges.append(low)
        elif label == "aux" and low in _FUTURE_AUX:
            level = min(level, FUTURE)
        elif low in _POSSIBLE:
            level = min(level, POSSIBLE)
            hedges.append(low)
        elif low in _PLANNED and label in ("amod", "advmod"):
            level = min(level, FUTURE)
    return level, negated, hedges


def _is_infinitive(tree: Tree, at: int) -> bool:
    return any(tree.lowered[child] == "to" and tree.words[child].label == "aux" for child in tree.children(at))


def _has_condition(tree: Tree, at: int) -> bool:
    for child in tree.children(at):
        if tree.words[child].label in ("advcl", "prep", "dep", "ccomp"):
            marks = {tree.lowered[below] for below in (child, *tree.children(child))}
            if marks & {"if", "unless", "provided"} and not marks & {"even", "as"}:
                return True
    return False


def _speaker(tree: Tree, verb: int) -> int:
    for child in tree.children(verb):
        if tree.words[child].label in ("nsubj", "agent"):
            if tree.words[child].label == "agent":
                return next((below for below in tree.children(child) if tree.words[below].label == "pobj"), child)
            return child
    head = tree.words[verb].head
    if head >= 0 and tree.words[verb].label in ("relcl", "acl"):
        return head
    if head >= 0 and tree.words[verb].label in ("conj", "xcomp", "advcl"):
        return _speaker(tree, head)
    return -1


def _asides(tree: Tree, at: int) -> Iterator[tuple[int, int]]:
    """Speakers set off from the clause: ", officials said", "according to the army"."""
    for child in tree.children(at):
        low = tree.lowered[child]
        if low == "according":
            noun = next((below for below in tree.subtree(child) if tree.words[below].label == "pobj"), -1)
            if noun >= 0:
                yield noun, child
        elif tree.words[child].label in ("ccomp", "parataxis", "dep") and stem(low) in _SPEECH_STEMS:
            if any(tree.words[below].label in ("ccomp", "xcomp") for below in tree.children(child)):
                continue
            who = _speaker(tree, child)
            if who >= 0:
                yield who, child


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
    if headline and word.tag == "VBD" and "dobj" not in labels and "ccomp" not in labels and "aux" not in labels:
        return "passive" if verb_of(word.text.lower(), "participle") else "active"
    return "active"

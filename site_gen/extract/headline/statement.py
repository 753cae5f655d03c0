"""The statement of a sentence and its attribution: the clause with the news, and who says it."""

from msgspec import Struct

from site_gen.extract.headline.form import object_of, subject_of
from site_gen.extract.headline.lexicon import MEDIA, NEUTRAL_SPEECH, SPEECH
from site_gen.extract.headline.verbs import Form, verb_of
from site_gen.extract.syntax import Tree

_CLAUSES = ("ccomp", "parataxis")
_FORMS: tuple[Form, ...] = ("past", "participle", "present", "base", "ing")


class Statement(Struct, frozen=True):
    """`clause` is the place of the verb of the news. If it is attributed, `speaker` is the place of the speaker and
    `speech` that of the verb of saying, or of "according".
    """

    clause: int
    speaker: int | None = None
    speech: int | None = None


def statement_of(tree: Tree) -> Statement:
    """The news of a sentence and its attribution: "X said that Y", "Y, X said", "according to X, Y"."""
    return _statement(tree, _main_clause(tree))


def _main_clause(tree: Tree) -> int:
    """The root; if it is not a verb, the first clause below it that has a subject."""
    root = tree.root
    if tree.words[root].tag[:2] in ("VB", "MD"):
        return root
    for word in tree.words:
        if (
            word.head == root
            and word.tag[:2] in ("VB", "MD")
            and word.label in ("ccomp", "conj", "parataxis", "dep", "acl")
            and _has_subject(tree, word.index)
        ):
            return word.index
    return root


def _has_subject(tree: Tree, verb: int) -> bool:
    return any(tree.words[child].label in ("nsubj", "nsubjpass") for child in tree.children(verb))


def _statement(tree: Tree, root: int) -> Statement:
    passive = _passive_statement(tree, root)
    if passive is not None:
        return passive
    if base_of(tree, root) in SPEECH and _is_assertion(tree, root):
        clause = _reported_clause(tree, root)
        speaker = subject_of(tree, root)
        if clause is not None and speaker is not None:
            inner = _statement(tree, clause) if base_of(tree, clause) in SPEECH else None
            if inner is not None and inner.speaker is not None and is_media(tree, speaker):
                return inner
            return Statement(clause, speaker, root)
    for child in tree.children(root):
        word = tree.words[child]
        if word.label in _CLAUSES and base_of(tree, child) in SPEECH and _is_assertion(tree, child):
            speaker = subject_of(tree, child)
            if speaker is not None and not _reported_clause(tree, child) and _is_aside(tree, child):
                return Statement(root, speaker, child)
    source = _according(tree)
    if source is not None:
        return Statement(root, source[1], source[0])
    return Statement(root)


_BE = frozenset(("is", "are", "was", "were", "been", "being", "am", "be", "’s", "'s", "’re", "'re"))


def base_of(tree: Tree, at: int) -> str:
    """The base form of the verb at a place; the word itself if it is not a known verb."""
    low = tree.words[at].text.lower()
    if low in _BE:
        return "be"
    for form in _FORMS:
        verb = verb_of(low, form)
        if verb is not None:
            return verb.base
    return low


def is_neutral(tree: Tree, speech: int) -> bool:
    """Whether the verb of saying is neutral: "said", "told", but not "warned"."""
    return tree.words[speech].text.lower() == "according" or base_of(tree, speech) in NEUTRAL_SPEECH


def _is_assertion(tree: Tree, verb: int) -> bool:
    """Whether the speaker really said it: not "did not say", "may announce", "refused to say"."""
    kinds = {(tree.words[child].label, tree.words[child].text.lower()) for child in tree.children(verb)}
    return not any(label == "neg" or (label == "aux" and word not in _ASSERTING_AUXILIARIES) for label, word in kinds)


_ASSERTING_AUXILIARIES = frozenset(
    ("has", "have", "had", "’s", "'s", "’ve", "'ve", "’d", "'d", "is", "are", "was", "were")
)


def _has_that(tree: Tree, verb: int) -> bool:
    return any(tree.words[child].label == "mark" and tree.lowered[child] == "that" for child in tree.children(verb))


def _passive_statement(tree: Tree, verb: int) -> Statement | None:
    """The statement of a passive: "The agency was told by officials that ..."."""
    passive = any(tree.words[child].label == "auxpass" for child in tree.children(verb))
    if not passive or base_of(tree, verb) not in ("tell", "inform"):
        return None
    below = tree.subtree(verb)
    clause = next(
        (
            at
            for at in below
            if tree.words[at].label in ("ccomp", "relcl", "acl") and _has_subject(tree, at) and _has_that(tree, at)
        ),
        None,
    )
    agent = next((child for child in tree.children(verb) if tree.words[child].label == "agent"), None)
    speaker = object_of(tree, agent) if agent is not None else None
    return Statement(clause, speaker, verb) if clause is not None and speaker is not None else None


def _reported_clause(tree: Tree, verb: int) -> int | None:
    """The clause that is the object of a verb of saying, if it has a verb and a subject."""
    for child in tree.children(verb):
        word = tree.words[child]
        if word.label in _CLAUSES and word.tag[:2] in ("VB", "MD") and subject_of(tree, child) is not None:
            return child
        if word.label in _CLAUSES and any(tree.words[one].label == "cop" for one in tree.children(child)):
            return child
    return None


def is_media(tree: Tree, speaker: int) -> bool:
    """Whether a speaker is a medium, which passes on what others say."""
    return any(tree.words[at].text.lower() in MEDIA for at in tree.subtree(speaker))


def _is_aside(tree: Tree, speech: int) -> bool:
    """Whether the attribution is set off by a comma or a quotation mark: "…, officials said"."""
    inside = tree.subtree(speech)
    before = tree.words[inside[0] - 1].text if inside[0] else ""
    return before in (",", "”", '"', "’", "–", "—") and len(inside) <= 30


def _according(tree: Tree) -> tuple[int, int] | None:
    for word in tree.words:
        if word.text.lower() == "according" and word.index + 1 < len(tree.words):
            below = tree.subtree(word.index)
            noun = next((at for at in below if tree.words[at].label == "pobj"), None)
            if noun is not None:
                return word.index, noun
    return None

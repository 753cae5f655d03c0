"""Errors of a greedy parser that can be seen in the finished tree, put right: it cannot take back an early choice."""

from collections.abc import Callable

from msgspec.structs import replace

from site_gen.ingesting.syntax.tree import Tree, is_tree

_SUBJECTS = ("nsubj", "nsubjpass")
Change = tuple[int, int, str]
"""A word, its new head, its new label."""


def repaired(tree: Tree) -> Tree:
    """The tree without the errors that are known; itself where it has none.

    A repair whose changes would close a circle is left out.
    """
    for find in _REPAIRS:
        changes = {at: (head, label) for at, head, label in find(tree)}
        if changes:
            words = [
                replace(word, head=changes[word.index][0], label=changes[word.index][1])
                if word.index in changes
                else word
                for word in tree.words
            ]
            if is_tree(words):
                tree = Tree(tuple(words))
    return tree


def _second_subject(tree: Tree) -> list[Change]:
    """The second of two subjects before one verb belongs to the words before it: "the suit to stop Holm Plc is"."""
    found: list[Change] = []
    for verb in tree.words:
        subjects = [at for at in tree.children(verb.index) if tree.words[at].label in _SUBJECTS and at < verb.index]
        if len(subjects) < 2:
            continue
        first, last = subjects[0], subjects[-1]
        before = tree.left_edge(last) - 1
        if before > first and before in tree.subtree(first) and tree.words[before].text[-1].isalnum():
            found.append((last, before, "dep"))
    return found


def _bare_preposition(tree: Tree) -> list[Change]:
    """The noun behind "of" is its object though a participle follows: "in view of attacks being made"."""
    found: list[Change] = []
    for noun in tree.words:
        before = tree.left_edge(noun.index) - 1
        if noun.label not in _SUBJECTS or before < 0 or noun.head <= noun.index:
            continue
        preposition, verb = tree.words[before], tree.words[noun.head]
        bare = preposition.tag == "IN" and preposition.label == "prep" and not tree.children(before)
        finite = any(
            tree.words[at].label in ("aux", "auxpass") and tree.words[at].tag != "VBG"
            for at in tree.children(verb.index)
        )
        participle = verb.label == "advcl" and verb.tag in ("VBN", "VBG") and before not in tree.subtree(verb.index)
        if bare and participle and not finite:
            found += [(noun.index, before, "pobj"), (verb.index, noun.index, "acl")]
    return found


def _participle_for_verb(tree: Tree) -> list[Change]:
    """A participle behind a subject that was taken for its verb: "a man said to be armed was held"."""
    for verb in tree.words:
        children = tree.children(verb.index)
        if verb.tag != "VBN" or any(tree.words[at].label in ("aux", "auxpass") for at in children):
            continue
        subject = next((at for at in children if at < verb.index and tree.words[at].label in _SUBJECTS), None)
        finite = next((at for at in children if at > verb.index and _is_without_subject(tree, at)), None)
        if subject is None or finite is None:
            continue
        passive = any(tree.words[at].label == "auxpass" for at in tree.children(finite))
        return [
            (finite, verb.head, verb.label),
            (subject, finite, "nsubjpass" if passive else "nsubj"),
            (verb.index, subject, "acl"),
            *((at, finite, tree.words[at].label) for at in children if at > finite),
        ]
    return []


def _is_without_subject(tree: Tree, at: int) -> bool:
    """Whether a finite clause that seems to be a statement has no subject of its own."""
    labels = {tree.words[child].label for child in tree.children(at)}
    finite = tree.words[at].tag in ("VBD", "VBZ") or any(
        tree.words[child].tag in ("VBD", "VBZ", "VBP", "MD") and tree.words[child].label in ("aux", "auxpass")
        for child in tree.children(at)
    )
    return finite and tree.words[at].label == "ccomp" and not labels & {*_SUBJECTS, "mark", "expl", "csubj"}


def _time_before(tree: Tree) -> list[Change]:
    """How long before or after a clause says belongs to that clause: "said on Friday, a day after talks failed"."""
    found: list[Change] = []
    for verb in tree.words:
        first = tree.left_edge(verb.index)
        before = first - 1
        if verb.label != "advcl" or before < 1 or tree.lowered[first] not in ("after", "before"):
            continue
        time = tree.words[before]
        if tree.lowered[before] in _SPANS and time.label in ("appos", "npadvmod", "dep") and time.head < before:
            found.append((before, verb.index, "npadvmod"))
            if verb.head == before:
                found.append((verb.index, time.head, verb.label))
    return found


_SPANS = frozenset(
    word + ending for word in ("minute", "hour", "day", "week", "month", "year", "decade") for ending in ("", "s")
)


def _number_as_sign(tree: Tree) -> list[Change]:
    """A number that was taken for punctuation belongs to the name before it: "at Air Show 2023"."""
    return [
        (word.index, word.index - 1, "nummod")
        for word in tree.words
        if word.tag == "CD"
        and word.label == "punct"
        and word.index
        and tree.words[word.index - 1].tag in ("NNP", "NNPS")
        and not tree.children(word.index)
    ]


def _second_root(tree: Tree) -> list[Change]:
    """A label that only the root may have."""
    return [(word.index, word.head, "dep") for word in tree.words if word.label == "ROOT" and word.head >= 0]


_REPAIRS: tuple[Callable[[Tree], list[Change]], ...] = (
    _participle_for_verb,
    _second_subject,
    _bare_preposition,
    _time_before,
    _number_as_sign,
    _second_root,
)

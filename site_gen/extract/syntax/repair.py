"""Repair parse errors that show in the finished tree: a greedy parser cannot undo an early choice."""

from collections.abc import Callable

from msgspec.structs import replace

from site_gen.extract.syntax.tree import Tree, is_tree

_SUBJECTS = ("nsubj", "nsubjpass")
Change = tuple[int, int, str]
"""A word, its new head, its new label."""


def repaired(tree: Tree) -> Tree:
    """The tree without the known errors; the same tree if it has none.

    A repair that would make a cycle is left out.
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
    """The noun after "of" is its object though a participle follows: "in view of attacks being made"."""
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
    """A participle after a subject was parsed as its verb: "a man said to be armed was held"."""
    for verb in tree.words:
        children = tree.children(verb.index)
        if verb.tag not in ("VBN", "VBD") or any(tree.words[at].label in ("aux", "auxpass") for at in children):
            continue
        if verb.tag == "VBD" and not (verb.text in _BOTH and _has_only_phrases(tree, verb.index)):
            continue
        subject = next((at for at in children if at < verb.index and tree.words[at].label in _SUBJECTS), None)
        beside = tree.children(verb.head) if verb.tag == "VBD" and verb.head >= 0 else ()
        clauses = (at for at in (*children, *beside) if at > verb.index and tree.words[at].label == "ccomp")
        finite = next((at for at in clauses if _is_without_subject(tree, at)), None)
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


_BOTH = frozenset(("found", "held", "made", "sent", "sold", "shot", "caught", "taken", "brought", "built", "bought"))
"""Participles with the form of a past tense that follow nouns: "a tape found in Vell"."""


def _has_only_phrases(tree: Tree, verb: int) -> bool:
    """Whether a verb has only prepositional phrases, and perhaps a clause that seems to be its object."""
    after = [at for at in tree.children(verb) if at > verb]
    return bool(after) and all(tree.words[at].label in ("prep", "ccomp") for at in after)


def _object_for_subject(tree: Tree) -> list[Change]:
    """The subject of a clause without "that" was parsed as an object: "it is not surprised the rate is high"."""
    for verb in tree.words:
        if verb.label not in ("ccomp", "conj") or not _is_without_subject(tree, verb.index):
            continue
        if verb.label == "conj" and any(tree.words[at].label == "cc" for at in tree.children(verb.head)):
            continue
        first = tree.left_edge(verb.index)
        for noun in tree.words[verb.head + 1 : first]:
            if noun.label != "dobj" or tree.words[noun.head].tag not in ("JJ", "VBN"):
                continue
            between = [at for at in tree.children(noun.head) if noun.index < at < first]
            reach = [*tree.subtree(noun.index), *(place for at in between for place in tree.subtree(at))]
            if sorted(reach) == list(range(tree.left_edge(noun.index), first)) and all(
                tree.words[at].label == "prep" for at in between
            ):
                return [
                    (noun.index, verb.index, "nsubj"),
                    (verb.index, noun.head, "ccomp"),
                    *((at, noun.index, "prep") for at in between),
                ]
    return []


def _is_without_subject(tree: Tree, at: int) -> bool:
    """Whether a finite clause has no subject of its own."""
    labels = {tree.words[child].label for child in tree.children(at)}
    finite = tree.words[at].tag in ("VBD", "VBZ") or any(
        tree.words[child].tag in ("VBD", "VBZ", "VBP", "MD") and tree.words[child].label in ("aux", "auxpass")
        for child in tree.children(at)
    )
    return finite and tree.words[at].label in ("ccomp", "conj") and not labels & {*_SUBJECTS, "mark", "expl", "csubj"}


def _asked_to(tree: Tree) -> list[Change]:
    """An infinitive belongs to "allow", "ask" and the like: "allowed men who landed in a plane to stay"."""
    for verb in tree.words:
        if verb.tag != "VB" or verb.label != "advcl" or tree.words[verb.head].label != "relcl":
            continue
        noun = tree.words[tree.words[verb.head].head]
        first = tree.left_edge(verb.index)
        if tree.lowered[first] != "to" or noun.label != "dobj" or tree.lowered[noun.head] not in _ASKS:
            continue
        return [
            (verb.index, noun.head, "xcomp"),
            *((at, noun.head, "conj") for at in tree.children(verb.index) if tree.words[at].tag in ("VBD", "VBZ")),
            *((at, noun.head, "cc") for at in tree.children(verb.index) if tree.words[at].label == "cc"),
        ]
    return []


_ASKS = frozenset(
    word
    for stem in ("allow", "ask", "order", "forc", "permit", "enabl", "requir", "persuad", "help", "urg")
    for word in (stem, stem + "e", stem + "ed", stem + "s", stem + "es", stem + "ing")
)


def _reported_clause(tree: Tree) -> list[Change]:
    """A clause after a verb of saying was attached to a noun: "bragged after the vote they had backing"."""
    found: list[Change] = []
    for clause in tree.words:
        if clause.label != "relcl" or clause.tag[:2] not in ("VB", "MD"):
            continue
        noun = tree.words[clause.head]
        first = tree.words[tree.left_edge(clause.index)]
        if noun.label != "pobj" or first.tag not in ("PRP", "DT", "NNP", "NNS", "PRP$"):
            continue
        verb = tree.words[tree.words[noun.head].head]
        whole = {tree.words[at].label for at in tree.children(verb.index)}
        if tree.lowered[verb.index] in _SPEECH and not whole & {"ccomp", "dobj", "xcomp"}:
            found.append((clause.index, verb.index, "ccomp"))
    return found


_SPEECH = frozenset(
    (
        "said",
        "says",
        "bragged",
        "boasted",
        "warned",
        "claimed",
        "argued",
        "predicted",
        "announced",
        "hinted",
        "insisted",
    )
)


def _put_into(tree: Tree) -> list[Change]:
    """The place after "put" belongs to the verb: "put its missile, a new type, into six boats"."""
    return [
        (word.index, tree.words[tree.words[word.head].head].head, "prep")
        for word in tree.words
        if tree.lowered[word.index] == "into"
        and word.head >= 0
        and tree.words[word.head].label == "appos"
        and tree.words[tree.words[word.head].head].label == "dobj"
        and tree.lowered[tree.words[tree.words[word.head].head].head] in _PUTS
    ]


_PUTS = frozenset(("put", "puts", "putting", "turn", "turned", "turns", "integrate", "integrated", "introduced"))


def _time_before(tree: Tree) -> list[Change]:
    """A time before "after" or "before" belongs to that clause: "said on Friday, a day after talks failed"."""
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


def _number_as_punctuation(tree: Tree) -> list[Change]:
    """A number that was parsed as punctuation belongs to the name before it: "at Air Show 2023"."""
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
    """A word that is not the root may not have the root's label."""
    return [(word.index, word.head, "dep") for word in tree.words if word.label == "ROOT" and word.head >= 0]


_REPAIRS: tuple[Callable[[Tree], list[Change]], ...] = (
    _participle_for_verb,
    _object_for_subject,
    _second_subject,
    _bare_preposition,
    _asked_to,
    _reported_clause,
    _put_into,
    _time_before,
    _number_as_punctuation,
    _second_root,
)

"""Branches with details of the news: they are removed only where it is too long."""

from site_gen.extract.headline.branches import head_of, is_described, is_empty, is_free, is_verbal, label_of, low
from site_gen.extract.headline.lexicon import LOCATIONS, NAMELESS
from site_gen.extract.syntax import Tree


def is_purpose(tree: Tree, at: int) -> bool:
    """A clause of purpose with "to"."""
    first = tree.subtree(at)
    return tree.words[at].tag == "VB" and any(tree.words[place].tag == "TO" for place in first[:3])


def is_what_to_do(tree: Tree, at: int) -> bool:
    """A clause of purpose on a noun that says little without it: "its request to buy three ships"."""
    return label_of(tree, at) in ("acl", "relcl") and is_purpose(tree, at)


def is_late_purpose(tree: Tree, at: int) -> bool:
    """A clause of purpose on a verb."""
    return label_of(tree, at) == "advcl" and is_purpose(tree, at)


def is_outer_place(tree: Tree, at: int) -> bool:
    """A place that the verb does not require."""
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) in LOCATIONS
        and is_free(tree, at)
        and any(tree.words[place].tag in ("NNP", "NNPS") for place in tree.subtree(at))
    )


def is_direction(tree: Tree, at: int) -> bool:
    """A direction from a place: "east of the town"."""
    last = tree.subtree(at)[-1]
    is_end = last + 2 >= len(tree.words) or tree.words[last + 1].text == ","
    return is_end and label_of(tree, at) == "advmod" and low(tree, at) in _DIRECTIONS and len(tree.subtree(at)) > 1


_DIRECTIONS = frozenset(
    [
        "east",
        "west",
        "north",
        "south",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "outside",
        "close",
        "away",
        "near",
    ]
)


def is_inner_phrase(tree: Tree, at: int) -> bool:
    """A phrase on a noun that is described already."""
    head = head_of(tree, at)
    return (
        label_of(tree, at) == "prep"
        and not is_verbal(tree, head)
        and head >= 0
        and low(tree, at) not in ("of", "to", "than", "as", "like")
        and (tree.words[head].tag[:1] == "N" and not is_empty(tree, head, at) and is_described(tree, head))
    )


def is_any_phrase(tree: Tree, at: int) -> bool:
    """A phrase that the verb does not require."""
    return label_of(tree, at) == "prep" and is_free(tree, at) and low(tree, at) not in ("to", "of", "by", "as", "into")


def is_late_clause(tree: Tree, at: int) -> bool:
    """A participle on a noun that is described already."""
    head = head_of(tree, at)
    return (
        label_of(tree, at) == "acl"
        and tree.words[at].tag in ("VBN", "VBG")
        and head >= 0
        and not is_empty(tree, head, at)
        and any(
            label_of(tree, child) in ("compound", "amod", "poss") or tree.words[head].tag == "NNP"
            for child in tree.children(head)
        )
        and label_of(tree, head) not in ("nsubj", "nsubjpass")
    )


def is_deep_of(tree: Tree, at: int) -> bool:
    """A phrase with "of ..." within a phrase, on a noun that is described already."""
    head = head_of(tree, at)
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) in ("of", "to")
        and head >= 0
        and label_of(tree, head) == "pobj"
        and (tree.words[head].tag in ("NN", "NNS") and is_described(tree, head) and not is_empty(tree, head, at))
    )


def is_restrictive(tree: Tree, at: int) -> bool:
    """A restrictive clause on a noun that is described already."""
    head = head_of(tree, at)
    return (
        label_of(tree, at) in ("relcl", "acl")
        and head >= 0
        and (not is_empty(tree, head, at) or is_new(tree, head))
        and is_described(tree, head)
    )


def is_new(tree: Tree, noun: int) -> bool:
    """A firm with "a" that an adjective or a name describes: "a Danish company"."""
    if low(tree, noun) not in NAMELESS:
        return False
    before = [child for child in tree.children(noun) if child < noun]
    described = any(label_of(tree, child) in ("compound", "amod", "poss") for child in before)
    return described and any(low(tree, child) in ("a", "an") for child in before)


def is_minor(tree: Tree, at: int) -> bool:
    """The second of two nouns, which belongs to the first: "arms makers and their suppliers"."""
    return (
        label_of(tree, at) == "conj"
        and tree.words[at].tag[:1] == "N"
        and at > head_of(tree, at)
        and not _is_plural_by(tree, at)
        and any(tree.words[child].tag == "PRP$" for child in tree.children(at))
    )


def _is_plural_by(tree: Tree, at: int) -> bool:
    """Whether the verb of a coordinated subject would be wrong with the first noun alone."""
    subject = head_of(tree, at)
    verb = head_of(tree, subject)
    if label_of(tree, subject) not in ("nsubj", "nsubjpass") or verb < 0:
        return False
    plural = any(low(tree, child) in ("have", "are", "were", "do") for child in tree.children(verb))
    return plural or label_of(tree, verb) == "ROOT" or tree.words[verb].tag == "VBP"


def is_description(tree: Tree, at: int) -> bool:
    """A description before a person's full name: "former executive and lobbyist Alex Azar"."""
    word = tree.words[at]
    return (
        word.label in ("compound", "nmod")
        and word.tag in ("NN", "NNS")
        and tree.words[word.head].tag == "NNP"
        and at + 1 < word.head
        and tree.words[word.head - 1].tag == "NNP"
        and word.text.islower()
        and not any(tree.words[child].label == "amod" and child < at for child in tree.children(word.head))
        and not (tree.left_edge(at) and tree.lowered[tree.left_edge(at) - 1] in ("and", "or"))
        and not (at and tree.left_edge(at) == at and tree.words[at - 1].tag in ("NN", "NNS"))
    )


def is_result(tree: Tree, at: int) -> bool:
    """A clause of purpose after an object."""
    return (
        label_of(tree, at) == "advcl"
        and is_purpose(tree, at)
        and at > head_of(tree, at)
        and any(label_of(tree, child) == "dobj" for child in tree.children(head_of(tree, at)))
    )


def is_last_resort(tree: Tree, at: int) -> bool:
    """Anything that a clause can lose and still be grammatical."""
    head = head_of(tree, at)
    if head < 0 or at < head:
        return False
    if low(tree, head) in ("companies", "firms", "makers") and label_of(tree, head) in ("nsubj", "nsubjpass"):
        return label_of(tree, at) == "relcl"
    label = label_of(tree, at)
    if label in ("relcl", "advcl", "acl", "npadvmod", "appos") or (label == "advmod" and len(tree.subtree(at)) > 1):
        return not is_empty(tree, head, at)
    return label == "prep" and (
        is_free(tree, at) if is_verbal(tree, head) else not is_empty(tree, head, at) and low(tree, at) != "of"
    )

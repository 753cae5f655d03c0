"""Properties of a branch of a tree: its words, its position, whether its head needs it."""

from site_gen.extract.headline.lexicon import BACKGROUND, GENERIC, LOCATIONS, REQUIRED
from site_gen.extract.headline.statement import base_of
from site_gen.extract.syntax import Tree


def low(tree: Tree, at: int) -> str:
    """The word at a place in lower case."""
    return tree.lowered[at]


def branch_words(tree: Tree, at: int) -> list[str]:
    """The words of a branch in lower case."""
    return [tree.lowered[place] for place in tree.subtree(at)]


def label_of(tree: Tree, at: int) -> str:
    """The dependency label of a word."""
    return tree.words[at].label


def head_of(tree: Tree, at: int) -> int:
    """The place of the head of a word; -1 for the root."""
    return tree.words[at].head


def is_verbal(tree: Tree, at: int) -> bool:
    """Whether the word at a place is a verb."""
    return at >= 0 and tree.words[at].tag[:2] in ("VB", "MD")


def after_comma(tree: Tree, at: int) -> bool:
    """Whether a branch follows a comma, a dash or a bracket."""
    first = tree.left_edge(at)
    return first > 0 and tree.words[first - 1].text in (",", "–", "—", "--", "-", "(")


def is_closed(tree: Tree, at: int) -> bool:
    """Whether a branch that began after a comma ends before one or with the sentence, as an aside does."""
    after = tree.subtree(at)[-1] + 1
    return (
        after >= len(tree.words)
        or tree.words[after].tag in (",", ".", ":", "-RRB-", "''", "HYPH")
        or not tree.words[after].text[0].isalnum()
    )


def is_region(tree: Tree, at: int) -> bool:
    """A state or province that identifies a town: "Lebanon, Pennsylvania"."""
    inside = tree.subtree(at)
    before = [tree.words[place] for place in range(max(0, inside[0] - 2), inside[0])]
    return (
        len(before) == 2
        and before[0].tag == "NNP"
        and before[1].text == ","
        and len(inside) <= 3
        and all(tree.words[place].tag in ("NNP", ".", ",") for place in inside)
        and is_closed(tree, at)
    )


def is_described(tree: Tree, noun: int) -> bool:
    """A noun that needs nothing after it: a name, or one with an adjective, a number, a possessor before it."""
    return tree.words[noun].tag in ("NNP", "NNPS") or any(
        child < noun and label_of(tree, child) in ("compound", "amod", "poss", "nummod")
        for child in tree.children(noun)
    )


def is_empty(tree: Tree, noun: int, at: int) -> bool:
    """A noun that says little without this branch, and has no other before it: "use", but not "use of drones"."""
    between = (child for child in tree.children(noun) if noun < child < at)
    return low(tree, noun) in GENERIC and all(
        label_of(tree, child) not in ("prep", "acl", "relcl") for child in between
    )


def is_free(tree: Tree, at: int) -> bool:
    """A phrase that its verb does not need: not the first one after a verb that requires it."""
    head = head_of(tree, at)
    if not is_verbal(tree, head) or at == head + 1:
        return False
    if (base_of(tree, head), low(tree, at)) in REQUIRED:
        return False
    before = {label_of(tree, other) for other in tree.children(head) if head < other < at}
    if "prep" in before:
        return True
    if low(tree, at) not in BACKGROUND and not before & {
        "dobj",
        "attr",
        "acomp",
        "xcomp",
        "ccomp",
        "agent",
        "dative",
        "oprd",
    }:
        return is_passive(tree, head) and low(tree, at) in LOCATIONS
    return True


def is_negated(tree: Tree, at: int) -> bool:
    """Whether a verb is negated or limited: the negation may be of what depends on it."""
    return at >= 0 and any(
        label_of(tree, child) == "neg" or low(tree, child) in ("only", "never") for child in tree.children(at)
    )


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is in the passive."""
    return any(label_of(tree, child) in ("auxpass", "nsubjpass") for child in tree.children(verb))


def is_past_year(tree: Tree, at: int) -> bool:
    """A time so long ago that its verb stays in the past: "last year", "in 2014", "two years ago"."""
    words = set(branch_words(tree, at))
    return (
        label_of(tree, at) in ("npadvmod", "prep", "advmod")
        and len(words) <= 5
        and (
            (bool({"last", "previous"} & words) and bool({"year", "decade", "century"} & words))
            or ("ago" in words and bool({"year", "years", "decade", "decades"} & words))
            or (
                low(tree, at) == "in"
                and any(len(word) == 4 and word[:2] in ("19", "20") and word.isdigit() for word in words)
            )
        )
    )


_PAST = frozenset(("last", "previous", "ago"))


def past_years(tree: Tree) -> tuple[int, ...]:
    """The places of such times."""
    if not any(word in _PAST or word.isdigit() for word in tree.lowered):
        return ()
    return tuple(
        word.index
        for word in tree.words
        if word.label in ("npadvmod", "prep", "advmod") and is_past_year(tree, word.index)
    )


def is_duration(tree: Tree, at: int) -> bool:
    """A length of time ("for three years"), which is news, unlike a day."""
    words = set(branch_words(tree, at))
    return bool(words & {"years", "months", "weeks", "days", "hours", "minutes", "decades"}) and not words & {
        "ago",
        "last",
    }

"""Branches that the news does not need: asides, openings, tails, titles and articles."""

from site_gen.extract.headline.branches import (
    after_comma,
    branch_words,
    head_of,
    is_closed,
    is_free,
    is_negated,
    is_region,
    is_verbal,
    label_of,
    low,
)
from site_gen.extract.headline.details import is_purpose
from site_gen.extract.headline.lexicon import BACKGROUND, FAMILY_NAMES, FILLERS, FIRMS, OFFICES, PRAISE, TITLES
from site_gen.extract.headline.statement import base_of
from site_gen.extract.headline.times import is_interval
from site_gen.extract.syntax import Tree


def is_filler(tree: Tree, at: int) -> bool:
    """A word that adds nothing: "also", "meanwhile"."""
    if is_negated(tree, head_of(tree, at)):
        return False
    return label_of(tree, at) in ("advmod", "intj") and low(tree, at) in FILLERS and len(tree.subtree(at)) == 1


def is_praise(tree: Tree, at: int) -> bool:
    """An adjective or adverb that praises: "a groundbreaking, best-value contract"."""
    plain = (
        label_of(tree, at) in ("amod", "advmod", "compound") and low(tree, at) in PRAISE and len(tree.subtree(at)) == 1
    )
    return plain and not is_negated(tree, head_of(tree, at)) and tree.words[at].text.islower()


def is_leading_link(tree: Tree, at: int) -> bool:
    """The "And" or "But" at the beginning of a sentence."""
    return label_of(tree, at) == "cc" and at == 0


def in_brackets(tree: Tree, at: int) -> bool:
    """Whether a branch is in brackets."""
    first, last = tree.subtree(at)[0], tree.subtree(at)[-1]
    return (
        first > 0
        and last + 1 < len(tree.words)
        and tree.words[first - 1].text in "(["
        and tree.words[last + 1].text in ")]"
    )


def is_apposition(tree: Tree, at: int) -> bool:
    """An apposition between commas, which says who or what something is."""
    bare = tree.words[tree.left_edge(at)].tag == "JJ" and tree.words[head_of(tree, at)].tag == "NN"
    if bare:
        return False  # "a brutal, senseless attack", with an adjective taken for a noun
    ends = is_closed(tree, at) or tree.lowered[tree.subtree(at)[-1] + 1] == "into"
    return label_of(tree, at) == "appos" and after_comma(tree, at) and ends and not is_region(tree, at)


def is_aside(tree: Tree, at: int) -> bool:
    """A clause between commas: "which sank in May"."""
    return label_of(tree, at) in ("relcl", "acl") and after_comma(tree, at) and is_closed(tree, at)


def is_loose_noun(tree: Tree, at: int) -> bool:
    """A noun after a comma that only the comma joins: the region after a town, a verdict at the end."""
    word = tree.words[at]
    if word.label not in ("npadvmod", "dep", "appos", "oprd") or not after_comma(tree, at) or word.tag[:1] != "N":
        return False
    if is_region(tree, at) or is_interval(tree, at):
        return False
    last = tree.subtree(at)[-1] >= len(tree.words) - 2
    return word.label == "npadvmod" or (last and tree.words[tree.left_edge(at)].text.lower() in ("a", "an", "the"))


def is_scene(tree: Tree, at: int) -> bool:
    """Where it was said: "in a statement", "in an interview with the BBC", "at a news conference", "during a visit"."""
    words = set(branch_words(tree, at))
    places = {
        "statement",
        "interview",
        "conference",
        "speech",
        "tweet",
        "post",
        "briefing",
        "remarks",
        "release",
        "letter",
        "visit",
    }
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) in ("in", "at", "during", "on", "via", "through")
        and bool(places & words)
        and (is_verbal(tree, head_of(tree, at)) and base_of(tree, head_of(tree, at)) in _UTTERANCE)
    )


_UTTERANCE = frozenset(["say", "tell", "announce", "warn", "claim", "add", "state", "note", "confirm", "reveal"])


def is_tail(tree: Tree, at: int) -> bool:
    """A clause after the news: "…, opposing a plan", "… as its troops withdrew"; not after an empty verb."""
    if base_of(tree, head_of(tree, at)) in ("come", "occur", "happen", "follow", "arise", "take", "remain", "be"):
        return False
    return label_of(tree, at) == "advcl" and at > head_of(tree, at) and not is_purpose(tree, at)


def is_front(tree: Tree, at: int) -> bool:
    """A clause before the news: "Hoping to hold the town, ..."."""
    return label_of(tree, at) == "advcl" and at < head_of(tree, at)


def is_second_clause(tree: Tree, at: int) -> bool:
    """A second verb of the same subject: "… and said it would …"."""
    return (
        label_of(tree, at) == "conj"
        and is_verbal(tree, at)
        and label_of(tree, head_of(tree, at)) in ("ROOT", "ccomp")
        and (
            any(
                low(tree, child) in ("and", ";") and label_of(tree, child) in ("cc", "punct")
                for child in tree.children(head_of(tree, at))
            )
        )
    )


def is_second_sentence(tree: Tree, at: int) -> bool:
    """A sentence that only a comma joins to the news: "The army sent tanks, the border is closed"."""
    own = any(label_of(tree, child) in ("nsubj", "nsubjpass") and child < at for child in tree.children(at))
    links = [child for child in tree.children(head_of(tree, at)) if label_of(tree, child) == "cc"]
    edge = tree.left_edge(at)
    comma = any(tree.words[place].text in (",", ";") for place in (edge, edge - 1) if place > 0)
    finite = tree.words[at].tag in ("VBD", "VBZ", "VBP", "MD")
    return label_of(tree, at) == "conj" and finite and own and comma and not links


def is_background(tree: Tree, at: int) -> bool:
    """Circumstances at the same time: "amid protests"."""
    return label_of(tree, at) == "prep" and low(tree, at) in BACKGROUND and (is_free(tree, at) or after_comma(tree, at))


def is_fronted(tree: Tree, at: int) -> bool:
    """A phrase before the subject, set off by a comma."""
    head = head_of(tree, at)
    last = tree.subtree(at)[-1]
    return (
        label_of(tree, at) == "prep"
        and is_verbal(tree, head)
        and at < head
        and last + 1 < head
        and tree.words[last + 1].text == ","
    )


def is_courtesy(tree: Tree, at: int) -> bool:
    """A title of courtesy: "Sir", "Mr"."""
    return label_of(tree, at) == "compound" and low(tree, at) in TITLES


def is_first_name(tree: Tree, at: int) -> bool:
    """The first name between an office and a last name: "Prime Minister Jacques Chirac"."""
    word = tree.words[at]
    if word.label != "compound" or word.tag != "NNP" or at == 0 or word.head != _end_of_name(tree, at):
        return False
    before = low(tree, at - 1)
    if low(tree, word.head) in FIRMS or low(tree, at) in FAMILY_NAMES:
        return False
    return before in OFFICES and tree.words[word.head].tag == "NNP" and not tree.words[word.head].text.isupper()


def _end_of_name(tree: Tree, at: int) -> int:
    return at + 1 if at + 1 < len(tree.words) and tree.words[at + 1].text[1:] != "." else at + 2


def _is_country(word: str) -> bool:
    return word.rstrip(".") in ("U.S", "US", "United", "U.N", "UN", "UK", "U.K", "European", "EU", "Middle")


def is_article(tree: Tree, at: int) -> bool:
    """The article "the" or "a", where the noun does not need it."""
    word = tree.words[at]
    if word.label != "det" or word.text not in ("the", "a", "an") or len(tree.subtree(at)) > 1:
        return False
    if word.text == "the" and 1 < at < len(tree.words) - 1 and tree.lowered[at - 1] in ("of", "for"):
        around = (tree.words[at - 2], tree.words[at + 1])
        if all(one.tag in ("NNP", "NNPS") for one in around) and not _is_country(around[1].text):
            return False  # part of a name: "British Army of the Rhine"
    after = tree.words[at + 1].text.lower() if at + 1 < len(tree.words) else ""
    return after not in (
        "same",
        "half",
        "third",
        "quarter",
        "fifth",
        "tenth",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "billion",
        "few",
        "little",
        "lot",
        "number",
        "most",
        "other",
    )

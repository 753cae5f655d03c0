"""The form of headlines: the main verb in the present, passives without "was", "to" for "will", no leading article."""

import re

from site_gen.extract.headline.lexicon import AIMS, PLURALS, STATES
from site_gen.extract.headline.verbs import present_of, verb_of
from site_gen.extract.syntax import Tree

Changes = dict[int, str]
"""The new text of words, by their places; an empty string removes the word."""

_OPENS, _CLOSES = "“\"‘'", "”\"’'"
_NO_BLANK_AFTER = frozenset("($£€“‘[#/")
_NO_BLANK_BEFORE = frozenset(")%”’],.;:?!/")


def written(tree: Tree, keep: frozenset[int], changes: Changes) -> str:
    """The kept words as text; a comma stays only where both its neighbours do."""
    out: list[str] = []
    last = -2
    paused = _ends_of_fronted(tree, keep)
    for at in sorted(keep):
        word = tree.words[at]
        text = changes.get(at, word.text)
        if not text or (word.text in _PAUSES and not _is_needed(tree, keep, at)):
            continue
        if text in (".", "!") and at == len(tree.words) - 1:
            continue
        joined = last == at - 1 and not tree.words[last].blank
        if (out and not joined and text[0] not in _NO_BLANK_BEFORE and out[-1][-1] not in _NO_BLANK_AFTER) or (
            out and not joined and last != at - 1 and text[0] not in _NO_BLANK_BEFORE
        ):
            out.append(" ")
        out.append(text)
        last = at
        if at in paused and text[-1].isalnum() and _next_kept(tree, keep, at) not in _PAUSES:
            out.append(",")
    text = " ".join("".join(out).split()).strip(" ,;:–—-")
    text = _TWO_COMMAS.sub(r",\1", text)
    return text if text.count("(") == text.count(")") else text.replace("(", "").replace(")", "")


_TWO_COMMAS = re.compile(r",([”\"’]),")


def _end_of_aside(tree: Tree, keep: frozenset[int], comma: int) -> int | None:
    """Where the aside after a kept comma ends, if its closing comma was removed and more of the clause follows."""
    following = next((place for place in range(comma + 1, len(tree.words)) if place in keep), -1)
    if following < 0 or not _is_needed(tree, keep, comma):
        return None
    branch = _outermost(tree, following, 0)
    word = tree.words[branch]
    if word.label not in ("advmod", "acl", "relcl", "appos", "amod", "prep", "advcl") or word.head > branch:
        return None
    end = max(place for place in tree.subtree(branch) if place in keep or place == following)
    after = next((place for place in range(end + 1, len(tree.words)) if place in keep), -1)
    return (
        end
        if after > 0 and tree.words[after].text not in _PAUSES and tree.words[after].tag[:2] in ("VB", "MD")
        else None
    )


def _next_kept(tree: Tree, keep: frozenset[int], at: int) -> str:
    return next((tree.words[place].text for place in range(at + 1, len(tree.words)) if place in keep), "")


def _ends_of_fronted(tree: Tree, keep: frozenset[int]) -> frozenset[int]:
    """The ends of phrases before the subject that are long enough to need a comma."""
    ends = set()
    for at in keep:
        word = tree.words[at]
        if (
            word.label in ("prep", "advcl")
            and at < word.head
            and word.head in keep
            and tree.words[word.head].tag[:2] in ("VB", "MD")
        ):
            inside = [place for place in tree.subtree(at) if place in keep]
            if len(inside) >= _LONG_PHRASE and inside[-1] + 1 not in keep:
                ends.add(inside[-1])
        elif word.text == "," and (end := _end_of_aside(tree, keep, at)) is not None:
            ends.add(end)
    return frozenset(ends)


_LONG_PHRASE = 4


def _is_needed(tree: Tree, keep: frozenset[int], at: int) -> bool:
    """Whether a comma or dash stays: between kept neighbours, after a fronted phrase, before a coordinated one."""
    following = next((place for place in range(at + 1, len(tree.words)) if place in keep), -1)
    if following < 0 or any(tree.words[place].head <= at for place in range(at + 1, following)):
        return False
    if at - 1 in keep:
        return True
    before, after = _outermost(tree, at - 1, -1), _outermost(tree, following, 0)
    return (before in keep and tree.words[before].label in _FRONTED and before < tree.words[before].head) or (
        tree.words[after].label in ("conj", "advcl") and after in keep and tree.left_edge(after) > at
    )


def _outermost(tree: Tree, at: int, end: int) -> int:
    """The head of the widest branch that ends (-1) or begins (0) at a place."""
    while (head := tree.words[at].head) >= 0 and tree.subtree(head)[end] == tree.subtree(at)[end]:
        at = head
    return at


_PAUSES = frozenset((",", ";", ":", "--", "–", "—", "-"))
_FRONTED = frozenset(("prep", "advcl", "npadvmod", "advmod"))


def is_plural(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb is plural; the verb itself may show it: "has", "were"."""
    subject = subject_of(tree, verb)
    if subject is None:
        return False
    verb_words = {tree.lowered[at] for at in (*auxiliaries(tree, verb), verb)}
    if verb_words & _SINGULAR or (verb_words & _PLURAL and tree.words[subject].text not in _ONE_BODY):
        return not verb_words & _SINGULAR
    word = tree.words[subject]
    first = tree.words[tree.left_edge(subject)]
    if first.text.lower() in ("a", "an", "every", "each") and not any(
        tree.words[child].label == "conj" and child > subject and _stands_alone(tree, child)
        for child in tree.children(subject)
    ):
        return word.text.lower() in ("number", "majority", "couple", "few", "dozen") and any(
            tree.words[at].tag in ("NNS", "NNPS") for at in tree.subtree(subject)
        )
    if word.text.lower() in (
        "many",
        "several",
        "few",
        "some",
        "most",
        "both",
        "dozens",
        "hundreds",
        "thousands",
        "millions",
    ):
        return True
    if any(tree.words[child].label == "conj" and _joined_by_and(tree, subject) for child in tree.children(subject)):
        return True
    if word.text.lower() in ("number", "%", "percent", "majority", "dozens", "hundreds", "thousands", "couple"):
        return any(tree.words[at].tag in ("NNS", "NNPS") for at in tree.subtree(subject)[1:])
    if word.tag == "CD":
        return word.text.lower() not in ("one", "1")
    if word.tag == "NNPS":
        return word.text.endswith("s") and not word.text.endswith(_ONE_NAME)
    if word.text.lower() == "aircraft":
        return not any(
            tree.words[child].text.lower() in ("a", "an", "this", "that", "one", "another")
            for child in tree.children(subject)
        )
    return word.tag == "NNS" or word.text.lower() in PLURALS or word.text.endswith("men")


_ONE_NAME = ("States", "Nations", "Emirates", "Netherlands", "Philippines", "Systems", "Industries", "Technologies")
"""Endings of plural names that are singular in meaning."""
_SINGULAR = frozenset(("has", "was", "is", "does"))
_PLURAL = frozenset(("have", "were", "are", "do"))
_ONE_BODY = frozenset(("UN", "EU", "NATO", "UK", "US", "MoD", "FBI", "IAEA", "government", "council", "navy", "army"))
"""Bodies that some writers use with "have", but headlines do not."""


def _stands_alone(tree: Tree, noun: int) -> bool:
    """A noun with an article or possessor of its own, or a name."""
    return tree.words[noun].tag in ("NNP", "NNS") or any(
        tree.words[at].label in ("det", "poss") for at in tree.children(noun)
    )


def _joined_by_and(tree: Tree, head: int) -> bool:
    return any(
        tree.words[child].label == "cc" and tree.words[child].text.lower() in ("and", "&")
        for child in tree.children(head)
    )


def subject_of(tree: Tree, verb: int) -> int | None:
    """The place of a verb's subject; that of its first conjunct where it has none itself."""
    for child in tree.children(verb):
        if tree.words[child].label in ("nsubj", "nsubjpass", "csubj", "expl"):
            return child
    for child in tree.children(verb):
        if tree.words[child].label in ("aux", "auxpass") and tree.children(child):
            return subject_of(tree, child)
    word = tree.words[verb]
    return subject_of(tree, word.head) if word.label == "conj" and word.head >= 0 else None


def object_of(tree: Tree, preposition: int) -> int | None:
    """The place of the noun that a preposition governs."""
    return next((child for child in tree.children(preposition) if tree.words[child].label == "pobj"), None)


def auxiliaries(tree: Tree, verb: int) -> list[int]:
    """The places of the auxiliaries before a verb."""
    return [at for at in tree.children(verb) if tree.words[at].label in ("aux", "auxpass") and at < verb]


def in_present(tree: Tree, verb: int, plural: bool, reported: bool = False) -> Changes:
    """The changes that put a verb group into headline tense. `reported` undoes the backshift after "said"."""
    words = tree.words
    group = auxiliaries(tree, verb)
    auxiliary_words = [words[at].text.lower() for at in group]
    word = words[verb]
    low = word.text.lower()
    if not group:
        stays = _is_history(tree, verb) or (low in ("used", "was", "were") and is_before_to(tree, verb))
        return {} if stays else _simple(tree, verb, plural)
    first = auxiliary_words[0]
    if first in ("has", "have", "had") and (_is_negated(tree, verb) or _is_history(tree, verb)):
        return {}
    if first == "would" and "have" in auxiliary_words:
        return {}
    passive = any(words[at].label == "auxpass" for at in group)
    if first in ("has", "have", "’ve", "'ve") or (first == "had" and reported):
        if first == "had" and len(group) == 1 and low != "been":
            past = verb_of(low, "participle")
            return {group[0]: "", verb: past.past} if past else {}
        if len(group) == 1 and word.tag in ("VBN", "VBD"):
            if low == "been":
                return {group[0]: "", verb: "are" if plural else "is"}
            base = verb_of(low, "participle")
            return {group[0]: "", verb: present_of(base.base, plural)} if base else {}
        if passive and len(group) == 2:
            return dict.fromkeys(group, "")
        if len(group) == 2 and auxiliary_words[1] == "been" and not _lasts(tree, verb):  # has been working
            return _from_progressive(tree, verb, group, plural)
    if passive and len(group) == 1 and first in ("was", "were", "is", "are", "got"):
        return {group[0]: ""}
    if passive and len(group) == 2 and auxiliary_words[1] == "being":
        return {group[0]: "", group[1]: "being"} if first in ("was", "were") else {group[0]: "", group[1]: ""}
    if word.tag == "VBG" and (first in _GOING_ON or (first == "will" and auxiliary_words[1:] == ["be"])):
        return _from_progressive(tree, verb, group, plural)
    if first in ("will", "’ll", "'ll") and _takes_to(tree, verb, group[0]):
        return {group[0]: "to"}
    if first == "would" and reported:
        return {group[0]: "to" if _takes_to(tree, verb, group[0]) else "will"}
    if first == "did" and _is_negated(tree, verb):
        return {group[0]: "do" if plural else "does"}
    return {}


_GOING_ON = ("is", "are", "was", "were")


def _from_progressive(tree: Tree, verb: int, group: list[int], plural: bool) -> Changes:
    """From "is suing" and "was suing" to "sues", "will be suing" to "to sue"; "is going to" and negations stay."""
    words = tree.words
    known = verb_of(words[verb].text.lower(), "ing")
    future = words[group[0]].text.lower() == "will"
    aim = (
        known is not None
        and known.base == "go"
        and any(words[at].tag == "TO" for at in tree.subtree(verb) if at > verb)
    )
    if known is None or aim or _is_negated(tree, verb):
        past = words[group[0]].text.lower() in ("was", "were")
        return {group[0]: "are" if plural else "is"} if past and len(group) == 1 else {}
    if future:
        return (
            {group[0]: "to", **dict.fromkeys(group[1:], ""), verb: known.base}
            if _takes_to(tree, verb, group[0])
            else {}
        )
    return {**dict.fromkeys(group, ""), verb: present_of(known.base, plural)}


def unshifted(tree: Tree, verb: int, plural: bool) -> Changes:
    """The changes that undo a backshift after "says": "had seized" to "has seized", "would" to "will"."""
    words = tree.words
    group = auxiliaries(tree, verb)
    low = words[verb].text.lower()
    if not group:
        if low in ("was", "were"):
            return {verb: "are" if plural else "is"}
        if low == "had":
            return {verb: "have" if plural else "has"}
        state = verb_of(low, "past")
        return {verb: present_of(state.base, plural)} if state and state.base in STATES else {}
    first = words[group[0]].text.lower()
    if first == "would" and not any(words[at].text.lower() == "have" for at in group):
        return {group[0]: "will"}
    if first == "had" and len(group) == 1 and low != "been":
        return {group[0]: "have" if plural else "has"}
    if first in ("was", "were") and words[verb].tag == "VBG":
        return {group[0]: "are" if plural else "is"}
    return {}


def _simple(tree: Tree, verb: int, plural: bool) -> Changes:
    low, tag = tree.words[verb].text.lower(), tree.words[verb].tag
    there = [at for at in tree.children(verb) if tree.words[at].label == "expl"]
    if there and low in ("is", "are", "was", "were"):
        return {verb: "", there[0]: ""}
    subject = subject_of(tree, verb)
    aim = subject is not None and tree.words[subject].text.lower() in AIMS
    if low in ("is", "are", "was", "were") and not aim and is_before_to(tree, verb):
        return {verb: ""}
    if low in ("was", "were"):
        return {verb: "are" if plural else "is"}
    if low == "had":
        return {verb: "have" if plural else "has"}
    if tag not in ("VBD", "VBN"):
        return {}
    known = verb_of(low, "past")
    return {verb: present_of(known.base, plural)} if known else {}


def is_before_to(tree: Tree, verb: int) -> bool:
    """Whether "to" follows a verb: "is to open"."""
    return verb + 1 < len(tree.words) and tree.words[verb + 1].tag == "TO"


def _lasts(tree: Tree, verb: int) -> bool:
    """Whether the present would be wrong: "has been fighting for two years", "since May"."""
    return any(tree.words[at].text.lower() in ("for", "since", "long") and at > verb for at in tree.children(verb))


def _is_history(tree: Tree, verb: int) -> bool:
    """Whether a past stays past: "never asked", "once served"."""
    return any(
        tree.words[at].text.lower() in ("never", "once", "originally", "initially") for at in tree.children(verb)
    )


def _takes_to(tree: Tree, verb: int, auxiliary: int) -> bool:
    """Whether "will" can become "to": not negated, and with a subject after which "to" cannot be misread."""
    subject = subject_of(tree, verb)
    if tree.lowered[verb] == "have" and is_before_to(tree, verb):
        return False  # "will have to pay"
    if tree.lowered[verb] == "be" and any(tree.lowered[at] in _WILLING for at in tree.children(verb)):
        return False
    return (
        not _is_negated(tree, verb)
        and subject is not None
        and not any(tree.words[at].label in ("acl", "relcl") and at < auxiliary for at in tree.subtree(subject))
    )


_WILLING = frozenset(("willing", "ready", "able", "happy", "glad", "unable", "unwilling", "likely", "keen"))
"""Adjectives before which "will be" does not become "to be"."""


def _is_negated(tree: Tree, verb: int) -> bool:
    return any(tree.words[child].label == "neg" for child in tree.children(verb))


def capitalised(text: str) -> str:
    """The text with its first letter or digit in upper case, which may follow a quotation mark."""
    at = next((place for place, char in enumerate(text) if char.isalnum()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


__all__ = [
    "Changes",
    "auxiliaries",
    "capitalised",
    "in_present",
    "is_before_to",
    "is_plural",
    "object_of",
    "subject_of",
    "unshifted",
    "written",
]

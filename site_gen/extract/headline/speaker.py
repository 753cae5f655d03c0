"""The speaker in the short form of a headline: "minister", "officials", "Kremlin", "Trump"."""

import re

from site_gen.extract.headline.form import is_plural, object_of, subject_of, written
from site_gen.extract.headline.lexicon import (
    FIRMS,
    HONORIFICS,
    OFFICE_WORDS,
    OFFICES,
    PRONOUNS,
    RANKS,
    SPOKESPERSONS,
)
from site_gen.extract.headline.names import Names
from site_gen.extract.headline.statement import base_of
from site_gen.extract.headline.verbs import present_of
from site_gen.extract.syntax import Tree

_INNER = ("compound", "amod", "poss", "nmod", "case", "nummod", "punct", "quantmod", "det")
_LONGEST = 46
_SITE = re.compile(r"(?i)\.(?:org|com|net|in)\Z")
"""A site, which passes on what others say."""
_REPORTS = {"information": "report", "round-up": "report", "details": "reports"}
"""Sources with a plainer name."""
_NEVER_ALONE = frozenset(
    ("head", "chief", "leader", "member", "director", "chairman", "commander", "deputy", "members")
)
"""Offices that say nothing without their body."""
_LONGEST_NEEDED = 64
_MOST_OF, _MOST_NEEDED = 7, 10
"""Words that "of ..." may have after a speaker."""


def speaker_name(tree: Tree, speaker: int, names: Names) -> str:
    """The speaker's name for a headline; empty for a pronoun, which says nothing there."""
    words = tree.words
    head = words[speaker]
    if head.text.lower() in PRONOUNS or _SITE.search(head.text):
        return ""
    if head.text.lower() in _REPORTS:
        return _REPORTS[head.text.lower()]
    if head.text.lower() in SPOKESPERSONS and (body := _whose(tree, speaker)) is not None:
        return speaker_name(tree, body, names)
    chain = name_words(tree, speaker)
    named = [
        at
        for at in chain
        if (words[at].tag in ("NNP", "NNPS") and words[at].label in ("compound", "flat")) or at == speaker
    ]
    if head.tag == "NNP":
        first = tree.words[speaker - 1] if speaker else head
        if head.text in names.last and (first.tag != "NNP" or names.is_known(first.text, head.text)):
            return head.text
        role = _role_before(tree, chain, speaker)
        if role and tree.words[role[-1]].text.lower().rstrip(".") in RANKS:
            return _named(tree, [*role, speaker], names)
        if role:
            name = _named(tree, role, names)
            return name.lower() if all(word in OFFICE_WORDS for word in name.lower().split()) else name
        role_after = _role_after(tree, speaker)
        if role_after is not None and len(named) > 1:
            return speaker_name(tree, role_after, names)
    most = _MOST_NEEDED if head.text.lower() in _NEVER_ALONE else _MOST_OF
    kept = [*chain, *_of(tree, speaker, most)]
    name = _named(tree, kept, names)
    joined = [child for child in tree.children(speaker) if words[child].label == "conj"]
    if joined and len(name) + sum(len(written(tree, frozenset(tree.subtree(at)), {})) for at in joined) < _LONGEST:
        more = [at for child in (*joined, *_links(tree, speaker)) for at in tree.subtree(child)]
        name = _named(tree, [*kept, *more], names)
    if len(name) <= (_LONGEST_NEEDED if head.text.lower() in _NEVER_ALONE else _LONGEST):
        return name
    core = _named(tree, _core(tree, chain, speaker), names)
    return f"{_body_of(tree, speaker)} {core.lower()}".strip() if head.text.lower() in _NEVER_ALONE else core


def name_words(tree: Tree, noun: int) -> list[int]:
    """A noun with its modifiers before it: titles, first names, adjectives, a possessor."""
    found = [noun]
    for child in tree.children(noun):
        if tree.words[child].label in _INNER and child < noun:
            found += tree.subtree(child)
    return sorted(found)


def says(tree: Tree, speech: int, speaker: int, names: Names) -> str:
    """The verb of saying in the present."""
    base = base_of(tree, speech)
    base = "say" if base in ("accord", "according", "add", "note", "state", "tell", "report", "recount") else base
    if tree.words[speaker].text in names.capitals and not any(
        tree.words[at].label == "conj" for at in tree.children(speaker)
    ):
        return present_of(base, False)
    own = tree.words[speech].text.lower() != "according" and subject_of(tree, speech) == speaker
    plural = is_plural(tree, speech) if own else _plural_noun(tree, speaker)
    return present_of(base, plural)


def _plural_noun(tree: Tree, noun: int) -> bool:
    return tree.words[noun].tag in ("NNS",) or any(tree.words[at].label == "conj" for at in tree.children(noun))


def _whose(tree: Tree, speaker: int) -> int | None:
    """The body that a spokesperson speaks for: "a spokesman for the ministry", "the ministry's spokesman"."""
    for child in tree.children(speaker):
        word = tree.words[child]
        if word.label == "prep" and word.text.lower() in ("for", "of"):
            return object_of(tree, child)
        if word.label == "poss":
            return child
    return None


def _role_before(tree: Tree, chain: list[int], head: int) -> list[int]:
    """The words of an office before a person's name: "Spanish foreign minister" of "... Elena Ruiz"."""
    if any(tree.words[at].text.lower().rstrip(".") in FIRMS for at in (*chain, head)):
        return []
    offices = [at for at in chain if at != head and tree.words[at].text.lower().rstrip(".") in OFFICES]
    plain = [at for at in offices if tree.words[at].text.lower() not in HONORIFICS] or offices
    return [at for at in chain if at <= tree.subtree(plain[-1])[-1]] if plain else []


def _role_after(tree: Tree, noun: int) -> int | None:
    for child in tree.children(noun):
        if tree.words[child].label == "appos" and tree.words[child].text.lower() in OFFICES:
            return child
    return None


def _of(tree: Tree, noun: int, most: int) -> list[int]:
    """The words of "of ..." after a noun, which identify it, unless they are more than `most`."""
    for child in tree.children(noun):
        if tree.words[child].label == "prep" and tree.words[child].text.lower() in ("of", "for"):
            named = {at for one in tree.subtree(child) if tree.words[one].label == "appos" for at in tree.subtree(one)}
            inside = [at for at in tree.subtree(child) if at not in named and tree.words[at].text != ","]
            if len(inside) <= most and not any(tree.words[at].label in ("relcl", "acl") for at in inside):
                return inside
    return []


def _body_of(tree: Tree, speaker: int) -> str:
    """The body of an office, by its noun alone: "committee" of "head of the House committee on housing"."""
    for child in tree.children(speaker):
        if tree.words[child].label == "prep":
            noun = object_of(tree, child)
            return tree.words[noun].text if noun is not None else ""
    return ""


def _links(tree: Tree, noun: int) -> list[int]:
    return [at for at in tree.children(noun) if tree.words[at].label in ("cc", "punct")]


def _core(tree: Tree, chain: list[int], head: int) -> list[int]:
    return [at for at in chain if at == head or tree.words[at].label == "compound"][-4:]


def _named(tree: Tree, kept: list[int], names: Names) -> str:
    """The words as within a sentence, without an article."""
    text = written(tree, frozenset(kept), {})
    first = tree.words[min(kept)]
    if (
        first.index == 0
        and first.tag not in ("NNP", "NNPS")
        and first.text[1:].islower()
        and first.text not in names.capitals
    ):
        text = text[:1].lower() + text[1:]
    return _without_article(text)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    if rest and first.lower() in (
        "the",
        "a",
        "an",
        "its",
        "his",
        "their",
        "some",
        "several",
        "one",
        "two",
        "three",
        "four",
        "five",
    ):
        return rest
    return text

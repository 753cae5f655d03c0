"""Words with certain tags: a tagger that has seldom seen "sank" must not tag it as a noun.

Nor "Limited", with its capital, as a participle.
"""

from collections.abc import Sequence

from site_gen.extract.syntax.features import TAGS
from site_gen.extract.syntax.words import Token

_PAST = """
    ate became began blew broke came chose drank drew drove fell flew forbade forgave froze gave grew knew mistook
    overcame overran
    oversaw overthrew overtook partook ran rang rode rose sang sank shook shrank sprang stank stole swam swore threw
    took tore
    undertook underwent went withdrew woke wore wrote
"""
_PAST_OR_PARTICIPLE = """
    bought bred brought built caught clung crept dealt dug fed fled flung forgot fought heard held hung kept lent
    lost made meant met
    misled paid rebuilt repaid resold said sent slept slid sold sought sped spent stood struck stuck swept swung
    taught thought told
    understood undid upheld wept withheld withstood won
"""


def _numbers(*tags: str) -> tuple[int, ...]:
    return tuple(TAGS.index(tag) for tag in tags)


_PUNCTUATION = frozenset(("$", "''", ",", "-LRB-", "-RRB-", ".", ":", "``", "HYPH", "NFP", "SYM"))
_POSSESSIVE = _numbers("POS")
_REPUTED = frozenset(("said", "believed", "thought", "known", "reported", "alleged", "understood", "suspected"))
"""Before "to" they are participles: "a man said to be armed"."""
_PARTICIPLE = _numbers("VBN")
_WORDS = _numbers(*(tag for tag in TAGS if tag not in _PUNCTUATION))
_TAGS_OF: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(_PAST.split(), _numbers("VBD")),
    **dict.fromkeys(_PAST_OR_PARTICIPLE.split(), _numbers("VBD", "VBN")),
    **dict.fromkeys(("Incorporated", "Limited", "Holdings"), _numbers("NNP", "NNPS")),
}


def _is_after_noun(words: Sequence[Token], at: int) -> bool:
    """Whether the word before may be a noun; "he said to me" has a pronoun there."""
    return at > 0 and words[at - 1].text.isalpha() and words[at - 1].text.lower() not in _PRONOUNS


_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who", "you"))


_INTRANSITIVE = frozenset(
    (
        "collapsed",
        "exploded",
        "erupted",
        "happened",
        "occurred",
        "emerged",
        "arrived",
        "died",
        "failed",
        "abated",
        "vanished",
    )
)
"""Intransitive verbs: after a noun they are its verb, not a participle."""
_FINITE = _numbers("VBD")
_HELPERS = frozenset(
    (
        "has",
        "have",
        "had",
        "having",
        "been",
        "be",
        "is",
        "are",
        "was",
        "were",
        "not",
        "also",
        "never",
        "just",
        "already",
    )
)


def _is_verb_of_noun(words: Sequence[Token], at: int) -> bool:
    """Whether such a verb has a noun right before it: "after a roof collapsed"."""
    before = words[at - 1].text.lower() if at else ""
    return (
        before.isalpha()
        and not before.endswith("ly")
        and before not in (_HELPERS | {"the", "a", "an", "its", "of", "and"})
    )


def allowed_tags(words: Sequence[Token]) -> list[tuple[int, ...] | None]:
    """The numbers of the tags that each word may have; None for any.

    A word of two letters or more is not punctuation; an apostrophe after an s, without an opening quotation mark, is a
    possessive.
    """
    opened = any(word.text == "‘" for word in words)
    found: list[tuple[int, ...] | None] = []
    for at, word in enumerate(words):
        text = word.text
        if (
            text in _REPUTED
            and [after.text for after in words[at + 1 : at + 2]] == ["to"]
            and _is_after_noun(words, at)
        ):
            found.append(_PARTICIPLE)
            continue
        if text in _INTRANSITIVE and _is_verb_of_noun(words, at):
            found.append(_FINITE)
            continue
        if (
            text in ("’", "'")
            and at
            and not opened
            and not words[at - 1].blank
            and words[at - 1].text[-1:] == "s"
            and word.blank
        ):
            found.append(_POSSESSIVE)
        else:
            found.append(_TAGS_OF.get(text) or (_WORDS if text[:2].isalpha() else None))
    return found

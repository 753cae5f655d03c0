"""Irregular verb forms that are nothing else: a tagger that has seldom met "sank" must not take it for a noun."""

from site_gen.ingesting.syntax.features import TAGS

_PAST = """
    ate became began blew broke came chose drank drew drove fell flew forbade forgave froze gave grew knew mistook overcame overran
    oversaw overthrew overtook partook ran rang rode rose sang sank shook shrank sprang stank stole swam swore threw took tore
    undertook underwent went withdrew woke wore wrote
"""
_PAST_OR_PARTICIPLE = """
    bought bred brought built caught clung crept dealt dug fed fled flung forgot fought heard held hung kept lent lost made meant met
    misled paid rebuilt repaid resold said sent slept slid sold sought sped spent stood struck stuck swept swung taught thought told
    understood undid upheld wept withheld withstood won
"""


def _numbers(*tags: str) -> tuple[int, ...]:
    return tuple(TAGS.index(tag) for tag in tags)


_SIGNS = frozenset(("$", "''", ",", "-LRB-", "-RRB-", ".", ":", "``", "HYPH", "NFP", "SYM"))
_WORDS = _numbers(*(tag for tag in TAGS if tag not in _SIGNS))
_TAGS_OF: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(_PAST.split(), _numbers("VBD")),
    **dict.fromkeys(_PAST_OR_PARTICIPLE.split(), _numbers("VBD", "VBN")),
}


def tags_of(word: str) -> tuple[int, ...] | None:
    """The numbers of the tags that a word may have: what has two letters is no punctuation. None for any."""
    return _TAGS_OF.get(word) or (_WORDS if word[:2].isalpha() else None)

"""What a line looks like before its place is known."""

import re
from typing import Literal

from msgspec import Struct

from site_gen.ingesting.boilerplate.fold import fold
from site_gen.ingesting.boilerplate.menu import CONTROLS, MENU
from site_gen.ingesting.boilerplate.rule import LONG, SHORT
from site_gen.ingesting.boilerplate.rules import RULES

Kind = Literal["blank", "prose", "short", "menu", "edge", "anywhere", "end"]

_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_ANY = re.compile("|".join(rule.wordings.pattern for rule in RULES))
_ANY_LONG = re.compile("|".join(rule.wordings.pattern for rule in RULES if rule.longest > SHORT))
_NUMBER = re.compile(r"\d{1,4}")


class Named(Struct, frozen=True):
    """A line's kind, and the rule that says so where one does."""

    kind: Kind
    rule: str = ""


_BLANK, _PROSE, _SHORT = Named("blank"), Named("prose"), Named("short")
_MENU, _CONTROL, _REPEATED = Named("menu", "menu"), Named("anywhere", "menu"), Named("edge", "repeated line")


def name_line(text: str, repeats: frozenset[str]) -> Named:
    """The kind of a line by its wording alone."""
    if not text:
        return _BLANK
    if len(text) > LONG:
        return _PROSE
    folded = fold(text)
    if len(folded) > SHORT:
        return _by_rule(folded) if _ANY_LONG.fullmatch(folded) else _PROSE
    if folded in CONTROLS:
        return _CONTROL
    if folded in MENU or _NUMBER.fullmatch(folded):
        return _MENU
    if _ANY.fullmatch(folded):
        return _by_rule(folded)
    if repeats and folded in repeats:
        return _REPEATED
    return _PROSE if _is_prose(text) else _SHORT


def _by_rule(folded: str) -> Named:
    return next(Named(rule.where, rule.name) for rule in RULES if rule.wordings.fullmatch(folded))


def _is_prose(text: str) -> bool:
    """A sentence or more; headings, names, captions and teasers without a full stop are not."""
    words = text.count(" ") + 1
    return words >= 25 or (words >= 7 and _SENTENCE_END.search(text) is not None)

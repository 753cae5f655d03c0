"""What a line looks like before its place is known."""

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from site_gen.ingesting.boilerplate.fold import plain
from site_gen.ingesting.boilerplate.follows import follows, said_in
from site_gen.ingesting.boilerplate.menu import CONTROLS, MENU
from site_gen.ingesting.boilerplate.rule import LONG, SHORT, Rule, Words
from site_gen.ingesting.boilerplate.rules import RULES
from site_gen.ingesting.boilerplate.sentence import IsSentence

Kind = Literal["blank", "prose", "short", "table", "menu", "edge", "body", "anywhere", "end"]


def _openings(rules: Iterable[Rule]) -> re.Pattern[str]:
    return re.compile("|".join(rule.opening.pattern for rule in rules))


_LONG_RULES = tuple(rule for rule in RULES if rule.longest > SHORT)
_ANY, _ANY_LONG = _openings(RULES), _openings(_LONG_RULES)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_NUMBER = re.compile(r"\d{1,4}")


class Named(Struct, frozen=True):
    """A line's kind, and the rule that says so where one does."""

    kind: Kind
    rule: str = ""


_BLANK, _PROSE, _SHORT, TABLE = Named("blank"), Named("prose"), Named("short"), Named("table")
NUMBER = Named("menu", "number")
_MENU, _CONTROL, _REPEATED = Named("menu", "menu"), Named("anywhere", "menu"), Named("edge", "repeated line")


def name_line(text: str, repeats: frozenset[str], is_sentence: IsSentence) -> Named:
    """The kind of a line by its wording alone."""
    if not text:
        return _BLANK
    if len(text) > LONG:
        return _PROSE
    capitals = plain(text)
    folded = capitals.lower()
    if len(folded) > SHORT:
        named = _by_rule(capitals, folded, _LONG_RULES, is_sentence) if _ANY_LONG.match(folded) else None
        return named or _PROSE
    if folded in CONTROLS:
        return _CONTROL
    if folded in MENU and " " not in folded:
        return _MENU
    if _NUMBER.fullmatch(folded):
        return NUMBER
    named = _by_rule(capitals, folded, RULES, is_sentence) if _ANY.match(folded) else None
    if named:
        return named
    if folded in MENU:
        return _MENU
    if repeats and folded in repeats:
        return _REPEATED
    return _PROSE if _is_prose(text) or is_sentence(text) else _SHORT


def _by_rule(capitals: str, folded: str, rules: Iterable[Rule], is_sentence: IsSentence) -> Named | None:
    for rule in rules:
        if _fits(rule, capitals, folded) and (rule.statement or not is_sentence(capitals)):
            return Named(rule.where, rule.name)
    return None


def _fits(rule: Rule, capitals: str, folded: str) -> bool:
    if rule.rest == "end":
        return rule.opening.fullmatch(folded) is not None
    opening = rule.opening.match(folded)
    if opening is None:
        return False
    rest = (capitals if len(capitals) == len(folded) else folded)[opening.end() :].lstrip()
    return said_in(folded, rest, rule.rest) if isinstance(rule.rest, Words) else follows(rest, rule.rest)


def _is_prose(text: str) -> bool:
    """A sentence or more; headings, names, captions and teasers without a full stop are not."""
    words = text.count(" ") + 1
    return words >= 25 or (words >= 7 and _SENTENCE_END.search(text) is not None)

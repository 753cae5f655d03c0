"""What a line looks like before its place is known."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from site_gen.extract.boilerplate.fold import plain
from site_gen.extract.boilerplate.follows import follows, said_in
from site_gen.extract.boilerplate.menu import CONTROLS, MENU
from site_gen.extract.boilerplate.rule import LONG, SHORT, Rule, Words
from site_gen.extract.boilerplate.rules import RULES
from site_gen.extract.boilerplate.sentence import IsSentence

Kind = Literal["blank", "prose", "short", "table", "menu", "edge", "body", "call", "anywhere", "end"]


# Compiling each alone takes as long as compiling all together; most are never asked.
_compiled = cache(re.compile)


class Table(Struct, frozen=True):
    """Rules in order, those of them that hold something certain, and what tells quickly that none of them fits."""

    rules: tuple[Rule, ...]
    openings: re.Pattern[str]
    holding: tuple[Rule, ...]
    holds: tuple[str, ...]


def _table(rules: tuple[Rule, ...]) -> Table:
    openings = re.compile("|".join(rule.opening for rule in rules if not rule.holds))
    holding = tuple(rule for rule in rules if rule.holds)
    return Table(rules, openings, holding, tuple({part: None for rule in holding for part in rule.holds}))


_ALL = _table(RULES)
_OF_LONG_LINES = _table(tuple(rule for rule in RULES if rule.longest > SHORT))
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_BRIEF = 3  # words up to which a call may be a heading
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
        return _by_rule(capitals, folded, _OF_LONG_LINES, is_sentence) or _PROSE
    if folded in CONTROLS:
        return _CONTROL
    if folded in MENU and " " not in folded:
        return _MENU
    if _NUMBER.fullmatch(folded):
        return NUMBER
    named = _by_rule(capitals, folded, _ALL, is_sentence)
    if named:
        return named
    if folded in MENU:
        return _MENU
    if repeats and folded in repeats:
        return _REPEATED
    return _PROSE if _is_prose(text) or is_sentence(text) else _SHORT


def rule_of(text: str, is_sentence: IsSentence) -> Rule | None:
    """The first rule that a line fits, whatever its length and place."""
    capitals = plain(text)
    folded = capitals.lower()
    return _first(capitals, folded, _ALL if len(folded) <= SHORT else _OF_LONG_LINES, is_sentence)


def _by_rule(capitals: str, folded: str, table: Table, is_sentence: IsSentence) -> Named | None:
    rule = _first(capitals, folded, table, is_sentence)
    if rule is None:
        return None
    brief = rule.where == "anywhere" and isinstance(rule.rest, Words) and folded.count(" ") < _BRIEF
    return Named("call" if brief else rule.where, rule.name)


def _first(capitals: str, folded: str, table: Table, is_sentence: IsSentence) -> Rule | None:
    opened = table.openings.match(folded) is not None
    held = [part for part in table.holds if part in folded]
    if not opened and not held:
        return None
    for rule in table.rules if opened else table.holding:
        if rule.holds and not any(part in held for part in rule.holds):
            continue
        if _fits(rule, capitals, folded) and (rule.statement or not is_sentence(capitals)):
            return rule
    return None


def _fits(rule: Rule, capitals: str, folded: str) -> bool:
    opening = _compiled(rule.opening).match(folded)
    if opening is None or rule.rest == "end":
        return opening is not None
    rest = (capitals if len(capitals) == len(folded) else folded)[opening.end() :].lstrip()
    return said_in(capitals, rest, rule.rest) if isinstance(rule.rest, Words) else follows(rest, rule.rest)


def _is_prose(text: str) -> bool:
    """A sentence or more; headings, names, captions and teasers without a full stop are not."""
    words = text.count(" ") + 1
    return words >= 25 or (words >= 7 and _SENTENCE_END.search(text) is not None)

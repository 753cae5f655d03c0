"""Names the kind of a line by its wording, whatever its place."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from site_gen.extract.boilerplate.fold import normalised
from site_gen.extract.boilerplate.follows import follows, keeps_to
from site_gen.extract.boilerplate.menu import CONTROLS, MENU
from site_gen.extract.boilerplate.rule import LONG, SHORT, Rule, Words
from site_gen.extract.boilerplate.rules import RULES
from site_gen.extract.boilerplate.sentence import IsSentence

Kind = Literal["blank", "prose", "short", "table", "menu", "edge", "body", "call", "anywhere", "end"]


# Patterns are compiled when first used; most never are.
_compiled = cache(re.compile)


class Table(Struct, frozen=True):
    """Rules in order, with quick filters that rule most lines out: a joint pattern of openings, and required parts.

    `openings` has one group for each rule that needs no part, empty and at its end: the number of the group that
    matched says which of them is the first that opens so. `opened` are the rules that are left to try then.
    """

    openings: re.Pattern[str]
    opened: tuple[tuple[Rule, ...], ...]
    with_required_parts: tuple[Rule, ...]
    contains: tuple[str, ...]


def _table(rules: tuple[Rule, ...]) -> Table:
    with_required_parts = tuple(rule for rule in rules if rule.contains)
    return Table(
        re.compile("|".join(f"(?:{rule.opening})()" for rule in rules if not rule.contains)),
        tuple(_from(at, rules) for at, rule in enumerate(rules) if not rule.contains),
        with_required_parts,
        tuple({part: None for rule in with_required_parts for part in rule.contains}),
    )


def _from(at: int, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules without those that open otherwise than the line of which the one `at` this place opens first."""
    return (*(rule for rule in rules[:at] if rule.contains), *rules[at:])


_ALL = _table(RULES)
_OF_LONG_LINES = _table(tuple(rule for rule in RULES if rule.longest > SHORT))
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_BRIEF = 3  # words up to which a call may be a heading
_NUMBER = re.compile(r"\d{1,4}")


class Named(Struct, frozen=True):
    """A line's kind, and the rule that decided it, if one did."""

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
    cased = normalised(text)
    folded = cased.lower()
    if len(folded) > SHORT:
        return _by_rule(cased, folded, _OF_LONG_LINES, is_sentence) or _PROSE
    if folded in CONTROLS:
        return _CONTROL
    if folded in MENU and " " not in folded:
        return _MENU
    if _NUMBER.fullmatch(folded):
        return NUMBER
    named = _by_rule(cased, folded, _ALL, is_sentence)
    if named:
        return named
    if folded in MENU:
        return _MENU
    if repeats and folded in repeats:
        return _REPEATED
    return _PROSE if _is_prose(text) or is_sentence(text) else _SHORT


def rule_of(text: str, is_sentence: IsSentence) -> Rule | None:
    """The first rule that a line fits, whatever its length and place."""
    cased = normalised(text)
    folded = cased.lower()
    return _first(cased, folded, _ALL if len(folded) <= SHORT else _OF_LONG_LINES, is_sentence)


def _by_rule(cased: str, folded: str, table: Table, is_sentence: IsSentence) -> Named | None:
    rule = _first(cased, folded, table, is_sentence)
    if rule is None:
        return None
    brief = rule.where == "anywhere" and isinstance(rule.rest, Words) and folded.count(" ") < _BRIEF
    return Named("call" if brief else rule.where, rule.name)


def _first(cased: str, folded: str, table: Table, is_sentence: IsSentence) -> Rule | None:
    opened = table.openings.match(folded)
    present = [part for part in table.contains if part in folded]
    if opened is None and not present:
        return None
    for rule in table.opened[(opened.lastindex or 0) - 1] if opened else table.with_required_parts:
        if rule.contains and not any(part in present for part in rule.contains):
            continue
        if _fits(rule, cased, folded) and (rule.statement or not is_sentence(cased)):
            return rule
    return None


def _fits(rule: Rule, cased: str, folded: str) -> bool:
    opening = _compiled(rule.opening).match(folded)
    if opening is None or rule.rest == "end":
        return opening is not None
    rest = (cased if len(cased) == len(folded) else folded)[opening.end() :].lstrip()
    return keeps_to(cased, rest, rule.rest) if isinstance(rule.rest, Words) else follows(rest, rule.rest)


def _is_prose(text: str) -> bool:
    """Whether a line is a sentence or more; headings, names, captions and teasers without a full stop are not."""
    words = text.count(" ") + 1
    return words >= 25 or (words >= 7 and _SENTENCE_END.search(text) is not None)

"""Branches that tell when: a headline is of the day it is printed."""

import re

from site_gen.extract.headline.branches import (
    head_of,
    is_denied,
    is_past_year,
    is_verbal,
    label_of,
    low,
    spoken,
    tells_amount,
)
from site_gen.extract.headline.lexicon import AROUND_DAYS, DAYS, MONTHS, TIMES
from site_gen.extract.syntax import Tree

_NUMBER = re.compile(r"[0-9:.thsndr–-]*")


def _tells_day(tree: Tree, at: int) -> bool:
    """Whether a branch is only a time: "on Friday", "late Monday", "earlier this week"."""
    words = spoken(tree, at)
    return (
        len(words) <= 9
        and not ("year" in words and {"this", "next"} & set(words))
        and not is_past_year(tree, at)
        and bool(TIMES & set(words))
        and not tells_amount(tree, at)
        and all(word in AROUND_DAYS or word in TIMES or _NUMBER.fullmatch(word) for word in words)
    )


def tells_how_long_after(tree: Tree, at: int) -> bool:
    """How long after or before a clause: "a day after talks failed"."""
    return tree.lowered[at + 1 : at + 2] in (("after",), ("before",))


def is_day(tree: Tree, at: int) -> bool:
    """A day without a preposition: "Tuesday", "last week", "today's"."""
    if label_of(tree, at) == "poss" and low(tree, at) in ("today", "yesterday"):
        return True
    if is_denied(tree, head_of(tree, at)) or tells_how_long_after(tree, at):
        return False
    return label_of(tree, at) in ("npadvmod", "tmod") and low(tree, head_of(tree, at)) != "ago" and _tells_day(tree, at)


def is_here(tree: Tree, at: int) -> bool:
    """The place of the dateline, which readers of a headline do not see: "the summit here"."""
    head = head_of(tree, at)
    return label_of(tree, at) == "advmod" and low(tree, at) == "here" and head >= 0 and low(tree, head) not in _STAYS


_STAYS = ("is", "are", "was", "were", "be", "been", "'s", "’s", "from", "to", "in", "up")


def is_planned_time(tree: Tree, at: int) -> bool:
    """When it is to be: "will open in May"; where it fits, it is part of the news."""
    head = head_of(tree, at)
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) == "in"
        and any(tree.lowered[child] in ("will", "would") for child in tree.children(head))
        and bool((MONTHS | {"months", "weeks", "year", "years"}) & set(spoken(tree, at)))
        and not is_denied(tree, head)
    )


def is_day_phrase(tree: Tree, at: int) -> bool:
    """A day with one: "on Friday", "in May"."""
    if is_denied(tree, head_of(tree, at)) or is_planned_time(tree, at):
        return False
    if label_of(tree, at) == "prep" and _is_recent_span(spoken(tree, at)):
        return True
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) in ("on", "at", "in", "during", "late", "earlier", "early")
        and (
            _tells_day(tree, at)
            and bool((DAYS | MONTHS | {"week", "month", "year", "weekend", "moment"}) & set(spoken(tree, at)))
        )
    )


def _is_recent_span(words: list[str]) -> bool:
    """Whether words say "in the past two months", "over the last 24 hours"."""
    text = " ".join(words)
    return bool(_RECENT.fullmatch(text))


_RECENT = re.compile(r"(?:in|over|during|within) (?:the )?(?:past|last) (?:[\w-]+ ){0,2}(?:hours|days|weeks|months)")


def is_day_adverb(tree: Tree, at: int) -> bool:
    """An hour or a day at the verb: "later", "earlier today"."""
    if is_denied(tree, head_of(tree, at)):
        return False
    return (
        label_of(tree, at) == "advmod"
        and is_verbal(tree, head_of(tree, at))
        and bool({*spoken(tree, at)} & (DAYS | {"earlier", "late", "later"}))
        and len(spoken(tree, at)) <= 4
    )


def is_bare_participle(tree: Tree, at: int) -> bool:
    """A participle behind its noun of which only the day would be left: "the plan unveiled on Thursday"."""
    inside = tree.subtree(at)
    return (
        label_of(tree, at) == "acl"
        and tree.words[at].tag == "VBN"
        and len(inside) > 1
        and all(is_day(tree, child) or is_day_phrase(tree, child) for child in tree.children(at))
    )

"""Branches that say when: a headline is about the day of its publication."""

import re

from site_gen.extract.headline.branches import (
    branch_words,
    head_of,
    is_duration,
    is_negated,
    is_past_year,
    is_verbal,
    label_of,
    low,
)
from site_gen.extract.headline.lexicon import AROUND_DAYS, DAYS, MONTHS, TIMES
from site_gen.extract.syntax import Tree

_NUMBER = re.compile(r"[0-9:.thsndr–-]*")


def _is_time(tree: Tree, at: int) -> bool:
    """Whether a branch is only a time: "on Friday", "late Monday", "earlier this week"."""
    words = branch_words(tree, at)
    return (
        len(words) <= 9
        and not ("year" in words and {"this", "next"} & set(words))
        and not is_past_year(tree, at)
        and bool(TIMES & set(words))
        and not is_duration(tree, at)
        and all(word in AROUND_DAYS or word in TIMES or _NUMBER.fullmatch(word) for word in words)
    )


def is_interval(tree: Tree, at: int) -> bool:
    """Whether a branch says how long after or before a clause: "a day after talks failed"."""
    return tree.lowered[at + 1 : at + 2] in (("after",), ("before",))


def is_day(tree: Tree, at: int) -> bool:
    """A day without a preposition: "Tuesday", "last week", "today's"."""
    if label_of(tree, at) == "poss" and low(tree, at) in ("today", "yesterday"):
        return True
    if is_negated(tree, head_of(tree, at)) or is_interval(tree, at):
        return False
    return label_of(tree, at) in ("npadvmod", "tmod") and low(tree, head_of(tree, at)) != "ago" and _is_time(tree, at)


def is_here(tree: Tree, at: int) -> bool:
    """The place of the dateline, which readers of a headline do not see: "the summit here"."""
    head = head_of(tree, at)
    return label_of(tree, at) == "advmod" and low(tree, at) == "here" and head >= 0 and low(tree, head) not in _STAYS


_STAYS = ("is", "are", "was", "were", "be", "been", "'s", "’s", "from", "to", "in", "up")


def is_planned_time(tree: Tree, at: int) -> bool:
    """A planned time, which is part of the news: "will open in May"."""
    head = head_of(tree, at)
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) == "in"
        and any(tree.lowered[child] in ("will", "would") for child in tree.children(head))
        and bool((MONTHS | {"months", "weeks", "year", "years"}) & set(branch_words(tree, at)))
        and not is_negated(tree, head)
    )


def is_day_phrase(tree: Tree, at: int) -> bool:
    """A day with a preposition: "on Friday", "in May"."""
    if is_negated(tree, head_of(tree, at)) or is_planned_time(tree, at):
        return False
    if label_of(tree, at) == "prep" and _is_recent_span(branch_words(tree, at)):
        return True
    return (
        label_of(tree, at) == "prep"
        and low(tree, at) in ("on", "at", "in", "during", "late", "earlier", "early")
        and (
            _is_time(tree, at)
            and bool((DAYS | MONTHS | {"week", "month", "year", "weekend", "moment"}) & set(branch_words(tree, at)))
        )
    )


def _is_recent_span(words: list[str]) -> bool:
    """Whether words are a recent period: "in the past two months", "over the last 24 hours"."""
    text = " ".join(words)
    return bool(_RECENT.fullmatch(text))


_RECENT = re.compile(r"(?:in|over|during|within) (?:the )?(?:past|last) (?:[\w-]+ ){0,2}(?:hours|days|weeks|months)")


def is_day_adverb(tree: Tree, at: int) -> bool:
    """A time adverb of the verb: "later", "earlier today"."""
    if is_negated(tree, head_of(tree, at)):
        return False
    return (
        label_of(tree, at) == "advmod"
        and is_verbal(tree, head_of(tree, at))
        and bool({*branch_words(tree, at)} & (DAYS | {"earlier", "late", "later"}))
        and len(branch_words(tree, at)) <= 4
    )


def is_bare_participle(tree: Tree, at: int) -> bool:
    """A participle after its noun with nothing but a day: "the plan unveiled on Thursday"."""
    inside = tree.subtree(at)
    return (
        label_of(tree, at) == "acl"
        and tree.words[at].tag == "VBN"
        and len(inside) > 1
        and all(is_day(tree, child) or is_day_phrase(tree, child) for child in tree.children(at))
    )

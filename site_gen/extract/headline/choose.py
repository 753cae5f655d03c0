"""Which branches go so that a headline fits: those without which it keeps most of what tells the news.

A search over sets of branches, a few of the best kept at each step. Lengths are added up from the words, which is close
enough to choose by; the headline itself is measured as it is written.
"""

from msgspec import Struct

from site_gen.extract.syntax import Tree

_BEAM = 6
"""Sets that are followed at each step."""
_STEPS = 7
"""Branches that may go in all."""
_RISK = (0.0, 0.1, 0.1, 0.1, 0.12, 0.25, 0.4, 0.3, 0.3, 0.5, 0.9)
"""What a branch of each stage costs beside its words: how likely the rest is clumsy or false without it."""


class Branch(Struct, frozen=True):
    """Words that may go together, the stage of the rule that says so, and what they cost beside their worth."""

    stage: int
    words: frozenset[int]
    extra: float = 0.0


class Limits(Struct, frozen=True):
    """Lengths in characters: up to `fits` nothing is too long, then each character costs; `shortest` is the least."""

    fits: int
    long: int
    longest: int
    shortest: int


class Choice(Struct, frozen=True):
    """Words that stay, the branches that went, how long the rest is about, and what it costs in all."""

    keep: frozenset[int]
    gone: tuple[Branch, ...]
    length: int
    cost: float


def choices(
    tree: Tree, keep: frozenset[int], length: int, pool: tuple[Branch, ...], worth: tuple[float, ...], limits: Limits
) -> list[Choice]:
    """The ways to make words that are `length` characters long fit, cheapest first; the first may be all of them."""
    whole = Choice(keep, (), length, _too_long(length, limits))
    found, beam, seen = [whole], [whole], {keep}
    for _ in range(_STEPS):
        following = []
        for choice in beam:
            if choice.length <= limits.fits:
                continue
            for branch in pool:
                made = _without(tree, choice, branch, worth, limits)
                if made is not None and made.keep not in seen:
                    seen.add(made.keep)
                    following.append(made)
        if not following:
            break
        following.sort(key=_order)
        found += following[:_BEAM]
        beam = following[:_BEAM]
    return sorted(found, key=_order)


def _order(choice: Choice) -> tuple[float, int, list[int]]:
    return choice.cost, choice.length, sorted(choice.keep)


def _without(tree: Tree, choice: Choice, branch: Branch, worth: tuple[float, ...], limits: Limits) -> Choice | None:
    lost = branch.words & choice.keep
    if not lost:
        return None
    length = choice.length - sum(len(tree.words[at].text) + tree.words[at].blank for at in lost)
    if length < limits.shortest:
        return None
    cost = choice.cost - _too_long(choice.length, limits) + _too_long(length, limits)
    cost += sum(worth[at] for at in lost) + _RISK[branch.stage] + branch.extra
    return Choice(choice.keep - lost, (*choice.gone, branch), length, cost)


def _too_long(length: int, limits: Limits) -> float:
    return (
        0.02 * max(0, min(length, limits.long) - limits.fits)
        + 0.06 * max(0, min(length, limits.longest) - limits.long)
        + 0.2 * max(0, length - limits.longest)
    )

"""Which branches to remove so that a headline fits and keeps most of the news.

A beam search over sets of branches. Lengths are the sums of the words' lengths, which is close enough for a choice; the
headline itself is measured later.
"""

from msgspec import Struct

from site_gen.extract.syntax import Tree

_BEAM = 6
"""Sets that are kept at each step."""
_STEPS = 7
"""Branches that may be removed in all."""
_RISK = (0.0, 0.1, 0.1, 0.1, 0.12, 0.25, 0.4, 0.3, 0.3, 0.5, 0.9)
"""What removing a branch of each stage costs in addition to its words: how likely the rest is clumsy or false."""


class Branch(Struct, frozen=True):
    """Words that may be removed together, the stage of their rule, and a cost in addition to their importance."""

    stage: int
    words: frozenset[int]
    extra: float = 0.0


class Limits(Struct, frozen=True):
    """Lengths in characters: beyond `fits` each character costs, more beyond the next two; `shortest` is the least."""

    fits: int
    long: int
    longest: int
    shortest: int


class Choice(Struct, frozen=True):
    """The words kept, the branches removed, the approximate length of the rest, and the total cost."""

    keep: frozenset[int]
    removed: tuple[Branch, ...]
    length: int
    cost: float


def choices(
    tree: Tree,
    keep: frozenset[int],
    length: int,
    pool: tuple[Branch, ...],
    importance: tuple[float, ...],
    limits: Limits,
) -> list[Choice]:
    """The ways to make words of `length` characters fit, cheapest first; one of them removes nothing."""
    whole = Choice(keep, (), length, _too_long(length, limits))
    all_choices, beam, seen = [whole], [whole], {keep}
    for _ in range(_STEPS):
        next_choices = []
        for choice in beam:
            if choice.length <= limits.fits:
                continue
            for branch in pool:
                shorter = _without(tree, choice, branch, importance, limits)
                if shorter is not None and shorter.keep not in seen:
                    seen.add(shorter.keep)
                    next_choices.append(shorter)
        if not next_choices:
            break
        next_choices.sort(key=_order)
        all_choices += next_choices[:_BEAM]
        beam = next_choices[:_BEAM]
    return sorted(all_choices, key=_order)


def _order(choice: Choice) -> tuple[float, int, list[int]]:
    return choice.cost, choice.length, sorted(choice.keep)


def _without(
    tree: Tree, choice: Choice, branch: Branch, importance: tuple[float, ...], limits: Limits
) -> Choice | None:
    lost = branch.words & choice.keep
    if not lost:
        return None
    length = choice.length - sum(len(tree.words[at].text) + tree.words[at].blank for at in lost)
    if length < limits.shortest:
        return None
    cost = choice.cost - _too_long(choice.length, limits) + _too_long(length, limits)
    cost += sum(importance[at] for at in lost) + _RISK[branch.stage] + branch.extra
    return Choice(choice.keep - lost, (*choice.removed, branch), length, cost)


def _too_long(length: int, limits: Limits) -> float:
    return (
        0.02 * max(0, min(length, limits.long) - limits.fits)
        + 0.06 * max(0, min(length, limits.longest) - limits.long)
        + 0.2 * max(0, length - limits.longest)
    )

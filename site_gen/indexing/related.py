"""Which posts stand beside a post: those that share rare tags with it and are near in time."""

from collections.abc import Sequence

from site_gen.model.post import Card

_WINDOW = 4  # neighbours on either side within one tag: bounds the work, and an edit's reach, whatever a tag's size


def related(cards: Sequence[Card], count: int) -> tuple[tuple[Card, ...], ...]:
    """For each card the `count` most related ones, best first; `cards` stand newest first.

    A shared tag weighs the more the fewer posts have it. Only the nearest posts of each shared tag are looked at, so
    the work grows with the number of posts, not with its square, and a new post disturbs few others. Weights go by
    powers of two for the same reason.
    """
    if not count:
        return tuple(() for _ in cards)
    places: dict[str, list[int]] = {}
    for number, card in enumerate(cards):
        for term in card.tags:
            places.setdefault(term.slug, []).append(number)
    scores: list[dict[int, int]] = [{} for _ in cards]
    for numbers in places.values():
        if len(numbers) > 1:
            _add_scores(numbers, 60 // len(numbers).bit_length(), scores)
    return tuple(tuple(cards[other] for other in _best(number, score, count)) for number, score in enumerate(scores))


def _best(number: int, score: dict[int, int], count: int) -> list[int]:
    """The best of the scored: by weight, then by nearness in time, then the newer."""
    ranked = sorted([(-weight, abs(other - number), other) for other, weight in score.items()])
    return [other for _, _, other in ranked[:count]]


def _add_scores(numbers: list[int], weight: int, scores: list[dict[int, int]]) -> None:
    """Credit each pair of posts that stand within the window of one tag's list."""
    for at, number in enumerate(numbers):
        mine = scores[number]
        for other in numbers[at + 1 : at + 1 + _WINDOW]:
            mine[other] = mine.get(other, 0) + weight
            theirs = scores[other]
            theirs[number] = theirs.get(number, 0) + weight

"""Which posts stand beside a post: those that share rare tags with it and are near in time."""

from collections.abc import Sequence

from site_gen.model.post import Card

_WINDOW = 4  # neighbours on either side within one tag: bounds the work, and an edit's reach, whatever a tag's size

_FULL_WEIGHT = 60
_BITS, _WEIGHT = 6, 63  # a number and a weight in one: a post is credited some forty times


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
    credits: list[list[int]] = [[] for _ in cards]
    for numbers in places.values():
        if len(numbers) > 1:
            _credit(numbers, _FULL_WEIGHT // len(numbers).bit_length(), credits)
    return tuple(tuple([cards[other] for other in _best(number, one, count)]) for number, one in enumerate(credits))


def _credit(numbers: list[int], weight: int, credits: list[list[int]]) -> None:
    """Credit the posts of one tag's list with each other within the window; number and weight in one whole number."""
    coded = [(number << _BITS) + weight for number in numbers]
    for at, number in enumerate(numbers):
        credits[number] += coded[max(0, at - _WINDOW) : at]
        credits[number] += coded[at + 1 : at + 1 + _WINDOW]


def _best(number: int, credits: list[int], count: int) -> list[int]:
    """The best of the credited: by weight, then by nearness in time, then the newer."""
    score: dict[int, int] = {}
    for code in credits:
        other = code >> _BITS
        if other in score:
            score[other] += code & _WEIGHT
        else:
            score[other] = code & _WEIGHT
    least = sorted(score.values(), reverse=True)[count - 1] if len(score) > count else 0
    ranked = sorted([(-weight, abs(other - number), other) for other, weight in score.items() if weight >= least])
    return [other for _, _, other in ranked[:count]]

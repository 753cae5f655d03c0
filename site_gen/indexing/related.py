"""Which posts stand beside a post: those that share rare tags with it and are near in time."""

import hashlib
from collections.abc import Sequence

import msgspec

from site_gen.model.post import Card
from site_gen.model.site import NOT_FOUND, Beside

_WINDOW = 4  # neighbours on either side within one tag: bounds the work, and an edit's reach, whatever a tag's size

_FULL_WEIGHT = 60
_BITS, _WEIGHT = 6, 63  # a number and a weight in one: a post is credited some forty times


def related(cards: Sequence[Card], count: int, past: Beside = NOT_FOUND) -> Beside:
    """For each card the `count` most related ones, best first; `cards` stand newest first.

    A shared tag weighs the more the fewer posts have it. Only the nearest posts of each shared tag are looked at, so
    the work grows with the number of posts, not with its square, and a new post disturbs few others. Weights go by
    powers of two for the same reason. What was found in the past is taken where it was found from the same tags.
    """
    tags = [[term.slug for term in card.tags] for card in cards]
    key = hashlib.blake2b(msgspec.msgpack.encode((count, tags)), digest_size=16).digest()
    return past if past.key == key else Beside(key, _found(tags, count))


def _found(tags: Sequence[Sequence[str]], count: int) -> tuple[tuple[int, ...], ...]:
    if not count:
        return tuple(() for _ in tags)
    places: dict[str, list[int]] = {}
    for number, slugs in enumerate(tags):
        for slug in slugs:
            places.setdefault(slug, []).append(number)
    credits: list[list[int]] = [[] for _ in tags]
    for numbers in places.values():
        if len(numbers) > 1:
            _credit(numbers, _FULL_WEIGHT // len(numbers).bit_length(), credits)
    return tuple([_best(number, one, count) for number, one in enumerate(credits)])


def _credit(numbers: list[int], weight: int, credits: list[list[int]]) -> None:
    """Credit the posts of one tag's list with each other within the window; number and weight in one whole number."""
    coded = [(number << _BITS) + weight for number in numbers]
    for at, number in enumerate(numbers):
        credits[number] += coded[max(0, at - _WINDOW) : at]
        credits[number] += coded[at + 1 : at + 1 + _WINDOW]


def _best(number: int, credits: list[int], count: int) -> tuple[int, ...]:
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
    return tuple([other for _, _, other in ranked[:count]])

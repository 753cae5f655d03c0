"""Which posts stand beside a post: those that share rare tags with it and are near in time."""

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from site_gen.model.post import Card
from site_gen.model.site import NOTHING_RELATED, RelatedIndex

_WINDOW = 4  # neighbours on either side within one tag: bounds the work, and an edit's reach, whatever a tag's size

_FULL_WEIGHT = 60
_BITS, _WEIGHT = 6, 63  # a number and a weight in one: a post is credited some forty times


def related(
    cards: Sequence[Card], count: int, found: RelatedIndex = NOTHING_RELATED, previous: Sequence[Card] | None = None
) -> RelatedIndex:
    """For each card the `count` most related ones, best first; `cards` stand newest first.

    A shared tag weighs the more the fewer posts have it. Only the nearest posts of each shared tag are looked at, so
    the work grows with the number of posts, not with its square, and a new post disturbs few others. Weights go by
    powers of two for the same reason. What was `found` is taken where it was found from the same tags; where the
    `previous` cards are given that it was found from by the same `count`, only what may differ is looked for again.
    """
    tags = _tags(cards)
    key = hashlib.blake2b(msgspec.msgpack.encode((count, tags)), digest_size=16).digest()
    if found.key == key:
        return found
    if not count:
        return RelatedIndex(key, tuple(() for _ in tags))
    if previous is None or not found.key:
        return RelatedIndex(key, _all_found(tags, count))
    return RelatedIndex(key, _found(tags, count, _tags(previous), found.numbers))


Tags = Sequence[Sequence[str]]  # of each post, by their slugs
Numbers = tuple[tuple[int, ...], ...]


def _tags(cards: Sequence[Card]) -> Tags:
    return [[term.slug for term in card.tags] for card in cards]


def _all_found(tags: Tags, count: int) -> Numbers:
    """For all posts at once, which is sooner than one by one."""
    credits: list[list[int]] = [[] for _ in tags]
    for numbers in _places(tags).values():
        if len(numbers) > 1:
            _credit(numbers, _weight(len(numbers)), credits)
    return tuple([_best(number, one, count) for number, one in enumerate(credits)])


def _found(tags: Tags, count: int, before: Tags, past: Numbers) -> Numbers:
    """For the posts whose surroundings are not as `before`; the others keep what they had."""
    head, tail = _alike(tags, before)
    end, shift = len(tags) - tail, len(tags) - len(before)
    places = _places(tags)
    gone = Counter(chain.from_iterable(before[head : len(before) - tail]))
    come = Counter(chain.from_iterable(tags[head:end]))
    anew = set(range(head, end))
    for slug, numbers in places.items():
        start, stop = bisect_left(numbers, head), bisect_left(numbers, end)
        if slug in gone or slug in come:
            if _weight(len(numbers)) != _weight(len(numbers) - come[slug] + gone[slug]):
                anew.update(numbers)
                continue
        elif not (shift and 0 < start < len(numbers)):
            continue  # nor has the way between any two of its posts become longer
        anew.update(numbers[max(0, start - _WINDOW) : start], numbers[stop : stop + _WINDOW])
    found = list(past[:head]) + [()] * (end - head)
    found += past[len(before) - tail :] if not shift else _shifted(past[len(before) - tail :], shift)
    for number in anew:
        found[number] = _best(number, _credits_of(number, tags[number], places), count)
    return tuple(found)


def _shifted(past: Numbers, shift: int) -> Numbers:
    return tuple([tuple([other + shift for other in numbers]) for numbers in past])


def _alike(one: Tags, other: Tags) -> tuple[int, int]:
    """How many are the same from the head, and of the rest how many from the end."""
    most = min(len(one), len(other))
    head = next((at for at in range(most) if one[at] != other[at]), most)
    tail = next((at for at in range(most - head) if one[-1 - at] != other[-1 - at]), most - head)
    return head, tail


def _places(tags: Tags) -> dict[str, list[int]]:
    """The numbers of each tag's posts."""
    places: dict[str, list[int]] = {}
    for number, slugs in enumerate(tags):
        for slug in slugs:
            places.setdefault(slug, []).append(number)
    return places


def _weight(posts: int) -> int:
    """Of a tag with so many posts, in the powers of two."""
    return _FULL_WEIGHT // max(1, posts.bit_length())


def _credits_of(number: int, slugs: Sequence[str], places: Mapping[str, list[int]]) -> list[int]:
    """What one post is credited with."""
    credits: list[int] = []
    for slug in slugs:
        numbers = places[slug]
        weight, at = _weight(len(numbers)), bisect_left(numbers, number)
        near = numbers[max(0, at - _WINDOW) : at] + numbers[at + 1 : at + 1 + _WINDOW]
        credits += [(other << _BITS) + weight for other in near]
    return credits


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

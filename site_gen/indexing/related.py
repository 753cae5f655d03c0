"""Finds the posts that are related to a post: those that share rare tags with it and are near in time."""

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec

from site_gen.model.post import Card
from site_gen.model.site import NOTHING_RELATED, RelatedIndex

_WINDOW = 4  # neighbours on either side within one tag: limits the work and the effects of an edit for large tags

_FULL_WEIGHT = 60
_BITS, _WEIGHT = 6, 63  # a number and a weight in one: a post is credited some forty times


def related(
    cards: Sequence[Card], count: int, last: RelatedIndex = NOTHING_RELATED, previous: Sequence[Card] | None = None
) -> RelatedIndex:
    """For each card the `count` most related ones, best first; `cards` are newest first.

    A shared tag weighs more if fewer posts have it. Only the nearest posts of each shared tag are considered, so the
    work grows with the number of posts, not with its square, and a new post affects few others. Weights are computed
    from powers of two for the same reason. `last` is an earlier result, which is reused if the tags are the same; if
    the `previous` cards that it was made from are given, only what may differ is computed again.
    """
    tags = _tags(cards)
    key = hashlib.blake2b(msgspec.msgpack.encode((count, tags)), digest_size=16).digest()
    if last.key == key:
        return last
    if not count:
        return RelatedIndex(key, tuple(() for _ in tags))
    if previous is None or not last.key:
        return RelatedIndex(key, _from_scratch(tags, count))
    return RelatedIndex(key, _incremental(tags, count, _tags(previous), last.numbers))


Tags = Sequence[Sequence[str]]  # the slugs of each post's tags
Numbers = tuple[tuple[int, ...], ...]


def _tags(cards: Sequence[Card]) -> Tags:
    return [[term.slug for term in card.tags] for card in cards]


def _from_scratch(tags: Tags, count: int) -> Numbers:
    """The result for all posts at once, which is faster than one by one."""
    credits: list[list[int]] = [[] for _ in tags]
    for numbers in _places(tags).values():
        if len(numbers) > 1:
            _credit(numbers, _weight(len(numbers)), credits)
    return tuple([_best(number, one, count) for number, one in enumerate(credits)])


def _incremental(tags: Tags, count: int, old_tags: Tags, previous: Numbers) -> Numbers:
    """The result computed again for posts with changed tags nearby, with `previous` numbers for all others."""
    head, tail = _common_ends(tags, old_tags)
    end, shift = len(tags) - tail, len(tags) - len(old_tags)
    places = _places(tags)
    removed = Counter(chain.from_iterable(old_tags[head : len(old_tags) - tail]))
    added = Counter(chain.from_iterable(tags[head:end]))
    outdated = set(range(head, end))
    for slug, numbers in places.items():
        start, stop = bisect_left(numbers, head), bisect_left(numbers, end)
        if slug in removed or slug in added:
            if _weight(len(numbers)) != _weight(len(numbers) - added[slug] + removed[slug]):
                outdated.update(numbers)
                continue
        elif not (shift and 0 < start < len(numbers)):
            continue  # the distances between its posts have not changed either
        outdated.update(numbers[max(0, start - _WINDOW) : start], numbers[stop : stop + _WINDOW])
    result = list(previous[:head]) + [()] * (end - head)
    result += previous[len(old_tags) - tail :] if not shift else _shifted(previous[len(old_tags) - tail :], shift)
    for number in outdated:
        result[number] = _best(number, _credits_of(number, tags[number], places), count)
    return tuple(result)


def _shifted(previous: Numbers, shift: int) -> Numbers:
    return tuple([tuple([other + shift for other in numbers]) for numbers in previous])


def _common_ends(one: Tags, other: Tags) -> tuple[int, int]:
    """The lengths of the common prefix, and of the common suffix of the rest."""
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
    """The weight of a tag with so many posts, by powers of two."""
    return _FULL_WEIGHT // max(1, posts.bit_length())


def _credits_of(number: int, slugs: Sequence[str], places: Mapping[str, list[int]]) -> list[int]:
    """The credits of one post."""
    credits: list[int] = []
    for slug in slugs:
        numbers = places[slug]
        weight, at = _weight(len(numbers)), bisect_left(numbers, number)
        near = numbers[max(0, at - _WINDOW) : at] + numbers[at + 1 : at + 1 + _WINDOW]
        credits += [(other << _BITS) + weight for other in near]
    return credits


def _credit(numbers: list[int], weight: int, credits: list[list[int]]) -> None:
    """Credit the posts of a tag with each other within the window; a credit is number and weight in one integer."""
    coded = [(number << _BITS) + weight for number in numbers]
    for at, number in enumerate(numbers):
        credits[number] += coded[max(0, at - _WINDOW) : at]
        credits[number] += coded[at + 1 : at + 1 + _WINDOW]


def _best(number: int, credits: list[int], count: int) -> tuple[int, ...]:
    """The best of the credited posts: by weight, then by nearness in time, then the newer."""
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

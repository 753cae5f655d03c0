"""Moments for feeds, in which no two entries may share one; pages never show them."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import count
from zlib import crc32

from msgspec.structs import replace

from site_gen.model.post import Card
from site_gen.wording.dates import has_clock


def with_distinct_moments(cards: Iterable[Card]) -> tuple[Card, ...]:
    """The cards, newest first, each last changed at a moment of its own (Atom validators warn of equal ones).

    What is dated by its day gets a second of that day's first minute, from its address: another post of the day does
    not move it, unless the two meet. Of those with one time of day the oldest keeps it, and each newer one is a second
    later: what is published later does not change an entry that readers have.
    """
    taken: set[datetime] = set()
    apart = []
    for card in reversed(tuple(cards)):
        moment = card.updated or card.date
        free = next(one for one in _candidates(moment, card.url) if one not in taken)
        taken.add(free)
        if free != moment:
            card = replace(card, updated=free) if card.updated else replace(card, date=free)
        apart.append(card)
    return tuple(reversed(apart))


def _candidates(moment: datetime, url: str) -> Iterator[datetime]:
    if has_clock(moment) or moment.second:
        yield from (moment + timedelta(seconds=step) for step in count())
    first = crc32(url.encode())
    yield from (moment + timedelta(seconds=(first + step) % 60) for step in range(60))
    yield from (moment + timedelta(seconds=step) for step in count(60))

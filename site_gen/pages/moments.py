"""Distinct moments for the entries of feeds; pages never show them."""

from collections.abc import Container, Iterable
from datetime import datetime, timedelta
from zlib import crc32

from msgspec.structs import replace

from site_gen.model.post import Card
from site_gen.text.dates import has_clock

_SECONDS = tuple(timedelta(seconds=number) for number in range(60))


def with_distinct_moments(cards: Iterable[Card]) -> tuple[Card, ...]:
    """The cards, newest first, each with its own moment of the last change (Atom validators warn of equal ones).

    A post dated by its day gets a second of the first minute of that day, from its address: another post of the day
    does not change it, unless the two collide. Of those with the same time of day the oldest keeps it, and each newer
    one is a second later: what is published later does not change an entry that readers have.
    """
    taken: set[datetime] = set()
    distinct = []
    for card in reversed(tuple(cards)):
        moment = card.updated or card.date
        free = _free(moment, card.url, taken)
        taken.add(free)
        if free != moment:
            card = replace(card, updated=free) if card.updated else replace(card, date=free)
        distinct.append(card)
    return tuple(reversed(distinct))


def _free(moment: datetime, url: str, taken: Container[datetime]) -> datetime:
    """The wanted moment, or the first free one after it."""
    if not has_clock(moment) and not moment.second:
        first = crc32(url.encode())
        for step in range(60):
            free = moment + _SECONDS[(first + step) % 60]
            if free not in taken:
                return free
        moment += timedelta(minutes=1)
    while moment in taken:
        moment += _SECONDS[1]
    return moment

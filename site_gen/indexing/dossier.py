"""Dossiers: the months of a tag's posts, the other tags of these posts, and the texts to begin with.

A dossier is made from scratch when the posts of its tag change. Forty thousand uses of five hundred tags take a few
hundredths of a second, because only numbers and slugs are counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from site_gen.indexing.addresses import month_url, page_url
from site_gen.model.lists import MonthCount, TermCount, TermGroup, YearPart
from site_gen.model.page import Dossier
from site_gen.model.post import TERM_KINDS, Card, TermRef

_BUSIEST, _START, _BESIDE = 3, 3, 6  # how many months, texts, and tags of each kind are shown
_MOST_COUNTED = 60  # rarer tags are not shown
_FEW = 5  # a list of no more posts needs no selection
_TOP = 3
_LEADING = 3  # a text is about its first tags; it only mentions the others
_EXPLAINS = {"background": 0, "analysis": 1}


class Tally:
    """The month and tags of each post as plain values, collected once for all lists of posts."""

    def __init__(self, lists: Iterable[Sequence[Card]], page_size: int, prefix: str = "") -> None:
        self._size, self._prefix = page_size, prefix
        # By identity, since the cards live longer than this object.
        cards = {id(card): card for posts in lists for card in posts}
        self._refs: Mapping[str, TermRef] = {ref.slug: ref for card in cards.values() for ref in card.tags}
        self._months = {key: card.date.year * 12 + card.date.month - 1 for key, card in cards.items()}
        self._slugs = {key: [ref.slug for ref in card.tags] for key, card in cards.items()}

    def dossier(self, ref: TermRef, posts: Sequence[Card]) -> Dossier:
        """The dossier of a tag and its posts, newest first."""
        keys = list(map(id, posts))
        months = Counter(map(self._months.__getitem__, keys))
        first, last = min(months), max(months)
        return Dossier(
            oldest=posts[-1].date,
            newest=posts[0].date,
            months=tuple([months[number] for number in range(first, last + 1)]),
            busiest=_busiest(months, posts[0], self._prefix) if len(months) > 1 else (),
            years=self._years(months, ref.url, len(posts)),
            start=_start(ref.slug, posts) if len(posts) > _FEW else (),
            beside=self._beside(keys, ref.slug),
        )

    def _years(self, months: Mapping[int, int], url: str, posts: int) -> tuple[YearPart, ...]:
        """The years, newest first; none for a list of one page."""
        if posts <= self._size:
            return ()
        counts: Counter[int] = Counter()
        for month, count in months.items():
            counts[month // 12] += count
        parts, preceding = [], 0
        for year in sorted(counts, reverse=True):
            parts.append(YearPart(year, page_url(url, preceding // self._size + 1), counts[year]))
            preceding += counts[year]
        return tuple(parts)

    def _beside(self, keys: Sequence[int], own: str) -> tuple[TermGroup, ...]:
        """The tags that most often accompany this one; of equally frequent ones those of newer posts first."""
        counts = Counter(chain.from_iterable(map(self._slugs.__getitem__, keys)))
        del counts[own]
        by_kind: dict[str, list[TermCount]] = {}
        for slug, count in sorted(counts.items(), key=itemgetter(1), reverse=True)[:_MOST_COUNTED]:
            ref = self._refs[slug]
            group = by_kind.setdefault(ref.kind, [])
            if len(group) < _BESIDE:
                group.append(TermCount(ref, count))
        return tuple([TermGroup(kind, tuple(by_kind[kind])) for kind in TERM_KINDS if kind in by_kind])


def _busiest(months: Mapping[int, int], newest: Card, prefix: str) -> tuple[MonthCount, ...]:
    """The months with most posts, the newer first where two are equal; their zone is that of the newest post."""
    best = sorted(months.items(), key=lambda item: (-item[1], -item[0]))[:_BUSIEST]
    midnight = newest.date.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return tuple(
        [
            MonthCount(
                midnight.replace(year=number // 12, month=number % 12 + 1),
                month_url(number // 12, number % 12 + 1, prefix),
                count,
            )
            for number, count in best
            if count > 1
        ]
    )


def _start(slug: str, posts: Sequence[Card]) -> tuple[Card, ...]:
    """Texts that explain: background before analysis, then by the rank of the tag in them, then the newest.

    The very newest posts are left out, since they are at the top of the list anyway.
    """
    texts = [card for card in posts[_TOP:] if card.type in _EXPLAINS and _rank(card, slug) < _LEADING]
    return tuple(sorted(texts, key=lambda card: (_EXPLAINS[card.type], _rank(card, slug)))[:_START])


def _rank(card: Card, slug: str) -> int:
    """The rank of the tag among those of a post, which are ordered by weight."""
    return next(number for number, ref in enumerate(card.tags) if ref.slug == slug)

"""What the posts of a tag say together: when they came, which names stand beside it, where to begin.

All of it is counted anew where a tag's posts changed. Forty thousand uses of five hundred tags take a few hundredths
of a second, because what is counted are bare numbers and slugs.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from site_gen.indexing.addresses import month_url, page_url
from site_gen.model.lists import MonthCount, TermCount, TermGroup, YearPart
from site_gen.model.page import Dossier
from site_gen.model.post import TERM_KINDS, Card, TermRef

_BUSIEST, _START, _BESIDE = 3, 3, 6  # so many months, texts, and names of each kind are shown
_LOOKED_AT = 60  # names that are rarer are shown in no kind
_FEW = 5  # a list of no more posts is seen at a glance: nothing has to be picked out of it
_HEAD = 3
_LEADING = 3  # a text is about its first tags; the others are named in it
_EXPLAINS = {"background": 0, "analysis": 1}


class Tally:
    """Each post's month and tags as plain values, found once for all tags whose lists are given."""

    def __init__(self, lists: Iterable[Sequence[Card]], page_size: int) -> None:
        self._size = page_size
        # By identity: the cards live as long as whoever counts them.
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
            busiest=_busiest(months, posts[0]) if len(months) > 1 else (),
            years=self._years(months, ref.url, len(posts)),
            start=_start(ref.slug, posts) if len(posts) > _FEW else (),
            beside=self._beside(keys, ref.slug),
        )

    def _years(self, months: Mapping[int, int], url: str, posts: int) -> tuple[YearPart, ...]:
        """The years, newest first; a list of one page has no need of them."""
        if posts <= self._size:
            return ()
        counts: Counter[int] = Counter()
        for month, count in months.items():
            counts[month // 12] += count
        parts, before = [], 0
        for year in sorted(counts, reverse=True):
            parts.append(YearPart(year, page_url(url, before // self._size + 1), counts[year]))
            before += counts[year]
        return tuple(parts)

    def _beside(self, keys: Sequence[int], own: str) -> tuple[TermGroup, ...]:
        """The names most often beside the tag; those of newer posts first where two are alike."""
        counts = Counter(chain.from_iterable(map(self._slugs.__getitem__, keys)))
        del counts[own]
        by_kind: dict[str, list[TermCount]] = {}
        for slug, count in sorted(counts.items(), key=itemgetter(1), reverse=True)[:_LOOKED_AT]:
            ref = self._refs[slug]
            group = by_kind.setdefault(ref.kind, [])
            if len(group) < _BESIDE:
                group.append(TermCount(ref, count))
        return tuple([TermGroup(kind, tuple(by_kind[kind])) for kind in TERM_KINDS if kind in by_kind])


def _busiest(months: Mapping[int, int], newest: Card) -> tuple[MonthCount, ...]:
    """The months with most posts, the newer first where two are alike; their zone is that of the newest post."""
    best = sorted(months.items(), key=lambda item: (-item[1], -item[0]))[:_BUSIEST]
    midnight = newest.date.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return tuple(
        [
            MonthCount(
                midnight.replace(year=number // 12, month=number % 12 + 1),
                month_url(number // 12, number % 12 + 1),
                count,
            )
            for number, count in best
            if count > 1
        ]
    )


def _start(slug: str, posts: Sequence[Card]) -> tuple[Card, ...]:
    """Texts that explain, background before analysis, those that are most about the tag first, then the newest.

    The very newest posts stand at the head of the list anyway.
    """
    texts = [card for card in posts[_HEAD:] if card.type in _EXPLAINS and _place(card, slug) < _LEADING]
    return tuple(sorted(texts, key=lambda card: (_EXPLAINS[card.type], _place(card, slug)))[:_START])


def _place(card: Card, slug: str) -> int:
    """Tags stand in the order of their weight."""
    return next(number for number, ref in enumerate(card.tags) if ref.slug == slug)

"""Posts by year and month."""

from collections.abc import Sequence
from itertools import groupby

from site_gen.indexing.addresses import month_url, year_url
from site_gen.model.post import Card
from site_gen.model.site import Month, Year


def archive(cards: Sequence[Card], prefix: str = "") -> tuple[Year, ...]:
    """The years that have posts, newest first; `cards` are newest first, `prefix` is the folder of their edition."""
    by_month = sorted(cards, key=lambda card: (card.date.year, card.date.month), reverse=True)
    months = [
        Month(year, month, month_url(year, month, prefix), tuple(group))
        for (year, month), group in groupby(by_month, key=lambda card: (card.date.year, card.date.month))
    ]
    return tuple(
        Year(number, year_url(number, prefix), tuple(group))
        for number, group in groupby(months, key=lambda month: month.year)
    )

"""The parts of views of long lists: tags with their counts, months, years, weeks."""

from datetime import datetime

from msgspec import Struct

from site_gen.model.post import TermRef


class TermCount(Struct, frozen=True):
    """A tag and how many posts have it."""

    term: TermRef
    count: int


class TermGroup(Struct, frozen=True):
    """Tags of one kind."""

    kind: str
    terms: tuple[TermCount, ...]


class TermPart(Struct, frozen=True):
    """Some tags of an index, A to Z; `title` is the range of their first letters, like "A-C"."""

    title: str
    terms: tuple[TermCount, ...]


class IndexGroup(Struct, frozen=True):
    """All tags of one kind, A to Z.

    Where there are too many for one glance, `leading` are the most frequent ones, and `parts` all of them by letter.
    """

    kind: str
    terms: tuple[TermCount, ...]
    leading: tuple[TermCount, ...] = ()
    parts: tuple[TermPart, ...] = ()


class MonthCount(Struct, frozen=True):
    """A month's first day, its address and how many posts it has."""

    date: datetime
    url: str
    count: int


class YearPart(Struct, frozen=True):
    """A year of a list: its number of posts, and the page of the list on which they begin."""

    year: int
    url: str
    count: int


class YearCount(Struct, frozen=True):
    """A year, its address, its number of posts and its months."""

    year: int
    url: str
    count: int
    months: tuple[MonthCount, ...]


class WeekPart(Struct, frozen=True):
    """The days of a week within a month that have posts; the posts are `posts[start:end]` of the month."""

    first: datetime
    last: datetime
    start: int
    end: int

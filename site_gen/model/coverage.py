"""The parts of the coverage page: how many posts there are about each country and on each day."""

from msgspec import Struct


class CountryShape(Struct, frozen=True):
    """A country on the map: its name, its number of posts, its shade (1 to 5), and its outline as an SVG path."""

    name: str
    count: int
    level: int
    path: str


class DayTile(Struct, frozen=True):
    """Days of a year with the same shade (1 to 5), as one SVG path."""

    level: int
    path: str


class LegendKey(Struct, frozen=True):
    """One line of a legend: a shade (1 to 5), and the least and greatest number that it stands for."""

    level: int
    least: int
    most: int


class MonthCoverage(Struct, frozen=True):
    """A month of a year: its address, its number of posts and its shade; no address where there is no post."""

    number: int
    url: str
    count: int
    level: int


class YearCoverage(Struct, frozen=True):
    """A year: its twelve months, and its days with posts above a background of all days, as SVG paths."""

    year: int
    url: str
    count: int
    months: tuple[MonthCoverage, ...]
    days: tuple[DayTile, ...]
    ground: str

"""How much is written of countries and on days: the parts of the coverage page."""

from msgspec import Struct


class CountryShape(Struct, frozen=True):
    """A country on the map: its name, its posts, how dark it is (1 to 5), and its outline as an SVG path."""

    name: str
    count: int
    level: int
    path: str


class DayTile(Struct, frozen=True):
    """Days of a year that are equally dark (1 to 5), as one SVG path."""

    level: int
    path: str


class LegendKey(Struct, frozen=True):
    """One line of a legend: the least and the greatest number that are so dark (1 to 5)."""

    level: int
    least: int
    most: int


class MonthCoverage(Struct, frozen=True):
    """A month of a year: its address, its posts and how dark it is; no address where there is no post."""

    number: int
    url: str
    count: int
    level: int


class YearCoverage(Struct, frozen=True):
    """A year: its twelve months, its days with posts, and the ground that all its days stand on, as SVG paths."""

    year: int
    url: str
    count: int
    months: tuple[MonthCoverage, ...]
    days: tuple[DayTile, ...]
    ground: str

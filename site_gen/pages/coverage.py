"""The coverage page: a map of countries, a calendar of days, the most frequent names."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from site_gen.indexing.addresses import month_url
from site_gen.indexing.facts import code_of
from site_gen.indexing.world_map import world_map
from site_gen.model.coverage import CountryShape, DayTile, LegendKey, MonthCoverage, YearCoverage
from site_gen.model.listing import Listing
from site_gen.model.lists import TermCount, TermGroup
from site_gen.model.page import CoverageView, Page, PageInfo
from site_gen.model.post import TERM_KINDS
from site_gen.model.site import Site, Year
from site_gen.model.site_files import Location
from site_gen.pages.language import strings
from site_gen.urls import path_of

LEVELS = 5
_TOP = 10  # names of each kind
_CALENDARS = 5  # years that are drawn day by day; all years are in the table of months
_CELL, _PITCH = 8, 10  # SVG units: the size of a day, and the distance to the next one


def coverage(site: Site) -> Iterable[Page]:
    """`coverage.html`, if the settings ask for it."""
    if not site.settings.coverage:
        return
    url = f"{site.prefix}/coverage/"
    shapes, rest = _map(site)
    catalog = strings(site)
    days = Counter(card.date.date() for card in site.cards)
    yield Page(
        path=path_of(url),
        template="coverage.html",
        info=PageInfo(
            url=url,
            title=catalog.gettext("Coverage"),
            kind="coverage",
            description=catalog.gettext(
                "What the reports are about: countries on a map, days on a calendar, names by frequency."
            ),
        ),
        view=CoverageView(
            count=len(site.posts),
            box=world_map().box,
            shapes=shapes,
            rest=rest,
            map_legend=legend(max((shape.count for shape in shapes), default=0)),
            day_legend=legend(max(days.values(), default=0)),
            countries=_most(site, "country"),
            years=_years(site, days),
            groups=tuple(TermGroup(kind, top[:_TOP]) for kind in TERM_KINDS if (top := _most(site, kind))),
        ),
        source="the coverage page",
        listing=Listing(location=Location(url, site.newest)),
    )


def level(count: int, most: int) -> int:
    """The shade of a number in relation to the greatest one: each doubling counts the same; 0 for none."""
    if count <= 0:
        return 0
    return 1 + (count.bit_length() - 1) * (LEVELS - 1) // max(1, most.bit_length() - 1)


def legend(most: int) -> tuple[LegendKey, ...]:
    """The meaning of the shades where `most` is the greatest number, the lightest first."""
    keys: dict[int, LegendKey] = {}
    for doubling in range(most.bit_length()):
        least, greatest = 1 << doubling, min(most, (2 << doubling) - 1)
        dark = level(least, most)
        keys[dark] = LegendKey(dark, keys[dark].least if dark in keys else least, greatest)
    return tuple(keys.values())


def _most(site: Site, kind: str) -> tuple[TermCount, ...]:
    counts = [TermCount(term.ref, len(term.posts)) for term in site.terms if term.ref.kind == kind]
    return tuple(sorted(counts, key=lambda one: (-one.count, one.term.name.casefold(), one.term.slug)))


def _map(site: Site) -> tuple[tuple[CountryShape, ...], str]:
    """The countries that have posts, and the outlines of all others as one path. A post counts once for a country."""
    names: dict[str, str] = {}
    posts: dict[str, set[int]] = {}
    for term in site.terms:
        code = code_of(term.ref.kind, term.ref.name, site.settings.language)
        if code:
            names.setdefault(code, term.ref.name)
            posts.setdefault(code, set()).update(map(id, term.posts))
    most = max(map(len, posts.values()), default=0)
    outlines = world_map().outlines
    shapes = [
        CountryShape(names[code], len(posts[code]), level(len(posts[code]), most), outlines[code])
        for code in sorted(posts)
        if code in outlines
    ]
    return tuple(shapes), " ".join(path for code, path in outlines.items() if code not in posts)


def _years(site: Site, days: Mapping[date, int]) -> tuple[YearCoverage, ...]:
    most_of_a_day = max(days.values(), default=0)
    most_of_a_month = max((len(month.posts) for year in site.years for month in year.months), default=0)
    by_year: dict[int, dict[date, int]] = {}
    for day in sorted(days):
        by_year.setdefault(day.year, {})[day] = days[day]
    return tuple(
        YearCoverage(
            year=year.number,
            url=year.url,
            count=year.count,
            months=_months(year, most_of_a_month, site.prefix),
            days=_days(by_year[year.number], most_of_a_day) if at < _CALENDARS else (),
            ground=_background(year.number) if at < _CALENDARS else "",
        )
        for at, year in enumerate(site.years)
    )


def _months(year: Year, most: int, prefix: str) -> tuple[MonthCoverage, ...]:
    counts = {month.number: len(month.posts) for month in year.months}
    return tuple(
        MonthCoverage(
            number,
            month_url(year.number, number, prefix) if number in counts else "",
            counts.get(number, 0),
            level(counts.get(number, 0), most),
        )
        for number in range(1, 13)
    )


def _cell(day: date) -> tuple[int, int]:
    """Column and row of a day in the calendar of its year: a column is a week, and Monday is at the top."""
    first = date(day.year, 1, 1)
    return (day.timetuple().tm_yday - 1 + first.weekday()) // 7, day.weekday()


def _days(counts: Mapping[date, int], most: int) -> tuple[DayTile, ...]:
    parts: dict[int, list[str]] = {}
    for day, count in counts.items():
        column, row = _cell(day)
        square = f"M{column * _PITCH} {row * _PITCH}h{_CELL}v{_CELL}h-{_CELL}z"
        parts.setdefault(level(count, most), []).append(square)
    return tuple(DayTile(dark, "".join(parts[dark])) for dark in sorted(parts))


def _background(year: int) -> str:
    """All days of a year as seven lines, one for each weekday, which themes draw as dashes of a day each."""
    lines = []
    last = date(year, 12, 31)
    for number in range(7):
        first_day, last_day = date(year, 1, 1 + number), last - timedelta(days=number)
        lines.append((first_day.weekday(), _cell(first_day)[0]))
        lines.append((last_day.weekday(), _cell(last_day)[0]))
    ends = {row: sorted(column for other, column in lines if other == row) for row in range(7)}
    half = _CELL // 2
    return "".join(
        f"M{first * _PITCH} {row * _PITCH + half}H{last * _PITCH + _CELL}" for row, (first, last) in ends.items()
    )

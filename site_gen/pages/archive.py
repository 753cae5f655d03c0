"""The archive: every year and month with posts."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import count, pairwise

from site_gen.model.listing import Listing
from site_gen.model.lists import MonthCount, WeekPart, YearCount
from site_gen.model.page import ArchiveView, Link, MonthView, Page, PageInfo, YearView
from site_gen.model.post import Card
from site_gen.model.site import Month, Site, Year
from site_gen.model.site_files import GuideLink, Location
from site_gen.pages.language import strings
from site_gen.pages.listing import last_modified
from site_gen.text.dates import month_year
from site_gen.text.language.catalog import Catalog
from site_gen.urls import path_of

_MOST_WITHOUT_WEEKS = 30  # posts of a month that are listed without weeks


def archive(site: Site) -> Iterable[Page]:
    """`archive.html`, and a `year.html` and `month.html` for each that has posts."""
    url = f"{site.prefix}/archive/"
    catalog = strings(site)
    written = catalog.written
    title = catalog.gettext("Archive")
    yield Page(
        path=path_of(url),
        template="archive.html",
        info=PageInfo(
            url=url,
            title=title,
            kind="archive",
            description=catalog.gettext("Every report, by year and month."),
        ),
        view=ArchiveView(
            years=tuple(YearCount(year.number, year.url, year.count, _counts(year)) for year in site.years),
            count=len(site.posts),
        ),
        source="the archive",
        listing=Listing(
            location=Location(url, site.newest),
            guide=GuideLink(title, url, catalog.gettext("every report, by month")),
        ),
    )
    links = [Link(str(year.number), year.url) for year in site.years]
    month_links = [
        Link(written.month_title(first_day(month)), month.url) for year in site.years for month in year.months
    ]
    numbers = count()
    for at, year in enumerate(site.years):
        months = [_month_page(month, *_neighbours(month_links, next(numbers)), catalog) for month in year.months]
        yield _year_page(year, *_neighbours(links, at), _last_modified(months), catalog)
        yield from months


def first_day(month: Month) -> datetime:
    """The first midnight of a month, with the offset of its newest post."""
    return month.posts[0].date.replace(day=1, hour=0, minute=0, second=0)


def _counts(year: Year) -> tuple[MonthCount, ...]:
    return tuple(MonthCount(first_day(month), month.url, len(month.posts)) for month in year.months)


def _neighbours(links: Sequence[Link], at: int) -> tuple[Link | None, Link | None]:
    """The newer and the older neighbour in a list that is newest first."""
    return (links[at - 1] if at else None), (links[at + 1] if at + 1 < len(links) else None)


def _last_modified(months: Iterable[Page]) -> datetime | None:
    moved = (page.listing.location.modified for page in months if page.listing.location)
    return max((one for one in moved if one), default=None)


def _year_page(year: Year, newer: Link | None, older: Link | None, moved: datetime | None, catalog: Catalog) -> Page:
    title = str(year.number)
    return Page(
        path=path_of(year.url),
        template="year.html",
        info=PageInfo(
            url=year.url,
            title=title,
            kind="year",
            description=catalog.said("Every report of %(period)s.", period=title),
        ),
        view=YearView(
            year=year.number,
            months=_counts(year),
            posts=tuple(card for month in year.months for card in month.posts),
            newer=newer,
            older=older,
        ),
        source=f"the archive of {title}",
        listing=Listing(location=Location(year.url, moved)),
    )


def _weeks(posts: Sequence[Card]) -> tuple[WeekPart, ...]:
    """The calendar weeks of a month's posts, from Monday to Sunday; none where the posts are few."""
    if len(posts) <= _MOST_WITHOUT_WEEKS:
        return ()
    weeks = [(post.date.toordinal() - 1) // 7 for post in posts]  # the first day of all was a Monday
    starts = [at for at, week in enumerate(weeks) if not at or week != weeks[at - 1]]
    return tuple(
        WeekPart(posts[end - 1].date, posts[start].date, start, end) for start, end in pairwise([*starts, len(posts)])
    )


def _month_page(month: Month, newer: Link | None, older: Link | None, catalog: Catalog) -> Page:
    period = catalog.written.month(first_day(month))
    return Page(
        path=path_of(month.url),
        template="month.html",
        info=PageInfo(
            url=month.url,
            title=catalog.written.month_title(first_day(month)),
            kind="month",
            description=catalog.said("Every report of %(period)s.", period=period),
        ),
        view=MonthView(date=first_day(month), posts=month.posts, weeks=_weeks(month.posts), newer=newer, older=older),
        source=f"the archive of {month_year(first_day(month))}",
        listing=Listing(location=Location(month.url, last_modified(month.posts))),
    )

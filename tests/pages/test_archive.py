from site_gen.model.page import ArchiveView, Link, MonthView, YearView
from site_gen.pages.archive import archive
from tests.support import entry, site_of


def test_the_archive_by_year_and_month() -> None:
    site = site_of(*(entry(str(n), date, date) for n, date in enumerate(("2026-05-02", "2026-01-01", "2024-02-29"))))
    whole, *rest = archive(site)
    assert isinstance(whole.view, ArchiveView)
    assert [(year.year, year.count, [month.url for month in year.months]) for year in whole.view.years] == [
        (2026, 2, ["/2026/05/", "/2026/01/"]),
        (2024, 1, ["/2024/02/"]),
    ]
    assert [page.path for page in rest] == [
        f"{place}/index.html" for place in ("2026", "2026/05", "2026/01", "2024", "2024/02")
    ]
    year, january = rest[0], rest[2]
    assert isinstance(year.view, YearView) and isinstance(january.view, MonthView)
    assert (year.view.newer, year.view.older) == (None, Link("2024", "/2024/"))
    assert (january.view.newer, january.view.older) == (
        Link("May 2026", "/2026/05/"),
        Link("February 2024", "/2024/02/"),
    )
    assert january.info.title == "January 2026"
    assert january.view.date.isoformat() == "2026-01-01T00:00:00+00:00"


def test_without_posts_there_is_the_archive_alone() -> None:
    (only,) = archive(site_of())
    assert only.path == "archive/index.html"


def month_of(*days: int) -> MonthView:
    """The archive of May 2026 with a post on each of some days; 1 May is a Friday."""
    posts = (entry(f"{at}-{day}", "A", f"2026-05-{day:02}T09:00:00+00:00") for at, day in enumerate(days))
    view = next(page.view for page in archive(site_of(*posts)) if page.path == "2026/05/index.html")
    assert isinstance(view, MonthView)
    return view


def test_a_quiet_month_is_one_list() -> None:
    assert month_of(*range(1, 31)).weeks == ()


def test_a_busy_month_is_divided_into_weeks_from_monday_to_sunday() -> None:
    view = month_of(*(31, 31, 25, 24, 18), *range(1, 18), *range(1, 12))
    parts = [(week.first.day, week.last.day, week.end - week.start) for week in view.weeks]
    assert parts == [(25, 31, 3), (18, 24, 2), (11, 17, 8), (4, 10, 14), (1, 3, 6)]
    assert [post for week in view.weeks for post in view.posts[week.start : week.end]] == list(view.posts)

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
        f"{place}/index.html" for place in ("2026", "2024", "2026/05", "2026/01", "2024/02")
    ]
    year, january = rest[0], rest[3]
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

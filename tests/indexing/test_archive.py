from site_gen.indexing.archive import archive
from tests.support import entry, site_of


def test_posts_by_year_and_month_newest_first() -> None:
    dates = ["2025-12-31 23:59", "2026-01-01 00:00", "2026-05-02", "2026-05-01", "2024-02-29"]
    cards = site_of(*(entry(str(n), date, date) for n, date in enumerate(dates))).cards
    years = archive(cards)
    assert [(year.number, year.url, year.count) for year in years] == [
        (2026, "/2026/", 3),
        (2025, "/2025/", 1),
        (2024, "/2024/", 1),
    ]
    assert [(month.number, month.url, [card.title for card in month.posts]) for month in years[0].months] == [
        (5, "/2026/05/", ["2026-05-02", "2026-05-01"]),
        (1, "/2026/01/", ["2026-01-01 00:00"]),
    ]
    assert archive(()) == ()


def test_a_post_is_in_the_month_of_the_sites_zone() -> None:
    late = entry("a", "A", "2025-12-31T23:30:00+00:00")
    site = site_of(late, timezone="Europe/Berlin")
    assert [(year.number, month.number) for year in site.years for month in year.months] == [(2026, 1)]
    assert site.posts[0].card.url == "/2025/12/a/"  # the day that its file says, whatever the zone

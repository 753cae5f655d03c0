from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.page import CoverageView
from site_gen.model.post import Entry
from site_gen.model.settings import LanguageSettings, TagSettings
from site_gen.pages.coverage import coverage, legend, level
from tests.support import entry, site_of


def view_of(*entries: Entry) -> CoverageView:
    (page,) = coverage(site_of(*entries))
    assert page.path == "coverage/index.html" and isinstance(page.view, CoverageView)
    return page.view


def about(name: str, date: str, *countries: str) -> Entry:
    return entry(name, name, f"{date}T09:00:00+00:00", tags=list(countries), entities={"country": list(countries)})


@pytest.mark.parametrize(("count", "most", "dark"), [(0, 9, 0), (1, 1, 1), (1, 64, 1), (63, 64, 4), (64, 64, 5)])
def test_how_dark_a_number_is(count: int, most: int, dark: int) -> None:
    assert level(count, most) == dark


@given(st.integers(1, 3000))
def test_the_legend_says_what_each_shade_stands_for(most: int) -> None:
    keys = legend(most)
    assert [(key.level, key.least, key.most) for key in legend(0)] == []
    assert (keys[0].least, keys[-1].most) == (1, most)
    assert all(one.most + 1 == two.least and one.level < two.level for one, two in pairwise(keys))
    for key in keys:
        assert {level(count, most) for count in range(key.least, key.most + 1)} == {key.level}


def test_the_legends_are_those_of_the_map_and_of_the_calendar() -> None:
    view = view_of(*(about(f"a{n}", f"2025-01-{1 + n // 3:02}", "Finland") for n in range(9)))
    assert [(key.least, key.most) for key in view.map_legend] == [(1, 1), (2, 3), (4, 7), (8, 9)]
    assert [(key.least, key.most) for key in view.day_legend] == [(1, 1), (2, 3)]
    assert (view.map_legend[-1].level, view.day_legend[-1].level) == (5, 5)


def test_countries_are_known_by_their_names_and_a_post_counts_once() -> None:
    view = view_of(
        about("a", "2025-01-01", "Finland", "USA", "United States"),
        about("b", "2025-01-02", "Finland"),
        about("c", "2025-01-03", "Atlantis"),
    )
    assert [(shape.name, shape.count) for shape in view.shapes] == [("Finland", 2), ("United States", 1)]
    assert all(shape.path.startswith("M") and shape.path not in view.rest for shape in view.shapes)
    assert [one.term.name for one in view.countries] == ["Finland", "Atlantis", "United States", "USA"]
    assert [group.kind for group in view.groups] == ["country"]


def test_days_are_in_the_column_of_their_week() -> None:
    view = view_of(
        about("a", "2025-01-01"), about("b", "2025-12-31"), about("c", "2025-12-31"), about("d", "2024-02-29")
    )
    new, old = view.years
    assert (new.year, new.url, new.count, old.year) == (2025, "/2025/", 3, 2024)
    # 1 January 2025 is a Wednesday; 31 December 2025 is a Wednesday 52 weeks later.
    assert [(heat.level, heat.path) for heat in new.days] == [(1, "M0 20h8v8h-8z"), (5, "M520 20h8v8h-8z")]
    assert new.ground.startswith("M10 4H528M10 14H528M0 24H528M0 34H518")  # Mondays begin in the second week
    assert [(month.number, month.url, month.count) for month in new.months if month.count] == [
        (1, "/2025/01/", 1),
        (12, "/2025/12/", 2),
    ]
    assert all(month.url == "" for month in new.months if not month.count)


def test_old_years_are_in_the_table_alone() -> None:
    view = view_of(*(about(f"p{year}", f"{year}-05-05") for year in range(2010, 2020)))
    assert [bool(year.ground) for year in view.years] == [True] * 5 + [False] * 5


def test_a_site_without_posts_or_without_the_page() -> None:
    view = view_of()
    assert (view.shapes, view.years, view.groups) == ((), (), ())
    assert list(coverage(site_of(coverage=False))) == []


def test_a_country_is_on_the_map_in_each_language_that_the_settings_name_it_in() -> None:
    site = site_of(
        entry("a", "A", tags=["Ukraine"]),
        entry("b", "Б", language="uk", tags=["Україна"]),
        languages={"uk": LanguageSettings()},
        tags={"Ukraine": TagSettings(kind="country", names={"uk": "Україна"})},
    )
    for edition, name in zip(site.every_edition, ("Ukraine", "Україна"), strict=True):
        (page,) = coverage(edition)
        assert isinstance(page.view, CoverageView)
        assert [(shape.name, shape.count) for shape in page.view.shapes] == [(name, 1)]

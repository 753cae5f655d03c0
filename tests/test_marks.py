"""Tests are marked by what they use and where they are."""

import pytest

from tests.marks import FAST, LAWS, SERVERS, group_of, is_left_out, marks_of
from tests.support import ROOT


@pytest.mark.parametrize(
    ("place", "fixtures", "is_property", "expected"),
    [
        ("pages/test_news.py", {"tmp_path"}, False, set()),
        ("pages/test_news.py", {"tmp_path"}, True, {"law"}),
        ("preview/test_client.py", {"running", "page"}, False, {"browser"}),
        ("browser/test_menu.py", set(), False, {"browser"}),
        ("deploy/test_objects.py", {"moto", "line"}, False, {"servers"}),
        ("deploy/test_git.py", set(), False, {"servers"}),
        ("attack/test_depth.py", set(), False, {"law"}),
        ("test_laws.py", set(), False, {"law"}),
        ("preview/test_watch.py", {"sequences"}, False, {"law"}),
    ],
)
def test_marks_come_from_fixtures_and_places(
    place: str, fixtures: set[str], is_property: bool, expected: set[str]
) -> None:
    assert marks_of(place, fixtures, is_property) == expected


def test_what_shares_a_browser_runs_in_one_process_and_a_long_file_in_all() -> None:
    assert group_of("preview/test_client.py", {"running"}) == group_of("browser/test_menu.py", {"running"}) == "browser"
    assert group_of("pages/test_news.py", set()) == "pages/test_news.py"
    assert group_of("test_laws.py", set()) == group_of("preview/test_watch.py", {"sequences"}) == ""


def test_files_without_a_fast_test_are_not_read() -> None:
    tests = ROOT / "tests"
    assert all(map(is_left_out, (tests / "attack", tests / "browser/test_menu.py", tests / "test_laws.py")))
    assert not any(map(is_left_out, (tests, tests / "pages", tests / "pages/test_news.py", ROOT)))


def test_the_files_that_are_named_are_there() -> None:
    assert [name for name in (*SERVERS, *LAWS) if not (ROOT / "tests" / name).is_file()] == []


def test_this_test_has_its_marks(request: pytest.FixtureRequest) -> None:
    assert {mark.name for mark in request.node.iter_markers()} == {"xdist_group"}
    assert FAST == "not (browser or servers or law or slow)"

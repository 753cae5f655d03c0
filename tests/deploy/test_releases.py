"""Names of releases."""

from datetime import UTC, datetime, timedelta, timezone

from site_gen.deploy.releases import is_release, previous_release, release_name, surplus

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
ONE, TWO, THREE = "20260601T120000Z", "20260601T120000Z-2", "20260601T120000Z-10"


def test_two_of_one_second_have_two_names_in_their_order() -> None:
    assert release_name(NOON) == ONE
    assert release_name(NOON.astimezone(timezone(timedelta(hours=9)))) == ONE
    assert release_name(NOON, [ONE]) == TWO
    assert previous_release(THREE, [ONE, TWO, THREE]) == TWO
    assert previous_release(ONE, [ONE, TWO]) == ""


def test_the_live_one_is_never_too_many() -> None:
    assert surplus([ONE, TWO, THREE], THREE, 2) == (ONE,)
    assert surplus([ONE, TWO, THREE], ONE, 1) == (TWO, THREE)
    assert surplus([ONE, TWO], TWO, 5) == ()


def test_only_our_names_are_releases() -> None:
    assert [is_release(name) for name in (ONE, TWO, ".incoming", "current", f"{ONE}.json")] == [True, True] + [
        False
    ] * 3

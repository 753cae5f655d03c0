from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.post import Card
from site_gen.pages.moments import with_distinct_moments
from tests.support import entry, site_of


def cards(*dates: str, **front: str) -> tuple[Card, ...]:
    return site_of(
        *(entry(f"p{number:03}", f"Post {number}", when, **front) for number, when in enumerate(dates))
    ).cards


def changed(cards: tuple[Card, ...]) -> list[str]:
    return [(card.updated or card.date).isoformat() for card in cards]


def test_posts_of_one_day_get_seconds_of_its_first_minute() -> None:
    apart = with_distinct_moments(cards(*["2026-01-02"] * 40))
    assert len(set(changed(apart))) == 40
    assert all(moment.startswith("2026-01-02T00:00:") for moment in changed(apart))


def test_more_than_sixty_posts_still_have_distinct_moments_on_their_day() -> None:
    apart = with_distinct_moments(cards(*["2026-01-02"] * 150))
    assert len(set(changed(apart))) == 150
    assert {card.date.date() for card in apart} == {date(2026, 1, 2)}


def test_another_post_of_the_day_changes_no_moment() -> None:
    one, two = cards("2026-01-02", "2026-01-02")
    assert with_distinct_moments((one,))[0] == with_distinct_moments((two, one))[1]


def test_an_update_gets_a_distinct_moment_and_its_date_does_not() -> None:
    before = cards("2026-01-01", "2026-01-02", updated="2026-03-01")
    after = with_distinct_moments(before)
    assert [card.date for card in after] == [card.date for card in before]
    assert len({card.updated for card in after}) == 2


def test_equal_times_become_distinct_in_the_order_of_the_posts() -> None:
    apart = with_distinct_moments(cards(*["2026-01-02T14:05:00+00:00"] * 3))
    assert changed(apart) == [f"2026-01-02T14:05:0{second}+00:00" for second in (2, 1, 0)]


@given(st.integers(1, 9), st.integers(1, 9))
def test_a_later_post_changes_no_entry_of_the_same_minute(old: int, new: int) -> None:
    all_cards = cards(*["2026-01-02T14:05:00+00:00"] * (old + new))
    before, after = with_distinct_moments(all_cards[new:]), with_distinct_moments(all_cards)
    assert after[new:] == before
    assert changed(after) == sorted(set(changed(after)), reverse=True)


def test_what_has_a_moment_of_its_own_keeps_it() -> None:
    timed = cards("2026-01-02T14:05:00+00:00", "2026-01-02T00:00:44+00:00", "2026-01-03T10:00:00+00:00")
    assert with_distinct_moments(timed) == timed


@given(st.lists(st.sampled_from(["2026-01-02", "2026-01-02T00:00:07+00:00", "2026-01-02T09:00:00+00:00"]), max_size=30))
def test_all_have_distinct_moments_in_any_mixture(dates: list[str]) -> None:
    before = cards(*dates)
    after = with_distinct_moments(before)
    assert len(set(changed(after))) == len(before)
    for one, other in zip(before, after, strict=True):
        assert one.url == other.url
        assert abs(one.date - other.date) < timedelta(minutes=2)

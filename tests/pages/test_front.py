"""The layout of the front page. Heights are seen by a browser in tests/browser/test_front.py."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.model.front import Front
from site_gen.model.picture import Picture
from site_gen.model.post import Card
from site_gen.model.site import Thread
from site_gen.pages.front import layout_of, tail_of, top_of, urls_of

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
WIDE = Picture(src="/a.jpg", alt="A ship", width=1600, height=900)
TALL = Picture(src="/b.jpg", alt="A mast", width=800, height=1200)
SMALL = Picture(src="/c.png", alt="A map", width=300, height=200)


def card(number: int, hours: float = 0, **more: object) -> Card:
    """A story, so many hours before noon."""
    base = Card(
        url=f"/{number}/",
        title=f"Story {number}",
        date=NOON - timedelta(hours=hours),
        updated=None,
        summary="In short.",
        authors=(),
        tags=(),
        type="news",
        pinned=False,
        image=None,
    )
    return replace(base, **more)


def day(count: int = 12, apart: float = 3) -> list[Card]:
    """Stories of a day and those before it, each so many hours after the next."""
    return [card(number, number * apart) for number in range(count)]


def thread(*posts: Card) -> Thread:
    return Thread("Cables", "cables", "/threads/cables/", posts)


def test_a_big_picture_leads() -> None:
    cards = day()
    assert layout_of([replace(cards[0], image=WIDE), *cards[1:]], None) == "picture"
    for image in (TALL, SMALL, None):
        assert layout_of([replace(cards[0], image=image), *cards[1:]], None) == "text"


def test_a_running_story_leads_with_its_earlier_reports() -> None:
    cards = [replace(one, image=WIDE) for one in day(20, 20)]
    running = thread(cards[0], cards[3], cards[5], cards[6], cards[7], cards[9])
    front = top_of(cards, running)
    assert front.layout == "story" and front.story is not None
    assert [one.url for one in front.story.posts] == ["/3/", "/5/", "/6/", "/7/"]
    assert (front.story.count, front.story.url) == (6, "/threads/cables/")
    # Two reports are no running story, and neither is one that was taken up again after a month.
    assert layout_of(cards, thread(cards[0], cards[1])) == "picture"
    assert layout_of(cards, thread(cards[0], replace(cards[9], date=NOON - timedelta(days=30)), cards[5])) == "story"
    old = [replace(one, date=NOON - timedelta(days=30 + at)) for at, one in enumerate(cards[1:3])]
    assert layout_of(cards, thread(cards[0], *old)) == "picture"


@pytest.mark.parametrize(
    ("changed", "layout"),
    [
        ({}, "equals"),
        ({0: {"image": WIDE}}, "picture"),  # a picture sets the first one apart
        ({0: {"image": WIDE}, 1: {"image": WIDE}, 2: {"image": TALL}}, "equals"),
        ({0: {"pinned": True}}, "text"),
        ({0: {"pinned": True}, 1: {"pinned": True}, 2: {"pinned": True}}, "equals"),
        ({2: {"date": NOON - timedelta(hours=3)}}, "text"),  # it came in long before
    ],
)
def test_three_that_were_published_together_are_equal(changed: dict[int, dict[str, object]], layout: str) -> None:
    cards = [replace(one, **changed.get(at, {})) for at, one in enumerate(day(12, 0.5))]
    assert layout_of(cards, None) == layout
    assert len(top_of(cards, None).leads) == (3 if layout == "equals" else 1)


def test_a_quiet_day_has_what_explains_beside_its_lead() -> None:
    cards = day(12, 100)
    assert layout_of(cards, None) == layout_of([], None) == "quiet"
    assert layout_of([replace(cards[0], image=WIDE), *cards[1:]], None) == "picture"
    cards[4], cards[6] = replace(cards[4], type="analysis"), replace(cards[6], type="background")
    assert [teaser.post.url for teaser in top_of(cards, None).beside] == ["/4/", "/6/"]


def test_one_picture_is_enough_for_the_column_beside_the_lead() -> None:
    cards = [replace(one, image=WIDE) for one in day()]
    front = top_of(cards, None)
    assert sum(teaser.picture for teaser in front.beside) <= 1
    assert front.row and all(teaser.picture for teaser in front.row)
    # Stories side by side show theirs if all have one, or some columns would be half empty.
    some = [replace(one, image=WIDE if at in (3, 8) else None) for at, one in enumerate(day())]
    assert not any(teaser.picture for teaser in top_of(some, None).row)
    # So those that have one are side by side if there are enough.
    some = [replace(one, image=WIDE if at % 3 else None) for at, one in enumerate(day())]
    front = top_of(some, None)
    assert front.row and all(teaser.picture for teaser in front.row)
    assert sum(teaser.picture for teaser in front.beside) == 1


IMAGES = st.sampled_from([None, None, WIDE, TALL, SMALL])
TITLES = st.sampled_from(["Talks", "Sixty ships sail for the Baltic before the ice closes the ports", "word " * 38])


@st.composite
def fronts(draw: st.DrawFn) -> tuple[list[Card], Thread | None]:
    """Stories in the order of the home page, and perhaps the thread of the first one."""
    apart = draw(st.sampled_from([0.0, 0.5, 5, 60]))
    cards = [
        card(
            number,
            number * apart,
            title=draw(TITLES),
            summary=draw(st.sampled_from(["", "In short.", "word " * 40])),
            type=draw(st.sampled_from(["news", "news", "analysis", "opinion"])),
            image=draw(IMAGES),
            pinned=number == 0 and draw(st.booleans()),
        )
        for number in range(draw(st.integers(1, 25)))
    ]
    others = draw(st.lists(st.sampled_from(cards[1:]), unique=True)) if len(cards) > 1 else []
    members = sorted([cards[0], *others], key=lambda one: one.date, reverse=True)
    return cards, thread(*members) if draw(st.booleans()) else None


def places(front: Front) -> Iterator[str]:
    yield from urls_of(front)
    yield from (one.post.url for one in chain(front.latest, front.depth, front.earlier))


@given(fronts(), st.integers(0, 12))
def test_each_story_is_in_one_place_and_no_column_is_empty(
    given_: tuple[Sequence[Card], Thread | None], terms: int
) -> None:
    cards, story = given_
    top = top_of(cards, story)
    taken = set(urls_of(top))
    front = tail_of(top, [one for one in cards if one.url not in taken], terms)
    assert sorted(places(front)) == sorted(one.url for one in cards)
    assert front.leads[0].post is cards[0]
    assert len(front.row) in (0, 2, 3, 4) and len(front.below) in (0, 2, 4)
    assert front.beside or not front.below
    assert front.latest or not (front.depth or front.earlier)
    for teaser in chain(front.leads, front.beside, front.below, front.row, front.latest):
        assert not teaser.picture or teaser.post.image not in (None, SMALL)

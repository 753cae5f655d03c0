"""Where items come to be: by their slug and old address, and which old addresses cannot lead there."""

from datetime import UTC, datetime

import pytest

from site_gen.importing.item import Item
from site_gen.importing.place import CASE, Placed, place

NOW = datetime(2026, 11, 29, tzinfo=UTC)


def placed(slug: str, address: str, *more: str) -> Placed:
    date = datetime(2026, 3, 1, tzinfo=UTC)
    item = Item(
        key="1", kind="post", place="1", title="A", address=address, more_addresses=more, slug=slug, date=date, html=""
    )
    (one,) = place((item,), "/{year}/{month}/{slug}/", "en", {}, (), NOW)
    return one


@pytest.mark.parametrize("slug", ["TockingTime", "tockingtime"])
def test_a_post_keeps_the_capitals_of_its_address(slug: str) -> None:
    one = placed(slug, "/2026/03/TockingTime/")
    assert (one.address, one.aliases, one.unanswered) == ("/2026/03/TockingTime/", (), ())


def test_an_address_that_differs_in_capitals_alone_is_said_to_be_lost() -> None:
    one = placed("story", "/2026/03/story/", "/2026/03/Story/")
    assert (one.address, one.aliases, one.unanswered) == ("/2026/03/story/", (), (("/2026/03/Story/", CASE),))

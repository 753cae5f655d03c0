"""What is kept of a post that is made again, and which doubts are new."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from msgspec.structs import replace

from site_gen.extract.successor import EDITOR, as_successor, is_drafted, noted
from site_gen.model.lock import LockedSeed
from site_gen.model.post import Entry
from site_gen.model.seed import Article, Doubt, Entity
from site_gen.model.settings import IngestSettings
from tests.support import entry

HEADLINE = Doubt("headline", "the lead has no verb")
DATE = Doubt("date", "the date is a guess")
PUBLISH, DRAFT = IngestSettings(), IngestSettings(unsure="draft")
LOCKED = LockedSeed("s", "content/posts/a.md", "g")


def article(*unsure: Doubt, **more: Any) -> Article:
    plain = Article(
        seed="seeds/a.txt",
        title="Harbour reopens",
        summary="",
        date=datetime(2026, 1, 5, 9, tzinfo=UTC),
        date_source="modified",
        slug="harbour-reopens",
        body="Text.",
        unsure=unsure,
    )
    return replace(plain, **more)


def post(title: str = "Harbour reopens", date: str = "2026-01-05T09:00:00+00:00", **front: Any) -> Entry:
    return entry("2026-01-05-harbour-reopens", title, date, seed="seeds/a.txt", slug="harbour-reopens", **front)


def test_address_date_and_aliases_are_those_of_the_post() -> None:
    old = post(date="2025-12-01T08:00:00+00:00", aliases=["/old/place/"])
    made = as_successor(article(slug="another", title="Another"), old, LOCKED, PUBLISH)
    assert (made.slug, made.date, made.aliases) == (old.slug, old.date, ("/old/place/",))
    assert made.title == "Another"


def test_the_headline_that_an_editor_chose_outlives_the_seed() -> None:
    made = as_successor(article(HEADLINE), post("Chosen"), replace(LOCKED, title="Chosen"), PUBLISH)
    assert (made.title, made.unsure) == ("Chosen", ())


def test_an_accepted_doubt_comes_back_only_where_its_value_changed() -> None:
    accepted = replace(LOCKED, accepted=(str(HEADLINE), str(DATE)))
    assert as_successor(article(HEADLINE, DATE), post(), accepted, PUBLISH).unsure == ()
    assert as_successor(article(HEADLINE, DATE), post("Before"), accepted, PUBLISH).unsure == (HEADLINE,)
    assert as_successor(article(HEADLINE, DATE), post(), LOCKED, PUBLISH).unsure == (HEADLINE, DATE)
    tags = Doubt("tags", "two people have that name")
    accepted = replace(LOCKED, accepted=(str(tags),))
    tagged = article(tags, tags=(Entity("Norway", "country"),))
    assert as_successor(tagged, post(tags=["Norway"]), accepted, PUBLISH).unsure == ()
    assert as_successor(tagged, post(tags=["Sweden"]), accepted, PUBLISH).unsure == (tags,)


def test_a_seed_that_says_another_day_than_its_post_is_a_doubt() -> None:
    dated = article(date=datetime(2026, 2, 9, tzinfo=UTC), date_source="header")
    doubts = as_successor(dated, post(), LOCKED, PUBLISH).unsure
    assert doubts == (Doubt("date", "the seed now says 9 February 2026; the post keeps 5 January 2026"),)
    assert as_successor(dated, post(), replace(LOCKED, date_source=EDITOR), PUBLISH).unsure == ()
    assert as_successor(replace(dated, date_source="modified"), post(), LOCKED, PUBLISH).unsure == ()
    for same in (datetime(2026, 1, 5, 23, tzinfo=UTC), datetime(2026, 1, 5, tzinfo=timezone(timedelta(hours=12)))):
        assert as_successor(replace(dated, date=same), post(), LOCKED, PUBLISH).unsure == ()
    evening = replace(dated, date=datetime(2026, 1, 4, 23, tzinfo=timezone(timedelta(hours=-4))), timed=True)
    assert as_successor(evening, post(), LOCKED, PUBLISH).unsure == ()  # it is the fifth where the site is


@pytest.mark.parametrize(
    ("was_draft", "doubts", "settings", "is_draft"),
    [
        (True, (HEADLINE,), DRAFT, True),
        (True, (), DRAFT, False),  # nothing is doubtful any more
        (False, (HEADLINE,), DRAFT, False),  # what is published stays published
        (True, (HEADLINE,), PUBLISH, False),
        (True, (), IngestSettings(draft=True), True),
    ],
)
def test_what_is_published_stays_published(
    was_draft: bool, doubts: tuple[Doubt, ...], settings: IngestSettings, is_draft: bool
) -> None:
    made = as_successor(article(*doubts), post(draft=was_draft), LOCKED, settings)
    assert made.draft is is_draft


def test_which_new_posts_are_drafts() -> None:
    assert not is_drafted(article(HEADLINE), PUBLISH) and not is_drafted(article(), DRAFT)
    assert is_drafted(article(HEADLINE), DRAFT) and is_drafted(article(), IngestSettings(draft=True))


def test_the_lock_keeps_what_an_editor_decided() -> None:
    new = LockedSeed("s2", "content/posts/a.md", "g2")
    old = replace(LOCKED, accepted=(str(DATE),), title="Chosen", date_source=EDITOR, unsure=("text: odd",))
    kept = noted(article(HEADLINE, draft=True), new, old, DRAFT)
    assert (kept.seed, kept.generated, kept.unsure) == ("s2", "g2", (str(HEADLINE),))
    assert (kept.accepted, kept.title, kept.date_source, kept.held) == (old.accepted, "Chosen", EDITOR, True)
    fresh = noted(article(draft=True), new, None, IngestSettings(draft=True))
    assert (fresh.accepted, fresh.title, fresh.date_source, fresh.held) == ((), "", "modified", False)
    assert noted(article(date_source="header"), new, None, PUBLISH).date_source == ""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from site_gen.indexing.index import index, url_of
from site_gen.indexing.published import Include
from site_gen.model.post import TagEntry
from site_gen.model.settings import Settings
from site_gen.parsing.post import read_tag_text
from tests.strategies import EDITS, NEWSROOMS, SourceEntry, edited, entries_of
from tests.support import NOON, entry, site_of


def test_neighbours_are_in_the_order_of_time() -> None:
    site = site_of(*(entry(str(n), str(n), f"2026-01-0{n}") for n in (2, 1, 3)))
    beside = [(n.newer and n.newer.title, n.older and n.older.title) for n in site.neighbours]
    assert beside == [(None, "2"), ("3", "1"), ("2", None)]
    assert site.newest == site.posts[0].card.date


def test_a_held_post_is_nowhere_in_the_site_and_reported_with_its_reason() -> None:
    entries = (
        entry("draft", "Canary draft", draft=True, tags=["canary"]),
        entry("later", "Canary later", str(NOON + timedelta(days=40)), tags=["canary"]),
        entry("gone", "Canary gone", expires="2026-02-01", tags=["canary"]),
        entry("here", "Here"),
    )
    settings = Settings(timezone="Europe/London")
    indexed = index(entries, (), (), settings, NOON, Include())
    assert "anary" not in str(indexed.site)
    assert [(held.reason, held.path.split("/")[-1]) for held in indexed.withheld] == [
        ("draft", "draft.md"),
        ("expired", "gone.md"),
        ("scheduled", "later.md"),
    ]
    # Messages give the moment in the zone of the site.
    until = indexed.withheld[2].until
    assert until == NOON + timedelta(days=40)
    assert until is not None and until.utcoffset() == ZoneInfo("Europe/London").utcoffset(until)
    shown = index(entries, (), (), settings, NOON, Include(drafts=True, future=True))
    assert [post.card.title for post in shown.site.posts] == ["Canary later", "Canary draft", "Here"]


def test_the_last_change_is_the_latest_of_update_and_corrections() -> None:
    corrections = [{"date": "2026-03-02", "text": "two"}, {"date": "2026-02-01", "text": "one"}]
    site = site_of(
        entry("a", "A", corrections=corrections, updated="2026-02-15"),
        entry("b", "B", updated="2020-01-01"),
        timezone="Asia/Tokyo",
    )
    a, b = site.posts
    assert a.card.updated is not None and a.card.updated.isoformat() == "2026-03-02T09:00:00+09:00"
    assert [one.text for one in a.corrections] == ["one", "two"]
    assert b.card.updated is None  # an update before the post is none
    assert site.newest == a.card.updated


def test_settings_are_the_defaults_of_posts() -> None:
    site = site_of(entry("a", 'The "big" one', authors=["A. Writer"]), entry("b", "B"), authors=("Desk",))
    assert [post.card.authors for post in site.posts] == [("A. Writer",), ("Desk",)]
    assert site.posts[0].card.title == "The “big” one"


def test_tags_hold_their_posts_newest_first_and_their_text() -> None:
    text = read_tag_text("content/tags/iran.md", "iran", b"---\nsummary: About.\n---\nText.", UTC, False).value
    assert isinstance(text, TagEntry)
    entries = (entry("a", "A", "2026-01-01", tags=["Iran", "Aden"]), entry("b", "B", "2026-02-01", tags=["iran"]))
    indexed = index(entries, (), (text,), Settings(), NOON, Include())
    assert [(term.ref.slug, [card.title for card in term.posts]) for term in indexed.site.terms] == [
        ("aden", ["A"]),
        ("iran", ["B", "A"]),
    ]
    assert [term.entry for term in indexed.site.terms] == [None, text]


def test_the_index_does_not_depend_on_the_order_of_files() -> None:
    entries = tuple(entry(str(n), str(n), f"2026-01-{n % 3 + 1:02}", tags=[str(n % 4)]) for n in range(12))
    assert site_of(*entries) == site_of(*reversed(entries))
    assert url_of(entries[0], Settings()) == "/2026/01/0/"


SETTINGS = st.builds(Settings, related=st.sampled_from([0, 3]), page_size=st.sampled_from([2, 20]))
RECKONED = {"title": "One", "date": "2026-01-01", "tags": ["Iran"], "entities": {"country": ["Iran"]}}


@example({"a": RECKONED}, {"a": {"entities": {}}}, Settings(), Settings())
@given(NEWSROOMS, EDITS, SETTINGS, SETTINGS)
def test_the_index_after_edits_is_the_same_with_any_previous_index(
    newsroom: dict[str, SourceEntry], edits: dict[str, SourceEntry | None], settings: Settings, other: Settings
) -> None:
    before = entries_of(newsroom)
    previous = index(tuple(before.values()), (), (), settings, NOON, Include())
    same = {name: one for name, one in before.items() if name not in edits}
    after = tuple((edited(newsroom, edits) | same).values())
    for now in (settings, other):
        from_scratch = index(after, (), (), now, NOON, Include())
        assert index(after, (), (), now, NOON, Include(), previous.beside, previous=previous) == from_scratch

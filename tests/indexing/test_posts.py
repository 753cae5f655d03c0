from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from site_gen.indexing.addresses import PostAddresses
from site_gen.indexing.editions import editions_of
from site_gen.indexing.pictures import Pictures
from site_gen.indexing.posts import Previous, make_posts
from site_gen.indexing.terms import vocabulary
from site_gen.model.post import Entry, Post
from site_gen.model.settings import ImageSettings, Settings
from site_gen.parsing.post import read_post
from site_gen.text.dates import day_or_moment, has_clock
from tests.support import entry, site_of
from tests.support import post as news

LATER = datetime(2050, 1, 1, tzinfo=UTC)

A, B = entry("a", "A", tags=["NATO"]), entry("b", "B", tags=["nato"])


def made(*entries: Entry, previous: Previous | None = None, same_terms: bool = False) -> tuple[Post, ...]:
    settings = Settings()
    words, _ = vocabulary(entries, settings)
    nothing = Pictures({}, ImageSettings(), ())
    (edition,) = editions_of(settings)
    return make_posts(entries, words, nothing, edition, PostAddresses(settings), previous or {}, same_terms)


def by_file(entries: tuple[Entry, ...], posts: tuple[Post, ...]) -> Previous:
    return {one.source.path: (one, post) for one, post in zip(entries, posts, strict=True)}


def test_a_post_has_the_address_and_terms_that_the_site_gives_it() -> None:
    post, _ = made(A, B)
    assert (post.card.url, post.card.title) == ("/2026/01/a/", "A")
    assert [ref.name for ref in post.card.tags] == ["NATO"]


def test_a_post_with_the_same_entry_and_terms_is_reused() -> None:
    before = made(A, B)
    again = made(A, entry("b", "Another", tags=["nato"]), previous=by_file((A, B), before))
    assert again[0] is before[0]
    assert again[1].card.title == "Another"


def test_a_post_is_made_again_if_its_tag_has_another_name() -> None:
    lone = made(B)
    assert lone[0].card.tags[0].name == "Nato"
    both = made(A, B, previous=by_file((B,), lone))
    assert both[1].card.tags[0].name == "NATO"


def test_with_same_terms_terms_are_not_compared() -> None:
    lone = made(B)
    assert made(A, B, previous=by_file((B,), lone), same_terms=True)[1] is lone[0]


ZONES = st.sampled_from(
    [
        "UTC",
        "Europe/London",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "America/Sao_Paulo",  # its clocks went on at midnight until 2018
        "Asia/Beirut",
        "Asia/Kathmandu",
    ]
)


@given(st.dates(date(1995, 1, 1), date(2040, 1, 1)), ZONES)
def test_a_post_without_a_time_is_at_the_beginning_of_its_day_in_any_zone(day: date, zone: str) -> None:
    (post,) = site_of(entry("a", "A", day.isoformat()), as_of=LATER, timezone=zone).posts
    assert post.card.url == f"/{day.year:04}/{day.month:02}/a/"
    assert post.card.date.date() == day and not has_clock(post.card.date) and post.card.date.second == 0
    assert day_or_moment(post.card.date) == day.isoformat()


@given(st.dates(date(1995, 1, 1), date(2040, 1, 1)), st.sampled_from(["Z", "-11:00", "+14:00", ""]), ZONES, ZONES)
def test_no_address_changes_with_the_time_zone(day: date, offset: str, one: str, other: str) -> None:
    late = f"{day}T23:30:00{offset}"
    urls = []
    for zone in (one, other):
        read = read_post("content/posts/a.md", news("A", late).encode(), ZoneInfo(zone), raw_html=False).value
        assert isinstance(read, Entry)
        (post,) = site_of(read, as_of=LATER, timezone=zone).posts
        urls.append(post.card.url)
    assert urls == [f"/{day.year:04}/{day.month:02}/a/"] * 2


def test_a_dateline_is_the_posts_own() -> None:
    one, other = site_of(entry("a", "A", dateline="Oslo"), entry("b", "B")).posts
    assert (one.dateline, other.dateline) == ("Oslo", "")

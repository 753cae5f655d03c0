from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.feed import FeedView
from site_gen.model.settings import FeedSettings
from site_gen.pages.feed import feed_links, feeds
from site_gen.text.dates import iso
from tests.support import entry, site_of

ENTRIES = [
    entry(str(n), str(n), f"2026-01-{n + 1:02}", tags=["x"] if n % 2 else [], updated="2026-03-01") for n in range(5)
]


def test_three_feeds_for_the_site_and_each_tag() -> None:
    site = site_of(*ENTRIES, title="Notes", feeds=FeedSettings(items=2), tag_minimum=1)
    pages = list(feeds(site))
    names = ("feed.xml", "atom.xml", "feed.json")
    homes = ("", "tags/x/", "corrections/")
    assert [page.path for page in pages] == [f"{home}{name}" for home in homes for name in names]
    assert [page.template for page in pages[:3]] == ["rss.xml", "atom.xml", "feed.json"]
    whole, tag = pages[0].view, pages[3].view
    assert isinstance(whole, FeedView) and isinstance(tag, FeedView)
    assert [item.post.title for item in whole.items] == ["4", "3"]
    assert [item.post.title for item in tag.items] == ["3", "1"]
    assert (whole.title, tag.title, tag.home) == ("Notes", "X · Notes", "/tags/x/")
    assert whole.updated == max(item.post.updated for item in whole.items if item.post.updated)
    assert all(item.body is not None for item in whole.items)


def test_an_entry_has_the_same_moment_in_every_feed() -> None:
    site = site_of(*(entry(str(n), str(n), "2026-01-05", tags=["x"], thread="T") for n in range(9)))
    views = [page.view for page in feeds(site) if page.template == "atom.xml"]
    by_feed = [{item.post.url: item.post.date for item in view.items} for view in views if isinstance(view, FeedView)]
    whole, tag, thread, righted = by_feed
    assert whole == tag == thread and len(set(whole.values())) == 9 and not righted
    assert {post.card.date.second for post in site.posts} == {0}  # which pages show, not feeds


def test_feeds_may_hold_summaries_alone() -> None:
    for page in feeds(site_of(*ENTRIES, feeds=FeedSettings(content="summary"))):
        assert isinstance(page.view, FeedView)
        assert all(item.body is None for item in page.view.items)


def test_a_feed_of_nothing() -> None:
    first, *_ = feeds(site_of())
    assert isinstance(first.view, FeedView)
    assert (first.view.updated, first.view.items) == (None, ())


def test_links_for_autodiscovery_name_the_addresses_of_the_pages() -> None:
    for formats in (("rss", "atom", "json"), ("atom",), ()):
        site = site_of(*ENTRIES, feeds=FeedSettings(formats=formats), tag_minimum=1)
        made = {page.info.url for page in feeds(site)}
        assert {
            link.url for home in ("/", "/tags/x/", "/corrections/") for link in feed_links(home, "T", site.settings)
        } == made
        assert len(made) == 3 * len(formats)


def test_a_thread_and_corrections_have_feeds_of_their_own() -> None:
    a = entry("a", "A", "2026-01-01", thread="Talks", corrections=[{"date": "2026-01-03", "text": "Put right."}])
    b = entry("b", "B", "2026-01-02", thread="Talks")
    made = {page.info.url: page.view for page in feeds(site_of(a, b))}
    thread, righted = made["/threads/talks/atom.xml"], made["/corrections/atom.xml"]
    assert isinstance(thread, FeedView) and isinstance(righted, FeedView)
    assert [item.post.title for item in thread.items] == ["B", "A"]
    (item,) = righted.items
    assert (item.post.title, item.post.summary) == ("Correction: A", "Put right.")
    assert item.post.url == "/2026/01/a/#at--correction-1"
    assert righted.updated == item.post.date


def test_a_post_in_a_feed_has_its_corrections_and_changed_with_the_last_of_them() -> None:
    wrong = [{"date": f"2026-01-0{day}T10:00:00+00:00", "text": text} for day, text in ((7, "one"), (9, "two"))]
    a = entry("a", "A", "2026-01-01T09:00:00+00:00", corrections=wrong)
    b = entry("b", "B", "2026-01-02T09:00:00+00:00", updated="2026-01-10T09:00:00+00:00", corrections=wrong)
    view = next(iter(feeds(site_of(a, b)))).view
    assert isinstance(view, FeedView)
    assert [[one.text for one in item.corrections] for item in view.items] == [["one", "two"]] * 2
    moments = [iso(item.post.updated) for item in view.items if item.post.updated]
    assert moments == ["2026-01-10T09:00:00+00:00", "2026-01-09T10:00:00+00:00"]


MOMENTS = st.sampled_from(
    ["2026-05-03", "2026-05-03T14:05:00+01:00", "2026-05-03T13:05:00+00:00", "2026-05-03T00:00:10+00:00"]
)


@given(st.lists(st.tuples(MOMENTS, st.lists(MOMENTS, max_size=4)), max_size=6))
def test_no_two_entries_of_any_feed_changed_at_one_moment(newsroom: list[tuple[str, list[str]]]) -> None:
    entries = [
        entry(f"p{at}", f"P{at}", date, tags=["x"], thread="T", corrections=[{"date": d, "text": "w"} for d in righted])
        for at, (date, righted) in enumerate(newsroom)
    ]
    for page in feeds(site_of(*entries)):
        assert isinstance(page.view, FeedView)
        moments = [iso(item.post.updated or item.post.date) for item in page.view.items]
        assert len(set(moments)) == len(moments), page.path

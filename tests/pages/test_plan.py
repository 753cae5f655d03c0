from collections.abc import Iterable
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.build import BuildOptions, build
from site_gen.indexing.index import index
from site_gen.indexing.published import Include
from site_gen.model.feed import FeedGroup, FeedView
from site_gen.model.listing import Listing
from site_gen.model.page import Page, PageInfo, StandingView
from site_gen.model.post import Entry, PageEntry
from site_gen.model.settings import PlainSettings, Settings
from site_gen.model.site import Site
from site_gen.model.site_files import GuideLink, Location
from site_gen.pages import plan as room
from site_gen.pages.feed import feed_links
from site_gen.pages.plan import plan
from site_gen.parsing.post import read_page
from tests.strategies import EDITS, NEWSROOMS, SourceEntry, edited, entries_of
from tests.support import NOON, entry, post, site_of, write


def standing(name: str) -> PageEntry:
    page = read_page(f"content/pages/{name}.md", f"/{name}/", b"---\ntitle: T\n---\n", UTC, False).value
    assert isinstance(page, PageEntry)
    return page


CLASHES: list[tuple[tuple[Entry, ...], tuple[PageEntry, ...], tuple[str, ...], tuple[str, str]]] = [
    ((entry("a", "A", slug="x"), entry("b", "B", slug="x")), (), (), ("content/posts/a.md", "content/posts/b.md")),
    ((entry("a", "A", slug="x"), entry("b", "B", slug="X")), (), (), ("content/posts/a.md", "content/posts/b.md")),
    (
        (entry("a", "A", aliases=["/about/"]),),
        (standing("about"),),
        (),
        ("content/pages/about.md", "content/posts/a.md"),
    ),
    ((entry("a", "A", tags=["x"]),), (standing("tags/x"),), (), ("content/pages/tags/x.md", "the tag 'x'")),
    ((entry("a", "A"),), (standing("2026"),), (), ("content/pages/2026.md", "the archive of 2026")),
    ((entry("a", "A"),), (), ("2026/01/a/index.html",), ("content/posts/a.md", "static/2026/01/a/index.html")),
    ((entry("a", "A"),), (), ("2026",), ("content/posts/a.md", "static/2026")),
    ((entry("a", "A", aliases=["/feed.xml/"]),), (), (), ("an alias in content/posts/a.md", "the RSS feed of /")),
]


@pytest.mark.parametrize(("posts", "pages", "files", "named"), CLASHES)
def test_two_on_one_path_are_refused_and_both_named(
    posts: tuple[Entry, ...], pages: tuple[PageEntry, ...], files: tuple[str, ...], named: tuple[str, str]
) -> None:
    _, problems = plan(site_of(*posts, pages=pages), files)
    said = " ".join(f"{problem.path} {problem.what}" for problem in problems).lower()
    assert problems
    assert all(name.lower() in said for name in named), said


def test_a_site_without_clashes_has_every_page_once() -> None:
    planned, problems = plan(site_of(entry("a", "A", tags=["x"]), pages=(standing("about"),)), ("style.css",))
    assert problems == ()
    paths = [page.path for page in planned.pages]
    assert len(set(paths)) == len(paths)
    assert {"index.html", "404.html", "about/index.html", "tags/index.html", "2026/01/a/index.html"} <= set(paths)


def test_a_site_has_some_files_of_its_own_in_place_of_ours() -> None:
    own = ("robots.txt", "favicon.svg", "site.webmanifest", "_headers")
    planned, problems = plan(site_of(pages=(standing("corrections"), standing("feeds"))), own)
    assert problems == ()
    paths = {page.path: page.source for page in planned.pages}
    assert not paths.keys() & set(own)
    assert paths["corrections/index.html"] == "content/pages/corrections.md"
    assert paths["feeds/index.html"] == "content/pages/feeds.md"
    ours = {page.path for page in plan(site_of())[0].pages}
    assert {*own, "corrections/index.html", "feeds/index.html"} <= ours


SETTINGS = st.builds(Settings, page_size=st.sampled_from([2, 20]), coverage=st.booleans())
FILES = st.sampled_from([(), ("robots.txt",), ("2026/01/a/index.html",)])


@given(NEWSROOMS, EDITS, SETTINGS, SETTINGS, FILES, FILES)
def test_the_plan_after_edits_is_the_same_with_any_previous_plan(
    newsroom: dict[str, SourceEntry],
    edits: dict[str, SourceEntry | None],
    settings: Settings,
    other: Settings,
    files: tuple[str, ...],
    others: tuple[str, ...],
) -> None:
    before = entries_of(newsroom)
    previous = index(tuple(before.values()), (), (), settings, NOON, Include())
    planned, problems = plan(previous.site, files)
    assume(not problems)
    same = {name: one for name, one in before.items() if name not in edits}
    after = tuple((edited(newsroom, edits) | same).values())
    for now in (settings, other):
        site = index(after, (), (), now, NOON, Include(), previous.beside, previous=previous).site
        for static in (files, others):
            assert plan(site, static, (previous.site, planned)) == plan(site, static)


def test_after_another_headline_only_pages_that_show_it_are_others() -> None:
    newsroom = {name: {"title": name, "date": f"2026-01-{at + 1:02}"} for at, name in enumerate("abcdefgh")}
    previous = index(tuple(entries_of(newsroom).values()), (), (), Settings(), NOON, Include())
    planned, _ = plan(previous.site)
    entries = list(previous.published[::-1])
    entries[3] = entry("d", "Another", "2026-01-04")
    site = index(tuple(entries), (), (), Settings(), NOON, Include(), previous.beside, previous=previous).site
    again, _ = plan(site, (), (previous.site, planned))
    known = {page.path: page for page in planned.pages}
    made = {page.path for page in again.pages if page != known[page.path]}
    assert all(
        page is known[page.path] for page in again.pages if page.template == "post.html" and page.path not in made
    )
    assert {path for path in made if path.startswith("2026/01/")} == {
        f"2026/01/{x}index.html" for x in ("", "c/", "d/", "e/")
    }
    assert not made & {"sitemap.xml", "coverage/index.html"}


def briefings(site: Site) -> Iterable[Page]:
    """A kind of page that the program does not have: a daily briefing, with a feed of its own."""
    card, home = site.posts[0].card, "/briefings/"
    card = replace(card, url=home, title="The briefing [daily]", date=NOON - timedelta(hours=1))
    yield Page(
        path="briefings/index.html",
        template="page.html",
        info=PageInfo(url=home, title=card.title, kind="briefing"),
        view=StandingView(title=card.title, body=site.standing[0].body, updated=None, extra={}),
        source="the briefings",
        listing=Listing(
            location=Location(home, card.date), story=card, guide=GuideLink(card.title, home, "once a day")
        ),
    )
    links = feed_links(home, "Briefings", site.settings)
    yield Page(
        path="briefings/feed.xml",
        template="rss.xml",
        info=PageInfo(url=f"{home}feed.xml", title="Briefings", kind="feed"),
        view=FeedView(title="Briefings", description="Daily.", home=home, updated=card.date, items=()),
        source="the feed of briefings",
        listing=Listing(feeds=FeedGroup("Briefings", home, links, "briefing")),
    )


LISTS = ("sitemap.xml", "news-sitemap.xml", "llms.txt", "feeds/index.html")


def test_a_new_kind_of_page_is_listed_everywhere_without_other_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "PAGE_MAKERS", (*room.PAGE_MAKERS, briefings))
    files = {"site.yaml": "title: T\nbase_url: https://desk.test/\ntheme: plain\nplain: {llms: true}\n"}
    files |= {f"content/posts/{n}.md": post(f"Post {n}", f"2026-05-{n + 1:02}T09:00:00+00:00") for n in range(3)}
    write(tmp_path, files | {"content/pages/about.md": "---\ntitle: About\n---\nWe.\n"})
    build(tmp_path, BuildOptions(as_of=NOON, jobs=1))
    home = "https://desk.test/briefings/"
    read = {path: (tmp_path / "output" / path).read_text(encoding="utf-8") for path in LISTS}
    assert f"<loc>{home}</loc><lastmod>2026-06-01T11:00:00+00:00</lastmod>" in read["sitemap.xml"]
    assert f"<loc>{home}</loc><news:news>" in read["news-sitemap.xml"]
    assert read["llms.txt"].index(f"- [The briefing (daily)]({home})") < read["llms.txt"].index("Post 2")
    assert f"- [The briefing (daily)]({home}): once a day" in read["llms.txt"]
    assert 'href="/briefings/feed.xml"' in read["feeds/index.html"]
    assert "<b>Briefing</b>" in read["feeds/index.html"]


def test_lists_of_pages_are_reused_until_something_in_them_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(entry("a", "A", "2026-05-31"), pages=(standing("about"),), plain=PlainSettings(llms=True))
    before, _ = plan(site)
    same, _ = plan(site, (), (site, before))
    known = {id(page) for page in before.pages}
    assert {page.path for page in same.pages if page.path in LISTS and id(page) not in known} == set()
    monkeypatch.setattr(room, "REPLACEABLE", (*room.REPLACEABLE, briefings))
    after, _ = plan(site, (), (site, before))
    assert after == plan(site)[0]
    assert {page.path for page in after.pages if page not in before.pages} == {
        *LISTS,
        "briefings/index.html",
        "briefings/feed.xml",
    }


def test_a_date_of_the_same_moment_in_another_zone_is_another() -> None:
    """It is written otherwise, though it equals the first as a value."""
    one, other = entry("a", "A", "2026-03-01T00:30:00+02:00"), entry("a", "A", "2026-02-28T22:30:00+00:00")
    previous = index((one,), (), (), Settings(), NOON, Include())
    site = index((other,), (), (), Settings(), NOON, Include(), previous.beside, previous=previous).site
    after, _ = plan(site, (), (previous.site, plan(previous.site)[0]))
    assert list(map(repr, after.pages)) == list(map(repr, plan(site)[0].pages))


def test_a_correction_moves_the_date_of_what_lists_everything() -> None:
    wrong = [{"date": "2026-05-30T10:00:00+00:00", "text": "w"}]
    previous = index((entry("a", "A"),), (), (), Settings(), NOON, Include())
    site = index(
        (entry("a", "A", corrections=wrong),), (), (), Settings(), NOON, Include(), previous.beside, previous=previous
    ).site
    after, _ = plan(site, (), (previous.site, plan(previous.site)[0]))
    assert after == plan(site)[0]
    assert site.newest != previous.site.newest

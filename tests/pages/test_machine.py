from datetime import UTC

import pytest
from msgspec.structs import replace

from site_gen.model.machine import NotFoundView, SitemapIndexView, SitemapView
from site_gen.model.picture import Picture
from site_gen.model.post import PageEntry
from site_gen.pages import machine as room
from site_gen.pages.machine import locations, machine, robots
from site_gen.pages.plan import plan
from site_gen.reading.post import read_page
from tests.support import entry, picture_source, png, site_of

SITE = site_of(
    *(
        entry(str(n), str(n), f"2026-01-{n + 1:02}", tags=["x"], aliases=[f"/old/{n}/"], updated="2026-03-01")
        for n in range(5)
    ),
    page_size=2,
)


def test_the_sitemap_names_every_page_for_readers_but_the_further_ones_of_lists() -> None:
    planned, _ = plan(SITE)
    read = [page.info.url for page in planned.pages if page.path.endswith("index.html") and page.info.index]
    assert {"/page/2/", "/page/3/", "/tags/x/page/2/"} <= set(read)
    read = [url for url in read if "/page/" not in url]
    listed = [location.url for location in locations(SITE)]
    assert sorted(listed) == sorted(read)
    assert len(set(listed)) == len(listed)
    assert all(location.modified == SITE.newest for location in locations(SITE) if location.url == "/")


def test_a_post_stands_there_with_its_pictures_and_is_as_new_as_its_corrections() -> None:
    image = {"src": "/a.png", "alt": "A ship", "credit": "Navy"}
    wrong = [{"date": "2026-02-03T10:00:00+00:00", "text": "w"}]
    a = entry("a", "A", "2026-02-01", image=image, corrections=wrong)
    site = site_of(a, entry("b", "B", "2026-02-02"), pictures=(picture_source("static/a.png", png()),))
    (post, *rest) = site.posts[::-1]
    inner = replace(
        post.body, pictures=tuple(Picture(src=src, alt="", width=1, height=1) for src in ("/b.png", "/a.png"))
    )
    site = replace(site, posts=(*rest, replace(post, body=inner)))
    found = {location.url: location for location in locations(site)}
    assert found["/2026/02/a/"].images == ("/a.png", "/b.png")
    assert found["/2026/02/a/"].modified == post.corrections[0].date
    assert found["/2026/02/b/"].images == ()
    assert {location.images for location in found.values() if "/a/" not in location.url} == {()}


def test_a_small_site_has_one_sitemap() -> None:
    pages = {page.path: page for page in machine(SITE)}
    assert set(pages) == {"404.html", "sitemap.xml"}
    assert not pages["404.html"].info.index


def own_404(text: str = "It is gone. See [all](tags/).") -> PageEntry:
    page = read_page("content/pages/404.md", "/404/", f"---\ntitle: Lost\n---\n{text}".encode(), UTC, False)
    assert isinstance(page, PageEntry)
    return page


def test_the_sites_own_404_page_takes_the_place_of_ours() -> None:
    site = site_of(entry("a", "A"), pages=(own_404(),))
    page = next(page for page in machine(site) if page.path == "404.html")
    assert (page.info.title, page.info.index, page.info.kind) == ("Lost", False, "404")
    assert page.source == "content/pages/404.md"
    assert page.view == NotFoundView(title="Lost", body=own_404().body)
    assert site.standing == () and not any("404" in location.url for location in locations(site))


def test_after_an_edit_of_it_the_plan_has_the_new_one() -> None:
    before, after = (site_of(entry("a", "A"), pages=(own_404(text),)) for text in ("One.", "Two."))
    assert plan(after, past=(before, plan(before)[0])) == plan(after)
    assert plan(after) != plan(before)


def test_robots_txt_is_made() -> None:
    assert [page.path for page in robots(SITE)] == ["robots.txt"]


def test_a_large_sitemap_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_LOCATIONS", 6)
    pages = {page.path: page for page in machine(SITE)}
    index = pages["sitemap.xml"].view
    assert isinstance(index, SitemapIndexView)
    named = [part.url.lstrip("/") for part in index.parts]
    parts = [pages[name].view for name in named]
    assert named == [f"sitemap-{number}.xml" for number in range(1, len(named) + 1)] and len(named) > 1
    listed = [one for part in parts if isinstance(part, SitemapView) for one in part.locations]
    assert listed == list(locations(SITE))

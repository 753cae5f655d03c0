from datetime import UTC

import pytest
from msgspec.structs import replace

from site_gen.model.picture import Picture
from site_gen.model.post import PageEntry
from site_gen.model.site import Site
from site_gen.model.site_files import Location, SitemapIndexView, SitemapView
from site_gen.pages import sitemap as room
from site_gen.pages.plan import plan
from site_gen.pages.sitemap import robots
from site_gen.parsing.post import read_page
from tests.support import entry, picture_source, png, site_of

SITE = site_of(
    *(
        entry(str(n), str(n), f"2026-01-{n + 1:02}", tags=["x"], aliases=[f"/old/{n}/"], updated="2026-03-01")
        for n in range(5)
    ),
    page_size=2,
)


def locations(site: Site) -> tuple[Location, ...]:
    """What the sitemap of a whole site lists."""
    views = [page.view for page in plan(site)[0].pages if page.path == "sitemap.xml"]
    assert len(views) == 1 and isinstance(views[0], SitemapView)
    return views[0].locations


def standing(name: str, front: str = "") -> PageEntry:
    page = read_page(f"content/pages/{name}.md", f"/{name}/", f"---\ntitle: T\n{front}---\n".encode(), UTC, False).value
    assert isinstance(page, PageEntry)
    return page


def test_the_sitemap_names_every_page_for_readers_but_the_further_ones_of_lists() -> None:
    planned, _ = plan(SITE)
    read = [page.info.url for page in planned.pages if page.path.endswith("index.html") and page.info.index]
    assert {"/page/2/", "/page/3/", "/tags/x/page/2/"} <= set(read)
    read = [url for url in read if "/page/" not in url]
    listed = [location.url for location in locations(SITE)]
    assert sorted(listed) == sorted(read)
    assert len(set(listed)) == len(listed)
    assert all(location.modified == SITE.newest for location in locations(SITE) if location.url == "/")


def test_a_post_is_listed_with_its_pictures_and_the_date_of_its_last_correction() -> None:
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


def test_kinds_of_pages_have_their_order() -> None:
    site = site_of(
        *(entry(name, name, f"2026-0{n}-01", tags=["x"], thread="Talks") for n, name in enumerate("abc", 1)),
        pages=(standing("about"),),
    )
    assert [location.url for location in locations(site)] == [
        "/",
        *("/2026/03/c/", "/2026/02/b/", "/2026/01/a/"),
        "/about/",
        "/threads/talks/",
        "/corrections/",
        "/feeds/",
        *("/tags/", "/tags/x/", "/archive/", "/coverage/", "/search/"),
        *("/2026/", "/2026/03/", "/2026/02/", "/2026/01/"),
    ]


def test_a_redirect_is_not_in_it() -> None:
    site = site_of(pages=(standing("errata", "aliases: [/corrections/]\n"), standing("follow", "aliases: [/feeds/]\n")))
    listed = [location.url for location in locations(site)]
    assert {"/errata/", "/follow/"} <= set(listed)
    assert not {"/corrections/", "/feeds/"} & set(listed)


def test_a_page_of_the_site_in_place_of_ours_is_in_it_once() -> None:
    listed = [location.url for location in locations(site_of(pages=(standing("corrections"), standing("feeds"))))]
    assert listed.count("/corrections/") == listed.count("/feeds/") == 1


def test_robots_txt_is_made() -> None:
    assert [page.path for page in robots(SITE)] == ["robots.txt"]


def test_a_large_sitemap_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = locations(SITE)
    monkeypatch.setattr(room, "MOST_LOCATIONS", 6)
    pages = {page.path: page for page in plan(SITE)[0].pages}
    index = pages["sitemap.xml"].view
    assert isinstance(index, SitemapIndexView)
    named = [part.url.lstrip("/") for part in index.parts]
    parts = [pages[name].view for name in named]
    assert named == [f"sitemap-{number}.xml" for number in range(1, len(named) + 1)] and len(named) > 1
    assert tuple(one for part in parts if isinstance(part, SitemapView) for one in part.locations) == whole

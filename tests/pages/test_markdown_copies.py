from datetime import UTC

from site_gen.model.page import GuideView, TextView
from site_gen.model.post import PageEntry
from site_gen.model.settings import FeedSettings, PlainSettings
from site_gen.model.site_files import GuideLink
from site_gen.pages.markdown_copies import guide, markdown_copies
from site_gen.pages.plan import plan
from site_gen.pages.post import posts
from site_gen.parsing.post import read_page
from tests.support import entry, site_of

POSTS = [entry(name, name.upper(), f"2026-01-0{n}", tags=["x"]) for n, name in enumerate("abc", 1)]


def test_neither_is_made_by_default() -> None:
    assert [*markdown_copies(site_of(*POSTS)), *guide(site_of(*POSTS), ())] == []


def test_each_post_has_a_copy_beside_its_page() -> None:
    pages = list(markdown_copies(site_of(*POSTS, plain=PlainSettings(markdown=True))))
    assert [page.path for page in pages] == [f"2026/01/{name}/index.md" for name in "cba"]
    assert all(isinstance(page.view, TextView) and page.source == page.view.body.path for page in pages)


def test_beside_a_file_the_copy_is_a_file() -> None:
    site = site_of(*POSTS, permalink="/{year}/{slug}.html", plain=PlainSettings(markdown=True))
    assert [page.path for page in markdown_copies(site)] == ["2026/c.md", "2026/b.md", "2026/a.md"]


def test_the_guide_holds_as_many_posts_as_a_feed() -> None:
    site = site_of(*POSTS, plain=PlainSettings(llms=True), feeds=FeedSettings(items=2))
    (page,) = guide(site, tuple(posts(site)))
    assert page.view == GuideView(posts=site.cards[:2], markdown_copies=False)


def test_the_guide_lists_pages_that_help_to_find_things() -> None:
    page = read_page("content/pages/about.md", "/about/", b"---\ntitle: About\n---\n", UTC, False).value
    assert isinstance(page, PageEntry)
    made, _ = plan(site_of(*POSTS, pages=(page,), plain=PlainSettings(llms=True)))
    (view,) = [page.view for page in made.pages if page.path == "llms.txt"]
    assert isinstance(view, GuideView)
    assert view.pages == (
        GuideLink("Tags", "/tags/", "every subject"),
        GuideLink("Archive", "/archive/", "every report, by month"),
        GuideLink("About", "/about/"),
    )

from datetime import UTC

import pytest

from site_gen.model.post import Entry, PageEntry
from site_gen.pages.plan import plan
from site_gen.reading.post import read_page
from tests.support import entry, site_of


def standing(name: str) -> PageEntry:
    page = read_page(f"content/pages/{name}.md", f"/{name}/", b"---\ntitle: T\n---\n", UTC, False)
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
    pages, problems = plan(site_of(entry("a", "A", tags=["x"]), pages=(standing("about"),)), ("style.css",))
    assert problems == ()
    paths = [page.path for page in pages]
    assert len(set(paths)) == len(paths)
    assert {"index.html", "404.html", "about/index.html", "tags/index.html", "2026/01/a/index.html"} <= set(paths)


def test_a_site_has_some_files_of_its_own_in_place_of_ours() -> None:
    own = ("robots.txt", "favicon.svg", "site.webmanifest", "_headers")
    pages, problems = plan(site_of(pages=(standing("corrections"), standing("feeds"))), own)
    assert problems == ()
    paths = {page.path: page.source for page in pages}
    assert not paths.keys() & set(own)
    assert paths["corrections/index.html"] == "content/pages/corrections.md"
    assert paths["feeds/index.html"] == "content/pages/feeds.md"
    ours = {page.path for page in plan(site_of())[0]}
    assert {*own, "corrections/index.html", "feeds/index.html"} <= ours

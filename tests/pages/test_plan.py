from datetime import UTC

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from site_gen.indexing.index import index
from site_gen.indexing.published import Include
from site_gen.model.post import Entry, PageEntry
from site_gen.model.settings import Settings
from site_gen.pages.plan import plan
from site_gen.reading.post import read_page
from tests.strategies import EDITS, NEWSROOMS, Said, edited, entries_of
from tests.support import NOON, entry, site_of


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
def test_the_plan_after_edits_is_the_same_whatever_is_known_of_the_past(
    newsroom: dict[str, Said],
    edits: dict[str, Said | None],
    settings: Settings,
    other: Settings,
    files: tuple[str, ...],
    others: tuple[str, ...],
) -> None:
    before = entries_of(newsroom)
    past = index(tuple(before.values()), (), (), settings, NOON, Include())
    planned, problems = plan(past.site, files)
    assume(not problems)
    same = {name: one for name, one in before.items() if name not in edits}
    after = tuple((edited(newsroom, edits) | same).values())
    for now in (settings, other):
        site = index(after, (), (), now, NOON, Include(), past.beside, past=past).site
        for static in (files, others):
            assert plan(site, static, (past.site, planned)) == plan(site, static)


def test_after_another_headline_only_pages_that_show_it_are_others() -> None:
    newsroom = {name: {"title": name, "date": f"2026-01-{at + 1:02}"} for at, name in enumerate("abcdefgh")}
    past = index(tuple(entries_of(newsroom).values()), (), (), Settings(), NOON, Include())
    planned, _ = plan(past.site)
    entries = list(past.published[::-1])
    entries[3] = entry("d", "Another", "2026-01-04")
    site = index(tuple(entries), (), (), Settings(), NOON, Include(), past.beside, past=past).site
    again, _ = plan(site, (), (past.site, planned))
    known = {id(page) for page in planned.pages}
    made = {page.path for page in again.pages if id(page) not in known}
    assert {path for path in made if path.startswith("2026/01/")} == {
        f"2026/01/{x}index.html" for x in ("", "c/", "d/", "e/")
    }
    assert not made & {"sitemap.xml", "coverage/index.html"}

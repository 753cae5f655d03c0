from datetime import UTC, datetime

import pytest

from site_gen.indexing.text_links import TextLinks, path_of, why_unpublished
from site_gen.model.post import Body, LinkTarget, PageEntry, PageMatter, Source, TextLink, Withheld

HERE = "content/posts/2026-05-01-a.md"
URLS = {"content/posts/2026-05-02-b.md": "/2026/05/b/", "content/pages/about.md": "/about/"}


def page(href: str) -> PageEntry:
    body = Body(HERE, "d", 1, links=(TextLink(href, 7),))
    return PageEntry(Source(HERE, "d"), PageMatter(title="A"), "/a/", body, "")


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("2026-05-02-b.md", "/2026/05/b/"),
        ("./2026-05-02-b.md#part", "/2026/05/b/#part"),
        ("../pages/about.md", "/about/"),
        ("../posts/2026%2D05-02-b.md", "/2026/05/b/"),
    ],
)
def test_names_become_addresses(href: str, url: str) -> None:
    links = TextLinks(URLS, {})
    assert links.page(page(href)).body.targets == (LinkTarget(href, url),)
    assert not links.problems
    assert not links.notices


def test_a_missing_text_is_a_problem_with_a_suggestion() -> None:
    links = TextLinks(URLS, {})
    assert links.page(page("2026-05-02-c.md")).body.targets == ()
    (problem,) = links.problems
    assert (problem.path, problem.line, problem.hint) == (HERE, 7, "Did you mean '2026-05-02-b.md'?")


def test_an_unpublished_text_is_a_notice_and_not_linked() -> None:
    moment = datetime(2026, 6, 1, 8, tzinfo=UTC)
    held = [
        Withheld("content/posts/d.md", "D", "draft", None, "/d/"),
        Withheld("content/posts/s.md", "S", "scheduled", moment, "/s/"),
        Withheld("content/posts/e.md", "E", "expired", None, "/e/"),
    ]
    draft = PageEntry(Source("content/pages/p.md", ""), PageMatter(title="P", draft=True), "/p/", Body("", "", 0), "")
    links = TextLinks(URLS, why_unpublished(held, (draft,), ["content/tags/t.md"]))
    for href in ("d.md", "s.md", "e.md", "../pages/p.md", "../tags/t.md"):
        assert links.page(page(href)).body.targets == (LinkTarget(href, ""),)
    assert not links.problems
    assert [notice.what.partition(": ")[2] for notice in links.notices] == [
        "that post is a draft.",
        "that post is scheduled for 2026-06-01 at 08:00.",
        "that post has expired.",
        "that page is a draft.",
        "no published post has that tag.",
    ]


def test_names_are_seen_from_the_text_that_has_them() -> None:
    assert path_of("../b.md#c", "content/posts/deep/a.md") == "content/posts/b.md"

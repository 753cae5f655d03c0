import pytest
from msgspec.structs import replace

from site_gen.model.redirect import GONE, Redirect
from site_gen.model.site_files import RedirectView
from site_gen.pages.plan import plan
from site_gen.pages.redirect import faults, queried, redirects, table
from tests.support import entry, site_of


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("/old/place/", "old/place/index.html"),
        ("/old/place", "old/place/index.html"),
        ("/2019/story.html", "2019/story.html"),
        ("/v1.2/story", "v1.2/story/index.html"),
    ],
)
def test_an_alias_is_a_page_that_redirects(alias: str, path: str) -> None:
    (page,) = redirects(site_of(entry("a", "A", aliases=[alias])))
    assert page.path == path
    assert not page.info.index
    assert isinstance(page.view, RedirectView) and page.view.to == "/2026/01/a/"
    assert page.source == "an alias in content/posts/a.md"


def test_one_table_holds_aliases_and_what_redirects_yaml_says() -> None:
    said = (
        Redirect("/left/", "/tags/", 302, "/left/"),
        Redirect("/far/*", "https://example.org/:splat", 301, "/far/*"),
        Redirect("/gone/", "", GONE, "/gone/"),
    )
    site = replace(site_of(entry("a", "A", aliases=["/été"])), redirects=said)
    assert table(site) == (Redirect("/été/", "/2026/01/a/"), *said)
    assert [page.path for page in redirects(site)] == ["été/index.html", "left/index.html"]


def test_an_address_of_a_picture_has_a_rule_and_no_page_that_is_no_picture() -> None:
    said = (Redirect("/a-300x200.JPG", "/a.jpg", 301, "/a-300x200.JPG"), Redirect("/b.pdf", "/c.pdf", 301, "/b.pdf"))
    site = replace(site_of(entry("a", "A")), redirects=said)
    assert [page.path for page in redirects(site)] == ["b.pdf"]
    assert table(site) == said


def test_an_address_that_its_query_decides_has_no_page_and_one_owner() -> None:
    said = (Redirect("/?cat=3", "/2026/01/a/", 301, "/?cat=3"),)
    posts = (entry("a", "A", aliases=["/?p=1"]), entry("b", "B", aliases=["/?p=1", "/?cat=3"]))
    site = replace(site_of(*posts), redirects=said)
    assert list(redirects(site)) == []
    planned, _ = plan(site)
    first, second = sorted(faults(site, planned.pages), key=lambda one: one.what)
    assert "'/?cat=3' is also in redirects.yaml" in first.what
    assert "'/?p=1' is also in content/posts/" in second.what
    assert [one.source for one in table(site) if one.queried] == ["/?p=1", "/?p=1", "/?cat=3", "/?cat=3"]


def test_an_alias_with_a_query_is_in_a_post_once() -> None:
    site = site_of(entry("a", "A", aliases=["/?p=1", "/?p=2", "/?p=1"]))
    (problem,) = faults(site, ())
    assert (problem.path, problem.what) == ("content/posts/a.md", "The alias '/?p=1' is there twice.")


def test_an_expired_post_is_gone_at_its_alias_with_a_query_too() -> None:
    over = entry("over", "Over", expires="2026-02-01", aliases=["/?p=1", "/?p=2"])
    site = site_of(over, entry("a", "A", aliases=["/?p=2"]))
    asked = [Redirect("/?p=2", "/2026/01/a/"), Redirect("/?p=1", "", GONE)]
    assert list(queried(site)) == asked
    assert [one for one in table(site) if one.queried] == asked


def test_a_chain_of_any_length_is_reported_with_its_end() -> None:
    ways = [Redirect(f"/{n}/", f"/{n + 1}/", 301, f"/{n}/") for n in range(4)]
    site = replace(site_of(), redirects=(*ways, Redirect("/4/", "/tags/", 301, "/4/")))
    planned, _ = plan(site)
    assert [problem.hint for problem in faults(site, planned.pages)] == [f"Write '/{n}/: /tags/'." for n in range(4)]


def test_a_static_file_is_a_target_and_no_source() -> None:
    ways = tuple(Redirect(old, "/b.pdf", 301, old) for old in ("/a.pdf", "/c.pdf"))
    site = replace(site_of(), redirects=ways)
    planned, _ = plan(site, ("b.pdf", "c.pdf"))
    (problem,) = faults(site, planned.pages, ("b.pdf", "c.pdf"))
    assert problem.what == "'/c.pdf' is redirected, but static/c.pdf exists there."

from datetime import UTC

from site_gen.model.post import PageEntry
from site_gen.model.site_files import NotFoundView, SitemapView
from site_gen.pages.not_found import not_found
from site_gen.pages.plan import plan
from site_gen.parsing.post import read_page
from tests.support import entry, site_of


def test_search_engines_are_asked_to_leave_it_out() -> None:
    (page,) = not_found(site_of())
    assert page.path == "404.html" and not page.info.index


def own_404(text: str = "It is gone. See [all](tags/).") -> PageEntry:
    page = read_page("content/pages/404.md", "/404/", f"---\ntitle: Lost\n---\n{text}".encode(), UTC, False).value
    assert isinstance(page, PageEntry)
    return page


def test_the_sites_own_404_page_takes_the_place_of_ours() -> None:
    site = site_of(entry("a", "A"), pages=(own_404(),))
    (page,) = not_found(site)
    assert (page.info.title, page.info.index, page.info.kind) == ("Lost", False, "404")
    assert page.source == "content/pages/404.md"
    assert page.view == NotFoundView(title="Lost", body=own_404().body)
    assert site.standing == ()
    (view,) = [page.view for page in plan(site)[0].pages if page.path == "sitemap.xml"]
    assert isinstance(view, SitemapView) and not any("404" in location.url for location in view.locations)


def test_after_an_edit_of_it_the_plan_has_the_new_one() -> None:
    before, after = (site_of(entry("a", "A"), pages=(own_404(text),)) for text in ("One.", "Two."))
    assert plan(after, previous=(before, plan(before)[0])) == plan(after)
    assert plan(after) != plan(before)

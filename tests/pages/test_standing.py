from datetime import UTC

from site_gen.model.page import StandingView
from site_gen.model.post import PageEntry
from site_gen.model.site_files import RedirectView
from site_gen.pages.redirect import redirects
from site_gen.pages.standing import standing
from site_gen.parsing.post import read_page
from tests.support import site_of


def about() -> PageEntry:
    text = b"---\ntitle: About us\nupdated: 2026-01-02\naliases: [/who/]\nextra: {k: v}\n---\nWho we are."
    page = read_page("content/pages/about.md", "/about/", text, UTC, False).value
    assert isinstance(page, PageEntry)
    return page


def test_a_standing_page() -> None:
    (page,) = standing(site_of(pages=(about(),), timezone="Asia/Tokyo"))
    assert (page.path, page.info.title, page.info.description) == ("about/index.html", "About us", "Who we are.")
    assert isinstance(page.view, StandingView)
    assert page.view.updated is not None and page.view.updated.isoformat() == "2026-01-02T09:00:00+09:00"
    assert page.view.extra == {"k": "v"}


def test_its_old_address_leads_to_it() -> None:
    (page,) = redirects(site_of(pages=(about(),)))
    assert page.path == "who/index.html"
    assert isinstance(page.view, RedirectView) and page.view.to == "/about/"

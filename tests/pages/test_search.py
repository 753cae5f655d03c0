from site_gen.model.page import SearchView
from site_gen.pages.search import INDEX, records, search
from tests.support import entry, site_of


def test_without_an_index_the_page_leads_to_tags_and_years() -> None:
    entries = [entry("a", "A", tags=["Iran", "x"], entities={"country": ["Iran"]}), entry("b", "B", tags=["x"])]
    (page,) = search(site_of(*entries))
    assert page.path == "search/index.html" and isinstance(page.view, SearchView)
    assert page.view.index == ""
    assert page.view.kinds == ("country", "topic")
    assert [(one.term.name, one.count) for one in page.view.terms] == [("X", 2), ("Iran", 1)]
    assert [link.url for link in page.view.years] == ["/2026/"]


def test_the_settings_choose() -> None:
    for entries, index in (([entry("a", "A")], INDEX), ([], "")):
        (page,) = search(site_of(*entries, search="pagefind"))
        assert isinstance(page.view, SearchView) and page.view.index == index
    assert list(search(site_of(search="none"))) == []


def test_the_index_is_made_from_published_posts_alone() -> None:
    site = site_of(entry("a", "A"), entry("b", "B", draft=True), entry("c", "C", "2999-01-01T00:00:00+00:00"))
    assert [record.path for record in records(site)] == ["2026/01/a/index.html"]

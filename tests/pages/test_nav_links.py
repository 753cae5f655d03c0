from site_gen.model.settings import Settings
from site_gen.pages.nav_links import nav_links, search_url
from site_gen.text.language.catalog import ENGLISH


def test_menus_have_only_pages_that_exist() -> None:
    assert [link.title for link in nav_links(Settings(), ENGLISH)] == ["Search", "Coverage"]
    assert nav_links(Settings(coverage=False, search="none"), ENGLISH) == ()


def test_there_is_something_to_search_where_there_is_an_index() -> None:
    assert [search_url(Settings(search=kind)) for kind in ("pagefind", "browse", "none")] == ["/search/", "", ""]

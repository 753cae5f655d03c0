import pytest

from site_gen.model.machine import RedirectView
from site_gen.pages.redirect import redirects
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
def test_an_alias_is_a_page_that_leads_on(alias: str, path: str) -> None:
    (page,) = redirects(site_of(entry("a", "A", aliases=[alias])))
    assert page.path == path
    assert not page.info.index
    assert isinstance(page.view, RedirectView) and page.view.to == "/2026/01/a/"
    assert page.source == "an alias in content/posts/a.md"

from site_gen.pages.pictures import pictures
from tests.support import entry, picture_source, png, site_of


def test_a_picture_shown_twice_is_one_file() -> None:
    image = {"src": "../images/a.png", "alt": "A ship", "credit": "Navy"}
    source = picture_source("content/images/a.png", png())
    site = site_of(entry("a", "A", image=image), entry("b", "B", image=image), pictures=(source,))
    (page,) = pictures(site)
    assert page.path.startswith("pictures/a-")
    assert (page.source, page.info.kind, page.view) == ("content/images/a.png", "picture", site.pictures[page.path])


def test_a_draft_shows_nothing() -> None:
    image = {"src": "../images/a.png", "alt": "A ship", "credit": "Navy"}
    site = site_of(entry("a", "A", image=image, draft=True), pictures=(picture_source("content/images/a.png", png()),))
    assert list(pictures(site)) == []

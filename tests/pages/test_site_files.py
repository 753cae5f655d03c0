from datetime import UTC, datetime

import pytest

from site_gen.model.picture import DrawnIconView
from site_gen.model.settings import HeaderSettings, LanguageSettings, SecuritySettings
from site_gen.model.site_files import ContactView, HeadersView
from site_gen.pages.site_files import initials, site_files
from tests.support import site_of


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("The Defence Desk", "DD"),
        ("Notes", "N"),
        ("of the", "OT"),
        ("Émigré & Sons", "ÉS"),
        ("<5> & more", "5M"),
        ("!!!", "N"),
        ("ßtraße", "SS"),
        ("Ships at Sea Today", "SS"),
    ],
)
def test_an_icon_has_the_initials_of_the_significant_words(title: str, letters: str) -> None:
    assert initials(title) == letters


def test_what_was_not_asked_for_is_not_written() -> None:
    icons = {"favicon.svg", "favicon.ico", "apple-touch-icon.png", "icon-144.png", "icon-192.png", "icon-512.png"}
    always = {*icons, "site.webmanifest"}
    assert {page.path for page in site_files(site_of())} == {*always, "_headers"}
    assert {page.path for page in site_files(site_of(headers=HeaderSettings(write=False)))} == always
    security = SecuritySettings(contact=("mailto:a@example.org",), expires=datetime(2099, 1, 1, tzinfo=UTC))
    made = {page.path: page.view for page in site_files(site_of(security=security, indexnow="0123456789"))}
    assert made.keys() == {*always, "_headers", ".well-known/security.txt", "0123456789.txt"}
    assert made[".well-known/security.txt"] == ContactView(
        contact=security.contact, expires=datetime(2099, 1, 1, tzinfo=UTC), policy=""
    )


def test_bitmap_icons_have_letters_that_the_font_has() -> None:
    def letters(title: str) -> set[str]:
        views = (page.view for page in site_files(site_of(title=title)))
        return {view.letters for view in views if isinstance(view, DrawnIconView)}

    assert letters("The Defence Desk") == {"DD"}
    assert letters("海軍") == {""}


def test_a_site_whose_texts_are_searched_says_so_to_browsers() -> None:
    assert "opensearch.xml" in {page.path for page in site_files(site_of(search="pagefind"))}


def test_the_feeds_of_each_language_have_their_types() -> None:
    (headers,) = (
        page.view for page in site_files(site_of(languages={"uk": LanguageSettings()})) if page.path == "_headers"
    )
    assert isinstance(headers, HeadersView)
    paths = {rule.path for rule in headers.rules}
    assert {"/feed.xml", "/corrections/atom.xml", "/uk/feed.xml", "/uk/corrections/atom.xml"} <= paths

from datetime import UTC, datetime

import pytest

from site_gen.model.machine import ContactView
from site_gen.model.page import HeadersView
from site_gen.model.settings import HeaderSettings, SecuritySettings
from site_gen.pages.identity import headers, identity, initials
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
def test_an_icon_bears_the_initials_of_the_words_that_carry_the_name(title: str, letters: str) -> None:
    assert initials(title) == letters


def policy(chosen: HeaderSettings) -> dict[str, str]:
    view = headers(chosen, "https://example.org/", ())
    assert isinstance(view, HeadersView)
    return dict(part.split(" ", 1) for part in view.policy.split("; "))


def test_a_page_may_load_what_stands_on_the_site_and_what_the_settings_name() -> None:
    strict = policy(HeaderSettings())
    assert strict["default-src"] == "'none'" and strict["frame-ancestors"] == "'none'"
    assert strict["img-src"] == strict["style-src"] == "'self'" and strict["frame-src"] == "'none'"
    assert "unsafe-inline" not in str(strict)
    open_ = policy(HeaderSettings(images=("https://p.example",), frames=("https://f.example",)))
    assert open_["img-src"] == "'self' https://p.example"
    assert open_["frame-src"] == "https://f.example"


def test_only_a_secure_site_is_pinned_to_https() -> None:
    assert headers(HeaderSettings(), "https://example.org/", ()).secure
    assert not headers(HeaderSettings(), "http://localhost:8000/", ()).secure


def test_what_was_not_asked_for_is_not_written() -> None:
    always = {"favicon.svg", "site.webmanifest"}
    assert {page.path for page in identity(site_of())} == {*always, "_headers"}
    assert {page.path for page in identity(site_of(headers=HeaderSettings(write=False)))} == always
    security = SecuritySettings(contact=("mailto:a@example.org",), expires=datetime(2099, 1, 1, tzinfo=UTC))
    made = {page.path: page.view for page in identity(site_of(security=security, indexnow="0123456789"))}
    assert made.keys() == {*always, "_headers", ".well-known/security.txt", "0123456789.txt"}
    assert made[".well-known/security.txt"] == ContactView(
        contact=security.contact, expires=datetime(2099, 1, 1, tzinfo=UTC), policy=""
    )

from datetime import UTC, datetime

import pytest

from site_gen.model.machine import ContactView
from site_gen.model.settings import HeaderSettings, SecuritySettings
from site_gen.pages.identity import identity, initials
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

"""Elements of the heads of pages; complete heads of each theme are in tests/test_shipped_themes.py."""

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.model.page import LanguageLink, PostView
from site_gen.model.picture import Rendition
from site_gen.pages.post import posts
from site_gen.theming.head import head_functions, page_title, shared_page
from tests.support import entry, picture_source, png, site_of
from tests.theming.test_render import SITE

HEAD = head_functions("https://example.org/news/")
IMAGE = {"src": "/a.png", "alt": 'A "ship" & <co>', "credit": "Navy"}


def metas(made: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">\n', made)
    return {name: unescape(content) for name, content in found}


def head_of(site_alt: str = "The desk", card: Rendition | None = None, **front: Any) -> dict[str, str]:
    site = site_of(entry("a", "A <ship>", **front), pictures=(picture_source("static/a.png", png(900, 600)),))
    (page,) = posts(site)
    view = page.view
    assert isinstance(view, PostView)
    more = (None, view.dateline, view.attribution, view.corrections, view.thread, card, "/social.png", site_alt)
    return metas(str(HEAD["article_head"](SITE, page.info, view.post, *more)))


@pytest.mark.parametrize(
    ("title", "tagline", "name", "made"),
    [
        ("Notes", "", "Notes", "Notes"),
        ("Notes", "On ships", "Notes", "Notes: On ships"),
        ("Notes", "On ships " * 9, "Notes", "Notes"),
        ("Notes", "", "A ship", "A ship | Notes"),
        ("Notes", "", "A ship " * 10, "A ship " * 10),
        ("Notes", "", "&" * 13, "&" * 13),  # each is five characters in HTML
    ],
)
def test_a_title_has_the_name_of_the_site_where_there_is_room(title: str, tagline: str, name: str, made: str) -> None:
    whole = str(page_title(replace(SITE, title=title, tagline=tagline), name))
    assert unescape(whole.removeprefix("<title>").removesuffix("</title>\n")) == made


@given(st.text(), st.text())
def test_no_name_breaks_out_of_its_element(name: str, about: str) -> None:
    made = str(page_title(SITE, name)) + str(shared_page(name, about))
    assert made.count("<") == 6 and made.count(">") == 6 and made.count('"') == 16


def test_a_post_without_a_picture_has_that_of_the_site() -> None:
    found = head_of(tags=["Naval", "R&D"], updated="2026-01-09T09:00:00+00:00")
    assert (found["og:image"], found["og:image:alt"]) == ("https://example.org/news/social.png", "The desk")
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["article:section"] == "Naval" and found["article:tag"] == "R&D"
    assert found["article:modified_time"].startswith("2026-01-09T")


def test_a_picture_of_a_post_wins_and_its_card_more() -> None:
    found = head_of(image=IMAGE)
    assert found["og:image:alt"] == IMAGE["alt"] and found["og:image"] != "https://example.org/news/social.png"
    card = head_of(image=IMAGE, card=Rendition("/card.png", 1200, 630))
    assert card["og:image"] == "https://example.org/news/card.png"
    assert card["og:image:alt"] == f"{SITE.title}: A <ship>"


def test_facts_of_an_entry_are_all_that_the_page_does_not_show_by_class() -> None:
    site = site_of(entry("a", "A", authors=["Ann & Bo"], updated="2026-01-09T09:00:00+00:00"))
    (page,) = posts(site)
    assert isinstance(page.view, PostView)
    made = str(HEAD["entry_facts"](page.view.post))
    kinds = ["u-url u-uid", "dt-published", "dt-updated", "p-author"]
    assert re.findall(r'<data class="([^"]+)" value="[^"<>]+"></data>', made) == kinds


def test_a_page_names_itself_in_each_of_its_languages() -> None:
    translated = site_of(entry("a", "A"), entry("b", "Б", language="uk", translation_of="a"))
    first, second = posts(translated)
    made = str(HEAD["alternate_links"](first.info))
    assert made == str(HEAD["alternate_links"](second.info))
    assert re.findall(r'hreflang="([^"]+)" href="([^"]+)"', made) == [
        ("en", "https://example.org/news/2026/01/a/"),
        ("uk", "https://example.org/news/2026/01/b/"),
        ("x-default", "https://example.org/news/2026/01/a/"),
    ]
    (alone,) = posts(site_of(entry("a", "A")))
    assert HEAD["alternate_links"](alone.info) == ""


def test_readers_choose_among_the_languages_of_page_and_site() -> None:
    (page,) = posts(site_of(entry("a", "A")))
    assert HEAD["language_choices"](SITE, page.info) == ()
    links = (LanguageLink("en", "English", "/"), LanguageLink("ar", "عربي", "/ar/"))
    choices = HEAD["language_choices"](replace(SITE, languages=links), page.info)
    assert [(one.language, one.name, one.direction, one.url, one.here) for one in choices] == [
        ("en", "English", "ltr", "/", True),
        ("ar", "عربي", "rtl", "/ar/", False),
    ]
    first, _ = posts(site_of(entry("a", "A"), entry("b", "Б", language="uk", translation_of="a")))
    choices = HEAD["language_choices"](replace(SITE, languages=links), first.info)
    assert [(one.url, one.here) for one in choices] == [
        ("/2026/01/a/", True),
        ("/ar/", False),
        ("/2026/01/b/", False),
    ]

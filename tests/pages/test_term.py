from datetime import UTC

from site_gen.indexing.index import index
from site_gen.indexing.published import Include
from site_gen.model.page import TermView
from site_gen.model.post import TagEntry
from site_gen.model.settings import Settings
from site_gen.pages.term import terms
from site_gen.parsing.post import read_tag_text
from tests.support import NOON, entry, picture_source, png


def test_a_tags_text_is_on_its_first_page_alone() -> None:
    matter = (
        b"---\ntitle: The Islamic Republic of Iran\nsummary: Short.\nfacts: {Capital: Tehran}\n"
        b"image: {src: /map.png, alt: A map, credit: The desk}\n---\nText."
    )
    text = read_tag_text("content/tags/iran.md", "iran", matter, UTC, False).value
    assert isinstance(text, TagEntry)
    entries = tuple(entry(str(n), str(n), tags=["Iran"]) for n in range(3))
    found = {"static/map.png": picture_source("static/map.png", png())}
    indexed = index(entries, (), (text,), Settings(page_size=2), NOON, Include(), files=found)
    assert index(entries, (), (text,), Settings(page_size=2), NOON, Include(), files=found, previous=indexed) == indexed
    first, second = terms(indexed.site)
    assert isinstance(first.view, TermView) and isinstance(second.view, TermView)
    assert (first.path, second.path) == ("tags/iran/index.html", "tags/iran/page/2/index.html")
    assert first.info.title == "The Islamic Republic of Iran"
    assert second.info.title == "The Islamic Republic of Iran, page 2"
    assert first.info.description == second.info.description == "Short."
    assert first.view.title == second.view.title == "The Islamic Republic of Iran"
    assert first.view.image is not None and second.view.image is None
    assert (first.view.image.src, first.view.image.alt) == ("/map.png", "A map")
    assert (first.view.body, first.view.facts) == (text.body, {"Capital": "Tehran"})
    assert (second.view.body, second.view.facts) == (None, {})
    assert [feed.url for feed in first.info.feeds] == [
        "/tags/iran/feed.xml",
        "/tags/iran/atom.xml",
        "/tags/iran/feed.json",
    ]


def test_a_missing_picture_of_a_tag_is_reported() -> None:
    matter = b"---\nimage: {src: /mpa.png, alt: A map, credit: The desk}\n---\n"
    text = read_tag_text("content/tags/iran.md", "iran", matter, UTC, False).value
    assert isinstance(text, TagEntry)
    indexed = index((entry("a", "A", tags=["Iran"]),), (), (text,), Settings(), NOON, Include())
    assert [problem.what for problem in indexed.problems] == ["There is no picture '/mpa.png'."]

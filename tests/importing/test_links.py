"""Where links lead: an address is read as browsers read it, without line breaks, tabs and control characters."""

from datetime import UTC, datetime

import pytest

from site_gen.importing.item import Export, Item
from site_gen.importing.links import ItemLinks, Used, where_of
from site_gen.importing.media import Media
from site_gen.importing.place import place

ITEMS = tuple(
    Item(key=name, kind="page", place=name, title=name, address=f"/{name}/", slug=name, html="") for name in ("a", "b")
)
PLACED = place(ITEMS, "/{slug}/", "en", {}, (), datetime(2026, 11, 29, tzinfo=UTC))


def link(href: str) -> str | None:
    where = where_of(PLACED, Export(form="Test", items=ITEMS, home="https://old.example.org"))
    return ItemLinks(PLACED[0], where, Media(()), Used()).link(href)


@pytest.mark.parametrize(
    "href", ["javascript:steal()", "java\tscript:steal()", "java\nscript:steal()", "\x01javascript:steal()"]
)
def test_a_program_is_no_link_however_it_is_written(href: str) -> None:
    assert link(href) is None


@pytest.mark.parametrize("href", ["/b/", " /b/\n", "https://old.example.org/b/", "https://old.example\t.org/b/"])
def test_an_address_of_the_old_site_is_a_file(href: str) -> None:
    assert link(href) == "b.md"

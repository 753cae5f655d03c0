"""Where the fragments of addresses lead: to headings of texts, by the names that these had in the source."""

from collections.abc import Mapping
from urllib.parse import unquote

from site_gen.importing.anchors import names_in_html
from site_gen.importing.item import Item
from site_gen.importing.markdown_body import headings_of


class Fragments:
    """The headings of items, whose texts are read when they are asked for; `items` are by their files here."""

    def __init__(self, items: Mapping[str, Item]) -> None:
        self._items = items
        self._read: dict[str, Mapping[str, str]] = {}

    def here(self, path: str, fragment: str) -> str:
        """The fragment that a heading has here; "" where it cannot be known, or there is no such heading."""
        if path not in self._read:
            self._read[path] = _names(self._items[path]) if path in self._items else {}
        return self._read[path].get(unquote(fragment), "")


def _names(item: Item) -> Mapping[str, str]:
    item = item.whole()
    if item.html is not None:
        return names_in_html(item.html)
    return headings_of(item.markdown)

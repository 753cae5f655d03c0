"""Places within a text that its links lead to: footnotes, in the markup of any program, and headings."""

import re
from collections import Counter

from msgspec import Struct

from site_gen.importing.stray import without_stray
from site_gen.markup.headings import heading_id
from site_gen.text.references import HTMLReader

_BACK = re.compile(r"[\s↩↑^⤴⏎︎️\d]*|(?:back|return|jump back)\b.{0,40}", re.IGNORECASE)
_PLAIN = re.compile(r"[^\W_](?:[\w\s,.?'’()-](?<!_))*")
_MOST_BACKS = 50
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Anchors(Struct, frozen=True):
    """The footnotes of a text by the names of their places, the places that they lead back to, and its headings."""

    notes: dict[str, str] = {}
    backs: frozenset[str] = frozenset()
    headings: dict[str, str] = {}


class _Link(Struct):
    href: str
    places: tuple[str, ...]
    """The names of the link, and of the raised words that it is in."""
    within: str
    """The name of the list item that it is in, "" for none."""
    words: str = ""


def anchors_of(source: str) -> Anchors:
    """The footnotes and headings that links of a text lead to."""
    if not re.search(r"href\s*=\s*[\"']?[^\"'\s>]*#", source):
        return Anchors()
    reader = _read(source)
    notes, backs = _notes(reader)
    return Anchors(notes, backs, _headings(reader))


def names_in_html(source: str) -> dict[str, str]:
    """The fragments that the headings of a text have here, by their old names: of those whose fragment is certain."""
    return _headings(_read(source))


def _read(source: str) -> "_Reader":
    reader = _Reader()
    reader.feed(without_stray(source))
    reader.close()
    return reader


def _notes(reader: "_Reader") -> tuple[dict[str, str], frozenset[str]]:
    """The list items that are referred to and lead back, and the places that they lead back to."""
    backs: dict[str, dict[str, _Link]] = {}
    for link in reader.links:
        if link.within:
            backs.setdefault(link.within, {})[link.href] = link
    notes: dict[str, str] = {}
    places: set[str] = set()
    for link in reader.links:
        if link.within or link.href not in reader.items:
            continue
        inner = backs.get(link.href, {})
        inner = inner if len(inner) <= _MOST_BACKS else {}
        leads = [name for name in link.places if name in inner]
        leads = leads or [href for href, one in inner.items() if _is_back(one)]
        if leads:
            notes.setdefault(link.href, f"footnote-{len(notes) + 1}")
            places.update(leads)
    return notes, frozenset(places)


def _headings(reader: "_Reader") -> dict[str, str]:
    counts = Counter(heading_id(text) for text, _ in reader.headings)
    certain = [one for one in reader.headings if _PLAIN.fullmatch(one[0]) and counts[heading_id(one[0])] == 1]
    return {name: heading_id(text) for text, names in certain for name in names}


def _is_back(link: _Link) -> bool:
    """Whether the words of a link say that it leads back."""
    return bool(_BACK.fullmatch(link.words.strip()))


class _Reader(HTMLReader):
    """Finds the list items with names, links within the text, and headings with their names."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: set[str] = set()
        self.links: list[_Link] = []
        self.headings: list[tuple[str, tuple[str, ...]]] = []
        self._open: list[str] = []  # the names of the list items that are open
        self._raised = ""
        self._link: _Link | None = None
        self._heading: list[str] | None = None
        self._names: list[str] = []
        self._tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        names = tuple(filter(None, (values.get("id"), values.get("name"))))
        self._tables += tag == "table"
        if tag == "li":
            self._open.append(values.get("id", ""))
            self.items.update(filter(None, [values.get("id", "")]))
        elif tag in ("sup", "span"):
            self._raised = values.get("id", "") or self._raised
        elif tag in _HEADINGS and not self._tables:
            self._heading, self._names = [], []
        if self._heading is not None:
            self._names += names
        if tag == "a" and values.get("href", "").startswith("#"):
            within = next((name for name in reversed(self._open) if name), "")
            self._link = _Link(values["href"][1:], (*names, *filter(None, [self._raised])), within)
            self.links.append(self._link)

    def handle_endtag(self, tag: str) -> None:
        self._tables = max(0, self._tables - (tag == "table"))
        if tag == "li" and self._open:
            self._open.pop()
        elif tag == "sup":
            self._raised = ""
        elif tag == "a":
            self._link = None
        elif tag in _HEADINGS and self._heading is not None:
            self.headings.append((" ".join("".join(self._heading).split()), tuple(self._names)))
            self._heading = None

    def handle_data(self, data: str) -> None:
        if self._link is not None:
            self._link.words += data
        if self._heading is not None:
            self._heading.append(data)

"""A file of Medium's export: what it says about a text, and the text as plain HTML.

https://github.com/TryGhost/migrate/tree/main/packages/mg-medium-export has examples of the markup.
"""

import html
import re

from msgspec import Struct

from site_gen.importing.html_body import VOID
from site_gen.importing.readers.elements import Element, Instead, rewritten_elements
from site_gen.importing.recall import text_of_html
from site_gen.importing.stray import without_stray
from site_gen.text.references import HTMLReader

_PARTS = {
    "p-name": "title", "p-summary": "summary", "e-content": "body", "p-author": "author", "p-tag": "tags",
}  # fmt: skip
_GIST = re.compile(r"(?:https:)?(//gist\.github\.com/[\w./-]+?)(?:\.js)?(?:\?.*)?")
_ID = re.compile(r"(?:-|/p/|/)([0-9a-f]{6,16})/?(?:[?#].*)?\Z")
_RESPONSE = 400
_TITLE = re.compile(r"<(h[1-6])\b[^<>]*\bgraf--title\b[^<>]*>(.{0,2000}?)</\1>", re.DOTALL)
_SUBTITLE = re.compile(r"<(h[1-6])\b[^<>]*\bgraf--subtitle\b[^<>]*>(.{0,2000}?)</\1>", re.DOTALL)
_TITLES = re.compile(r"<h\d\b[^<>]*\bgraf--(?:sub)?title\b")
_LEVEL = re.compile(r"<(h[34])\b")


class Entry(Struct):
    """What a file says: texts without markup, addresses, and the text with its markup."""

    title: str = ""
    summary: str = ""
    author: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    date: str = ""
    canonical: str = ""
    id: str = ""
    body: str = ""


class Body(Struct, frozen=True):
    """The text as plain HTML, without its title and subtitle, and its subtitle."""

    html: str
    subtitle: str
    has_title: bool
    has_parts: bool
    """Whether it has headings or pictures."""

    @property
    def is_response(self) -> bool:
        """Whether it looks like a response to another text: short, without a title, headings and pictures."""
        return not self.has_title and not self.has_parts and len(self.html.split()) < _RESPONSE


def id_in(address: str) -> str:
    """The identifier at the end of an address of Medium; "" where there is none."""
    found = _ID.search(address)
    return found[1] if found else ""


def read_entry(source: str) -> Entry | None:
    """What a file says; None for one that is no text."""
    reader = _Reader()
    reader.feed(without_stray(source))
    reader.close()
    return reader.entry if reader.is_entry else None


class _Reader(HTMLReader):
    """Collects the parts of a file by their classes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.entry, self.is_entry = Entry(), False
        self._part, self._tag, self._depth = "", "", 0
        self._held: list[str] = []
        self._tag_address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._part:
            self._held.append(self.get_starttag_text() or "")
            self._depth += tag == self._tag and tag not in VOID
            return
        values = {name: value or "" for name, value in attrs}
        classes = values.get("class", "").split()
        self.is_entry = self.is_entry or "h-entry" in classes
        href = values.get("href", "")
        if "p-canonical" in classes:
            self.entry.canonical = href
        elif tag == "a" and "medium.com/p/" in href:
            self.entry.id = self.entry.id or id_in(href)
        if "dt-published" in classes:
            self.entry.date = values.get("datetime", "")
        for name in classes:
            if name in _PARTS and tag not in VOID:
                self._part, self._tag, self._depth = _PARTS[name], tag, 1
                self._tag_address = href

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self._part:
            return
        self._depth -= tag == self._tag
        if self._depth:
            self._held.append(f"</{tag}>")
        else:
            self._take("".join(self._held))
            self._part, self._held = "", []

    def _take(self, inner: str) -> None:
        words = " ".join(text_of_html(inner).split())
        if self._part == "body":
            self.entry.body = self.entry.body or inner
        elif self._part == "tags":
            self.entry.tags = (*self.entry.tags, (words, self._tag_address.rstrip("/").rpartition("/")[2]))
        elif not getattr(self.entry, self._part):
            setattr(self.entry, self._part, words)

    def handle_data(self, data: str) -> None:
        if self._part:
            self._held.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


def read_body(entry: Entry) -> Body:
    """The text of an entry, without the first rule and without a title that is that of the entry."""
    found, under = _TITLE.search(entry.body), _SUBTITLE.search(entry.body)
    is_same = found is not None and _words(found[2]).casefold() == entry.title.casefold()
    levels = sorted(set(_LEVEL.findall(_TITLES.sub("", entry.body))))
    markup = _Markup("graf--title" if is_same else "graf--subtitle", tuple(levels))
    made = rewritten_elements(entry.body, markup.instead)
    return Body(made, _words(under[2]) if under else "", found is not None, markup.has_parts)


class _Markup:
    def __init__(self, title: str, levels: tuple[str, ...]) -> None:
        self.has_parts = False
        self._levels = {one: f"h{number}" for number, one in enumerate(levels, 2)}
        self._sections = 0
        self._left_out = {title, "graf--subtitle", "mixtapeImage"}

    def instead(self, element: Element) -> Instead | None:
        """What an element becomes: headings from the second level on, embeds as links, figures side by side."""
        tag, classes = element.tag, element.classes
        if classes & self._left_out:
            return Instead(inner=False)
        if "section-divider" in classes and tag == "div":
            self._sections += 1
            return Instead(inner=self._sections > 1)
        if tag in ("h3", "h4") and "graf" in classes:
            self.has_parts = True
            level = self._levels.get(tag, "h2")
            return Instead(f"<{level}>", f"</{level}>")
        if tag in ("img", "iframe", "figure", "pre"):
            self.has_parts = True
        if tag == "pre":
            language = re.sub(r"[^\w+#-]", "", element.values.get("data-code-block-lang", ""))
            return Instead(f'<pre><code class="language-{language}">' if language else "<pre><code>", "</code></pre>")
        if tag == "script":
            return _script(element)
        if "markup--mixtapeEmbed-em" in classes:
            return Instead("<em>", "</em><br>")
        if "sectionLayout--outsetRow" in classes:
            return Instead("<gallery>", "</gallery>")
        return None


def _script(element: Element) -> Instead | None:
    """A link to the code that a script of GitHub shows; other scripts stay, to be removed and reported."""
    found = _GIST.fullmatch(element.values.get("src", ""))
    if found is None:
        return None
    address = html.escape(f"https:{found[1]}")
    return Instead(f'<p><a href="{address}">{address}</a></p>', inner=False)


def _words(inner: str) -> str:
    return " ".join(text_of_html(inner).split())

"""The files of an export of WordPress: their items as they are there. No text is held, so that size does not matter."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import FileIO
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from msgspec import Struct

from site_gen.importing.item import OldSite, Term
from site_gen.importing.readers.wordpress.markup import pages_in
from site_gen.model.problem import Problem
from site_gen.storage.files import opened, read_start
from site_gen.storage.spool import Place, Spool
from site_gen.text.references import unescape

_CONTROL = bytes(range(9)) + b"\x0b\x0c" + bytes(range(0x0E, 0x20))
_BAD_REFERENCE = re.compile(rb"&#(?:x0*(?:[0-8bcBC]|0?[eEfF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2\d|3[01]));")
_LONGEST_REFERENCE = 64
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_VALUES = frozenset(
    ("title", "link", "pubDate", "guid", "post_id", "post_date", "post_date_gmt", "post_name", "status", "post_parent",
     "post_type", "post_password", "attachment_url")
)  # fmt: skip
_META = frozenset(("_thumbnail_id", "_wp_attachment_image_alt"))
_APART = "\0"  # no XML has it


class Record(Struct, frozen=True):
    """An item as the file has it, but for its text: `place` is where the spool has that, `pages` of how many it is."""

    file: str
    values: dict[str, str]
    meta: dict[str, str]
    terms: list[Term]
    place: Place
    pages: int
    has_text: bool


class ExportFiles:
    """What all files of an export say."""

    def __init__(self) -> None:
        self.home = ""
        self.site = OldSite()
        self.date: datetime | None = None
        self.is_wxr = False
        self.authors: dict[str, str] = {}
        self.categories: dict[str, str] = {}
        """Their names by their numbers."""
        self.records: list[Record] = []
        self._texts = Spool()

    def text(self, record: Record) -> tuple[str, str]:
        """The text of an item, and the JSON of its footnotes."""
        content, _, notes = self._texts.get(record.place).decode().partition(_APART)
        return content, notes

    def add(self, file: Path) -> Problem | None:
        """Add what a file says; control characters, which XML does not allow, are left out."""
        try:
            with opened(file) as raw:
                for element in _elements(raw):
                    self._take(file.name, element)
        except ParseError as error:
            line, column = error.position
            what = f"This is not well-formed XML: {str(error).partition(':')[0]}. What follows it is not read."
            self.home = self.home or _home_in(read_start(file, 100_000))
            return Problem(file.name, line, column + 1, what, "Export it again, perhaps in several files.")
        except DefusedXmlException:
            what = "This XML declares entities or refers to other files, which may hide anything."
            return Problem(file.name, 1, 1, what, "Export it again.")
        except _UnknownEncoding:
            return Problem(file.name, 1, 1, "This XML is in an unknown encoding.", "Save it as UTF-8.")
        return None

    def _take(self, file: str, element: Element) -> None:
        """Add what an element says."""
        name = _name(element)
        if name == "item":
            self.records.append(self._record(file, element))
            element.clear()
        elif name == "author" and element.tag.startswith("{"):
            login, shown = _child(element, "author_login"), _child(element, "author_display_name")
            self.authors[login] = unescape(shown) or login
        elif name == "category" and element.tag.startswith("{"):
            self.categories[_child(element, "term_id")] = unescape(_child(element, "cat_name"))
        elif name == "wxr_version":
            self.is_wxr = True
        elif name == "channel":
            self._take_channel(element)

    def _take_channel(self, element: Element) -> None:
        """What the whole says of the site; the first file that says it counts."""
        self.home = self.home or _child(element, "base_blog_url") or _child(element, "link")
        if not self.site.title:
            title, tagline, language = (unescape(_child(element, one)) for one in ("title", "description", "language"))
            self.site = OldSite(title=title, tagline=tagline, language=language)
        self.date = self.date or mail_date(_child(element, "pubDate"))
        self.is_wxr = self.is_wxr or any("post_type" in one.values for one in self.records)

    def _record(self, file: str, element: Element) -> Record:
        values: dict[str, str] = {}
        meta: dict[str, str] = {}
        terms: list[Term] = []
        content = notes = ""
        for child in sorted(element, key=_is_foreign):
            name, text = _name(child), "".join(child.itertext())
            if child.tag == _CONTENT:
                content = text
            elif name == "encoded":
                values["excerpt"] = text
            elif child.tag == _CREATOR:
                values["creator"] = text.strip()
            elif name == "postmeta":
                key = _child(child, "meta_key")
                meta |= {key: _child(child, "meta_value")} if key in _META else {}
                notes = _child(child, "meta_value") if key == "footnotes" else notes
            elif name == "category":
                terms += (one for one in _terms(child, text.strip()) if not _is_among(one, terms))
            elif name in _VALUES:
                values[name] = values.get(name) or (text if name == "title" else text.strip())
        place = self._texts.put(f"{content}{_APART}{notes}".encode("utf-8", "replace"))
        return Record(file, values, meta, terms, place, pages_in(content), bool(content.strip()))


class _UnknownEncoding(Exception):
    """No parser here reads the encoding that a file declares."""


def _elements(raw: FileIO) -> Iterator[Element]:
    """The elements of a file as they end; faults of those who take them are not its own."""
    try:
        for _, element in iterparse(_Cleaned(raw), events=("end",)):
            yield element
    except DefusedXmlException:
        raise
    except (ValueError, LookupError) as error:
        raise _UnknownEncoding from error


class _Cleaned:
    """A file without the characters, and references to characters, that XML does not allow."""

    def __init__(self, file: FileIO) -> None:
        self._file, self._rest = file, b""

    def read(self, size: int = 65536, /) -> bytes:
        """The next bytes, at least one until the end."""
        while piece := self._file.read(size):
            data = _BAD_REFERENCE.sub(b"", self._rest + piece.translate(None, _CONTROL))
            at = data.rfind(b"&", max(0, len(data) - _LONGEST_REFERENCE))
            is_cut = at >= 0 and b";" not in data[at:]
            data, self._rest = (data[:at], data[at:]) if is_cut else (data, b"")
            if data:
                return data
        data, self._rest = self._rest, b""
        return data


def _terms(element: Element, text: str) -> Iterator[Term]:
    """The category or tag that an element of an item names."""
    domain = element.get("domain", "category" if element.get("nicename") is None else "")
    if domain in ("category", "post_tag", "tag") and text:
        slug = unquote(element.get("nicename", ""))
        yield Term("category" if domain == "category" else "tag", unescape(text), slug)


def _is_among(term: Term, terms: list[Term]) -> bool:
    return any(one.kind == term.kind and one.name == term.name for one in terms)


def _home_in(start: bytes) -> str:
    """The address of the site that the beginning of a file names."""
    found = re.search(rb"<(?:wp:base_blog_url|link)>(?:<!\[CDATA\[)?([^<\]]+)", start)
    return found[1].decode("utf-8", "replace").strip() if found else ""


def mail_date(text: str) -> datetime | None:
    """A date as RFC 822 writes it; None for others."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)) if found.year > 1 else None


def _child(element: Element, name: str) -> str:
    """The text of the first child of that name that has one."""
    texts = ("".join(one.itertext()).strip() for one in element if _name(one) == name)
    return next(filter(None, texts), "")


def _is_foreign(element: Element) -> bool:
    """Whether an element is of another vocabulary than RSS: `atom:link` is no `link`."""
    return str(element.tag).startswith("{")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]

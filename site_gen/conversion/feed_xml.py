"""Reads RSS 0.9 to 2.0 and Atom. Entities and what is outside of the file are refused (defusedxml)."""

import html
import re
from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from site_gen.conversion.feed_entry import Content, Entry, Feed
from site_gen.extract.decode import decode
from site_gen.model.problem import Problem, Result

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XHTML = re.compile(r"<(/?)(?:html|ns\d+):|\sxmlns(?::\w+)?=\"[^\"]*\"")
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30};)")
_MAIL = re.compile(r"\S+@\S+\s*\(([^()]{2,100})\)")
_DEEPEST = 200
_HINT = "Save the feed again, or save the article's own text."


def read_xml_feed(name: str, data: bytes) -> Result[Feed]:
    """The feed in an XML file."""
    try:
        root = _root(data)
    except ParseError as error:
        line, column = error.position
        return Result(None, (Problem(name, line, column + 1, f"This is not well-formed XML: {_said(error)}.", _HINT),))
    except DefusedXmlException:
        what = "This XML declares entities or refers to other files, which may hide anything."
        return Result(None, (Problem(name, 1, 1, what, _HINT),))
    except (ValueError, LookupError):
        return Result(None, (Problem(name, 1, 1, "This XML is in an unknown encoding.", _HINT),))
    if _depth(root) > _DEEPEST:
        return Result(None, (Problem(name, 1, 1, "This XML is nested too deep.", _HINT),))
    if root.tag == f"{_ATOM}feed":
        base = root.get(_BASE, "") or _atom_link(root)
        return Result(
            Feed(_words(root.find(f"{_ATOM}title")), tuple(_atom(one, base) for one in root.iter(f"{_ATOM}entry")))
        )
    if _name(root) in ("rss", "RDF"):
        channel = next((one for one in root if _name(one) == "channel"), root)
        items = tuple(_rss(one) for one in root.iter() if _name(one) == "item")
        return Result(Feed(_child(channel, "title"), items))
    return Result(None, (Problem(name, 1, 1, f"This is XML, but no feed: its root is '{_name(root)}'.", _HINT),))


def _root(data: bytes) -> Element:
    """The root of a file; names of HTML for characters, which XML does not know, are read as these."""
    try:
        root: Element = fromstring(data)
    except ParseError:
        if not _NAMED.search(data):
            raise
        text = _NAMED.sub(_character, data) if b"encoding" in data[:200] else decode(data).text.encode()
        root = fromstring(_NAMED.sub(_character, text))
    return root


def _character(match: re.Match[bytes]) -> bytes:
    """A number in the place of a character's name."""
    known = html.unescape(f"&{match[1].decode()}")
    return "".join(f"&#{ord(one)};" for one in known).encode() if not known.startswith("&") else b"&amp;" + match[1]


def _said(error: ParseError) -> str:
    return str(error).partition(":")[0]


def _depth(root: Element) -> int:
    deepest, level = 0, [root]
    while level and deepest <= _DEEPEST:
        deepest += 1
        level = [child for one in level for child in one]
    return deepest


def _rss(item: Element) -> Entry:
    guid = next((one for one in item if _name(one) == "guid"), None)
    key = _words(guid) or item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "")
    link = _child(item, "link")
    if not link and guid is not None and guid.get("isPermaLink", "true") == "true":
        link = key
    encoded, summary = _words(item.find(_CONTENT)), _child(item, "description")
    author = _MAIL.sub(r"\1", _child(item, "author"))
    creators = [_words(one) for one in item.iterfind(f"{_DC}creator")]
    return Entry(
        key=key,
        title=_child(item, "title"),
        link=link,
        base=link,
        published=_child(item, "pubDate") or _words(item.find(f"{_DC}date")),
        authors=tuple(one for one in (creators or [author]) if one and "@" not in one),
        source=_child(item, "source"),
        content=Content(encoded, True) if encoded else None,
        summary=Content(summary, True) if summary else None,
    )


def _atom(entry: Element, base: str) -> Entry:
    base = urljoin(base, entry.get(_BASE, ""))
    link = urljoin(base, _atom_link(entry))
    source = entry.find(f"{_ATOM}source/{_ATOM}title")
    return Entry(
        key=_words(entry.find(f"{_ATOM}id")),
        title=_words(entry.find(f"{_ATOM}title")),
        link=link,
        base=link or base,
        published=_words(entry.find(f"{_ATOM}published")) or _words(entry.find(f"{_ATOM}updated")),
        authors=tuple(filter(None, (_words(one) for one in entry.iterfind(f"{_ATOM}author/{_ATOM}name")))),
        source=_words(source),
        content=_atom_text(entry.find(f"{_ATOM}content")),
        summary=_atom_text(entry.find(f"{_ATOM}summary")),
    )


def _atom_link(element: Element) -> str:
    links = [one for one in element.iterfind(f"{_ATOM}link") if one.get("rel", "alternate") == "alternate"]
    pages = [one for one in links if "html" in one.get("type", "html")]
    return next((one.get("href", "") for one in (*pages, *links)), "")


def _atom_text(element: Element | None) -> Content | None:
    """The text of an element, by its type: plain, escaped HTML, or XHTML."""
    if element is None or element.get("src"):
        return None
    kind = element.get("type", "text")
    if kind == "xhtml":
        inner = "".join(tostring(child, encoding="unicode") for child in element)
        return Content(_XHTML.sub(lambda match: f"<{match[1]}" if match[0].startswith("<") else "", inner), True)
    return Content("".join(element.itertext()), kind in ("html", "text/html"))


def _child(element: Element, name: str) -> str:
    """The words of a child of this name, in any namespace of RSS or none, but not in those of its modules."""
    return next((_words(one) for one in _children(element) if _name(one) == name), "")


def _children(element: Element) -> Iterator[Element]:
    return (one for one in element if not one.tag.startswith("{") or "rss/1.0/}" in one.tag or "netscape" in one.tag)


def _words(element: Element | None) -> str:
    return "".join(element.itertext()).strip() if element is not None else ""


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]

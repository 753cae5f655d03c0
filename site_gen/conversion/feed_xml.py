"""Reads RSS 0.9 to 2.0 and Atom 0.3 and 1.0, an entry at a time.

Entities and what is outside of the file are refused (defusedxml).

What is wrong with a file does not lose the entries before that place.
"""

import re
from collections.abc import Callable
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from msgspec import Struct
from msgspec.structs import replace

from site_gen.conversion.feed_atom_03 import begin_as_atom, end_as_atom
from site_gen.conversion.feed_elements import (
    ATOM,
    BASE,
    atom_authors,
    atom_entry,
    atom_link,
    child,
    joined,
    name_of,
    rss_entry,
    words,
)
from site_gen.conversion.feed_entry import Entry, Feed
from site_gen.extract.decode import decode
from site_gen.model.problem import Problem, Result
from site_gen.text.references import unescape

_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30};)")
_BARE = re.compile(rb"&(?!(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)")
_CONTROL = bytes(range(9)) + b"\x0b\x0c" + bytes(range(0x0E, 0x20))
_ROOT = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)\b")
_PREFIXES = {
    "app": "http://www.w3.org/2007/app",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "thr": "http://purl.org/syndication/thread/1.0",
}
_DEEPEST = 200
_HINT = "Save the feed again, or save the article's own text."


class _TooDeep(Exception):
    """Elements are nested too deep."""


class _Head(Struct):
    """What was read so far: the root's name, what the feed says of itself, its entries."""

    root: str = ""
    title: str = ""
    home: str = ""
    key: str = ""
    itself: str = ""
    authors: tuple[str, ...] = ()
    entries: list[Entry] = []


def read_xml_feed(name: str, data: bytes) -> Result[Feed]:
    """The feed in an XML file. Beside a problem there is what was read before its place, if it is a feed."""
    head, problem = _attempt(name, data)
    if problem is not None and (repaired := _repaired(data)) != data:
        again, remaining = _attempt(name, repaired)
        if remaining is None or len(again.entries) > len(head.entries):
            head, problem = again, remaining
    is_feed = head.root in (f"{ATOM}feed", "rss", "RDF")
    if problem is None and not is_feed:
        what = f"This is XML, but no feed: its root is '{head.root.rpartition('}')[2]}'."
        problem = Problem(name, 1, 1, what, _HINT)
    feed = Feed(head.title, _finished(head), head.home, head.key, head.itself, head.authors) if is_feed else None
    return Result(feed, (problem,) if problem else ())


def _attempt(name: str, data: bytes) -> tuple[_Head, Problem | None]:
    """What can be read of a file, and what is wrong with it."""
    head = _Head(entries=[])
    try:
        _read(data, head)
    except ParseError as error:
        line, column = error.position
        what = f"This is not well-formed XML: {str(error).partition(':')[0]}."
        return head, Problem(name, line, column + 1, what, _HINT)
    except DefusedXmlException:
        what = "This XML declares entities or refers to other files, which may hide anything."
        return _Head(), Problem(name, 1, 1, what, _HINT)
    except _TooDeep:
        return head, Problem(name, 1, 1, "This XML is nested too deep.", _HINT)
    except (ValueError, LookupError):
        return head, Problem(name, 1, 1, "This XML is in an unknown encoding.", _HINT)
    return head, None


def _read(data: bytes, head: _Head) -> None:
    """Read entry by entry; each is forgotten as an element once it is read."""
    path: list[Element] = []
    bases = [""]
    for event, element in iterparse(BytesIO(data), events=("start", "end")):
        if event == "start":
            begin_as_atom(element)
            if len(path) >= _DEEPEST:
                raise _TooDeep
            path.append(element)
            bases.append(joined(bases[-1], element.get(BASE, "")) if element.get(BASE) else bases[-1])
            if len(path) == 1:
                head.root = element.tag if element.tag.startswith(ATOM) else name_of(element)
            continue
        path.pop()
        bases.pop()
        end_as_atom(element)
        make = _maker(element, len(path))
        if make is not None:
            head.entries.append(make(element, bases[-1]))
        if make is not None and path:
            del path[-1][-1]
        elif not path or (name_of(element) == "channel" and len(path) == 1):
            _take_head(element, head)


def _maker(element: Element, depth: int) -> Callable[[Element, str], Entry] | None:
    """What reads an element, if it is an entry."""
    if element.tag == f"{ATOM}entry" and depth <= 1:
        return atom_entry
    if name_of(element) != "item" or not 0 < depth <= 2:
        return None
    return rss_entry if element.tag == "item" or "rss/1.0/}" in element.tag or "netscape" in element.tag else None


def _take_head(element: Element, head: _Head) -> None:
    """What a feed says of itself; of RSS its channel does."""
    if element.tag == f"{ATOM}feed":
        head.title, head.key = words(element.find(f"{ATOM}title")), words(element.find(f"{ATOM}id"))
        head.home, head.authors = joined(element.get(BASE, ""), atom_link(element)), atom_authors(element)
    elif name_of(element) == "channel" or not head.title:
        head.title, head.home = child(element, "title"), child(element, "link")
    head.itself = next((one.get("href", "") for one in element.iterfind(f"{ATOM}link[@rel='self']")), head.itself)


def _finished(head: _Head) -> tuple[Entry, ...]:
    """The entries with full addresses, which may need that of the feed's site."""
    if not head.home.startswith(("http://", "https://")):
        return tuple(head.entries)
    return tuple(
        one
        if one.link.startswith(("http://", "https://")) and one.base.startswith(("http://", "https://"))
        else replace(one, link=joined(head.home, one.link) if one.link else "", base=joined(head.home, one.base))
        for one in head.entries
    )


def _repaired(data: bytes) -> bytes:
    """The file as XML: names of HTML for characters, bare `&`, control characters and prefixes are put right."""
    if b"encoding" not in data[:200]:
        data = decode(data).text.encode()
    data = data.translate(None, _CONTROL) if b"utf-16" not in data[:200].lower() else data
    parts = []
    for part in data.split(b"]]>"):  # what is in CDATA stays
        outside, mark, inside = part.partition(b"<![CDATA[")
        parts.append(_BARE.sub(b"&amp;", _NAMED.sub(_character, outside)) + mark + inside)
    return _with_prefixes(b"]]>".join(parts))


def _with_prefixes(data: bytes) -> bytes:
    """The file with all prefixes of elements declared, if their names are usual ones."""
    root = _ROOT.search(data)
    if root is None:
        return data
    used = {name.decode() for name in set(re.findall(rb"<(\w{1,40}):", data))}
    missing = sorted(name for name in used if f"xmlns:{name}".encode() not in data)
    declared = "".join(f' xmlns:{name}="{_PREFIXES.get(name, f"urn:prefix:{name}")}"' for name in missing)
    return data[: root.end()] + declared.encode() + data[root.end() :]


def _character(match: re.Match[bytes]) -> bytes:
    """A number in the place of a character's name."""
    known = unescape(f"&{match[1].decode()}")
    return "".join(f"&#{ord(one)};" for one in known).encode() if not known.startswith("&") else b"&amp;" + match[1]

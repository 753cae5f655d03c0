"""The entries of RSS and Atom, from their elements."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, tostring

from site_gen.conversion.feed_entry import Attachment, Category, Content, Entry

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "{http://www.w3.org/XML/1998/namespace}base"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_MEDIA = "{http://search.yahoo.com/mrss/}"
_ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
_FEEDBURNER = "{http://rssnamespace.org/feedburner/ext/1.0}"
_XHTML = re.compile(r"<(/?)(?:html|ns\d+):|\sxmlns(?::\w+)?=\"[^\"]*\"")
_MAIL = re.compile(r"\S+@\S+\s*\(([^()]{2,100})\)")
_LONGEST_OTHER = 10_000


def rss_entry(item: Element, base: str) -> Entry:
    """The entry of an `item`. `base` is what `xml:base` says there; "" for nothing."""
    base = joined(base, item.get(BASE, ""))
    key, is_address = _identifier(item)
    link = words(item.find(f"{_FEEDBURNER}origLink")) or child(item, "link") or _own_link(item)
    link = link or (key if is_address else "")
    return Entry(
        key=key,
        is_address=is_address,
        title=child(item, "title"),
        link=joined(base, link),
        base=base or link,
        published=child(item, "pubDate") or words(item.find(f"{_DC}date")),
        updated=words(item.find(f"{ATOM}updated")) or words(item.find(f"{_TERMS}modified")),
        authors=tuple(_rss_authors(item)),
        source=child(item, "source"),
        categories=tuple(_rss_categories(item)),
        content=_html(item.find(_CONTENT), base),
        summary=_html(_element(item, "description"), base),
        picture=_picture(item),
        thumbnail=_thumbnail(item),
        attachments=tuple(_rss_attachments(item)),
        other=_other(item),
    )


def atom_entry(entry: Element, base: str) -> Entry:
    """The entry of an `entry`. `base` is what `xml:base` says there; "" for nothing."""
    base = joined(base, entry.get(BASE, ""))
    link = joined(base, words(entry.find(f"{_FEEDBURNER}origLink")) or atom_link(entry))
    return Entry(
        key=words(entry.find(f"{ATOM}id")),
        title=words(entry.find(f"{ATOM}title")),
        link=link,
        base=base or link,
        published=words(entry.find(f"{ATOM}published")) or words(entry.find(f"{ATOM}updated")),
        updated=words(entry.find(f"{ATOM}updated")),
        authors=atom_authors(entry),
        source=words(entry.find(f"{ATOM}source/{ATOM}title")),
        categories=tuple(
            Category(one.get("label", "") or one.get("term", ""), one.get("scheme", ""))
            for one in entry.iterfind(f"{ATOM}category")
        ),
        content=_atom_text(entry.find(f"{ATOM}content"), base),
        summary=_atom_text(entry.find(f"{ATOM}summary"), base),
        picture=_picture(entry),
        thumbnail=_thumbnail(entry),
        attachments=tuple(
            Attachment(joined(base, one.get("href", "")), one.get("type", ""), one.get("title", ""))
            for one in entry.iterfind(f"{ATOM}link[@rel='enclosure']")
        ),
        other=_other(entry),
    )


def atom_authors(element: Element) -> tuple[str, ...]:
    """The names of the authors of a feed or an entry."""
    return tuple(filter(None, (words(one) for one in element.iterfind(f"{ATOM}author/{ATOM}name"))))


def atom_link(element: Element) -> str:
    """The address of the page of a feed or an entry."""
    links = [one for one in element.iterfind(f"{ATOM}link") if one.get("rel", "alternate") == "alternate"]
    pages = [one for one in links if "html" in one.get("type", "html")]
    return next((one.get("href", "") for one in (*pages, *links)), "")


def child(element: Element, name: str) -> str:
    """The words of a child of this name, in any namespace of RSS or none, but not in those of its modules."""
    return words(_element(element, name))


def words(element: Element | None) -> str:
    """The words within an element, without blanks around them."""
    return "".join(element.itertext()).strip() if element is not None else ""


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def joined(base: str, link: str) -> str:
    """A link read from its base; a link that cannot be read is unchanged."""
    try:
        return urljoin(base, link.strip()) if link.strip() or base else ""
    except ValueError:
        return link.strip()


def _element(element: Element, name: str) -> Element | None:
    return next((one for one in _children(element) if name_of(one) == name), None)


def _children(element: Element) -> Iterator[Element]:
    return (one for one in element if not one.tag.startswith("{") or "rss/1.0/}" in one.tag or "netscape" in one.tag)


def _identifier(item: Element) -> tuple[str, bool]:
    """What identifies an item, and whether that is its address."""
    guid = _element(item, "guid")
    if guid is None:
        return item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", ""), False
    return words(guid), guid.get("isPermaLink", "true").strip().lower() == "true"


def _rss_authors(item: Element) -> Iterator[str]:
    """The names of authors: those that are mail addresses are none."""
    creators = [words(one) for one in item.iterfind(f"{_DC}creator")]
    for one in creators or [_MAIL.sub(r"\1", child(item, "author"))]:
        if one and "@" not in one:
            yield one


def _own_link(item: Element) -> str:
    return next((one.get("href", "") for one in item.iterfind(f"{ATOM}link[@rel='alternate']")), "")


def _html(element: Element | None, base: str) -> Content | None:
    """The text of an element of RSS: escaped HTML, or (against the standard) HTML as elements."""
    if element is None:
        return None
    own = joined(base, element.get(BASE, ""))
    text = _markup(element) if len(element) else words(element)
    return Content(text, True, own) if text else None


def _atom_text(element: Element | None, base: str) -> Content | None:
    """The text of an element, by its type: plain, escaped HTML, or XHTML."""
    if element is None or element.get("src"):
        return None
    own = joined(base, element.get(BASE, ""))
    kind = element.get("type", "text").strip().lower()
    if kind in ("xhtml", "application/xhtml+xml"):
        inner = next((one.get(BASE, "") for one in element), "")
        return Content(_markup(element), True, joined(own, inner) if inner else own)
    return Content("".join(element.itertext()), kind in ("html", "text/html"), own)


def _markup(element: Element) -> str:
    """The elements within an element as HTML, without the prefixes of their namespaces."""
    inner = (element.text or "") + "".join(tostring(one, encoding="unicode") for one in element)
    return _XHTML.sub(lambda match: f"<{match[1] or ''}" if match[0].startswith("<") else "", inner)


def _rss_categories(item: Element) -> Iterator[Category]:
    for one in _children(item):
        if name_of(one) == "category" and words(one):
            yield Category(words(one), one.get("domain", ""))
    yield from (Category(words(one)) for one in item.iterfind(f"{_DC}subject") if words(one))


def _rss_attachments(item: Element) -> Iterator[Attachment]:
    for one in item:
        if name_of(one) == "enclosure" and one.get("url"):
            yield Attachment(one.get("url", ""), one.get("type", ""))


def _picture(entry: Element) -> str:
    """The picture of an entry, by the words for it that its feed may have."""
    for one in entry.iter(f"{_MEDIA}content"):
        if one.get("medium") == "image" or one.get("type", "").startswith("image/"):
            return one.get("url", "")
    found = entry.find(f"{_ITUNES}image")
    return found.get("href", "") if found is not None else ""


def _thumbnail(entry: Element) -> str:
    return next((one.get("url", "") for one in entry.iter(f"{_MEDIA}thumbnail")), "")


def _other(entry: Element) -> dict[str, str]:
    """The words of simple elements in namespaces of modules; those of a control element are its children's."""
    found: dict[str, str] = {}
    for one in entry:
        for inner in (one, *(one if name_of(one) == "control" else ())):
            if (
                inner.tag.startswith("{")
                and not inner.tag.startswith(ATOM)
                and inner.tag != _CONTENT
                and not len(inner)
            ):
                found.setdefault(inner.tag, words(inner)[:_LONGEST_OTHER] or inner.get("ref", ""))
    return found

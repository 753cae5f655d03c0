"""Feeds by the rules of RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, and by what feed readers trip over."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

from tools.judging.built import BuiltSite
from tools.judging.findings import Finding

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_UNFIT = frozenset(("script", "iframe", "object", "embed", "form", "style"))
# Elements that hold plain text and that readers may all the same take for HTML.
_PLAIN = re.compile(r"<(title|name|subtitle|summary|category|dc:creator)>([^<]*)</")
_CLOSING_TAG = re.compile(r"(?:<|&lt;|&#x3C;)/[a-z]", re.I)
_RELATIVE = re.compile(r"""\s(?:href|src)=["'](?!https?://|mailto:|tel:|#)([^"']*)""", re.I)


def judge_feeds(site: BuiltSite, _: str) -> Iterator[Finding]:
    """Every feed of the site."""
    import feedparser

    if not site.feeds:
        yield Finding("feeds", "feed.xml", "there is no feed")
    for file in (*site.feeds, *site.json_feeds):
        text = site.text(file)
        faults = faults_of_json_feed if file in site.json_feeds else faults_of_xml_feed
        for what in faults(text, site.base + site.path_of(file)):
            yield Finding("feeds", file, what)
        if file in site.feeds:
            parsed = feedparser.parse(text.encode())
            if parsed.bozo or not parsed.version:
                yield Finding("feeds", file, f"feedparser: {parsed.get('bozo_exception', 'not a known format')}")


class _Elements(HTMLParser):
    """Elements and attributes that content in a feed must not hold; a description of a picture may have such words."""

    def __init__(self) -> None:
        super().__init__()
        self.unfit: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unfit += [f"<{tag}"] if tag in _UNFIT else []
        self.unfit += [f"{name}=" for name, _ in attrs if name == "style" or name.startswith("on")]


def faults_of_html(html: str, where: str) -> Iterator[str]:
    """What content in a feed must not hold."""
    seen = _Elements()
    seen.feed(html)
    if seen.unfit:
        yield f"{where}: content holds {seen.unfit[0]!r}"
    if found := _RELATIVE.search(html):
        yield f"{where}: content holds the relative address {found.group(1)!r}"


def faults_of_xml_feed(text: str, address: str) -> Iterator[str]:
    """Faults of an RSS or Atom feed at an address."""
    try:
        root = ET.fromstring(text.encode())
    except ET.ParseError as error:
        yield f"not well-formed: {error}"
        return
    yield from _faults_of_atom(root, address) if root.tag == f"{ATOM}feed" else _faults_of_rss(root, address)
    yield from _faults_of_plain_text(text)


def _faults_of_plain_text(text: str) -> Iterator[str]:
    """Plain text that a reader may take for markup (https://www.rssboard.org/rss-profile#data-types-characterdata)."""
    for name, content in _PLAIN.findall(text):
        if _CLOSING_TAG.search(content):
            yield f"{name} holds a closing tag: {content[:80]}"
        if "&lt;" in content or "&amp;" in content:
            yield f"{name} should have & and < as hexadecimal references: {content[:80]}"


def _faults_of_rss(root: ET.Element, address: str) -> Iterator[str]:
    channel = root.find("channel")
    if root.get("version") != "2.0" or channel is None:
        yield "not RSS 2.0 with a channel"
        return
    yield from (f"the channel lacks {name}" for name in ("title", "link", "description") if not channel.findtext(name))
    yield from _self_link(channel, address)
    yield from _repeated("guid", [item.findtext("guid") or "" for item in channel.findall("item")])
    for number, item in enumerate(channel.findall("item"), 1):
        yield from _faults_of_item(item, f"item {number}")


def _faults_of_item(item: ET.Element, where: str) -> Iterator[str]:
    yield from (f"{where} lacks {name}" for name in ("title", "link", "guid", "pubDate") if not item.findtext(name))
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") != "false" and guid.text != item.findtext("link"):
        yield f"{where}: guid is neither the link nor isPermaLink='false'"
    if item.find("author") is not None:
        yield f"{where}: author must be an e-mail address; use dc:creator"
    if date := item.findtext("pubDate"):
        yield from _faults_of_rfc822(date, where)
    yield from faults_of_html(item.findtext(CONTENT) or "", where)
    yield from faults_of_html(item.findtext("description") or "", where)


def _faults_of_rfc822(date: str, where: str) -> Iterator[str]:
    try:
        parsed = parsedate_to_datetime(date)
    except ValueError:
        yield f"{where}: {date!r} is no RFC 822 date"
        return
    if date[:3] != _DAYS[parsed.weekday()]:
        yield f"{where}: {date!r} was a {_DAYS[parsed.weekday()]}"
    if parsed.tzinfo is None:
        yield f"{where}: {date!r} has no zone"


def _faults_of_atom(root: ET.Element, address: str) -> Iterator[str]:
    yield from (f"the feed lacks {name}" for name in ("id", "title", "updated") if not root.findtext(ATOM + name))
    yield from _self_link(root, address)
    entries = root.findall(f"{ATOM}entry")
    yield from _repeated("id", [entry.findtext(f"{ATOM}id") or "" for entry in entries])
    yield from _repeated("updated", [entry.findtext(f"{ATOM}updated") or "" for entry in entries])
    for number, entry in enumerate(entries, 1):
        where = f"entry {number}"
        yield from (f"{where} lacks {name}" for name in ("id", "title", "updated") if not entry.findtext(ATOM + name))
        if root.find(f"{ATOM}author") is None and entry.find(f"{ATOM}author") is None:
            yield f"{where} has no author"
        for name in ("updated", "published"):
            date = entry.findtext(ATOM + name)
            if date and not _RFC3339.fullmatch(date):
                yield f"{where}: {date!r} is no RFC 3339 date"
        yield from faults_of_html(entry.findtext(f"{ATOM}content") or "", where)


def _self_link(parent: ET.Element, address: str) -> Iterator[str]:
    own = [link.get("href") for link in parent.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if own != [address]:
        yield f"the self link is {own}, not {address}"


def _repeated(name: str, values: list[str]) -> Iterator[str]:
    yield from (f"{name} {value!r} stands twice" for value in sorted({v for v in values if v and values.count(v) > 1}))


def faults_of_json_feed(text: str, address: str) -> Iterator[str]:
    """Faults of a JSON Feed at an address."""
    try:
        feed: dict[str, Any] = json.loads(text)
    except ValueError as error:
        yield f"not JSON: {error}"
        return
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version is {feed.get('version')!r}"
    yield from (f"{name} is missing" for name in ("title", "home_page_url", "language") if not feed.get(name))
    if feed.get("feed_url") != address:
        yield f"feed_url is {feed.get('feed_url')!r}, not {address}"
    items = feed.get("items", [])
    yield from _repeated("id", [str(item.get("id")) for item in items])
    for number, item in enumerate(items, 1):
        yield from _faults_of_json_item(item, f"item {number}")


def _faults_of_json_item(item: dict[str, Any], where: str) -> Iterator[str]:
    if not isinstance(item.get("id"), str) or not item["id"]:
        yield f"{where}: id must be a text"
    if "content_html" not in item and "content_text" not in item:
        yield f"{where} has no content"
    if "author" in item:
        yield f"{where}: author is out of date; use authors"
    for name in ("url", "image", "external_url"):
        if name in item and not str(item[name]).startswith(("https://", "http://")):
            yield f"{where}: {name} is not absolute"
    for name in ("date_published", "date_modified"):
        if name in item and not (_RFC3339.fullmatch(str(item[name])) and datetime.fromisoformat(item[name])):
            yield f"{where}: {name} {item[name]!r} is no RFC 3339 date"
    yield from faults_of_html(item.get("content_html", ""), where)

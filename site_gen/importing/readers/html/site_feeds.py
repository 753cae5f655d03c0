"""The feeds and sitemaps that a folder of HTML has: what they say of its pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from site_gen.conversion.feed_entry import Entry, Feed
from site_gen.importing.readers.beginnings import is_feed
from site_gen.importing.readers.feeds.items import read_feed
from site_gen.storage.files import read_start, read_whole, walk

_LARGEST = 64_000_000


class SiteFeeds(NamedTuple):
    """The feeds of a folder by their paths, its sitemaps, and the addresses in these."""

    feeds: Mapping[str, Feed]
    sitemaps: tuple[Path, ...]
    listed: tuple[str, ...]


def feeds_in(root: Path) -> SiteFeeds:
    """The feeds and sitemaps below a folder; those that cannot be read are passed over."""
    feeds: dict[str, Feed] = {}
    sitemaps: list[Path] = []
    listed: dict[str, None] = {}
    suffixes = (".xml", ".atom", ".rss", ".rdf", ".json")
    for name, stamp in sorted(walk(root, suffixes, misnamed=[], any_case=True, texts=(".site_gen",))):
        file = root / name
        start = read_start(file, 2000)
        if stamp.size > _LARGEST:
            continue
        if is_feed(start):
            if (feed := read_feed(file).value) and feed.entries:
                feeds[name] = feed
        elif b"<urlset" in start:
            found = dict.fromkeys(_locations(file))
            sitemaps += [file] if found else []
            listed |= found
    return SiteFeeds(feeds, tuple(sitemaps), tuple(listed))


def entries_of(feeds: Mapping[str, Feed]) -> Iterator[Entry]:
    """The entries of all feeds, those of the shortest path first: the feed of a site is above those of its tags."""
    for name in sorted(feeds, key=lambda name: (name.count("/"), name)):
        yield from feeds[name].entries


def _locations(file: Path) -> Iterator[str]:
    try:
        root = fromstring(read_whole(file))
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return
    for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"):
        if one.text and one.text.strip():
            yield one.text.strip()

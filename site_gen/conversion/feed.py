"""Saved feeds (RSS, Atom, JSON Feed): each entry is a text, named by its own identifier."""

import hashlib
import re
from datetime import tzinfo

from msgspec.structs import replace

from site_gen.conversion.feed_entry import Content, Entry, Feed
from site_gen.conversion.feed_html import plain_words, text_of
from site_gen.conversion.feed_json import read_json_feed
from site_gen.conversion.feed_xml import read_xml_feed
from site_gen.conversion.limits import MOST_ENTRIES, too_long
from site_gen.extract.decode import decode
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted, Decision, Given
from site_gen.parsing.post import WEB_ADDRESS
from site_gen.text.slug import slugify
from site_gen.text.stamps import parse_written

_LONGEST_PART = 40
_NAMED = 3  # entries that a message names
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp)\Z", re.IGNORECASE)
_WORDS = re.compile(r"[\W_]+")


def convert(name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The entries of a feed that have a text. Those that have none are one problem."""
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"
    read = read_json_feed(name, decode(data).text) if is_json else read_xml_feed(name, data)
    feed = read.value
    if feed is None or read.problems:
        return Result(None, read.problems)
    if len(feed.entries) > MOST_ENTRIES:
        what = f"This feed has {len(feed.entries):,} entries; at most {MOST_ENTRIES:,} are read."
        return Result(None, (Problem(name, 0, 0, what, "Split it into several files."),))
    found: dict[str, Converted] = {}
    without: list[str] = []
    for entry in feed.entries:
        part = part_of(entry)
        if part in found:
            continue  # the feed has it twice; its first place is the newer one
        converted = _converted(entry, feed, part, zone)
        if converted is None:
            without.append(plain_words(entry.title) or part)
        else:
            found[part] = converted
    problems = (_without_text(name, without),) if without else ()
    if not found and not problems:
        problems = (Problem(name, 0, 0, "This feed has no entries.", "Save it again, or remove it."),)
    return Result(tuple(found.values()) if found else None, problems)


def part_of(entry: Entry) -> str:
    """The name of an entry within its feed, by its identifier, else its address, else its title and date."""
    key = entry.key or entry.link or f"{entry.title}\n{entry.published}"
    last = _WORDS.sub("-", _ENDING.sub("", key.rstrip("/").rpartition("/")[2].partition("?")[0]))
    words = slugify(last)[:_LONGEST_PART].strip("-") if last.isascii() else ""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    return f"{words}-{digest}" if words else digest


def _converted(entry: Entry, feed: Feed, part: str, zone: tzinfo) -> Converted | None:
    text, is_summary = _text_of(entry.content, entry), False
    if not text.strip():
        text, is_summary = _text_of(entry.summary, entry), True
    if not text.strip() or too_long(text):
        return None
    notes = [Decision("form", "feed", f"an entry of {plain_words(feed.title) or 'a feed'}")]
    if is_summary and entry.content is None:
        notes.append(Decision("form", "summary", "the feed has no more of this entry than its summary"))
    given = Given(
        title=plain_words(entry.title),
        authors=tuple(filter(None, map(plain_words, entry.authors))),
        source_name=plain_words(entry.source or feed.title),
        source_url=entry.link if WEB_ADDRESS.fullmatch(entry.link) else "",
    )
    return Converted(
        text=text,
        given=_dated(given, entry.published, zone),
        part=part,
        source=_source(entry),
        notes=tuple(notes),
    )


def _text_of(content: Content | None, entry: Entry) -> str:
    """The Markdown of a text. Its links begin where `xml:base` says, else at the entry's page."""
    return text_of(content, (content.base if content else "") or entry.link or entry.base)


def _source(entry: Entry) -> str:
    """What an entry says of itself: if that is the same, so is the seed, whatever else the feed says now."""
    texts = (one.text for one in (entry.content, entry.summary) if one is not None)
    return "\n".join((entry.title, entry.link, entry.published, *entry.authors, *texts))


def _dated(given: Given, text: str, zone: tzinfo) -> Given:
    date = parse_written(text, zone) if text else None
    if date is None:
        return given
    return replace(given, date=date.moment, timed=date.timed, date_source="header")


def _without_text(name: str, titles: list[str]) -> Problem:
    named = ", ".join(f"'{title[:60]}'" for title in titles[:_NAMED])
    more = f" and {len(titles) - _NAMED} more" if len(titles) > _NAMED else ""
    what = f"{named}{more}: {'this entry has' if len(titles) == 1 else 'these entries have'} no text."
    return Problem(name, 0, 0, what, "Fetch the pages themselves: site-gen fetch URL.")

"""When the article of a page was published."""

import json
import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import Any

from msgspec.structs import replace

from site_gen.model.seed import Given
from site_gen.text.stamps import parse_written

_META = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
)
_PUBLISHED = re.compile(r"\b(?:published|dt-published|entry-date|pubdate|datepublished)\b", re.IGNORECASE)
_MOST = 50
_DEEPEST = 8


def date_of(tree: Any, day: str, zone: tzinfo, given: Given) -> Given:
    """The facts with the moment that the page names, if it is on the day that was found, or within hours of it.

    Without such a moment they have the day, or where there is none, nothing.
    """
    for text in moments_in(tree):
        moment = parse_written(text, zone)
        if moment is not None and moment.timed and (not day or text.startswith(day)):
            return replace(given, date=moment.moment, timed=True, date_source="header")
    found = parse_written(day, zone) if day else None
    return given if found is None else replace(given, date=found.moment, timed=False, date_source="header")


def moments_in(tree: Any) -> Iterator[str]:
    """The moments that a page says it was published at, the surest first."""
    yield from _of_machines(tree)
    times = list(tree.iter("time", "abbr"))[:_MOST]
    for element in times:
        marks = f"{element.get('class', '')} {element.get('itemprop', '')}"
        if _PUBLISHED.search(marks) or element.get("pubdate") is not None:
            yield (element.get("datetime") or element.get("title") or "").strip()
    named = {element.get("datetime", "").strip() for element in times if element.tag == "time"}
    if len(named) == 1:
        yield named.pop()


def _of_machines(tree: Any) -> Iterator[str]:
    """The moments in the head of a page, and in its facts for search engines."""
    for element in tree.iterfind(".//meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if name.lower() in _META:
            yield (element.get("content") or "").strip()
    for script in list(tree.iter("script"))[:_MOST]:
        if "ld+json" in (script.get("type") or ""):
            yield from _published_in(script.text or "")


def _published_in(text: str) -> Iterator[str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return
    waiting, left = [(found, 0)], 1000
    while waiting and left:
        left -= 1
        value, depth = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("datePublished"), str):
                yield value["datePublished"].strip()
            waiting += [(one, depth + 1) for one in value.values() if depth < _DEEPEST]
        elif isinstance(value, list):
            waiting += [(one, depth + 1) for one in value[:_MOST] if depth < _DEEPEST]

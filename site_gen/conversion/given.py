"""What front matter of any generator says about its text, by the names that generators have for it."""

import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_gen.conversion.matter import Matter
from site_gen.model.problem import Problem
from site_gen.model.seed import Decision, Given, PostType
from site_gen.parsing.post import WEB_ADDRESS
from site_gen.text.escape import printable
from site_gen.text.paths import path_fault
from site_gen.text.slug import is_slug, slugify
from site_gen.text.stamps import parse_written

# The fields of `Given`, each with the names that generators have for it; the first that a text has counts.
_NAMES = {
    "title": ("title", "headline"),
    "summary": ("summary", "description", "excerpt", "abstract", "lead", "standfirst", "subtitle", "deck", "teaser"),
    "date": ("date", "published", "pubdate", "publishdate", "publish_date", "published_at", "created"),
    "authors": ("authors", "author", "byline", "by", "written_by"),
    "tags": ("tags", "tag", "keywords", "categories", "category", "topics"),
    "slug": ("slug",),
    "type": ("type",),
    "source": ("source", "source_name", "publisher"),
    "url": ("source_url", "canonical_url", "canonical", "original_url", "url", "link"),
    "draft": ("draft", "status"),
}
_ADDED = {"tags": ("tags", "keywords", "categories", "category", "topics")}
"""Fields that are joined from all of their keys."""

_TYPES: tuple[PostType, ...] = ("news", "analysis", "opinion", "background")
_LISTED = re.compile(r"\s*[,;]\s*")
_MOST = 100
"""Items of a list."""


class Facts(Struct, frozen=True):
    """What front matter gives, notes of what it has besides, and problems with its values."""

    given: Given
    notes: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


def facts_of(name: str, matter: Matter, zone: tzinfo) -> Facts:
    """The facts in front matter. A date that cannot be read is a problem, since its reader relies on it."""
    if matter.problems or not matter.values:
        return Facts(Given(), problems=matter.problems)
    values = matter.values
    used = {field: next((key for key in keys if values.get(key)), "") for field, keys in _NAMES.items()}
    problems: list[Problem] = []
    notes: list[Decision] = []
    given = Given(
        title=_line(_first(values, used["title"])),
        summary=_line(_first(values, used["summary"])),
        authors=tuple(_names(values.get(used["authors"], ""))),
        tags=_tags(values),
    )
    given = _with_date(name, given, matter, used["date"], zone, problems)
    given = _with_slug(given, _first(values, used["slug"]), notes)
    given = _with_source(given, values, used)
    kind = _first(values, used["type"]).lower()
    status = _first(values, used["draft"]).lower()
    given = replace(given, type=kind if kind in _TYPES else None, draft=status in ("true", "yes", "draft", "hidden"))
    known = {*used.values(), *_ADDED["tags"], "draft", "status"}
    left = [key for key, value in values.items() if value and key not in known]
    if kind and kind not in _TYPES:
        left.append(used["type"])
    if left:
        notes.append(Decision("front matter", ", ".join(sorted(left)), "these keys are not used"))
    return Facts(given, tuple(notes), tuple(problems))


def _with_date(name: str, given: Given, matter: Matter, key: str, zone: tzinfo, problems: list[Problem]) -> Given:
    text = _first(matter.values, key)
    if not text:
        return given
    date = parse_written(text, zone)
    if date is None:
        line, column = matter.places.get(key, (1, 1))
        hint = "Write 2025-01-10, or 10 January 2025, with a time or without."
        problems.append(Problem(name, line, column, f"'{printable(text)[:60]}' is not a date.", hint))
        return given
    return replace(given, date=date.moment, timed=date.timed, date_source="header")


def _with_slug(given: Given, text: str, notes: list[Decision]) -> Given:
    """The slug in a form that an address can have."""
    slug = text.strip().strip("/").rpartition("/")[2]
    if slug and (not is_slug(slug) or len(slug) > 200 or path_fault(slug)):
        notes.append(Decision("front matter", printable(slug)[:80], "this slug cannot be part of an address as it is"))
        slug = slugify(slug)[:200]
        slug = "" if not is_slug(slug) or path_fault(slug) else slug
    return replace(given, slug=slug)


def _with_source(given: Given, values: dict[str, Any], used: dict[str, str]) -> Given:
    """Where the text is from: a name, an address, or a mapping of both."""
    source = values.get(used["source"], "")
    url = _first(values, used["url"])
    if isinstance(source, dict):
        url = str(source.get("url", "")) or url
        source = str(source.get("name", ""))
    name = _line(source if isinstance(source, str) else "")
    if WEB_ADDRESS.fullmatch(name):
        name, url = "", name
    return replace(given, source_name=name, source_url=url if WEB_ADDRESS.fullmatch(url) else "")


def _first(values: dict[str, Any], key: str) -> str:
    """A value as one text; of a list its first item."""
    value = values.get(key, "") if key else ""
    if isinstance(value, tuple):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""


def _names(value: Any) -> Iterator[str]:
    """The names in a value: a text with commas, a list, or mappings with `name`."""
    items = value if isinstance(value, tuple) else (value,)
    for item in items[:_MOST]:
        text = item.get("name", "") if isinstance(item, dict) else item
        if isinstance(text, str):
            parts = _LISTED.split(text) if len(items) == 1 else (text,)
            yield from filter(None, (_line(part) for part in parts[:_MOST]))


def _tags(values: dict[str, Any]) -> tuple[str, ...] | None:
    """The tags and categories, each once; None where there is no such key."""
    keys = [key for key in _ADDED["tags"] if key in values]
    found: dict[str, str] = {}
    for key in keys:
        for tag in _names(values[key]):
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values()) if keys else None


def _line(text: str) -> str:
    return " ".join(printable(text).split())

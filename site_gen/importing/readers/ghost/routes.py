"""The addresses of a site of Ghost: routes.yaml where it is beside the export, else the style that Ghost has by itself.

https://ghost.org/docs/themes/routing/ describes collections, their filters and permalinks.
"""

import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from msgspec import Struct

from site_gen.conversion.matter import read_settings

_TERM = re.compile(r"(-?)([a-z_.]+):(-?)(?:'([^']*)'|\[([^\]]*)\]|([\w-]+))")
_PART = re.compile(r"\{(\w+)\}")


class Collection(Struct, frozen=True):
    """A collection: where it is, the addresses of its posts, and which these are."""

    path: str
    permalink: str
    filter: str = ""


class Routes(Struct, frozen=True):
    """The collections in their order, and the addresses of lists of tags and authors; "" where there are none."""

    collections: tuple[Collection, ...] = (Collection("/", "/{slug}/"),)
    tag: str = "/tag/{slug}/"
    author: str = "/author/{slug}/"


class Facts(Struct, frozen=True):
    """What addresses and filters know of a post; tags and authors by their slugs, the first one is the primary."""

    id: str
    slug: str
    date: datetime | None
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    is_featured: bool = False


def read_routes(name: str, text: str, zone: tzinfo) -> Routes:
    """The routes that a file describes; those of Ghost for what it does not say."""
    values = read_settings(name, text, zone).values
    found = []
    for path, one in _mapping(values.get("collections")).items():
        collection = _mapping(one)
        permalink = str(collection.get("permalink", "")) or f"{path.rstrip('/')}/{{slug}}/"
        found.append(Collection(path, permalink, str(collection.get("filter", ""))))
    lists = _mapping(values.get("taxonomies"))
    own = Routes()
    return Routes(
        tuple(found) or own.collections,
        str(lists.get("tag", "")) if lists else own.tag,
        str(lists.get("author", "")) if lists else own.author,
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def address_of_post(routes: Routes, facts: Facts) -> str:
    """The address of a post in the first collection that has it; "" where none has."""
    for collection in routes.collections:
        if _matches(collection.filter, facts):
            return _filled(collection.permalink, facts)
    return ""


def _filled(permalink: str, facts: Facts) -> str:
    """An address by its pattern."""
    date = facts.date
    values = {
        "slug": facts.slug,
        "id": facts.id,
        "year": f"{date:%Y}" if date else "",
        "month": f"{date:%m}" if date else "",
        "day": f"{date:%d}" if date else "",
        "primary_tag": facts.tags[0] if facts.tags else "all",
        "primary_author": facts.authors[0] if facts.authors else "all",
        "author": facts.authors[0] if facts.authors else "all",
    }
    filled = _PART.sub(lambda match: values.get(match[1], match[0]), re.sub(r":(\w+)", r"{\1}", permalink))
    return "/" + filled.strip("/") + "/"


def _matches(rule: str, facts: Facts) -> bool:
    """Whether a filter takes a post: terms joined by `+` all, by `,` any. What is not known of a post takes none."""
    if not rule.strip():
        return True
    ors = re.split(r",(?![^\[]*\])", rule.replace("(", "").replace(")", ""))
    return any(all(_holds(term.strip(), facts) for term in re.split(r"\+", one)) for one in ors)


def _holds(term: str, facts: Facts) -> bool:
    match = _TERM.fullmatch(term)
    if match is None:
        return False
    key = match[2].removesuffix(".slug").removesuffix("s") if match[2] != "status" else match[2]
    wanted = {one.strip(" '") for one in (match[4] or match[5] or match[6] or "").split(",")}
    has = {
        "tag": set(facts.tags),
        "primary_tag": set(facts.tags[:1]),
        "author": set(facts.authors),
        "primary_author": set(facts.authors[:1]),
        "slug": {facts.slug},
        "id": {facts.id},
        "featured": {"true" if facts.is_featured else "false"},
    }.get(key)
    return has is not None and bool(has & wanted) != bool(match[3] or match[1])

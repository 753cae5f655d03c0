"""Where each item goes: its file, its slug, its address, and by what its old address is answered."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date as Day
from datetime import datetime

from msgspec import Struct

from site_gen.importing.import_lock import Locked
from site_gen.importing.item import Item
from site_gen.parsing.redirects import is_queried
from site_gen.text.paths import path_fault
from site_gen.text.slug import is_slug, slugify
from site_gen.urls import closed, closed_source

STYLES = (
    "/{year}/{month}/{day}/{slug}/",
    "/{year}/{month}/{slug}/",
    "/{year}/{slug}/",
    "/{slug}/",
    "/blog/{year}/{month}/{day}/{slug}/",
    "/blog/{year}/{month}/{slug}/",
    "/blog/{slug}/",
    "/posts/{slug}/",
    "/post/{slug}/",
    "/p/{slug}/",
    "/news/{slug}/",
    "/news/{year}/{month}/{slug}/",
    "/archives/{slug}/",
    "/{year}/{month}/{day}/{slug}.html",
    "/{year}/{month}/{slug}.html",
    "/{year}/{slug}.html",
    "/{slug}.html",
)
"""Permalink styles of other programs that the setting `permalink` can express."""
TAKEN = "another page has this address"
CASE = "it differs from the new one in capitals alone: files cannot, on some systems, but a server may redirect it"
FRONT = "the front page has this address"
OWN_FILE = "the site has a file of its own there"
_RESERVED = frozenset(
    ("tags", "threads", "archive", "corrections", "search", "feeds", "coverage", "404", "admin", "index")
)
_FILES = frozenset(
    ("feed.xml", "atom.xml", "feed.json", "sitemap.xml", "news-sitemap.xml", "robots.txt", "llms.txt", "404.html")
)
_LONGEST_SLUG = 200


class Placed(Struct, frozen=True):
    """An item with its file and address. `aliases` are old addresses; `unanswered` others, each with the reason."""

    item: Item
    path: str
    slug: str
    address: str
    aliases: tuple[str, ...] = ()
    unanswered: tuple[tuple[str, str], ...] = ()


def style_of(items: Iterable[Item]) -> str:
    """The pattern of addresses that most of the old posts have; "" where fewer than half have one."""
    found: Counter[str] = Counter()
    posts = [one for one in items if one.kind == "post" and one.date and not one.skipped and _path(one.address)]
    for item in posts:
        for style in STYLES:
            slug = item.slug or slugify(item.title)
            if item.date and _address(style, item.date.date(), slug) == closed(_path(item.address)):
                found[style] += 1
    best = found.most_common(1)
    return best[0][0] if best and best[0][1] * 2 >= len(posts) else ""


def place(
    items: Iterable[Item],
    permalink: str,
    language: str,
    locked: Mapping[str, Locked],
    taken: Collection[str],
    now: datetime,
) -> tuple[Placed, ...]:
    """The places of all items that become files. `taken` are files that are there and not from this import."""
    files = {path.casefold() for path in taken} | {one.path.casefold() for one in locked.values()}
    addresses = {page_address(path).casefold() for path in taken if path.startswith("content/pages/")}
    addresses |= {f"/{name}/" for name in _RESERVED}
    found: list[Placed] = []
    for item in items:
        if item.skipped or item.kind not in ("post", "page"):
            continue
        known = locked.get(item.key)
        one = _place(item, permalink, language, known, files, addresses)
        files.add(one.path.casefold())
        addresses.add(one.address.casefold())
        found.append(one)
    return _with_old_addresses(found, addresses, now)


def _with_old_addresses(found: list[Placed], addresses: set[str], now: datetime) -> tuple[Placed, ...]:
    """The places with their aliases; what is shown claims an address before what has expired."""
    expired = [one for one in found if one.item.expires and one.item.expires <= now]
    keys = {one.item.key for one in expired}
    made = _with_aliases(
        [*(one for one in found if one.item.key not in keys), *expired],
        addresses - {one.address.casefold() for one in expired},
    )
    by_key = {one.item.key: one for one in made}
    return tuple(by_key[one.item.key] for one in found)


def page_address(path: str) -> str:
    """The address of a file of `content/pages/`."""
    return "/" + path.removeprefix("content/pages/").removesuffix(".md") + "/"


def _place(
    item: Item, permalink: str, language: str, known: Locked | None, files: Collection[str], addresses: Collection[str]
) -> Placed:
    slug = known.slug if known else _slug(item, language)
    day = item.date.date() if item.date else Day(1970, 1, 1)
    number = 1
    while True:
        name = slug if number == 1 else f"{slug}-{number}"
        if item.kind == "page":
            path = known.path if known else f"content/pages/{_folder(item)}{name}.md"
            address = page_address(path)
        else:
            path = known.path if known else f"content/posts/{day.isoformat()}-{name}.md"
            address = _address(permalink, day, name)
        if known or (path.casefold() not in files and address.casefold() not in addresses):
            return Placed(item, path, name, address)
        number += 1


def _folder(item: Item) -> str:
    """The folders of a page by its old address, as far as they can be folders here."""
    parts = [slugify(part) if not is_slug(part) else part for part in _path(item.address).strip("/").split("/")[:-1]]
    kept = "/".join(part for part in parts if part)
    return f"{kept}/" if kept and not path_fault(kept) and kept.partition("/")[0] not in _RESERVED else ""


def _slug(item: Item, language: str) -> str:
    """The old slug if an address may have it, else one made of it or of the title."""
    slug = item.slug
    last = _path(item.address).strip("/").rpartition("/")[2].removesuffix(".html")
    if (item.kind == "page" and not slug) or last.casefold() == slug.casefold():
        slug = last
    if not is_slug(slug) or len(slug) > _LONGEST_SLUG or path_fault(slug):
        slug = slugify(slug or item.title or item.key, language=language) or slugify(item.key)
    if item.kind == "page" and (slug in _RESERVED or re.fullmatch(r"\d{4}", slug)):
        slug = f"page-{slug}"
    return slug


def _address(pattern: str, day: Day, slug: str) -> str:
    url = pattern.format(
        year=f"{day.year:04d}", month=f"{day.month:02d}", day=f"{day.day:02d}", slug=slug, type="news", section=""
    )
    return url.replace("//", "/")


def _with_aliases(found: list[Placed], addresses: set[str]) -> tuple[Placed, ...]:
    """The places with the old addresses that lead to them; an address leads to the first that claims it."""
    claimed: set[str] = set()
    made = []
    for one in found:
        aliases, unanswered = list[str](), list[tuple[str, str]]()
        for old in one.item.addresses if not one.item.draft else ():
            if closed(old) == one.address:
                continue
            folded = closed_source(old).casefold()
            fault = CASE if folded == one.address.casefold() else _alias_fault(old)
            if not fault and (folded in addresses or folded in claimed):
                fault = TAKEN
            if fault:
                unanswered.append((old, fault))
                continue
            claimed.add(folded)
            aliases.append(old)
        made.append(Placed(one.item, one.path, one.slug, one.address, tuple(aliases), tuple(unanswered)))
    return tuple(made)


def _alias_fault(old: str) -> str:
    """Why an old address cannot be an alias; "" for one that can."""
    if is_queried(old):
        return ""
    if "?" in old:
        return "it differs from others by a query that no host can be asked to decide by"
    if old == "/":
        return FRONT
    if old.strip("/") in _FILES:
        return OWN_FILE
    if fault := path_fault(old):
        return f"it {fault}"
    return "it has characters that no address here has" if re.search(r"[^\S ]|[#\\\x00-\x1f\x7f]", old) else ""


def _path(address: str) -> str:
    return address.partition("?")[0] if "?" not in address else ""

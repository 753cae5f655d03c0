"""Folders of Jekyll: `_posts/`, `_drafts/`, collections, and pages anywhere.

https://jekyllrb.com/docs/configuration/front-matter-defaults/ and /docs/collections/ say what settings mean for texts.
"""

import re
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from site_gen.conversion.matter import Matter, read_settings
from site_gen.extract.decode import decode
from site_gen.importing.item import Export, Item, OldSite, Term
from site_gen.importing.readers.folder import ABOUT_REPOSITORY, Source, item_of, slug_of, sources_in, web_home
from site_gen.importing.readers.hugo.address import glob
from site_gen.importing.readers.jekyll.address import Filled, by_pattern, identifier, of_page, plain, words_of
from site_gen.importing.readers.macros import without_liquid
from site_gen.importing.readers.moments import zone_named
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_whole

_APART = frozenset(("_includes", "_layouts", "_sass", "_site", "_data", "_plugins", "node_modules", "vendor"))
_PAGES = frozenset(("pages", "authors", "people", "team"))
_CONFIGS = ("_config.yml", "_config.yaml")


class _Default(Struct, frozen=True):
    """Values for texts of a type below a path."""

    path: str
    type: str
    values: dict[str, Any]


class _Collection(Struct, frozen=True):
    """A collection: its name, its pattern of addresses, and whether it has any."""

    name: str
    pattern: str
    is_shown: bool


class _Site(Struct, frozen=True):
    """What the settings say of texts and addresses."""

    home: str
    style: str
    defaults: tuple[_Default, ...]
    collections: dict[str, _Collection]
    folder: str
    excluded: tuple[str, ...]
    problems: tuple[Problem, ...]
    known: dict[str, str]


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The texts of a site, posts first."""
    site = _load(path, zone)
    zone = zone_named(site.known.get("site.timezone", ""), zone)
    items = [
        _item(site, source, zone) for source in sources_in(path, "", zone, is_apart=lambda one: _is_apart(site, one))
    ]
    return Result(
        Export(
            form="Jekyll",
            items=tuple(items),
            site=OldSite(
                title=site.known.get("site.title", ""),
                tagline=site.known.get("site.tagline", "") or site.known.get("site.description", ""),
                language=site.known.get("site.lang", "") or site.known.get("site.locale", ""),
                timezone=site.known.get("site.timezone", ""),
            ),
            home=site.home,
            feeds=("/feed/", "/feed.xml", "/atom.xml", "/rss.xml"),
            archives=(("/category/", "category"), ("/tag/", "tag")),
            media=(path,),
            problems=site.problems,
        )
    )


def _load(root: Path, zone: tzinfo) -> _Site:
    """The settings of a site."""
    name = next((one for one in _CONFIGS if (root / one).is_file()), "")
    matter = read_settings(name, decode(read_whole(root / name)).text, zone) if name else Matter()
    values = matter.values
    excluded = values.get("exclude", ())
    return _Site(
        web_home(f"{values.get('url', '')}{values.get('baseurl', '')}"),
        str(values.get("permalink") or "date"),
        tuple(_defaults(values.get("defaults"))),
        _collections(values.get("collections")),
        str(values.get("collections_dir") or "").strip("/"),
        tuple(str(one).strip("/") for one in excluded) if isinstance(excluded, tuple) else (),
        matter.problems,
        {**dict(_known("site", values)), **dict(_known("site.data", _data(root / "_data", zone)))},
    )


def _data(folder: Path, zone: tzinfo) -> dict[str, Any]:
    """What the data files in YAML and JSON say, by their names."""
    found: dict[str, Any] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix in (".yml", ".yaml", ".json") and path.is_file() and not path.is_symlink():
            matter = read_settings(path.name, decode(read_whole(path)).text, zone)
            found[path.stem] = matter.values
    return found


def _known(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """The words and numbers in settings, by dotted names."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _known(f"{name}.{key}", one)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield name, str(value)


def _defaults(given: Any) -> list[_Default]:
    """The defaults of front matter, those that come before others last."""
    found = []
    for one in given if isinstance(given, tuple) else ():
        scope, values = (one.get("scope"), one.get("values")) if isinstance(one, dict) else (None, None)
        if isinstance(scope, dict) and isinstance(values, dict):
            found.append(_Default(str(scope.get("path", "")).strip("/"), str(scope.get("type", "")), values))
    return sorted(found, key=lambda one: (len(one.path), bool(one.type)))


def _collections(given: Any) -> dict[str, _Collection]:
    if isinstance(given, tuple):
        return {str(name): _Collection(str(name), "", False) for name in given}
    found = {}
    for name, one in given.items() if isinstance(given, dict) else ():
        settings = one if isinstance(one, dict) else {}
        shown = str(settings.get("output", "")).lower() == "true"
        found[name] = _Collection(name, str(settings.get("permalink") or ""), shown)
    return found


def _is_apart(site: _Site, path: str) -> bool:
    """Whether a file is no text: of the theme or the output, or excluded."""
    if _APART.intersection(path.split("/")):
        return True
    return any(path == one or path.startswith(one + "/") or glob(one).fullmatch(path) for one in site.excluded if one)


def _item(site: _Site, source: Source, zone: tzinfo) -> Item:
    parts = source.path.split("/")[:-1]
    is_draft = "_drafts" in parts
    is_post = "_posts" in parts or is_draft
    collection = None if is_post else _collection_of(site, source.path)
    kind = "drafts" if is_draft else "posts" if is_post else collection.name if collection else "pages"
    source = _with_defaults(site, source, kind)
    is_news = is_post or bool(collection and source.text("date") and collection.name not in _PAGES)
    as_kind: Literal["post", "page"] = "post" if is_news else "page"
    item = item_of(source, as_kind, zone, without_liquid(source.body, site.home, site.known), source.path)
    if why := _why_skipped(source, as_kind, collection, parts):
        return replace(item, kind="other", skipped=why)
    item = replace(item, terms=_terms(source, is_post))
    item = _addressed(site, source, item, _address(site, source, item, collection, is_post))
    return replace(item, address="", draft=item.draft or "a draft") if is_draft else item


def _addressed(site: _Site, source: Source, item: Item, address: str) -> Item:
    """The item with its addresses and its identifier in feeds."""
    name = source.text("slug") or source.name
    return replace(
        item,
        address=address,
        more_addresses=tuple("/" + one.lstrip("/") for one in source.texts("redirect_from")),
        slug=item.slug or slug_of(address),
        guid=site.home + quote(identifier(address, name)) if site.home and item.kind == "post" else "",
    )


def _collection_of(site: _Site, path: str) -> _Collection | None:
    """The collection that a file belongs to."""
    within = path.removeprefix(f"{site.folder}/") if site.folder else path
    top = within.partition("/")[0]
    return site.collections.get(top[1:].lower()) if top.startswith("_") and "/" in within else None


def _with_defaults(site: _Site, source: Source, kind: str) -> Source:
    values: dict[str, Any] = {}
    for one in site.defaults:
        is_type = one.type in ("", kind) or (one.type == "posts" and kind == "drafts")
        is_below = not one.path or source.path == one.path or source.path.startswith(one.path + "/")
        if is_type and (is_below or ("*" in one.path and glob(one.path + "**").fullmatch(source.path))):
            values |= one.values
    return replace(source, matter=replace(source.matter, values={**values, **source.matter.values}))


def _terms(source: Source, is_post: bool) -> tuple[Term, ...]:
    """Categories and tags; folders around `_posts` are categories too."""
    folders = source.path.partition("_posts/")[0].strip("/").split("/") if is_post and "_posts/" in source.path else []
    categories = (*folders, *_named(source, "category", "categories"))
    found = [Term("category", name, plain(name)) for name in categories if name]
    found += [Term("tag", name, plain(name)) for name in _named(source, "tag", "tags")]
    return tuple(dict.fromkeys(found))


def _named(source: Source, one: str, many: str) -> tuple[str, ...]:
    """The names under a key for one, which is taken whole, and under one for many."""
    values = source.matter.values
    single = source.text(one) if isinstance(values.get(one), str) else ""
    return (*([single] if single else []), *words_of(values.get(many)))


def _why_skipped(source: Source, kind: str, collection: _Collection | None, parts: list[str]) -> str:
    """Why a file is no text of its own; "" where it is one."""
    if not source.matter.lines:
        return "it has no front matter: Jekyll copies it as it is"
    if source.name.lower() in ABOUT_REPOSITORY:
        return "it is about the repository"
    if collection and not collection.is_shown:
        return f"its collection '{collection.name}' has no pages"
    if not collection and any(part.startswith("_") and part not in ("_posts", "_drafts") for part in parts):
        return "its folder begins with _: Jekyll passes it over"
    is_template = kind == "page" and not source.text("title") and not collection
    return "a page without a title: a template of a list, most likely" if is_template else ""


def _address(site: _Site, source: Source, item: Item, collection: _Collection | None, is_post: bool) -> str:
    own = source.text("permalink")
    if own and "/:" not in own:
        path = "/" + urlsplit(own).path.strip("/")
        return path + "/" if own.endswith("/") and path != "/" else path
    bare = source.path.rpartition(".")[0]
    categories = tuple(term.name for term in item.terms if term.kind == "category")
    if is_post and item.date:
        return by_pattern(
            own or site.style, Filled(source.name, source.text("slug"), "", "posts", categories, item.date)
        )
    if collection:
        path = bare.removeprefix(f"{site.folder}/").partition("/")[2]
        ending = "/" if of_page("x", site.style).endswith("/") else ":output_ext"
        filled = Filled(source.name, source.text("slug"), path, collection.name, categories, item.date)
        return re.sub(
            r"/index\.html\Z", "/", by_pattern(own or collection.pattern or f"/:collection/:path{ending}", filled)
        )
    return of_page(bare, site.style)

"""Folders of Eleventy: Markdown and HTML with front matter, data files of folders, `permalink` templates.

https://www.11ty.dev/docs/data-cascade/ says what holds. Data files and settings in JavaScript are not run: what
they say in plain strings is read.
"""

import posixpath
import re
from datetime import tzinfo
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_gen.conversion.matter import read_matter
from site_gen.extract.decode import decode
from site_gen.importing.item import Export, Item, Loss
from site_gen.importing.readers.eleventy.permalink import closed_path, expanded
from site_gen.importing.readers.folder import (
    ABOUT_REPOSITORY,
    PAGES,
    Source,
    item_of,
    slug_of,
    sources_in,
    without_index,
)
from site_gen.importing.readers.macros import without_liquid
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_whole, walk

CONFIGS = tuple(
    f"{name}.{ending}" for name in (".eleventy", "eleventy.config") for ending in ("js", "cjs", "mjs", "ts")
)
_APART = ("node_modules", "_site", ".github", ".git", "test", "tests", "docs")
_COLLECTIONS = frozenset(("post", "posts", "blog", "article", "articles", "news"))
_NOT_TAGS = _COLLECTIONS | frozenset(("all", "nav", "page", "pages"))
_JS_VALUE = re.compile(
    r"(?<![\w.])[\"']?(permalink|tags|layout|draft|date|author)[\"']?\s*:\s*(?:([\"'`])([^\n]*?)\2|\[([^\]]*)\]|(true|false))"
)
_URL = re.compile(
    r"[\"']?\b(?:url|host|siteurl|baseurl|origin|domain)[\"']?\s*:\s*[\"']?(https?://[^\s\"',]+)", re.IGNORECASE
)
_FILTER_HINT = "Days are taken as year, month and day; compare the addresses, and correct them with redirects."


class _Folders(Struct, frozen=True):
    """Where texts are, and what below that is not one."""

    input: str
    data: str
    apart: tuple[str, ...]


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The texts of a site."""
    folders = _folders(path)
    home = _home(path / folders.input / folders.data)
    data = _data_files(path / folders.input, zone, folders)
    unknown: dict[str, str] = {}
    items = [
        _item(source, data, home, zone, unknown, folders)
        for source in sources_in(path, folders.input, zone, is_apart=lambda one: _is_apart(one, folders.apart))
    ]
    problems = [
        Problem(
            place, 0, 0, f"The filter '{name}' of its addresses is a program, which import does not run.", _FILTER_HINT
        )
        for name, place in unknown.items()
    ]
    tags = dict.fromkeys(term.slug for item in items if not item.draft and not item.skipped for term in item.terms)
    return Result(
        Export(
            form="Eleventy",
            items=tuple(items),
            home=home,
            feeds=("/feed.xml", "/feed/", "/feed/feed.xml", "/rss.xml", "/atom.xml"),
            archives=(("/tags/", "tag"),) if tags else (),
            media=(path / folders.input, path),
            problems=tuple(problems),
        )
    )


def _folders(root: Path) -> _Folders:
    """The folders that the settings name in plain strings."""
    name = next((one for one in CONFIGS if (root / one).is_file()), "")
    text = decode(read_whole(root / name)).text if name else ""

    def named(key: str, default: str) -> str:
        found = re.search(rf"[\"']?\b{key}[\"']?\s*:\s*[\"']([^\"']*)[\"']", text)
        return found[1].strip("/").removeprefix("./") if found else default

    start = named("input", "")
    start = "" if start == "." or not (root / start).is_dir() else start
    own = [named("includes", "_includes"), named("layouts", ""), named("data", "_data"), named("output", "_site")]
    ignored = []
    if (root / ".eleventyignore").is_file():
        lines = decode(read_whole(root / ".eleventyignore")).text.split("\n")
        ignored = [
            line.strip().removeprefix("./").strip("/").removesuffix("/**") for line in lines if line.strip()[:1] != "#"
        ]
    return _Folders(start, named("data", "_data"), tuple(one for one in (*own, *_APART, *ignored) if one))


def _is_apart(path: str, apart: tuple[str, ...]) -> bool:
    return any(path == one or path.startswith(one + "/") or "node_modules/" in path for one in apart)


def _home(folder: Path) -> str:
    """The address of the site, as its global data say it."""
    names = sorted(path for path, _ in walk(folder, (".json", ".yaml", ".yml", ".js", ".cjs", ".mjs"), misnamed=[]))
    for name in sorted(names, key=lambda one: not one.startswith(("site", "meta"))):
        if found := _URL.search(decode(read_whole(folder / name)).text):
            return found[1].rstrip("/")
    return ""


def _data_files(root: Path, zone: tzinfo, folders: _Folders) -> dict[str, dict[str, Any]]:
    """The data of folders and of single texts, by their paths without ending."""
    found: dict[str, dict[str, Any]] = {}
    for path, _ in sorted(walk(root, (".json", ".js", ".cjs", ".mjs"), misnamed=[], texts=(".site_gen",))):
        stem, _, ending = path.rpartition(".")
        is_data = stem.endswith(".11tydata")
        stem = stem.removesuffix(".11tydata")
        if _is_apart(path, folders.apart) or not (is_data or (ending == "json" and _is_beside(root, stem))):
            continue
        text = decode(read_whole(root / path)).text
        values = read_matter(path, text, zone).values if ending == "json" else _of_script(text)
        found[stem] = {**found.get(stem, {}), **values}
    return found


def _is_beside(root: Path, stem: str) -> bool:
    """Whether a data file belongs to its folder, by its name, or to a text beside it."""
    folder, _, name = stem.rpartition("/")
    return posixpath.basename(folder) == name or any((root / f"{stem}.{one}").is_file() for one in ("md", "html"))


def _of_script(text: str) -> dict[str, Any]:
    """What a script says in plain strings."""
    found: dict[str, Any] = {}
    for name, _, string, listed, flag in _JS_VALUE.findall(text):
        if listed:
            found[name] = tuple(one[1] for one in re.findall(r"([\"'])(.*?)\1", listed))
        else:
            found.setdefault(name, string or flag)
    return found


def _with_data(source: Source, data: dict[str, dict[str, Any]]) -> Source:
    """A text with the data of its folders, the nearest first, and of itself; tags are joined."""
    parts = source.path.split("/")[:-1]
    stems = ["/".join((*parts[:depth], parts[depth - 1])) for depth in range(1, len(parts) + 1)]
    values: dict[str, Any] = {}
    for one in (
        *(data.get(stem, {}) for stem in stems),
        data.get(source.path.rpartition(".")[0], {}),
        source.matter.values,
    ):
        tags = (*_listed(values.get("tags")), *_listed(one.get("tags")))
        values = {**values, **one} | ({"tags": tuple(dict.fromkeys(tags))} if tags else {})
    computed = values.get("eleventycomputed")
    if isinstance(computed, dict) and computed.get("permalink"):
        values["permalink"] = computed["permalink"]
    return replace(source, matter=replace(source.matter, values=values))


def _listed(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


def _item(
    source: Source, data: dict[str, dict[str, Any]], home: str, zone: tzinfo, unknown: dict[str, str], folders: _Folders
) -> Item:
    """The item of a file, with its address."""
    source = _with_data(source, data)
    place = posixpath.join(folders.input, source.path)
    is_post = _is_post(source)
    shown = {**source.matter.values, "tags": tuple(one for one in source.texts("tags") if one.lower() not in _NOT_TAGS)}
    shown = {key: value for key, value in shown.items() if key != "slug"}
    named = replace(source, matter=replace(source.matter, values=shown))
    item = item_of(named, "post" if is_post else "page", zone, without_liquid(named.body, home), place)
    if why := _why_skipped(source):
        return replace(item, kind="other", skipped=why)
    address, lost = _address(source, item, unknown, place)
    aliases = tuple(closed_path(one) for one in source.texts("aliases", "redirect_from", "redirects"))
    guid = home + address if home and address else ""
    losses = (*item.losses, *([Loss(0, lost)] if lost else []))
    return replace(item, address=address, more_addresses=aliases, slug=slug_of(address), guid=guid, losses=losses)


def _is_post(source: Source) -> bool:
    """Whether a file is news: it is in such a collection, or has a date and is in a folder that is not of pages."""
    if _COLLECTIONS.intersection(one.lower() for one in source.texts("tags")):
        return True
    folder = posixpath.dirname(source.path)
    has_date = bool(source.day or source.text("date", "publishdate", "pubdate"))
    return has_date and bool(folder or source.day) and not PAGES.intersection(folder.split("/"))


def _why_skipped(source: Source) -> str:
    if source.text("permalink").lower() == "false":
        return "it has no address: permalink is false"
    if source.matter.values.get("pagination"):
        return "a template of lists"
    if source.name.lower() in ABOUT_REPOSITORY and not source.matter.lines:
        return "it is about the repository"
    return "it has no front matter" if not source.matter.lines and source.path.endswith(".html") else ""


def _address(source: Source, item: Item, unknown: dict[str, str], place: str) -> tuple[str, str]:
    """The address, and what is lost if only a program knows it."""
    folder = posixpath.dirname(source.path)
    name = posixpath.basename(folder) if source.name == "index" else source.name
    stem = posixpath.join(folder, source.name)
    template = source.text("permalink")
    if not template:
        bare = without_index(stem)
        is_same = posixpath.basename(bare) == posixpath.basename(posixpath.dirname(bare)) != ""
        bare = posixpath.dirname(bare) if is_same else bare
        return f"/{bare}/" if bare else "/", ""
    page = {"fileslug": name, "filepathstem": f"/{stem}", "date": item.date, "inputpath": f"./{place}"}
    found = expanded(template, {**source.matter.values, "title": item.title, "page": page})
    if found.unknown and found.address:
        unknown.setdefault(found.unknown, place)
    lost = "" if found.address else f"its address is computed by a program and not known: {template[:100]}"
    return found.address, lost

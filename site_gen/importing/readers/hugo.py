"""Folders of Hugo, and of generators with the same layout (Zola, Eleventy): `content/`, `static/`, page bundles.

https://gohugo.io/content-management/urls/ describes the addresses.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from site_gen.conversion.matter import read_matter
from site_gen.extract.decode import decode
from site_gen.importing.item import Export, Item
from site_gen.importing.readers.folder import Source, item_of, sources_in
from site_gen.importing.readers.macros import without_hugo, without_liquid
from site_gen.model.problem import Result
from site_gen.storage.files import read_whole

_CONFIGS = tuple(
    f"{folder}{name}.{ending}"
    for folder in ("", "config/_default/")
    for name in ("hugo", "config")
    for ending in ("toml", "yaml", "yml")
)
_LANGUAGES = frozenset(("ar", "de", "en", "es", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk"))
_PAGES = frozenset(("pages", "about", "authors"))
"""Sections whose files are pages, whatever their dates."""


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The texts below `content/`."""
    config = _config(path, zone)
    home = str(config.get("baseurl") or config.get("base_url") or "").rstrip("/")
    home = home if home.startswith(("http://", "https://")) else ""
    patterns = config.get("permalinks", {})
    patterns = patterns.get("page", patterns) if isinstance(patterns, dict) else {}
    is_liquid = any(path.glob(".eleventy.*")) or any(path.glob("eleventy.config.*"))
    items = tuple(
        _item(source, patterns, home, zone, is_liquid) for source in sources_in(path, "content", zone, _LANGUAGES)
    )
    folders = tuple(folder for name in ("static", "content", "assets") if (folder := path / name).is_dir())
    return Result(
        Export(
            form="Eleventy" if is_liquid else "Hugo",
            items=items,
            home=home,
            feeds=("/index.xml", "/rss.xml", "/feed/", "/feed/feed.xml"),
            archives=(("/categories/", "category"), ("/topics/", "tag"), ("/tags/", "tag")),
            list_feed="index.xml",
            redirects=tuple(_lists(items)),
            media=(*folders, path),
        )
    )


def _lists(items: tuple[Item, ...]) -> Iterator[tuple[str, str]]:
    """The addresses of lists: those of sections that have posts, each with its feed, and that of all categories."""
    posts = (one.file.partition("/") for one in items if one.kind == "post" and not one.draft)
    own = {one.address for one in items if not one.skipped}
    for section in sorted({name for name, _, rest in posts if rest}):
        address = f"/{section}/"
        yield from () if address in own else [(address, "/archive/")]
        yield f"{address}index.xml", "feed"
    yield "/categories/", "/tags/"


def _config(root: Path, zone: tzinfo) -> dict[str, Any]:
    """The settings of the site with keys in small letters; none where they cannot be read."""
    file = next((root / name for name in _CONFIGS if (root / name).is_file()), None)
    if file is None:
        return {}
    text = decode(read_whole(file)).text
    if file.suffix == ".toml":
        try:
            return {key.lower(): value for key, value in tomllib.loads(text).items()}
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}
    return read_matter(file.name, f"---\n{text.removeprefix('---')}\n---\n", zone).values


def _item(source: Source, patterns: Mapping[str, Any], home: str, zone: tzinfo, is_liquid: bool) -> Item:
    """The item of a file, with its address."""
    source = replace(source, day=source.day or _dated_path(source))
    is_list = source.path.rpartition("/")[2].startswith("_index.")
    section = source.path.partition("/")[0] if "/" in source.path else ""
    is_post = not is_list and _is_post(source, section)
    said = partial(without_liquid, home=home) if is_liquid else without_hugo
    item = item_of(source, "post" if is_post else "page", zone, said, f"content/{source.path}")
    if why := _why_skipped(source, is_list):
        return replace(item, kind="other", skipped=why)
    address = _address(source, item, patterns, section, is_list)
    expired = bool(item.expires) and not is_post
    return replace(
        item,
        address=address,
        more_addresses=tuple(_alias(one, address) for one in source.texts("aliases", "redirect_from")),
        slug=item.slug or address.rstrip("/").rpartition("/")[2].removesuffix(".html"),
        guid=home + address if home else "",
        draft=item.draft or ("expired" if expired else ""),
    )


def _is_post(source: Source, section: str) -> bool:
    """Whether a file is news: it has a date, and is in a section that is not of pages."""
    if section in _PAGES or not (section or source.day):
        return False
    return bool(source.day or source.text("date", "publishdate", "pubdate"))


def _why_skipped(source: Source, is_list: bool) -> str:
    """Why a file is no text of its own; "" where it is one."""
    if is_list and not source.body.strip():
        return "a list's own file without a text"
    if source.text("permalink").lower() == "false":
        return "it has no address: permalink is false"
    return "it has no front matter" if not source.matter.values and source.path.endswith(".html") else ""


def _dated_path(source: Source) -> str:
    """The day in a `path` like `2026/03/26/title`, as Zola has it; "" without one."""
    found = re.match(r"/?(\d{4})/(\d\d)/(\d\d)/", source.text("path"))
    return f"{found[1]}-{found[2]}-{found[3]}" if found else ""


def _address(source: Source, item: Item, patterns: Mapping[str, Any], section: str, is_list: bool) -> str:
    """The old address, by `url`, by the pattern of its section, or by its place."""
    if url := source.text("url", "path", "permalink"):
        return _closed("/" + urlsplit(url).path.strip("/"))
    folder, _, _ = source.path.rpartition("/")
    is_bundle = source.name in ("index", "_index")
    name = item.slug or (folder.rpartition("/")[2] if is_bundle else source.name)
    if is_bundle:
        folder = folder if is_list else folder.rpartition("/")[0]
    pattern = patterns.get(section, "")
    if isinstance(pattern, str) and pattern and item.date and not is_list:
        return _by_pattern(pattern, source, item.date, name, folder)
    parts = [part for part in (folder, "" if is_list else name) if part]
    return "/" + "/".join(parts) + "/" if parts else "/"


def _closed(path: str) -> str:
    """A path with a slash at its end where it names no file; a dot may also be in a version, as in `Rust-1.0`."""
    return path if re.search(r"\.(?:html?|xml|txt|json)\Z", path) or path == "/" else path + "/"


def _by_pattern(pattern: str, source: Source, date: datetime, name: str, folder: str) -> str:
    """An address by the pattern of a section in `permalinks`."""
    values = {
        "year": f"{date:%Y}", "month": f"{date:%m}", "day": f"{date:%d}", "slug": name, "title": name,
        "filename": source.name, "contentbasename": source.name, "slugorfilename": name, "sections": folder,
        "section": source.path.partition("/")[0],
    }  # fmt: skip
    made = re.sub(r":(\w+)", lambda match: values.get(match[1].lower(), match[0]), pattern)
    return "/" + made.strip("/") + "/"


def _alias(alias: str, address: str) -> str:
    """An alias from the home of the site; one without a slash before it begins at the page."""
    if alias.startswith("/"):
        return alias
    folder = address.rstrip("/").rpartition("/")[0]
    return f"/{alias}" if "/" in alias else f"{folder}/{alias}"

"""Folders of Zola: `content/` with front matter in TOML or YAML, sections, taxonomies, languages.

https://www.getzola.org/documentation/content/page/ and section/ describe them.
"""

import posixpath
import re
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_gen.conversion.matter import Matter, read_settings
from site_gen.extract.decode import decode
from site_gen.importing.item import Export, Item, OldSite, Term
from site_gen.importing.readers.folder import (
    PAGES,
    Source,
    is_list,
    item_of,
    slug_of,
    sources_in,
    text_in,
    web_home,
)
from site_gen.importing.readers.macros import without_zola
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_whole
from site_gen.text.slug import slugify

CONFIGS = ("zola.toml", "config.toml")
_DATED = re.compile(r"(\d{4}-\d\d-\d\d)(?:T[^_-]*)?[-_](.+)")


class ZolaSite(Struct, frozen=True):
    """What the settings say of addresses; `sections` are the front matter of `_index.md` files by their folders."""

    config: dict[str, Any]
    home: str
    default: str
    languages: frozenset[str]
    sections: dict[str, Source]
    problems: tuple[Problem, ...] = ()

    def slug(self, text: str) -> str:
        """A part of an address, as the setting `slugify.paths` has it."""
        given = self.config.get("slugify")
        way = str(given.get("paths", "on")) if isinstance(given, dict) else "on"
        if way == "on":
            return slugify(text)
        return text if way == "off" else re.sub(r"[<>:/|?*#\n\"\\()]|\.\Z", "", text).strip().replace(" ", "_")

    @property
    def keeps_days(self) -> bool:
        """Whether days in the names of files are part of addresses."""
        given = self.config.get("slugify")
        return isinstance(given, dict) and str(given.get("paths_keep_dates", "")).lower() == "true"

    @property
    def taxonomies(self) -> tuple[str, ...]:
        """The names of taxonomies."""
        given = self.config.get("taxonomies", ())
        return tuple(str(one["name"]) for one in given if isinstance(one, dict) and one.get("name"))

    @property
    def feeds(self) -> tuple[str, ...]:
        """The names of feeds, where there are any."""
        is_on = any(str(self.config.get(key, "")).lower() == "true" for key in ("generate_feeds", "generate_feed"))
        given = self.config.get("feed_filenames") or self.config.get("feed_filename") or "atom.xml"
        return (given if isinstance(given, tuple) else (str(given),)) if is_on else ()


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The texts of a site."""
    site, sources = _site(path, zone)
    items = [_item(site, one, zone) for one in sources]
    folders = [path / one for one in ("static", "content") if (path / one).is_dir()]
    return Result(
        Export(
            form="Zola",
            items=tuple(items),
            site=OldSite(
                title=text_in(site.config, "title"),
                tagline=text_in(site.config, "description"),
                language=text_in(site.config, "default_language"),
            ),
            home=site.home,
            feeds=tuple(f"/{one}" for one in site.feeds),
            redirects=(*_sections(site), *_terms_lists(site, sources, items)),
            media=(*folders, path),
            problems=site.problems,
        )
    )


def _site(root: Path, zone: tzinfo) -> tuple[ZolaSite, list[Source]]:
    """The site in a folder, by its settings, and its files."""
    name = next((one for one in CONFIGS if (root / one).is_file()), "")
    matter = read_settings(name, decode(read_whole(root / name)).text, zone) if name else Matter()
    languages = matter.values.get("languages")
    codes = frozenset(languages) if isinstance(languages, dict) else frozenset[str]()
    sources = [
        replace(one, matter=replace(one.matter, values=_values(one)), day=one.day or _day(one))
        for one in sources_in(root, "content", zone, codes)
    ]
    site = ZolaSite(
        matter.values,
        web_home(str(matter.values.get("base_url") or "")),
        str(matter.values.get("default_language") or "en"),
        codes,
        {posixpath.dirname(one.path): one for one in sources if is_list(one) and not one.language},
        matter.problems,
    )
    return site, sources


def _item(site: ZolaSite, source: Source, zone: tzinfo) -> Item:
    """The item of a file, with its address."""
    is_own = is_list(source)
    section = source.path.partition("/")[0] if "/" in source.path else ""
    has_date = bool(source.day or source.text("date"))
    is_post = not is_own and has_date and section not in PAGES
    item = item_of(source, "post" if is_post else "page", zone, without_zola(source.body), f"content/{source.path}")
    if why := _why_skipped(source, is_own):
        return replace(item, kind="other", skipped=why)
    address = _prefix(site, source) + _address(site, source, is_own)
    is_other = bool(source.language) and source.language != site.default
    slug = slug_of(address)
    return replace(
        item,
        address=address,
        more_addresses=tuple(_alias(one) for one in source.texts("aliases")),
        slug=f"{slug}-{source.language}" if is_other else slug,
        guid=site.home + address if site.home else "",
        terms=_terms(site, source),
        draft=item.draft or ("in a section of drafts" if _is_in_drafts(site, source) else ""),
        language=source.language if is_other else "",
    )


def _values(source: Source) -> dict[str, Any]:
    """The front matter, with what may be in `extra` and `taxonomies` as if it were not."""
    values = source.matter.values
    for key in ("extra", "taxonomies"):
        if isinstance(inner := values.get(key), dict):
            values = {**inner, **values}
    return values


def _day(source: Source) -> str:
    """The day in `path`, as `2026/03/26/title`, or in the name of a folder of a text; "" without one."""
    found = re.search(r"(?:\A|/)(\d{4})/(\d\d)/(\d\d)/", source.text("path"))
    if found:
        return f"{found[1]}-{found[2]}-{found[3]}"
    folder = posixpath.basename(posixpath.dirname(source.path))
    dated = _DATED.fullmatch(folder) if source.name == "index" else None
    return dated[1] if dated else ""


def _why_skipped(source: Source, is_own: bool) -> str:
    if source.text("render").lower() == "false":
        return "it has no page of its own: render is false"
    if source.text("redirect_to") and is_own:
        return "a section that leads elsewhere"
    return "a list's own file without a text" if is_own and not source.body.strip() else ""


def _is_in_drafts(site: ZolaSite, source: Source) -> bool:
    folder = posixpath.dirname(source.path)
    while True:
        if (section := site.sections.get(folder)) and section.text("draft").lower() == "true":
            return True
        if not folder:
            return False
        folder = posixpath.dirname(folder)


def _prefix(site: ZolaSite, source: Source) -> str:
    is_other = bool(source.language) and source.language != site.default
    return f"/{source.language}" if is_other else ""


def _address(site: ZolaSite, source: Source, is_own: bool) -> str:
    if path := source.text("path"):
        return f"/{path.strip('/')}/"
    folder = posixpath.dirname(source.path)
    name = posixpath.basename(source.path).rpartition(".")[0]
    name = name.removesuffix(f".{source.language}") if source.language else name
    if name == "index":
        folder, name = posixpath.dirname(folder), posixpath.basename(folder)
    dated = _DATED.fullmatch(name)
    name = dated[2] if dated and not site.keeps_days else name
    last = [] if is_own else [source.text("slug").strip("/") or site.slug(name)]
    parts = [*(site.slug(part) for part in folder.split("/") if part), *last]
    return "/" + "".join(f"{part}/" for part in parts if part)


def _alias(alias: str) -> str:
    path = "/" + alias.lstrip("/")
    return path if re.search(r"\.\w+\Z", path) or path.endswith("/") else path + "/"


def _terms(site: ZolaSite, source: Source) -> tuple[Term, ...]:
    found = []
    for taxonomy in site.taxonomies:
        if not taxonomy.startswith("author"):
            kind = "category" if taxonomy.startswith("categor") else "tag"
            found += [
                Term("category" if kind == "category" else "tag", one, slugify(one)) for one in source.texts(taxonomy)
            ]
    return tuple(dict.fromkeys(found))


def _sections(site: ZolaSite) -> Iterator[tuple[str, str]]:
    """Lists of sections, where they lead, and their feeds."""
    for section in site.sections.values():
        address = _address(site, section, is_own=True)
        if address != "/":
            target = section.text("redirect_to")
            yield address, target if "://" in target else "/" + target.strip("/") + "/" if target else "/"
        if any(section.text(key).lower() == "true" for key in ("generate_feeds", "generate_feed")):
            for name in site.feeds or ("atom.xml",):
                yield address + name, "feed"


def _terms_lists(site: ZolaSite, sources: list[Source], items: list[Item]) -> Iterator[tuple[str, str]]:
    """Lists of terms, and their feeds."""
    shown = [source for source, item in zip(sources, items, strict=True) if not item.draft and not item.skipped]
    for taxonomy in site.taxonomies:
        kind = "category" if taxonomy.startswith("categor") else "tag"
        is_author = taxonomy.startswith("author")
        for name in dict.fromkeys(name for source in shown for name in source.texts(taxonomy)):
            yield f"/{taxonomy}/{slugify(name)}/", "gone" if is_author else f"term:{kind}:{name}"
            for feed in site.feeds:
                yield f"/{taxonomy}/{slugify(name)}/{feed}", "feed" if is_author else f"feed:{kind}:{name}"
        yield f"/{taxonomy}/", "gone" if is_author else "/tags/"

"""Folders of Hugo: `content/`, `static/`, page bundles, cascades, languages.

https://gohugo.io/content-management/urls/ describes the addresses.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import tzinfo
from pathlib import Path
from typing import Any
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

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
from site_gen.importing.readers.hugo.address import Named, Rule, address_of, rules_of, urlized
from site_gen.importing.readers.hugo.cascade import Cascade, cascades_of, handed_down
from site_gen.importing.readers.hugo.config import load_config
from site_gen.importing.readers.macros import without_hugo
from site_gen.importing.readers.moments import zone_named
from site_gen.model.problem import Problem, Result

_LANGUAGES = frozenset(("ar", "de", "en", "es", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk"))
_NEVER = frozenset(("never", "false", "link"))


class HugoSite(Struct, frozen=True):
    """What the settings say of addresses. `folders` are those of texts by their languages, "" for any language."""

    config: dict[str, Any]
    home: str
    rules: tuple[Rule, ...]
    folders: tuple[tuple[str, str], ...]
    languages: frozenset[str]
    default: str
    cascades: tuple[Cascade, ...]
    problems: tuple[Problem, ...] = ()

    def flag(self, name: str) -> bool:
        """A setting as yes or no."""
        return str(self.config.get(name.lower(), "")).lower() == "true"

    def is_ugly(self, section: str) -> bool:
        """Whether pages of a section are files with `.html`."""
        given = self.config.get("uglyurls", "")
        given = given.get(section.lower(), "") if isinstance(given, dict) else given
        return str(given).lower() == "true"

    @property
    def has_names_with_days(self) -> bool:
        """Whether a day at the begin of a file's name is the date of its text, and not a part of its address."""
        front = self.config.get("frontmatter")
        dates = front.get("date", ()) if isinstance(front, dict) else ()
        return ":filename" in (dates if isinstance(dates, tuple) else (dates,))

    @property
    def taxonomies(self) -> dict[str, str]:
        """The plurals of terms, which are keys of front matter and parts of addresses, with their kinds."""
        given = self.config.get("taxonomies")
        plurals = [str(one).lower() for one in given.values()] if isinstance(given, dict) else ["categories", "tags"]
        return {one: "category" if one in ("categories", "category") else "tag" for one in plurals if one}


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The texts of a site."""
    site = load_site(path, zone)
    zone = zone_named(text_in(site.config, "timezone"), zone)
    sources = [replace(one, language=one.language or language) for language, one in _sources(site, path, zone)]
    cascades = site.cascades + tuple(
        cascade for one in sources if is_list(one) for cascade in cascades_of(one.matter.values, _folder(one) + "/")
    )
    sources = [handed_down(one, _path(one), "section" if is_list(one) else "page", cascades) for one in sources]
    items = [_item(site, one, zone) for one in sources]
    folders: tuple[str, ...] = ("static", *dict.fromkeys(folder for folder, _ in site.folders), "assets")
    return Result(
        Export(
            form="Hugo",
            items=tuple(items),
            site=_said_of(site.config),
            home=site.home,
            feeds=("/index.xml", "/rss.xml", "/feed/"),
            redirects=(*_sections(site, items), *_terms_lists(site, sources, items)),
            media=(*(path / name for name in folders if (path / name).is_dir()), path),
            problems=site.problems,
        )
    )


def _said_of(config: Mapping[str, Any]) -> OldSite:
    """What the settings say of the site; those of the language come first."""
    default = text_in(config, "defaultcontentlanguage")
    languages = config.get("languages")
    own = languages.get(default.lower() or "en") if isinstance(languages, dict) else None
    of_language = {str(key).lower(): value for key, value in own.items()} if isinstance(own, dict) else {}
    params = config.get("params")
    return OldSite(
        title=text_in(of_language, "title") or text_in(config, "title"),
        tagline=text_in(params, "description") if isinstance(params, dict) else "",
        language=text_in(of_language, "languagecode") or text_in(config, "languagecode") or default,
        timezone=text_in(config, "timezone"),
    )


def load_site(root: Path, zone: tzinfo) -> HugoSite:
    """The site in a folder, by its settings."""
    config, problems = load_config(root, zone)
    languages = config.get("languages")
    languages = languages if isinstance(languages, dict) else {}
    base = str(config.get("contentdir") or "content").strip("/")
    own = [
        (str(one["contentdir"]).strip("/"), name)
        for name, one in languages.items()
        if isinstance(one, dict) and one.get("contentdir")
    ]
    default = str(config.get("defaultcontentlanguage") or "en").lower()
    folders = [*own, *_mounts(config)] or [(base, "")]
    folders.sort(key=lambda one: one[1] == default)  # links without a language mean the last that has the path
    return HugoSite(
        config,
        web_home(str(config.get("baseurl") or "")),
        rules_of(config),
        tuple(dict.fromkeys(folders)),
        frozenset(languages) or _LANGUAGES,
        default,
        cascades_of(config, "/"),
        problems,
    )


def _mounts(config: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Folders that are mounted as `content`, each with its language."""
    module = config.get("module")
    mounts = module.get("mounts", ()) if isinstance(module, dict) else ()
    for one in mounts if isinstance(mounts, tuple) else ():
        if isinstance(one, dict) and one.get("target") == "content" and one.get("source"):
            yield str(one["source"]).strip("/"), str(one.get("lang", ""))


def _sources(site: HugoSite, root: Path, zone: tzinfo) -> Iterator[tuple[str, Source]]:
    """The texts, each with the language of its folder; `place` in the source is kept in their paths."""
    for folder, language in site.folders:
        if (root / folder).is_dir():
            for source in sources_in(root, folder, zone, site.languages):
                yield language, replace(source, root=folder)


def _folder(source: Source) -> str:
    """The folder of a text below `content`, with a slash before it; that of a bundle is the folder of the bundle."""
    return "/" + posixpath.dirname(source.path) if "/" in source.path else ""


def _named(site: HugoSite, source: Source, item: Item) -> Named:
    """What the address of a text is made of."""
    folder, stem = posixpath.dirname(source.path), _stem(source)
    is_own = is_list(source)
    if stem == "index":
        folder, stem = posixpath.dirname(folder), posixpath.basename(folder)
    slug = source.text("slug")
    dated = re.fullmatch(r"\d{4}-\d\d-\d\d[-_](.+)", stem)
    if dated and site.has_names_with_days and not slug:
        slug = dated[1]
    kind = "section" if is_own else "page"
    return Named(kind, folder, stem, item.title, "" if is_own else slug, item.date)


def _stem(source: Source) -> str:
    stem = posixpath.basename(source.path).rpartition(".")[0]
    return stem.removesuffix(f".{source.language}") if source.language else stem


def _path(source: Source) -> str:
    """The path of a text as targets of cascades name it."""
    is_bundle = is_list(source) or _stem(source) == "index"
    return (_folder(source) if is_bundle else f"{_folder(source)}/{_stem(source)}") or "/"


def _item(site: HugoSite, source: Source, zone: tzinfo) -> Item:
    """The item of a file, with its address."""
    is_own = is_list(source)
    section = source.path.partition("/")[0] if "/" in source.path else ""
    day = source.day if site.has_names_with_days or not source.text("date", "publishdate") else ""
    source = replace(source, day=day)
    is_post = not is_own and _is_post(source, section)
    place = f"{source.root}/{source.path}"
    item = item_of(source, "post" if is_post else "page", zone, without_hugo(source.body), place)
    if why := _why_skipped(source, is_own):
        return replace(item, kind="other", skipped=why, terms=())
    return _addressed(site, source, item, section)


def _addressed(site: HugoSite, source: Source, item: Item, section: str) -> Item:
    named = _named(site, source, item)
    is_lowered = not site.flag("disablePathToLower")
    address = address_of(named, source.text("url"), site.rules, site.is_ugly(section), is_lowered)
    address = _prefix(site, source) + address if not source.text("url").startswith("/") else address
    is_other = bool(source.language) and source.language != site.default
    expired = bool(item.expires) and item.kind != "post"
    slug = slug_of(address)
    return replace(
        item,
        address=address,
        more_addresses=tuple(_alias(one, address) for one in source.texts("aliases", "redirect_from")),
        slug=f"{slug}-{source.language}" if is_other else slug,
        guid=site.home + quote(address) if site.home else "",
        terms=_terms(site, source),
        draft=item.draft or ("expired" if expired else ""),
        language=source.language if is_other else "",
    )


def _prefix(site: HugoSite, source: Source) -> str:
    """The folder of a language in addresses."""
    language = source.language or site.default
    is_default = language == site.default
    return "" if is_default and not site.flag("defaultContentLanguageInSubdir") else f"/{language.lower()}"


def _terms(site: HugoSite, source: Source) -> tuple[Term, ...]:
    """The terms of all taxonomies, with the slugs that their addresses have."""
    found = [
        Term("category" if kind == "category" else "tag", name, urlized(name))
        for plural, kind in site.taxonomies.items()
        if plural not in ("authors", "author")
        for name in source.texts(plural)
    ]
    return tuple(dict.fromkeys(found))


def _is_post(source: Source, section: str) -> bool:
    """Whether a file is news: it has a date, and is in a section that is not of pages."""
    if section in PAGES or not (section or source.day):
        return False
    return bool(source.day or source.text("date", "publishdate", "pubdate"))


def _why_skipped(source: Source, is_own: bool) -> str:
    """Why a file is no text of its own; "" where it is one."""
    if is_own and not source.body.strip():
        return "a list's own file without a text"
    build: Any = next((source.matter.values[key] for key in ("build", "_build") if key in source.matter.values), {})
    if isinstance(build, dict) and str(build.get("render", "")).lower() in _NEVER:
        return "it has no page of its own: its settings say so"
    if source.text("headless").lower() == "true":
        return "a bundle without a page of its own"
    return "it has no front matter" if not source.matter.values and source.path.endswith(".html") else ""


def _sections(site: HugoSite, items: list[Item]) -> Iterator[tuple[str, str]]:
    """Lists of sections, and their feeds."""
    posts = [item for item in items if item.kind == "post" and not item.draft]
    for section in dict.fromkeys(item.file.partition("/")[0] for item in posts if "/" in item.file):
        named = Named("section", section, "", "", "", None)
        address = address_of(named, "", site.rules, is_ugly=False)
        if address != "/":
            yield address, "/"
            yield f"{address}index.xml", "feed"


def _terms_lists(site: HugoSite, sources: list[Source], items: list[Item]) -> Iterator[tuple[str, str]]:
    """Lists of terms, and their feeds."""
    shown = [source for source, item in zip(sources, items, strict=True) if not item.draft and not item.skipped]
    for plural, kind in site.taxonomies.items():
        names = dict.fromkeys(name for source in shown for name in source.texts(plural))
        if names:
            yield f"/{plural}/", "gone" if plural.startswith("author") else "/tags/"
        for name in names:
            is_author = plural.startswith("author")
            yield f"/{plural}/{urlized(name)}/", "gone" if is_author else f"term:{kind}:{name}"
            yield f"/{plural}/{urlized(name)}/index.xml", "feed" if is_author else f"feed:{kind}:{name}"


def _alias(alias: str, address: str) -> str:
    """An alias from the home of the site; one without a slash before it begins at the page."""
    if alias.startswith("/"):
        return alias
    folder = address.rstrip("/").rpartition("/")[0]
    return f"/{alias}" if "/" in alias else f"{folder}/{alias}"

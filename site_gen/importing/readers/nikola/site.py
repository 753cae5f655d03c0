"""The settings of a Nikola site that decide addresses, and the addresses by them.

https://getnikola.com/conf.html describes them; nikola/post.py and nikola/plugins/task are what holds.
"""

import posixpath
import re
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct

from site_gen.importing.readers.moments import zone_named
from site_gen.importing.readers.python_settings import PythonSettings, read_settings
from site_gen.storage.files import walk

_COMPILERS = {
    "rest": (".txt", ".rst"), "markdown": (".md", ".mdown", ".markdown"), "html": (".html", ".htm"),
    "ipynb": (".ipynb",), "textile": (".textile",), "txt2tags": (".t2t",), "bbcode": (".bb",), "wiki": (".wiki",),
}  # fmt: skip
_READ = {"rest": "rest", "markdown": "markdown", "commonmark": "markdown", "mistune": "markdown", "html": "html"}
_DECIDING = ("SITE_URL", "POSTS", "PAGES", "PRETTY_URLS", "TRANSLATIONS", "DEFAULT_LANG", "TAG_PATH", "INDEX_FILE")


class NikolaFile(Struct, frozen=True):
    """A text of the site: its path, where it goes in each language, the language it is in, its original's path."""

    path: str
    folders: dict[str, str]
    is_post: bool
    language: str
    original: str


class NikolaSite(Struct, frozen=True):
    """The settings, the zone of dates, the default language, and the folders of the others."""

    settings: PythonSettings
    zone: tzinfo
    language: str
    translations: dict[str, str]

    def compiler(self, path: str) -> str:
        """What reads a file: "rest", "markdown", "html"; another name for what is not read, "" for what is no text."""
        given = self.settings.values.get("COMPILERS")
        for name, endings in (given if isinstance(given, dict) else _COMPILERS).items():
            if any(path.endswith(str(one)) for one in endings or ()):
                return _READ.get(name, str(name))
        return next((name for name, endings in _COMPILERS.items() if path.endswith(endings)), "")

    def path(self, name: str, default: str) -> str:
        """A setting that may differ by language, in the default one; without slashes at its ends."""
        value = self.settings.values.get(name, default)
        if isinstance(value, dict):
            value = value.get(self.language, default)
        return value.strip("/") if isinstance(value, str) else default

    def slug(self, text: str) -> str:
        """A slug as Nikola makes it."""
        if not self.settings.flag("USE_SLUGIFY", True):
            return re.sub(r"[/\\?#\"'\r\n\t*:<>|]", "-", text)
        if not text.isascii():
            from text_unidecode import unidecode  # a table of 3 MB, and many sites are in English

            text = unidecode(text)
        return re.sub(r"[-\s]+", "-", re.sub(r"[^+\w\s-]", "", text).strip().lower())

    def page(self, *parts: str, is_pretty: bool | None = None) -> str:
        """The address of a page in a folder: of its own, with a file of its own, or named as itself."""
        settings = self.settings
        pretty = settings.flag("PRETTY_URLS", True) if is_pretty is None else is_pretty
        index = self.path("INDEX_FILE", "index.html")
        pieces = [one for part in parts for one in part.split("/") if one not in ("", ".")]
        last = f"/{index}" if pretty else ".html"
        path = "/" + "/".join(pieces) + (last if pieces else index)
        is_stripped = settings.flag("STRIP_INDEXES", True) or ("STRIP_INDEXES" not in settings.values and pretty)
        return path.removesuffix(index) if is_stripped and path.endswith(f"/{index}") else path


def load_site(root: Path, zone: tzinfo) -> NikolaSite:
    """The site in a folder, by conf.py."""
    settings = read_settings(root, "conf.py")
    zone = zone_named(settings.text("TIMEZONE"), zone)
    language = settings.text("DEFAULT_LANG", "en")
    given = settings.values.get("TRANSLATIONS")
    folders = {str(key): str(value) for key, value in given.items()} if isinstance(given, dict) else {}
    return NikolaSite(settings, zone, language, {language: "", **folders})


def problems_of(site: NikolaSite) -> tuple[Any, ...]:
    """Problems with settings that decide addresses."""
    return (*site.settings.problems, *site.settings.missing(*_DECIDING))


def files_of(site: NikolaSite, root: Path) -> Iterator[NikolaFile]:
    """All texts by POSTS and PAGES, those of POSTS first; a file that two of them name belongs to the first."""
    seen: set[str] = set()
    for setting, is_post in (("POSTS", True), ("PAGES", False)):
        default = [["posts/*.rst", "posts"]] if is_post else [["pages/*.rst", ""]]
        for rule in site.settings.values.get(setting, default) or ():
            if not (isinstance(rule, list) and len(rule) >= 2 and isinstance(rule[0], str)):
                continue
            for one in _by_rule(site, root, rule[0], rule[1], is_post):
                if one.path not in seen:
                    seen.add(one.path)
                    yield one


def _by_rule(site: NikolaSite, root: Path, wildcard: str, target: Any, is_post: bool) -> Iterator[NikolaFile]:
    folder, _, name = wildcard.rpartition("/")
    paths = {path for path, _ in walk(root / folder, misnamed=[], texts=(".site_gen",))}
    for path in sorted(path for path in paths if PurePosixPath(path).match(name)):
        language, bare = _language(site, path)
        within = posixpath.dirname(path)
        targets = target if isinstance(target, dict) else dict.fromkeys(site.translations, target)
        folders = {key: posixpath.join(str(value or "").strip("/"), within) for key, value in targets.items()}
        original = bare if bare in paths else path
        yield NikolaFile(posixpath.join(folder, path), folders, is_post, language, posixpath.join(folder, original))


def _language(site: NikolaSite, path: str) -> tuple[str, str]:
    """The language in a file's name, and the name without it: `x.es.md`, or `x.md.es` as it was once."""
    for language in site.translations:
        if language == site.language:
            continue
        stem, _, ending = path.rpartition(".")
        if stem.endswith(f".{language}"):
            return language, f"{stem[: -len(language) - 1]}.{ending}"
        if ending == language:
            return language, stem
    return site.language, path

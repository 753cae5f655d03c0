"""The settings of a Pelican site that decide addresses, and the addresses by them.

https://docs.getpelican.com/en/latest/settings.html describes them.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_gen.importing.readers.moments import zone_named
from site_gen.importing.readers.python_settings import PythonSettings, read_settings
from site_gen.model.problem import Problem

_DEFAULTS = {
    "ARTICLE_URL": "{slug}.html", "ARTICLE_SAVE_AS": "{slug}.html",
    "ARTICLE_LANG_URL": "{slug}-{lang}.html", "ARTICLE_LANG_SAVE_AS": "{slug}-{lang}.html",
    "PAGE_URL": "pages/{slug}.html", "PAGE_SAVE_AS": "pages/{slug}.html",
    "PAGE_LANG_URL": "pages/{slug}-{lang}.html", "PAGE_LANG_SAVE_AS": "pages/{slug}-{lang}.html",
    "CATEGORY_URL": "category/{slug}.html", "CATEGORY_SAVE_AS": "category/{slug}.html",
    "TAG_URL": "tag/{slug}.html", "TAG_SAVE_AS": "tag/{slug}.html",
    "AUTHOR_URL": "author/{slug}.html", "AUTHOR_SAVE_AS": "author/{slug}.html",
    "FEED_ALL_ATOM": "feeds/all.atom.xml", "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
    "AUTHOR_FEED_ATOM": "feeds/{slug}.atom.xml", "AUTHOR_FEED_RSS": "feeds/{slug}.rss.xml",
    "TRANSLATION_FEED_ATOM": "feeds/all-{lang}.atom.xml",
    "FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2}).*",
}  # fmt: skip
_SUBSTITUTIONS = [(r"[^\w\s-]", ""), (r"(?u)\A\s*", ""), (r"(?u)\s*\Z", ""), (r"[-\s]+", "-")]
_PART = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
_LOCAL = re.compile(r"%-?[aAbBcxXp]")
_DECIDING = (
    "SITEURL", "PATH", "TIMEZONE", "DEFAULT_LANG", "FILENAME_METADATA", "PATH_METADATA", "SLUG_REGEX_SUBSTITUTIONS",
    *(name for name in _DEFAULTS if name.endswith(("_URL", "_SAVE_AS"))),
)  # fmt: skip


class PelicanSite(Struct, frozen=True):
    """The settings, the folder of the texts below the source, and the zone of its dates."""

    settings: PythonSettings
    content: str
    zone: tzinfo
    language: str
    problems: tuple[Problem, ...] = ()

    def pattern(self, name: str) -> str:
        """An address or file name of Pelican with `{slug}` and the like; "" where it is switched off."""
        if name in self.settings.values:
            value = self.settings.values[name]
            return value.replace("%s", "{slug}") if isinstance(value, str) else ""
        return _DEFAULTS.get(name, "")

    def slug(self, text: str, kind: str = "") -> str:
        """A slug as Pelican makes it. `kind` is AUTHOR, CATEGORY or TAG; "" for texts."""
        rules = self.settings.values.get(f"{kind}_REGEX_SUBSTITUTIONS" if kind else "SLUG_REGEX_SUBSTITUTIONS")
        if not isinstance(rules, list):
            rules = self.settings.values.get("SLUG_REGEX_SUBSTITUTIONS")
        value = unicodedata.normalize("NFKC", re.sub(r"<[^<>]*>", "", text))
        if not value.isascii() and not self.settings.flag("SLUGIFY_USE_UNICODE", False):
            from text_unidecode import unidecode  # a table of 3 MB, and many sites are in English

            value = unidecode(value)
        for rule in rules if isinstance(rules, list) else _SUBSTITUTIONS:
            value = _substituted(rule, value)
        return (value if self.settings.flag("SLUGIFY_PRESERVE_CASE", False) else value.lower()).strip()


def load_site(root: Path, zone: tzinfo) -> PelicanSite:
    """The site in a folder, by pelicanconf.py and publishconf.py, which overwrites it."""
    settings = read_settings(root, "pelicanconf.py", "publishconf.py")
    content = settings.text("PATH", "content" if (root / "content").is_dir() else "").strip("/")
    content = "" if content in (".", "") else content.removeprefix("./")
    zone = zone_named(settings.text("TIMEZONE"), zone)
    language = settings.text("DEFAULT_LANG", "en").lower()
    site = PelicanSite(settings, content if (root / content).is_dir() else "", zone, language)
    local = [key for key in _DECIDING if _LOCAL.search(site.pattern(key))] if language[:2] != "en" else []
    return PelicanSite(
        settings,
        site.content,
        zone,
        language,
        (*settings.problems, *settings.missing(*_DECIDING), *(_named_months(settings.file, key) for key in local)),
    )


def expanded(pattern: str, values: Mapping[str, Any], date: datetime | None) -> str:
    """A pattern with its parts filled in; those that are not known stay."""

    def part(match: re.Match[str]) -> str:
        if match[1] == "date" and date is not None:
            return f"{date:{match[2]}}" if match[2] else f"{date:%Y-%m-%d %H:%M:%S%z}"
        value = values.get(match[1])
        return value if isinstance(value, str) else match[0]

    return _PART.sub(part, pattern)


def from_path(site: PelicanSite, path: str) -> dict[str, str]:
    """What the name of a file and its folder say about it."""
    folder, _, name = path.rpartition("/")
    checks = [
        (site.pattern("FILENAME_METADATA"), name.rpartition(".")[0]),
        (site.settings.text("PATH_METADATA"), path),
    ]
    found: dict[str, str] = {}
    for pattern, text in checks:
        try:
            match = re.match(pattern, text) if pattern and text else None
        except (re.error, RecursionError):
            continue
        for key, value in (match.groupdict() if match else {}).items():
            if value is not None:
                found.setdefault(key.lower(), value)
    if site.settings.flag("USE_FOLDER_AS_CATEGORY", True) and site.pattern("CATEGORY_SAVE_AS") and folder:
        found.setdefault("category", folder.rpartition("/")[2])
    return found


def _substituted(rule: Any, value: str) -> str:
    if not (isinstance(rule, (list, tuple)) and len(rule) == 2 and all(isinstance(one, str) for one in rule)):
        return value
    try:
        return re.sub(rule[0], rule[1], value, flags=re.IGNORECASE)
    except (re.error, IndexError):
        return value


def _named_months(file: str, name: str) -> Problem:
    what = f"{name} has names of months or days, which depend on the machine that built the site."
    return Problem(file, 0, 0, what, "English ones are taken; compare the addresses.")

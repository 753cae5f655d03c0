"""Addresses of Hugo: patterns of `permalinks`, `url`, `slug`, uglyURLs, languages.

resources/page/permalinks.go and page_paths.go of Hugo are what holds.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from site_gen.text.dates import MONTHS, WEEKDAYS

_TOKEN = re.compile(r":\w+(?:\[[^\]]+\])?")
_KEPT = "./\\_#+~-@"


class Rule(Struct, frozen=True):
    """A pattern for pages of a kind ("page" or "section", "" for any) whose path matches."""

    kind: str
    path: re.Pattern[str]
    pattern: str


class Named(Struct, frozen=True):
    """What the address of a text is made of. `folder` is its path below `content`, without the name of a bundle."""

    kind: str
    folder: str
    name: str
    title: str
    slug: str
    date: datetime | None


def rules_of(config: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules of `permalinks` in any of its forms: by section, by kind and section, or a list with targets."""
    given = config.get("permalinks")
    if isinstance(given, tuple):
        return tuple(
            Rule(_string(target.get("kind")), glob(_string(target.get("path")) or "/**"), _string(one.get("pattern")))
            for one in given
            if isinstance(one, dict) and isinstance(target := one.get("target", {}), dict)
        )
    rules = []
    for key, value in given.items() if isinstance(given, dict) else ():
        if isinstance(value, str) and value:
            rules.append(_of_section("page", key, value))
        elif isinstance(value, dict):
            rules += [_of_section(key, name, one) for name, one in value.items() if isinstance(one, str) and one]
    return tuple(rules)


def _of_section(kind: str, section: str, pattern: str) -> Rule:
    section = section.strip(" /")
    path = rf"/{re.escape(section)}(?:/.*)?" if section else r"/[^/]*"
    return Rule(kind, re.compile(path, re.IGNORECASE), pattern)


@lru_cache(maxsize=1024)
def glob(pattern: str) -> re.Pattern[str]:
    """A pattern of paths with `*`, `**`, `?` and `{a,b}`."""
    made = ""
    depth = 0
    for part in re.findall(r"\*\*|[*?{},]|\[[^\]]*\]|[^*?{},\[]+|\[", pattern):
        if part == "{":
            depth += 1
        elif part == "}":
            depth -= 1
        simple = {"**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")"}.get(part)
        made += simple if simple else "|" if part == "," and depth else re.escape(part)
    try:
        return re.compile(made, re.IGNORECASE)
    except re.error:
        return re.compile(re.escape(pattern))


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def urlized(text: str, is_lowered: bool = True) -> str:
    """A text as a part of an address: spaces become hyphens, marks are left out, letters stay as they are."""
    made: list[str] = []
    is_due = False
    for char in text:
        if char != " " and (
            char in _KEPT or unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"
        ):
            if is_due and char != "-":
                made.append("-")
            is_due = False
            made.append(char)
        elif made and made[-1] != "-" and char.isspace():
            is_due = True
    found = "".join(made)
    return found.lower() if is_lowered else found


def expanded(pattern: str, named: Named) -> str:
    """A pattern with its tokens filled in."""
    sections = [part for part in named.folder.split("/") if part]

    def token(match: re.Match[str]) -> str:
        word, _, cut = match[0][1:].partition("[")
        if word in ("sections", "sectionslugs"):
            return "/".join(_cut(sections, cut.rstrip("]")) if cut else sections)
        return _value(word, named, sections) if not cut else match[0]

    return _TOKEN.sub(token, pattern.replace("\\:", "\0")).replace("\0", ":")


def _value(word: str, named: Named, sections: list[str]) -> str:
    name = urlized(named.name)
    slug = urlized(named.slug)
    values = {
        "title": urlized(named.title), "slug": slug or urlized(named.title), "filename": name, "contentbasename": name,
        "slugorfilename": slug or name, "slugorcontentbasename": slug or name,
        "section": sections[0] if sections else "", "sectionslug": sections[0] if sections else "",
    }  # fmt: skip
    if (date := named.date) is not None:
        values |= {
            "year": str(date.year), "month": f"{date.month:02d}", "day": f"{date.day:02d}",
            "monthname": MONTHS[date.month - 1], "weekdayname": WEEKDAYS[date.weekday()],
            "weekday": str((date.weekday() + 1) % 7), "yearday": str(date.timetuple().tm_yday),
            "2006": str(date.year), "01": f"{date.month:02d}", "02": f"{date.day:02d}", "06": f"{date.year % 100:02d}",
        }  # fmt: skip
    return values.get(word, f":{word}")


def _cut(parts: list[str], cut: str) -> list[str]:
    """A part of a list, as `[last]`, `[1]`, `[1:]`, `[:last]` say."""

    def number(text: str, default: int) -> int:
        if text == "last":
            return len(parts) - 1
        if text == "first":
            return 0
        return int(text) if text.isdigit() else default

    if ":" not in cut:
        at = number(cut, -1)
        return parts[at : at + 1] if 0 <= at < len(parts) else []
    low, _, high = cut.partition(":")
    return parts[number(low, 0) : number(high, len(parts))]


def address_of(named: Named, url: str, rules: tuple[Rule, ...], is_ugly: bool, is_lowered: bool = True) -> str:
    """The address of a text below its language's root."""
    if url:
        return closed_path("/" + urlsplit(expanded(url, named)).path.strip("/"), is_closed=url.endswith("/"))
    made = "/" + re.sub(r"/{2,}", "/", urlized(_path(named, rules), is_lowered)).strip("/")
    if made == "/":
        return "/"
    return f"{made}.html" if is_ugly and named.kind == "page" else f"{made}/"


def _path(named: Named, rules: tuple[Rule, ...]) -> str:
    """The path by the first rule that fits, or by the place of the text."""
    is_page = named.kind == "page"
    path = "/" + "/".join(part for part in (named.folder, named.name if is_page else "") if part)
    rule = next((one for one in rules if one.kind in ("", named.kind) and one.path.fullmatch(path)), None)
    if rule is not None and (named.date or not re.search(r":(?:year|month|day|week|yearday)", rule.pattern)):
        return expanded(rule.pattern, named)
    last = (named.slug.strip("/") or named.name) if is_page else ""
    return "/".join(part for part in (named.folder, last) if part)


def closed_path(path: str, is_closed: bool = False) -> str:
    """A path with a slash at its end where it names no file; a dot may also be in a version, as in `Rust-1.0`."""
    is_file = re.search(r"\.(?:html?|xml|txt|json)\Z", path) and not is_closed
    return path if is_file or path == "/" else path + "/"

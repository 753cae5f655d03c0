"""Addresses of Eleventy: `permalink`, which may be a small template of Liquid or Nunjucks, or the path of the file.

https://www.11ty.dev/docs/permalinks/ describes them. What only a program computes is not known.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from site_gen.text.slug import slugify

_OUTPUT = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)
_PIPE = re.compile(r"\|(?=(?:[^\"']|\"[^\"]*\"|'[^']*')*\Z)")
_FILTER = re.compile(r"(\w+)\s*(?:[:(]\s*(.*?)\)?)?\s*", re.DOTALL)
_STRING = re.compile(r"([\"'])(.*?)\1", re.DOTALL)
_LUXON = {
    "yyyy": "%Y", "YYYY": "%Y", "yy": "%y", "YY": "%y", "MM": "%m", "LL": "%m", "dd": "%d", "DD": "%d", "HH": "%H",
    "mm": "%M", "MMMM": "%B", "MMM": "%b", "LLLL": "%B", "LLL": "%b",
}  # fmt: skip
_SLUGS = frozenset(("slug", "slugify", "slugifystring"))
_SAME = frozenset(("url", "safe", "escape", "strip", "trim", "default"))


class Expanded(Struct, frozen=True):
    """An address, "" where it is not known; `unknown` is the filter or value that only a program knows."""

    address: str
    unknown: str = ""


def expanded(template: str, data: Mapping[str, Any]) -> Expanded:
    """The address that a template gives. A filter on a date that is not known is taken as year, month and day."""
    unknown: list[str] = []
    missing: list[str] = []

    def output(match: re.Match[str]) -> str:
        first, *filters = _PIPE.split(match[1])
        value = _value(first.strip(), data)
        for one in filters:
            value = _filtered(value, one.strip(), unknown)
        if isinstance(value, datetime):
            value = f"{value:%Y-%m-%d}"
        if value is None:
            missing.append(match[1])
            return ""
        return str(value)

    made = _OUTPUT.sub(output, template)
    if missing or "{%" in made or "${" in made:
        return Expanded("", (missing or [template])[0])
    return Expanded(closed_path(made), unknown[0] if unknown else "")


def closed_path(path: str) -> str:
    """An address without `index.html`, with a slash before it."""
    path = "/" + re.sub(r"/{2,}", "/", path).lstrip("/")
    return path.removesuffix("index.html") if path.endswith("/index.html") else path


def _value(name: str, data: Mapping[str, Any]) -> Any:
    if string := _STRING.fullmatch(name):
        return string[2]
    value: Any = data
    for part in name.split("."):
        value = value.get(part.lower()) if isinstance(value, Mapping) else None
    return value if isinstance(value, (str, datetime)) and value != "" else None


def _filtered(value: Any, text: str, unknown: list[str]) -> Any:
    found = _FILTER.fullmatch(text)
    name, given = (found[1], found[2] or "") if found else (text, "")
    arguments = [one[1] for one in _STRING.findall(given)]
    if value is None:
        return arguments[0] if name == "default" and arguments else None
    if isinstance(value, datetime):
        return _dated(value, arguments, name, unknown)
    return _changed(value, name, arguments, unknown)


def _changed(value: str, name: str, arguments: list[str], unknown: list[str]) -> str:
    """A text after a filter."""
    known = name.lower()
    if known in _SLUGS:
        return slugify(value)
    if known in ("lower", "downcase"):
        return value.lower()
    if known == "replace" and arguments:
        return value.replace(arguments[0], arguments[1] if len(arguments) > 1 else "")
    if known in ("append", "prepend") and arguments:
        return value + arguments[0] if known == "append" else arguments[0] + value
    if known not in _SAME:
        unknown.append(name)
    return value


def _dated(value: datetime, arguments: list[str], name: str, unknown: list[str]) -> str:
    if not arguments:
        unknown.append(name)
        return f"{value:%Y/%m/%d}"
    form = arguments[0]
    if "%" not in form:
        form = re.sub(r"y{4}|Y{4}|yy|YY|M{2,4}|L{2,4}|dd|DD|HH|mm", lambda match: _LUXON.get(match[0], match[0]), form)
    return f"{value:{form}}" if "%" in form else form

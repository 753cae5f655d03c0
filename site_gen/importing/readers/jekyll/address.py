"""Addresses of Jekyll by its patterns and styles.

https://jekyllrb.com/docs/permalinks/ describes them; lib/jekyll/drops/url_drop.rb and utils.rb are what holds.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_KEPT = "._~!$&'()+,;=@"


class Filled(Struct, frozen=True):
    """What an address is made of. `slug` is that of front matter, "" without one; `path` that below its collection."""

    name: str
    slug: str = ""
    path: str = ""
    collection: str = ""
    categories: tuple[str, ...] = ()
    date: datetime | None = None


def pretty(text: str) -> str:
    """A text as `:title` has it: other characters than letters, digits and some marks become hyphens."""
    return _joined(text, _KEPT)


def plain(text: str) -> str:
    """A text as `:slug` has it: letters and digits in small letters, and hyphens."""
    return _joined(text, "").lower()


def _joined(text: str, kept: str) -> str:
    made = ""
    for char in text:
        kind = unicodedata.category(char)
        is_kept = char in kept or kind[0] in "LM" or kind == "Nd"
        made += char if is_kept else "" if made.endswith("-") else "-"
    return made.removeprefix("-").removesuffix("-")


def by_pattern(pattern: str, filled: Filled) -> str:
    """The address that a pattern or the name of a style gives."""
    name = filled.slug or filled.name
    values = {
        "title": pretty(name), "slug": plain(name), "name": plain(filled.name), "path": filled.path,
        "collection": filled.collection, "output_ext": ".html",
        "categories": "/".join(dict.fromkeys(one.lower() for one in filled.categories)),
        "slugified_categories": "/".join(dict.fromkeys(plain(one) for one in filled.categories)),
    }  # fmt: skip
    if (date := filled.date) is not None:
        values |= {
            "year": f"{date:%Y}", "month": f"{date:%m}", "day": f"{date:%d}", "i_month": str(date.month),
            "i_day": str(date.day), "short_year": f"{date:%y}", "y_day": f"{date:%j}", "week": f"{date:%V}",
            "w_year": f"{date:%G}", "short_day": f"{date:%a}", "long_day": f"{date:%A}", "short_month": f"{date:%b}",
            "long_month": f"{date:%B}", "hour": f"{date:%H}", "minute": f"{date:%M}", "second": f"{date:%S}",
            "w_day": f"{date:%u}",
        }  # fmt: skip
    made = re.sub(r":([a-z_]+)", lambda match: _longest(match[1], values), STYLES.get(pattern, pattern))
    return re.sub(r"/{2,}", "/", "/" + made.lstrip("/"))


def _longest(word: str, values: dict[str, str]) -> str:
    """The value of the longest name that a word begins with, and the rest of it."""
    name = max((one for one in values if word.startswith(one)), key=len, default="")
    return values[name] + word[len(name) :] if name else f":{word}"


def of_page(path: str, style: str) -> str:
    """The address of a page by its path without ending."""
    folder, _, name = path.rpartition("/")
    if name == "index":
        return f"/{folder}/" if folder else "/"
    pattern = STYLES.get(style, style)
    ending = "/" if pattern.endswith("/") else ".html" if pattern.endswith((":output_ext", ".html")) else ""
    return f"/{path}{ending}"


def identifier(address: str, name: str) -> str:
    """What Jekyll calls the id of a text: its folder and its slug."""
    folder = address.rstrip("/").rpartition("/")[0]
    return f"{folder}/{name}"


def words_of(value: object) -> tuple[str, ...]:
    """Categories or tags: of a text its words, of a list its items."""
    if isinstance(value, str):
        return tuple(value.split())
    found: Iterable[object] = value if isinstance(value, tuple) else ()
    return tuple(" ".join(one.split()) for one in found if isinstance(one, str) and one.strip())

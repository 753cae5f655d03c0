"""Hints for values that a schema cannot read; used only where something is wrong."""

import difflib
import re
from calendar import monthrange
from datetime import tzinfo
from typing import Any

from msgspec import inspect as shape

from site_gen.text.dates import MONTHS

# Keys of other generators and other likely names, with ours; the first that the schema has is suggested.
_ELSEWHERE = {
    "abstract": ("summary",), "banner": ("image",), "baseurl": ("base_url",), "byline": ("authors",),
    "categories": ("tags",), "category": ("tags",), "correction": ("corrections",), "cover": ("image",),
    "created": ("date",), "deck": ("summary",), "default_lang": ("language",), "default_language": ("language",),
    "defaultcontentlanguage": ("language",), "description": ("summary", "tagline"), "excerpt": ("summary",),
    "expirydate": ("expires",), "featured": ("pinned",), "featured_image": ("image",), "headline": ("title",),
    "keywords": ("tags",), "labels": ("tags",), "lang": ("language",), "last_modified_at": ("updated",),
    "lastmod": ("updated",), "languagename": ("name",), "lead": ("summary",), "locale": ("language",),
    "modified": ("updated",),
    "name": ("title",), "navigation": ("menu",), "nav": ("menu",), "params": ("extra",), "permalink": ("slug",),
    "pubdate": ("date",), "publishdate": ("date",), "published": ("date",), "redirect_from": ("aliases",),
    "redirects": ("aliases",), "series": ("thread",), "site_name": ("title",), "site_url": ("base_url",),
    "siteurl": ("base_url",), "standfirst": ("summary",), "sticky": ("pinned",), "story": ("thread",),
    "subtitle": ("summary", "tagline"), "teaser": ("summary",), "thumbnail": ("image",), "topic": ("tags",),
    "topics": ("tags",), "translation": ("translation_of",),
    "translationkey": ("translation_of",), "translations": ("languages",), "tz": ("timezone",),
    "unpublishdate": ("expires",), "url": ("base_url", "slug"),
    "written_by": ("authors",),
}  # fmt: skip
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\D*.*)?")
_MOST_FIELDS = 3  # of a value that is written on one line


def suggested_key(name: str, keys: tuple[str, ...]) -> str:
    """The known key that an unknown one most likely means; "" where none is near."""
    did_you_mean = _ELSEWHERE.get(name.lower().replace("-", "_"), ())
    if found := next((key for key in did_you_mean if key in keys), ""):
        return found
    near = difflib.get_close_matches(name.lower(), keys, n=1, cutoff=0.6)
    return near[0] if near else ""


def date_fault(text: str, zone: tzinfo) -> tuple[str, str]:
    """What is wrong with an unreadable date, and what to write."""
    if match := _DATE.fullmatch(text.strip()):
        year, month, day = (int(match[number]) for number in (1, 2, 3))
        if not 1 <= month <= 12:
            return f"There is no month {month}.", "A date is written year-month-day, like 2025-01-10."
        last = monthrange(year or 4, month)[1]
        if year and not 1 <= day <= last:
            return f"There is no {day} {MONTHS[month - 1]} {year}.", f"The month has {last} days."
        hour, minute, second = (int(match[number] or 0) for number in (4, 5, 6))
        if hour > 23 or minute > 59 or second > 59:
            clock = ":".join(match[number] for number in (4, 5, 6) if match[number])
            return f"There is no time {clock}.", "A day runs from 00:00:00 to 23:59:59."
    return f"'{text}' is not a date.", _written_as(text, zone)


def _written_as(text: str, zone: tzinfo) -> str:
    """How to write an unambiguous date in another form; else the accepted forms."""
    from site_gen.text.stamps import parse_written

    found = parse_written(text, zone)
    if found is None:
        return "Write 2025-01-10, 2025-01-10 14:05 or 2025-01-10T14:05:00+02:00."
    return f"Write {found.moment:%Y-%m-%d %H:%M}." if found.timed else f"Write {found.day}."


def example_of(info: Any, text: str = "") -> str:
    """An example value of a type on one line, with `text` in the place of a text."""
    while isinstance(info, shape.Metadata):
        info = info.type
    if isinstance(info, shape.UnionType):
        info = next((kind for kind in info.types if not isinstance(kind, shape.NoneType)), info)
    if isinstance(info, shape.DateTimeType):
        return "2025-01-10"
    if not isinstance(info, shape.StructType) or info.cls.__name__ == "WrittenDate":
        return "..."
    fields = [field for at, field in enumerate(info.fields) if field.required or at < _MOST_FIELDS]
    taken = text if re.fullmatch(r"[\w.][\w ./-]*", text) else ""
    pairs = []
    for field in fields:
        value = example_of(field.type)
        if taken and _is_text(field.type):
            value, taken = taken, ""
        pairs.append(f"{field.encode_name}: {value}")
    return "{" + ", ".join(pairs) + "}"


def _is_text(info: Any) -> bool:
    return isinstance(info.type if isinstance(info, shape.Metadata) else info, shape.StrType)

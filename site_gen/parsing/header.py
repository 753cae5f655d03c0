"""Metadata of seeds: a header of `Title:` lines, YAML between `---`, or a sidecar file beside the seed."""

import re
from datetime import tzinfo
from typing import Literal, NamedTuple

from msgspec import Struct

from site_gen.model.post import Attribution, WrittenDate
from site_gen.model.problem import Keys, Problem, Result, Span
from site_gen.model.seed import Given, PostType
from site_gen.parsing.document import Reading
from site_gen.parsing.post import WEB_ADDRESS
from site_gen.parsing.schema import read_yaml
from site_gen.text.escape import printable
from site_gen.text.paths import path_fault
from site_gen.text.slug import is_slug, slugify
from site_gen.text.stamps import parse_written

_KEYS = {
    "title": "title", "headline": "title", "date": "date", "published": "date", "source": "source", "url": "url",
    "author": "authors", "authors": "authors", "by": "authors", "tags": "tags", "keywords": "tags",
    "summary": "summary", "description": "summary", "slug": "slug", "type": "type",
}  # fmt: skip
_LINE = re.compile(r"([A-Za-z]+)[ \t]*:[ \t]*(.*)")
_TYPES = ("news", "analysis", "opinion", "background")


class HeaderMatter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The keys of a YAML header or a sidecar file."""

    title: str = ""
    date: str = ""
    summary: str = ""
    slug: str = ""
    author: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] | None = None
    type: PostType | None = None
    source: str | None = None
    url: str = ""


class Header(NamedTuple):
    """The metadata, how many lines of the seed it takes, and the problems in it."""

    given: Given
    lines: int
    problems: tuple[Problem, ...] = ()


def read_header(path: str, text: str, zone: tzinfo) -> Header:
    """The header of a seed's text; having none is no problem."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[start].strip() == "---":
        return _read_fenced(path, lines, start, zone)
    return _read_lines(path, lines, start, zone)


def read_sidecar(path: str, text: str, zone: tzinfo) -> Result[Given]:
    """The metadata of a sidecar file, `name.yaml` beside `name.txt`."""
    reading = Reading(path, text, zone)
    matter = read_yaml(HeaderMatter, reading)
    given = _given(matter, reading, "sidecar") if matter is not None else None
    return Result(None if reading.problems else given, tuple(reading.problems))


def merge(first: Given, second: Given) -> Given:
    """Both headers in one; `first` wins."""
    one, two = first.title or second.title, first.date or second.date
    return Given(
        title=one,
        summary=first.summary or second.summary,
        date=two,
        date_source=first.date_source if first.date else second.date_source,
        timed=first.timed if first.date else second.timed,
        dateline=first.dateline or second.dateline,
        slug=first.slug or second.slug,
        authors=first.authors or second.authors,
        tags=second.tags if first.tags is None else first.tags,
        type=first.type or second.type,
        source_name=first.source_name or second.source_name,
        source_url=first.source_url or second.source_url,
        draft=first.draft or second.draft,
    )


def _read_fenced(path: str, lines: list[str], start: int, zone: tzinfo) -> Header:
    end = next((n for n in range(start + 1, min(len(lines), start + 60)) if lines[n].strip() in ("---", "...")), None)
    if end is None or not any(_LINE.match(line) for line in lines[start + 1 : end]):
        return Header(Given(), 0)
    matter_text = "\n".join(lines[start + 1 : end])
    reading = Reading(path, matter_text, zone, start + 2)
    matter = read_yaml(HeaderMatter, reading)
    given = _given(matter, reading, "header") if matter is not None else Given()
    return Header(given, end + 1, tuple(reading.problems))


class _Lines(Reading):
    """A header of `Key: value` lines: the value of each key and its place."""

    def __init__(self, path: str, lines: list[str], start: int, zone: tzinfo) -> None:
        self.values: dict[str, str] = {}
        self.spans: dict[str, Span] = {}
        at = start
        while at < len(lines) and (match := _LINE.fullmatch(lines[at].strip())):
            key = _KEYS.get(match[1].lower())
            if key is None or key in self.values:
                break
            value = self.values[key] = match[2].strip()
            indent = len(lines[at]) - len(lines[at].lstrip())
            self.spans[key] = Span(at + 1, indent + match.start(2) + 1, len(value))
            at += 1
        self.end = at
        super().__init__(path, "\n".join(lines[:at]), zone)

    def span(self, keys: Keys, of_key: bool = False) -> Span:
        """Where the value of a key is."""
        return self.spans[str(keys[0])]

    def listed(self, key: str) -> tuple[str, ...]:
        """The parts of a value between commas or semicolons."""
        return tuple(part.strip() for part in re.split(r"[,;]", self.values.get(key, "")) if part.strip())


def _read_lines(path: str, lines: list[str], start: int, zone: tzinfo) -> Header:
    """Lines `Key: value` with known keys, down to the first other line or a second "Summary: ...".

    They only count as a header if there are two or more, or a blank line follows: prose may begin with a word and a
    colon.
    """
    reading = _Lines(path, lines, start, zone)
    values, end = reading.values, reading.end
    set_apart = end < len(lines) and not lines[end].strip()
    strong = "title" in values or "date" in values
    if not values or not (len(values) > 1 or (set_apart and strong)):
        return Header(Given(), 0)
    kind = values.get("type", "").lower()
    if kind and kind not in _TYPES:
        reading.report_value(("type",), f"'{values['type']}' is not one of {', '.join(_TYPES)}.", "Write one of them.")
    matter = HeaderMatter(
        **{key: values.get(key, "") for key in ("title", "date", "summary", "slug", "source", "url")},
        authors=reading.listed("authors"),
        tags=reading.listed("tags") if "tags" in values else None,
        type=kind if kind in _TYPES else None,  # type: ignore[arg-type]
    )
    return Header(_given(matter, reading, "header"), end, tuple(reading.problems))


def _given(matter: HeaderMatter, reading: Reading, source: Literal["header", "sidecar"]) -> Given:
    date = parse_written(matter.date, reading.zone) if matter.date else None
    _check(matter, date, reading)
    attribution = _attribution(matter)
    authors = matter.authors or ((matter.author,) if matter.author else ())
    return Given(
        title=_line(matter.title),
        summary=_line(matter.summary),
        date=date.moment if date else None,
        date_source=source,
        timed=date is not None and date.timed,
        slug=matter.slug,
        authors=tuple(_line(author) for author in authors),
        tags=None if matter.tags is None else tuple(_line(tag) for tag in matter.tags if tag.strip()),
        type=matter.type,
        source_name=_line(attribution.name),
        source_url=attribution.url,
    )


def _check(matter: HeaderMatter, date: WrittenDate | None, reading: Reading) -> None:
    """Checks of a header beyond its types."""
    if matter.date and date is None:
        hint = "Write 2025-01-10, or 10 January 2025, with a time or without."
        reading.report_value(("date",), f"'{matter.date}' is not a date.", hint)
    if matter.slug and (not is_slug(matter.slug) or len(matter.slug) > 200 or path_fault(matter.slug)):
        what = f"The slug '{matter.slug}' cannot be part of an address."
        reading.report_value(("slug",), what, f"Write '{slugify(matter.slug)}'.")


def _attribution(matter: HeaderMatter) -> Attribution:
    source = matter.source or ""
    if WEB_ADDRESS.fullmatch(source):
        return Attribution(url=source)
    url = matter.url if WEB_ADDRESS.fullmatch(matter.url) else ""
    return Attribution(name=source, url=url)


def _line(text: str) -> str:
    return " ".join(printable(text).split())

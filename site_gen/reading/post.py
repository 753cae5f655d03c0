"""Posts, standing pages and tag texts: the bytes of one file to one entry, or its problems."""

import re
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from site_gen.model.post import (
    Attribution,
    Body,
    Entry,
    FrontMatter,
    PageEntry,
    PageMatter,
    Source,
    TagEntry,
    TagMatter,
    WrittenDate,
)
from site_gen.model.problem import Problem
from site_gen.reading.front_matter import Parts, decode, split
from site_gen.reading.plain_matter import plain_matter
from site_gen.reading.schema import Reading, read_yaml
from site_gen.wording.dates import parse_date
from site_gen.wording.deck import says_more
from site_gen.wording.digest import digest
from site_gen.wording.excerpt import excerpt
from site_gen.wording.focus import parse_focus
from site_gen.wording.paths import path_fault
from site_gen.wording.slug import is_slug, slugify

_ALIAS = re.compile(r"/(?:(?!\.{1,2}(?:/|\Z)|\.site_gen)[^\s/?#\\\x00-\x1f]+(?:/|\Z))*")
WEB_ADDRESS = re.compile(r"https?://[^\s\"<>\\^`{|}]+")
_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})[-_](.+)")


@dataclass(frozen=True, slots=True)
class _File:
    source: Source
    front: Any
    lines: dict[str, int]
    parts: Parts
    reading: Reading


def read_post(path: str, data: bytes, zone: tzinfo, raw_html: bool, language: str = "") -> Entry | tuple[Problem, ...]:
    """A file of `content/posts/`. A date that is not given may stand at the head of the file's name.

    `language` is the site's, by which a name of the post is transliterated.
    """
    file = _read(path, data, zone, FrontMatter)
    if isinstance(file, tuple):
        return file
    front: FrontMatter = file.front
    named_date, name = _parts_of_name(path, zone)
    date = front.date or named_date
    slug = front.slug or slugify(name, language=language) or slugify(front.title, language=language)
    if date is None and "date" not in file.lines:
        file.reading.report_at(
            0,
            0,
            "The post has no date.",
            "Add 'date: 2025-01-10 14:05', or name the file 2025-01-10-title.md.",
        )
    _check_title(front.title, file)
    _check_slug(front.slug, file)
    _check_addresses(front.aliases, file)
    _check_image(front.image, file)
    _check_source(front.source, file)
    if file.reading.problems or date is None:
        return tuple(file.reading.problems)
    return Entry(
        source=file.source,
        front=front,
        date=date.moment,
        day=date.day,
        timed=date.timed,
        slug=slug,
        body=_body(file, trusted=raw_html and not front.seed, seeded=bool(front.seed)),
        excerpt=front.summary or excerpt(file.parts.body),
        lines=file.lines,
        deck=bool(front.summary) and says_more(front.summary, file.parts.body),
    )


def read_page(path: str, url: str, data: bytes, zone: tzinfo, raw_html: bool) -> PageEntry | tuple[Problem, ...]:
    """A file of `content/pages/`; `url` is the address its place gives it, unless a `slug` renames the last part."""
    file = _read(path, data, zone, PageMatter)
    if isinstance(file, tuple):
        return file
    front: PageMatter = file.front
    _check_title(front.title, file)
    _check_slug(front.slug, file)
    _check_addresses(front.aliases, file)
    if front.slug:
        url = url.rstrip("/").rpartition("/")[0] + f"/{front.slug}/"
    if url == "/404/":
        _check_not_found(file)
    if file.reading.problems:
        return tuple(file.reading.problems)
    body = _body(file, trusted=raw_html)
    return PageEntry(file.source, front, url, body, front.summary or excerpt(file.parts.body))


def read_tag_text(path: str, slug: str, data: bytes, zone: tzinfo, raw_html: bool) -> TagEntry | tuple[Problem, ...]:
    """A file of `content/tags/`: the text of the tag with that slug."""
    file = _read(path, data, zone, TagMatter)
    if isinstance(file, tuple):
        return file
    _check_image(file.front.image, file)
    if file.reading.problems:
        return tuple(file.reading.problems)
    return TagEntry(file.source, file.front, slug, _body(file, trusted=raw_html))


def body_text(data: bytes) -> str:
    """The Markdown of a file that was read before without a problem; nothing where it no longer reads so."""
    text = decode("", data)
    parts = split("", text) if isinstance(text, str) else text
    return parts.body if isinstance(parts, Parts) else ""


def _read(path: str, data: bytes, zone: tzinfo, kind: type[Any]) -> _File | tuple[Problem, ...]:
    text = decode(path, data)
    if isinstance(text, Problem):
        return (text,)
    parts = split(path, text)
    if isinstance(parts, Problem):
        return (parts,)
    reading = Reading(path, parts.matter, zone, parts.matter_line)
    quick = plain_matter(parts.matter, kind, zone, parts.matter_line)
    front, lines = quick or read_yaml(parts.matter, kind, reading)
    if front is None:
        return tuple(reading.problems)
    return _File(Source(path, digest(data)), front, lines, parts, reading)


def _body(file: _File, trusted: bool, seeded: bool = False) -> Body:
    text = file.parts.body
    return Body(file.source.path, digest(text.encode()), len(text.split()), trusted, seeded)


def _parts_of_name(path: str, zone: tzinfo) -> tuple[WrittenDate | None, str]:
    stem = path.rpartition("/")[2].rpartition(".")[0]
    if match := _DATED_NAME.fullmatch(stem):
        date = parse_date(match[1], zone)
        if date:
            return date, match[2]
    return None, stem


def _check_title(title: str, file: _File) -> None:
    if not title.strip():
        _at(file, "title", "title", "The title is empty.", "Write one; a text that begins with & or # needs quotes.")


def _check_slug(slug: str, file: _File) -> None:
    if len(slug) > 200:
        _at(file, "slug", slug, "The slug is longer than 200 characters.", "File names have limits; shorten it.")
    elif slug and is_slug(slug) and (fault := path_fault(slug)):
        _at(file, "slug", slug, f"The slug '{slug}' {fault}.", f"Write '{slugify(slug)}'.")
    elif slug and not is_slug(slug):
        near = slugify(slug)
        _at(
            file,
            "slug",
            slug,
            f"The slug '{slug}' cannot stand in an address.",
            f"Write '{near}'." if near else "Use letters.",
        )


def _check_addresses(aliases: tuple[str, ...], file: _File) -> None:
    for alias in aliases:
        fault = path_fault(alias)
        if _ALIAS.fullmatch(alias) and fault:
            _at(file, "aliases", alias, f"The alias '{alias}' {fault}.", "Write it like /old/place/.")
        elif fault or not _ALIAS.fullmatch(alias):
            _at(
                file,
                "aliases",
                alias,
                f"The alias '{alias}' is no address on this site.",
                "Write it like /old/place/.",
            )


def _check_not_found(file: _File) -> None:
    """The 404 page is shown wherever there is no other: nothing leads to it."""
    for key in ("aliases", "menu"):
        if key in file.lines:
            _at(file, key, key, f"The 404 page has no '{key}'.", "Take it out, or give the page another slug.")


def _check_image(image: Any, file: _File) -> None:
    if image is None:
        return
    if not image.alt.strip():
        _at(file, "image", "alt:", "The picture has no alternative text.", "Say in 'alt' what it shows.")
    if not re.fullmatch(r"(?!//|[A-Za-z][A-Za-z0-9+.-]*:)\S+(?: +\S+)*", image.src):
        what = f"'{image.src}' is not the address of a picture on this site."
        _at(
            file,
            "image",
            image.src or "src:",
            what,
            "Write it like ship.jpg for a file beside the post, or /pictures/ship.jpg for one below static/.",
        )
    if image.focus and parse_focus(image.focus) is None:
        what = f"'{image.focus}' names no point of the picture."
        hint = "Write top, bottom, left, right, two of them, or two percentages: 50% 20%."
        _at(file, "image", image.focus, what, hint)


def _check_source(source: Attribution | None, file: _File) -> None:
    if source is not None and source.url and not WEB_ADDRESS.fullmatch(source.url):
        what = f"'{source.url}' is not the address of a report."
        _at(file, "source", source.url, what, "Write it like https://example.org/report.")


def _at(file: _File, key: str, needle: str, what: str, hint: str) -> None:
    file.reading.report_near(file.lines.get(key, file.reading.first_line), needle, what, hint)

"""Parsing of posts, standing pages and tag texts: from the bytes of a file to an entry, or its problems."""

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
from site_gen.model.problem import Keys, Problem, Result
from site_gen.parsing.document import Reading
from site_gen.parsing.front_matter import Parts, decode, split
from site_gen.parsing.language import language_of
from site_gen.parsing.plain_matter import plain_value
from site_gen.parsing.redirects import is_queried
from site_gen.parsing.schema import read_yaml
from site_gen.text.dates import parse_date
from site_gen.text.deck import says_more
from site_gen.text.digest import digest
from site_gen.text.excerpt import excerpt
from site_gen.text.focus import parse_focus
from site_gen.text.language.site_languages import SiteLanguages
from site_gen.text.measure import word_count
from site_gen.text.paths import path_fault
from site_gen.text.slug import is_slug, slugify

_ALIAS = re.compile(r"/(?:(?!\.{1,2}(?:/|\Z)|\.site_gen)(?: |[^\s/?#\\\x00-\x1f])+(?:/|\Z))*")
WEB_ADDRESS = re.compile(r"https?://[^\s\"<>\\^`{|}]+")
_ENGLISH = SiteLanguages()
_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})[-_](.+)")


@dataclass(frozen=True, slots=True)
class _File:
    source: Source
    front: Any
    parts: Parts
    reading: Reading

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(self.reading.problems)

    def at(self, keys: Keys, what: str, hint: str) -> None:
        self.reading.report_value(keys, what, hint)


def read_post(
    path: str, data: bytes, zone: tzinfo, raw_html: bool, languages: SiteLanguages = _ENGLISH
) -> Result[Entry]:
    """The entry of a file of `content/posts/`. The date may also be at the beginning of the file's name.

    A slug is transliterated by the text's language.
    """
    read = _read(path, data, zone, FrontMatter)
    if read.value is None:
        return Result(None, read.problems)
    file = read.value
    front: FrontMatter = file.front
    named_date, name, named_language = _parts_of_name(path, zone, languages)
    date = front.date or named_date
    language = language_of(front.language, named_language, languages, file.reading)
    by = language or languages.own
    slug = front.slug or slugify(name, language=by) or slugify(front.title, language=by)
    if date is None and not file.reading.has("date"):
        hint = "Add 'date: 2025-01-10 14:05', or name the file 2025-01-10-title.md."
        file.reading.report_at(0, 0, "The post has no date.", hint)
    _check_title(front.title, file)
    _check_slug(front.slug, file)
    _check_addresses(front.aliases, file)
    _check_image(front.image, file)
    _check_source(front.source, file)
    _check_guid(front.guid, file)
    if file.problems or date is None:
        return Result(None, file.problems)
    entry = Entry(
        source=file.source,
        front=front,
        date=date.moment,
        day=date.day,
        timed=date.timed,
        slug=slug,
        body=_body(file, languages.typeset(language), trusted=raw_html and not front.seed, seeded=bool(front.seed)),
        excerpt=front.summary or excerpt(file.parts.body),
        deck=bool(front.summary) and says_more(front.summary, file.parts.body),
        language=language,
    )
    return Result(entry)


def read_page(
    path: str, url: str, data: bytes, zone: tzinfo, raw_html: bool, languages: SiteLanguages = _ENGLISH
) -> Result[PageEntry]:
    """The entry of a file of `content/pages/`; `url` is its address by its path, whose last part a `slug` replaces."""
    read = _read(path, data, zone, PageMatter)
    if read.value is None:
        return Result(None, read.problems)
    file = read.value
    front: PageMatter = file.front
    _check_title(front.title, file)
    _check_slug(front.slug, file)
    _check_addresses(front.aliases, file)
    if front.slug:
        url = url.rstrip("/").rpartition("/")[0] + f"/{front.slug}/"
    if url == "/404/":
        _check_not_found(file)
    language = language_of(front.language, languages.named(_stem(path))[1], languages, file.reading)
    if file.problems:
        return Result(None, file.problems)
    body = _body(file, languages.typeset(language), trusted=raw_html)
    return Result(PageEntry(file.source, front, url, body, front.summary or excerpt(file.parts.body), language))


def read_tag_text(
    path: str, name: str, data: bytes, zone: tzinfo, raw_html: bool, languages: SiteLanguages = _ENGLISH
) -> Result[TagEntry]:
    """The entry of a file of `content/tags/`, by its name: the slug of the tag whose text it is, and its language."""
    read = _read(path, data, zone, TagMatter)
    if read.value is None:
        return Result(None, read.problems)
    file = read.value
    _check_image(file.front.image, file)
    if file.problems:
        return Result(None, file.problems)
    slug, named = languages.named(name)
    language = languages.folded(named)
    body = _body(file, languages.typeset(language), trusted=raw_html)
    return Result(TagEntry(file.source, file.front, slug, body, language))


def body_text(data: bytes) -> tuple[str, int]:
    """The Markdown of a file that was parsed before without a problem, and the line on which it begins.

    "" and 1 where the file can no longer be read.
    """
    text = decode("", data).value
    parts = split("", text).value if text is not None else None
    return (parts.body, parts.body_line) if parts else ("", 1)


def _read(path: str, data: bytes, zone: tzinfo, kind: type[Any]) -> Result[_File]:
    text = decode(path, data)
    if text.value is None:
        return Result(None, text.problems)
    parts = split(path, text.value)
    if parts.value is None:
        return Result(None, parts.problems)
    reading = Reading(path, parts.value.matter, zone, parts.value.matter_line)
    front = plain_value(kind, reading.text, zone) or read_yaml(kind, reading)
    if front is None:
        return Result(None, tuple(reading.problems))
    return Result(_File(Source(path, digest(data)), front, parts.value, reading))


def _body(file: _File, language: str, trusted: bool, seeded: bool = False) -> Body:
    text = file.parts.body
    return Body(file.source.path, digest(text.encode()), word_count(text), trusted, seeded, language)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _parts_of_name(path: str, zone: tzinfo, languages: SiteLanguages) -> tuple[WrittenDate | None, str, str]:
    """What a file's name says: its date, the name proper, its language."""
    stem, language = languages.named(_stem(path))
    if match := _DATED_NAME.fullmatch(stem):
        date = parse_date(match[1], zone)
        if date:
            return date, match[2], language
    return None, stem, language


def _check_title(title: str, file: _File) -> None:
    if not title.strip():
        file.at(("title",), "The title is empty.", "Write one; a text that begins with & or # needs quotes.")


def _check_slug(slug: str, file: _File) -> None:
    if len(slug) > 200:
        file.at(("slug",), "The slug is longer than 200 characters.", "File names have limits; shorten it.")
    elif slug and is_slug(slug) and (fault := path_fault(slug)):
        file.at(("slug",), f"The slug '{slug}' {fault}.", f"Write '{slugify(slug)}'.")
    elif slug and not is_slug(slug):
        near = slugify(slug)
        hint = f"Write '{near}'." if near else "Use letters."
        file.at(("slug",), f"The slug '{slug}' cannot be part of an address.", hint)


def _check_addresses(aliases: tuple[str, ...], file: _File) -> None:
    for at, alias in enumerate(aliases):
        if is_queried(alias):
            continue
        fault = path_fault(alias)
        if fault or not _ALIAS.fullmatch(alias):
            fault = fault if fault and _ALIAS.fullmatch(alias) else "is not an address on this site"
            file.at(("aliases", at), f"The alias '{alias}' {fault}.", "Write it like /old/place/.")


def _check_not_found(file: _File) -> None:
    """Problems of the 404 page, which cannot have aliases and the like because it has no address of its own."""
    for key in ("aliases", "menu"):
        if file.reading.has(key):
            what = f"The 404 page has no '{key}'."
            file.reading.report_key((key,), what, "Remove it, or give the page another slug.")


def _check_image(image: Any, file: _File) -> None:
    if image is None:
        return
    if not image.alt.strip():
        file.at(("image", "alt"), "The picture has no alternative text.", "Say in 'alt' what it shows.")
    if not re.fullmatch(r"(?!//|[A-Za-z][A-Za-z0-9+.-]*:)\S+(?: +\S+)*", image.src):
        what = f"'{image.src}' is not the address of a picture on this site."
        hint = "Write it like ship.jpg for a file beside the post, or /pictures/ship.jpg for one below static/."
        file.at(("image", "src"), what, hint)
    if image.focus and parse_focus(image.focus) is None:
        what = f"'{image.focus}' names no point of the picture."
        hint = "Write top, bottom, left, right, two of them, or two percentages: 50% 20%."
        file.at(("image", "focus"), what, hint)


def _check_guid(guid: str, file: _File) -> None:
    """An identifier that no feed can hold: readers would see the post as another one."""
    if guid and (not guid.isprintable() or " " in guid or len(guid) > 1000):
        hint = "Write it as the old feed had it, like https://example.org/?p=12, or remove it."
        file.at(("guid",), f"'{guid[:60]}' is not an identifier.", hint)


def _check_source(source: Attribution | None, file: _File) -> None:
    if source is not None and source.url and not WEB_ADDRESS.fullmatch(source.url):
        what = f"'{source.url}' is not the address of a report."
        file.at(("source", "url"), what, "Write it like https://example.org/report.")

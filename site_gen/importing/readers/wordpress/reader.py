"""WordPress's export (WXR, versions 1.0 to 1.2), in one file or split into several.

https://github.com/WordPress/wordpress-importer reads it; what it makes of an item is what is done here.
"""

import html
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from msgspec import Struct

from site_gen.importing.item import Export, Item, Loss, Term
from site_gen.importing.readers.wordpress.markup import Attached, Library, rendered
from site_gen.importing.recall import text_of_html
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_whole
from site_gen.text.slug import slugify

_CONTROL = bytes(range(9)) + b"\x0b\x0c" + bytes(range(0x0E, 0x20))
_BAD_REFERENCE = re.compile(rb"&#(?:x0*(?:[0-8bcBC]|0?[eEfF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2\d|3[01]));")
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_NOTHING = "0000-00-00"
_UNSEEN = {
    "nav_menu_item": "a part of a menu",
    "revision": "an older version of a post",
    "custom_css": "a style sheet",
    "wp_block": "a reusable block; it is in the posts that use it",
    "wp_navigation": "a menu",
    "wp_template": "a template",
    "wp_template_part": "a part of a template",
    "wp_global_styles": "settings of a theme",
    "wp_font_family": "a font",
    "wp_font_face": "a font",
    "customize_changeset": "settings of a theme",
    "oembed_cache": "a cache",
    "user_request": "a request about personal data",
}
_DRAFTS = {"draft": "a draft", "pending": "waiting for review", "private": "private"}


class _Record(Struct):
    """An item as the file has it."""

    file: str
    values: dict[str, str]
    meta: dict[str, str]
    terms: list[Term]


class _Read(Struct):
    """What all files of an export say."""

    home: str = ""
    date: datetime | None = None
    is_wxr: bool = False
    authors: dict[str, str] = {}
    categories: dict[str, str] = {}
    """Their names by their numbers."""
    records: list[_Record] = []


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The items of an export: a file, or all `.xml` files of a folder."""
    files = sorted(path.glob("*.xml")) if path.is_dir() else [path]
    found, problems = _Read(authors={}, categories={}, records=[]), list[Problem]()
    for file in files:
        problem = _read_file(file, found)
        problems += [problem] if problem else []
    if problems and not found.records:
        return Result(None, tuple(problems))
    if not found.is_wxr:
        what = "This is no export of WordPress: it has no wp:wxr_version and no wp:post_type."
        return Result(None, (Problem(path.name, 0, 0, what, "In WordPress: Tools, Export, All content."),))
    items = tuple(_items(found, zone))
    return Result(
        Export(
            form="WordPress",
            items=items,
            home=found.home,
            feeds=("/feed/", "/feed/rss/", "/feed/rss2/", "/feed/atom/", "/comments/feed/"),
            archives=(("/category/", "category"), ("/tag/", "tag")),
            lists=tuple(f"/author/{name}/{feed}" for name in _writers(found) for feed in ("", "feed/")),
            redirects=tuple(_by_query(found, items)),
            problems=tuple(problems),
        )
    )


def _by_query(found: _Read, items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """Where addresses by the number of a category lead, and those of feeds."""
    public = (one for one in items if one.kind == "post" and not one.draft and not one.skipped)
    used = frozenset(term.name for one in public for term in one.terms if term.kind == "category")
    for number, name in found.categories.items():
        if number.isdigit() and name in used:
            yield f"/?cat={number}", f"term:category:{name}"
    yield from ((f"/?feed={name}", "feed") for name in ("rss", "rss2", "atom"))


def _short_links(record: _Record) -> tuple[str, ...]:
    """The addresses by its number that WordPress redirects to an item."""
    number, kind = record.values.get("post_id", ""), record.values.get("post_type", "post")
    names = {"page": ("p", "page_id"), "attachment": ("attachment_id",)}.get(kind, ("p",))
    return tuple(f"/?{name}={number}" for name in names) if number.isdigit() else ()


def _writers(found: _Read) -> list[str]:
    """The names that the lists of authors have in their addresses, of those who have published posts."""
    public = (one.values for one in found.records if one.values.get("status", "publish") == "publish")
    names = {values.get("creator", "") for values in public if values.get("post_type", "post") == "post"}
    return sorted(filter(None, (slugify(name) for name in names)))


def _read_file(file: Path, found: _Read) -> Problem | None:
    """Add what a file says; control characters, which XML does not allow, are left out."""
    data = _BAD_REFERENCE.sub(b"", read_whole(file).translate(None, _CONTROL))
    try:
        for _, element in iterparse(BytesIO(data), events=("end",)):
            _take(file.name, element, found)
    except ParseError as error:
        line, column = error.position
        what = f"This is not well-formed XML: {str(error).partition(':')[0]}. What follows it is not read."
        if not found.home:
            match = re.search(rb"<(?:wp:base_blog_url|link)>(?:<!\[CDATA\[)?([^<\]]+)", data)
            found.home = match[1].decode("utf-8", "replace").strip() if match else ""
        return Problem(file.name, line, column + 1, what, "Export it again, perhaps in several files.")
    except DefusedXmlException:
        what = "This XML declares entities or refers to other files, which may hide anything."
        return Problem(file.name, 1, 1, what, "Export it again.")
    except (ValueError, LookupError):
        return Problem(file.name, 1, 1, "This XML is in an unknown encoding.", "Save it as UTF-8.")
    return None


def _take(file: str, element: Element, found: _Read) -> None:
    """Add what an element says."""
    name = _name(element)
    if name == "item":
        found.records.append(_record(file, element))
        element.clear()
    elif name == "author" and element.tag.startswith("{"):
        login, shown = _child(element, "author_login"), _child(element, "author_display_name")
        found.authors[login] = html.unescape(shown) or login
    elif name == "category" and element.tag.startswith("{"):
        found.categories[_child(element, "term_id")] = html.unescape(_child(element, "cat_name"))
    elif name == "wxr_version":
        found.is_wxr = True
    elif name == "channel":
        found.home = found.home or _child(element, "base_blog_url") or _child(element, "link")
        found.date = found.date or _mail_date(_child(element, "pubDate"))
        found.is_wxr = found.is_wxr or any("post_type" in one.values for one in found.records)


def _record(file: str, element: Element) -> _Record:
    values: dict[str, str] = {}
    meta: dict[str, str] = {}
    terms: list[Term] = []
    for child in element:
        name, text = _name(child), "".join(child.itertext())
        if child.tag == _CONTENT:
            values["content"] = text
        elif name == "encoded":
            values["excerpt"] = text
        elif child.tag == _CREATOR:
            values["creator"] = text.strip()
        elif name == "postmeta":
            meta[_child(child, "meta_key")] = _child(child, "meta_value")
        elif name == "category":
            domain = child.get("domain", "category" if child.get("nicename") is None else "")
            if domain in ("category", "post_tag", "tag") and text.strip():
                kind = "category" if domain == "category" else "tag"
                slug = unquote(child.get("nicename", ""))
                term = Term(kind, html.unescape(text.strip()), slug)  # type: ignore[arg-type]
                terms += [] if any(one.kind == kind and one.name == term.name for one in terms) else [term]
        else:
            values.setdefault(name, text if name == "title" else text.strip())
    return _Record(file, values, meta, terms)


def _items(found: _Read, zone: tzinfo) -> Iterator[Item]:
    files = {
        one.values.get("post_id", ""): _attached(one)
        for one in found.records
        if one.values.get("post_type") == "attachment"
    }
    blocks = {
        one.values.get("post_id", ""): one.values.get("content", "")
        for one in found.records
        if one.values.get("post_type") == "wp_block"
    }
    children: dict[str, list[str]] = {}
    for one in found.records:
        if one.values.get("post_type") == "attachment":
            children.setdefault(one.values.get("post_parent", "0"), []).append(one.values.get("post_id", ""))
    keys = frozenset(map(_key, found.records))
    seen: dict[str, int] = {}
    for number, record in enumerate(found.records, 1):
        key = _key(record) or f"item-{number}"
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            skipped = "it is in the export twice"
            yield Item(key=f"{key}-{seen[key]}", kind="other", place=record.file, title=_title(record), skipped=skipped)
            continue
        own = tuple(children.get(record.values.get("post_id", ""), ()))
        yield _item(key, record, found, Library(files, blocks, own, keys), zone)


def _item(key: str, record: _Record, found: _Read, library: Library, zone: tzinfo) -> Item:
    values = record.values
    kind, title = values.get("post_type", "post"), _title(record)
    address, skipped = _address(values.get("link", ""), found.home), _why_skipped(record)
    if kind == "attachment":
        return _picture(key, record, library, address, title)
    if skipped:
        return Item(key=key, kind="other", place=record.file, title=title, address=address, skipped=skipped)
    made = rendered(values.get("content", ""), library, record.meta.get("footnotes", ""))
    date, losses = _date(values, zone), list(made.losses)
    if date is None:
        date = found.date or datetime(1970, 1, 1, tzinfo=UTC)
        losses.append(Loss(0, "it has no date: it has that of the export"))
    if kind not in ("post", "page"):
        losses.append(Loss(0, f"a '{kind}' is imported as a post"))
    featured = library.files.get(record.meta.get("_thumbnail_id", ""), Attached(""))
    author = found.authors.get(values.get("creator", ""), values.get("creator", ""))
    return Item(
        key=key,
        kind="page" if kind == "page" else "post",
        place=f"{record.file}: {values.get('post_id', '')}",
        title=title,
        address=address,
        more_addresses=(
            *(f"{address.rstrip('/')}/{page}/" for page in range(2, made.pages + 1) if address and "?" not in address),
            *_short_links(record),
        ),
        guid=values.get("guid", ""),
        date=date,
        slug=unquote(values.get("post_name", "")),
        draft=_why_draft(values),
        authors=(author,) if author else (),
        terms=tuple(record.terms),
        summary=" ".join(text_of_html(values.get("excerpt", "")).split()),
        body=values.get("content", ""),
        html=made.html,
        words=made.words,
        picture=featured.url,
        picture_alt=featured.alt,
        picture_caption=featured.caption,
        losses=tuple(losses),
    )


def _why_skipped(record: _Record) -> str:
    """Why an item is no text of its own; "" where it is one."""
    values = record.values
    status = values.get("status", "publish")
    if status in ("trash", "auto-draft"):
        return "in the trash" if status == "trash" else "a draft that nobody wrote"
    if not values.get("content", "").strip() and not _title(record):
        return "it has no title and no text"
    return _UNSEEN.get(values.get("post_type", "post"), "")


def _why_draft(values: dict[str, str]) -> str:
    """Why an item is not public; "" where it is."""
    return _DRAFTS.get(values.get("status", ""), "") or (
        "protected by a password" if values.get("post_password") else ""
    )


def _picture(key: str, record: _Record, library: Library, address: str, title: str) -> Item:
    url = library.files[record.values.get("post_id", "")].url
    parent = record.values.get("post_parent", "")
    parent = next((f"{kind}-{parent}" for kind in ("post", "page") if f"{kind}-{parent}" in library.keys), "")
    return Item(
        key=key,
        kind="picture",
        place=record.file,
        title=title or url,
        address=address,
        more_addresses=_short_links(record),
        picture=url,
        parent=parent,
    )


def _attached(record: _Record) -> Attached:
    values, meta = record.values, record.meta
    url = values.get("attachment_url") or values.get("guid", "")
    caption = " ".join(text_of_html(values.get("excerpt", "")).split())
    return Attached(url, meta.get("_wp_attachment_image_alt", "").strip(), caption)


def _key(record: _Record) -> str:
    """What identifies an item within its site; "" where it has no number."""
    number = record.values.get("post_id", "")
    return f"{record.values.get('post_type', 'post')}-{number}" if number else ""


def _title(record: _Record) -> str:
    return " ".join(text_of_html(record.values.get("title", "")).split())


def _address(link: str, home: str) -> str:
    """The path of a link below the home of its site, as people read it; with the query that has a number in it."""
    parts = urlsplit(link.strip())
    if not parts.path and not parts.query:
        return ""
    path = unquote(parts.path).removeprefix(unquote(urlsplit(home).path).rstrip("/")) or "/"
    path = re.sub(r"/{2,}", "/", path)
    numbers = [f"{name}={value[0]}" for name, value in parse_qs(parts.query).items() if name in ("p", "page_id")]
    return path + (f"?{numbers[0]}" if numbers else "")


def _date(values: dict[str, str], zone: tzinfo) -> datetime | None:
    """When it was published, with the offset that the old site had then, so that its day is the address's."""
    local, utc = _stamp(values.get("post_date", "")), _stamp(values.get("post_date_gmt", ""))
    if local is None and utc is None:
        return _mail_date(values.get("pubDate", ""))
    if local is None or utc is None:
        return local.replace(tzinfo=zone) if local else utc.replace(tzinfo=UTC) if utc else None
    offset = local - utc
    if abs(offset) > timedelta(hours=14) or offset.seconds % 60:
        return utc.replace(tzinfo=UTC)
    return local.replace(tzinfo=timezone(offset))


def _stamp(text: str) -> datetime | None:
    if not text or text.startswith(_NOTHING):
        return None
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return None


def _mail_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)) if found.year > 1 else None


def _child(element: Element, name: str) -> str:
    return next(("".join(one.itertext()).strip() for one in _all(element) if _name(one) == name), "")


def _all(element: Element) -> Iterable[Element]:
    return iter(element)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]

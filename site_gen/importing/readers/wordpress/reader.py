"""WordPress's export (WXR, versions 1.0 to 1.2), in one file or split into several.

https://github.com/WordPress/wordpress-importer reads it; what it makes of an item is what is done here.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec.structs import replace

from site_gen.importing.item import Export, Item, Loss
from site_gen.importing.readers.wordpress.export_files import ExportFiles, Record, mail_date
from site_gen.importing.readers.wordpress.markup import Attached, Library, rendered
from site_gen.importing.recall import text_of_html
from site_gen.model.problem import Problem, Result
from site_gen.text.slug import slugify

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


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The items of an export: a file, or all `.xml` files of a folder."""
    files = sorted(path.glob("*.xml")) if path.is_dir() else [path]
    found, problems = ExportFiles(), list[Problem]()
    for file in files:
        problem = found.add(file)
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
            site=found.site,
            home=found.home,
            feeds=("/feed/", "/feed/rss/", "/feed/rss2/", "/feed/atom/", "/comments/feed/"),
            archives=(("/category/", "category"), ("/tag/", "tag")),
            redirects=(*_by_query(found, items), *_lists_of_authors(found)),
            problems=tuple(problems),
        )
    )


def _by_query(found: ExportFiles, items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """Where addresses by the number of a category lead, and those of feeds."""
    public = (one for one in items if one.kind == "post" and not one.draft and not one.skipped)
    used = frozenset(term.name for one in public for term in one.terms if term.kind == "category")
    for number, name in found.categories.items():
        if number.isdigit() and name in used:
            yield f"/?cat={number}", f"term:category:{name}"
    yield from ((f"/?feed={name}", "feed") for name in ("rss", "rss2", "atom"))


def _short_links(record: Record) -> tuple[str, ...]:
    """The addresses by its number that WordPress redirects to an item."""
    number, kind = record.values.get("post_id", ""), record.values.get("post_type", "post")
    names = {"page": ("p", "page_id"), "attachment": ("attachment_id",)}.get(kind, ("p",))
    return tuple(f"/?{name}={number}" for name in names) if number.isdigit() else ()


def _lists_of_authors(found: ExportFiles) -> Iterator[tuple[str, str]]:
    """The lists of those who have published posts, and their feeds."""
    public = (one.values for one in found.records if one.values.get("status", "publish") == "publish")
    names = {values.get("creator", "") for values in public if values.get("post_type", "post") == "post"}
    for name in sorted(filter(None, (slugify(name) for name in names))):
        yield from ((f"/author/{name}/{feed}", "gone") for feed in ("", "feed/"))


def _items(found: ExportFiles, zone: tzinfo) -> Iterator[Item]:
    files = {
        one.values.get("post_id", ""): _attached(one)
        for one in found.records
        if one.values.get("post_type") == "attachment"
    }
    blocks = {
        one.values.get("post_id", ""): found.text(one)[0]
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


def _item(key: str, record: Record, found: ExportFiles, library: Library, zone: tzinfo) -> Item:
    values = record.values
    kind, title = values.get("post_type", "post"), _title(record)
    address, skipped = _address(values.get("link", ""), found.home), _why_skipped(record)
    if kind == "attachment":
        return _picture(key, record, library, address, title)
    if skipped:
        return Item(key=key, kind="other", place=record.file, title=title, address=address, skipped=skipped)
    date, losses = _date(values, zone), list[Loss]()
    if date is None:
        date = found.date or datetime(1970, 1, 1, tzinfo=UTC)
        losses.append(Loss(0, "it has no date: it has that of the export"))
    if kind not in ("post", "page"):
        losses.append(Loss(0, f"a '{kind}' is imported as a post"))
    pages = record.pages if address and "?" not in address else 1
    featured = library.files.get(record.meta.get("_thumbnail_id", ""), Attached(""))
    author = found.authors.get(values.get("creator", ""), values.get("creator", ""))
    return Item(
        key=key,
        kind="page" if kind == "page" else "post",
        place=f"{record.file}: {values.get('post_id', '')}",
        title=title,
        address=address,
        more_addresses=(
            *(f"{address.rstrip('/')}/{page}/" for page in range(2, pages + 1)),
            *_short_links(record),
        ),
        guid=values.get("guid", ""),
        date=date,
        slug=unquote(values.get("post_name", "")),
        draft=_why_draft(values),
        authors=(author,) if author else (),
        terms=tuple(record.terms),
        summary=" ".join(text_of_html(values.get("excerpt", "")).split()),
        picture=featured.url,
        picture_alt=featured.alt,
        picture_caption=featured.caption,
        losses=tuple(losses),
        later=lambda item: _with_text(item, record, found, library),
    )


def _with_text(item: Item, record: Record, found: ExportFiles, library: Library) -> Item:
    """The item with its text, which is read when it is converted."""
    content, footnotes = found.text(record)
    made = rendered(content, library, footnotes)
    losses = (*made.losses, *item.losses)
    return replace(item, body=content, html=made.html, words=made.words, losses=losses, later=None)


def _why_skipped(record: Record) -> str:
    """Why an item is no text of its own; "" where it is one."""
    values = record.values
    status = values.get("status", "publish")
    if status in ("trash", "auto-draft"):
        return "in the trash" if status == "trash" else "a draft that nobody wrote"
    if not record.has_text and not _title(record):
        return "it has no title and no text"
    return _UNSEEN.get(values.get("post_type", "post"), "")


def _why_draft(values: dict[str, str]) -> str:
    """Why an item is not public; "" where it is."""
    return _DRAFTS.get(values.get("status", ""), "") or (
        "protected by a password" if values.get("post_password") else ""
    )


def _picture(key: str, record: Record, library: Library, address: str, title: str) -> Item:
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


def _attached(record: Record) -> Attached:
    values, meta = record.values, record.meta
    url = values.get("attachment_url") or values.get("guid", "")
    caption = " ".join(text_of_html(values.get("excerpt", "")).split())
    return Attached(url, meta.get("_wp_attachment_image_alt", "").strip(), caption)


def _key(record: Record) -> str:
    """What identifies an item within its site; "" where it has no number."""
    number = record.values.get("post_id", "")
    return f"{record.values.get('post_type', 'post')}-{number}" if number else ""


def _title(record: Record) -> str:
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
        return mail_date(values.get("pubDate", ""))
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

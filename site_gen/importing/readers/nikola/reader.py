"""Folders of Nikola: posts and pages in Markdown, reStructuredText or HTML, by the rules of conf.py.

Identifiers in its feeds are `guid`, or the full address (nikola/post.py).
"""

import posixpath
import re
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urljoin, urlsplit

from msgspec.structs import replace

from site_gen.conversion.matter import Matter
from site_gen.extract.decode import decode
from site_gen.importing.item import Export, Item, Loss, OldSite, Term
from site_gen.importing.readers.folder import Source, item_of, text_in, web_home
from site_gen.importing.readers.macros import REF, Said
from site_gen.importing.readers.nikola.matter import NikolaText, read_text, split
from site_gen.importing.readers.nikola.site import NikolaFile, NikolaSite, files_of, load_site, problems_of
from site_gen.importing.readers.rst.text import require_docutils
from site_gen.model.problem import Result
from site_gen.storage.files import read_whole

_LINK = re.compile(r"link://(\w+)(?:/([^#?]*))?(.*)", re.DOTALL)
_SPECIAL = ("draft", "private", "mathjax")


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The posts and pages of a site."""
    site = load_site(path, zone)
    files = tuple(files_of(site, path))
    if any(site.compiler(one.original) == "rest" for one in files):
        require_docutils(str(path))
    translated = {(one.original, one.language) for one in files}
    items = [_item(site, path, one, translated) for one in files]
    slugs = {item.slug: item.file for item in reversed(items) if not item.language}
    folders = site.settings.values.get("FILES_FOLDERS", {"files": ""})
    media = [path / str(name) for name in (folders if isinstance(folders, dict) else ())]
    return Result(
        Export(
            form="Nikola",
            items=(*items, *_galleries(site, path)),
            site=OldSite(
                title=site.settings.text("BLOG_TITLE"),
                tagline=site.settings.text("BLOG_DESCRIPTION"),
                language=site.settings.text("DEFAULT_LANG"),
                timezone=site.settings.text("TIMEZONE"),
            ),
            home=web_home(site.settings.text("SITE_URL")),
            feeds=tuple(_feeds(site)),
            archives=tuple(_archives(site)),
            redirects=(*_lists(site, items), *_redirections(site)),
            media=(*(one for one in media if one.is_dir()), path),
            problems=problems_of(site),
            spelled=lambda item, href: _spelled(site, slugs, href),
        )
    )


def _item(site: NikolaSite, root: Path, file: NikolaFile, translated: set[tuple[str, str]]) -> Item:
    """The item of a file, with its addresses."""
    kind: Literal["post", "page"] = "post" if file.is_post else "page"
    compiler = site.compiler(file.original)
    if compiler not in ("rest", "markdown", "html"):
        what = "a notebook" if compiler == "ipynb" else compiler or "a format"
        return Item(key=file.path, kind="other", place=file.path, skipped=f"{what}, which is not read")
    text = decode(read_whole(root / file.path)).text.removeprefix("\ufeff")
    values, body, line = split(file.path, text, site.zone)
    values = _original_values(site, root, file) | values | _meta(site, root, file.path)
    is_docinfo = site.settings.flag("USE_REST_DOCINFO_METADATA", False)
    found = read_text(values, body, line, compiler, is_docinfo)
    values = found.values
    source = Source(
        path=file.path,
        matter=Matter({key: value for key, value in _listed(values).items() if key not in ("draft", "published")}),
        body=found.text,
        line=found.line,
        name=posixpath.basename(file.original).partition(".")[0],
    )
    item = item_of(source, kind, site.zone, Said(found.text, found.words, ()), file.path)
    return _completed(site, replace(item, body=text), file, found, values, translated)


def _completed(
    site: NikolaSite, item: Item, file: NikolaFile, found: NikolaText, values: dict[str, Any], translated: Any
) -> Item:
    slug = text_in(values, "slug") or site.slug(posixpath.basename(file.original).rpartition(".")[0])
    language = file.language if file.language != site.language else ""
    others = [one for one in site.translations if one != file.language and (file.original, one) not in translated]
    shown = others if site.settings.flag("SHOW_UNTRANSLATED_POSTS", True) else []
    item = replace(
        item,
        html=found.html,
        losses=(*item.losses, *found.losses),
        address=_address(site, file, values, slug, file.language),
        more_addresses=tuple(_address(site, file, values, slug, one) for one in shown),
        slug="" if slug == "index" else f"{slug}-{language}" if language else slug,
        terms=tuple(_terms(site, values)),
        draft=_draft(site, values),
        picture=text_in(values, "previewimage") or item.picture,
        language=language,
    )
    return _as_post(site, item, values) if file.is_post else item


def _as_post(site: NikolaSite, item: Item, values: dict[str, Any]) -> Item:
    """A post with its identifier in feeds; the page that it points to is no part of it here."""
    home, link = web_home(site.settings.text("SITE_URL")), text_in(values, "link")
    full = urljoin(home + "/", quote(item.address.lstrip("/"))) if home else ""
    lost = (Loss(0, f"its link to {link} is left out"),) if link else ()
    return replace(item, guid=text_in(values, "guid") or full, losses=(*item.losses, *lost))


def _original_values(site: NikolaSite, root: Path, file: NikolaFile) -> dict[str, Any]:
    """What a translation takes over from its original."""
    if file.original == file.path or not (root / file.original).is_file():
        return {}
    values, _, _ = split(file.original, decode(read_whole(root / file.original)).text, site.zone)
    return values | _meta(site, root, file.original)


def _meta(site: NikolaSite, root: Path, path: str) -> dict[str, Any]:
    """What the file beside a text says: `x.meta`, `x.es.meta` or `x.meta.es`."""
    stem, _, ending = path.rpartition(".")
    names = [f"{stem}.meta"]
    if ending in site.translations:
        names = [f"{stem.rpartition('.')[0]}.meta.{ending}"]
    for name in names:
        if (root / name).is_file():
            text = decode(read_whole(root / name)).text
            values, rest, _ = split(name, text, site.zone)
            return values or dict(
                zip(("title", "slug", "date", "tags", "link", "description"), rest.split("\n"), strict=False)
            )
    return {}


def _listed(values: dict[str, Any]) -> dict[str, Any]:
    """The values with the names of tags and authors each by itself."""
    found = dict(values)
    for key in ("tags", "author", "authors"):
        if isinstance(value := found.get(key), str):
            found[key] = tuple(part.strip() for part in value.split(",") if part.strip())
    return found


def _terms(site: NikolaSite, values: dict[str, Any]) -> Iterator[Term]:
    if category := text_in(values, "category"):
        yield Term("category", category, site.slug(category))
    tags = _listed(values).get("tags", ())
    for tag in tags if isinstance(tags, tuple) else ():
        if tag.lower() not in _SPECIAL:
            yield Term("tag", tag, site.slug(tag))


def _draft(site: NikolaSite, values: dict[str, Any]) -> str:
    tags = [tag.lower() for tag in _listed(values).get("tags", ())]
    status = text_in(values, "status").lower()
    by_tags = site.settings.flag("USE_TAG_METADATA", True)
    if status == "draft" or (by_tags and "draft" in tags):
        return "a draft"
    if status == "private" or (by_tags and "private" in tags):
        return "private: it was in no list"
    return "protected by a password" if text_in(values, "password") else ""


def _address(site: NikolaSite, file: NikolaFile, values: dict[str, Any], slug: str, language: str) -> str:
    own = text_in(values, "pretty_url").lower()
    pretty = own in ("true", "yes", "1", "on") if own else site.settings.flag("PRETTY_URLS", True) and slug != "index"
    folder = file.folders.get(language, next(iter(file.folders.values()), ""))
    return site.page(site.translations.get(language, ""), folder, slug, is_pretty=pretty)


def _feeds(site: NikolaSite) -> Iterator[str]:
    index = site.path("INDEX_PATH", "")
    atom = site.path("ATOM_PATH", "") or index
    pairs = (
        (
            site.path("RSS_PATH", ""),
            site.path("RSS_FILENAME_BASE", "rss") + site.settings.text("RSS_EXTENSION", ".xml"),
        ),
        (atom, site.path("ATOM_FILENAME_BASE", "index") + site.settings.text("ATOM_EXTENSION", ".atom")),
    )
    for folder, name in pairs:
        yield "/" + posixpath.join(folder, name)


def _archives(site: NikolaSite) -> Iterator[tuple[str, str]]:
    tags = site.path("TAG_PATH", "categories")
    categories = site.path("CATEGORY_PATH", tags) or tags
    prefix = site.settings.text("CATEGORY_PREFIX", "cat_")
    for folder, kind, before in ((tags, "tag", ""), (categories, "category", prefix)):
        yield site.page(folder, before + "{slug}"), kind
        yield f"/{folder}/{before}{{slug}}.xml", f"{kind} feed"


def _redirections(site: NikolaSite) -> Iterator[tuple[str, str]]:
    """Addresses that the site itself redirects."""
    for rule in site.settings.values.get("REDIRECTIONS") or ():
        if isinstance(rule, list) and len(rule) == 2 and all(isinstance(one, str) for one in rule):
            source, target = rule
            path = "/" + source.lstrip("/").removesuffix("index.html")
            yield path, target if "://" in target else "/" + target.lstrip("/").removesuffix("index.html")


def _lists(site: NikolaSite, items: list[Item]) -> Iterator[tuple[str, str]]:
    """Lists of everything, of tags, of years, of authors, and where they lead."""
    archive = site.path("ARCHIVE_PATH", "")
    yield "/" + posixpath.join(archive, site.path("ARCHIVE_FILENAME", "archive.html")), "/archive/"
    if index := site.path("INDEX_PATH", ""):
        yield f"/{index}/", "/"
    yield f"/{site.path('TAG_PATH', 'categories')}/", "/tags/"
    posts = [item for item in items if item.kind == "post" and not item.draft]
    for year in sorted({f"{item.date:%Y}" for item in posts if item.date}):
        yield "/" + posixpath.join(archive, year) + "/", "/archive/"
    if site.settings.flag("ENABLE_AUTHOR_PAGES", True):
        for name in dict.fromkeys(author for item in posts for author in item.authors):
            yield site.page(site.path("AUTHOR_PATH", "authors"), site.slug(name)), "gone"


def _galleries(site: NikolaSite, root: Path) -> Iterator[Item]:
    """The galleries, which are not imported as such."""
    folders = site.settings.values.get("GALLERY_FOLDERS", {"galleries": "galleries"})
    for name in folders if isinstance(folders, dict) else ():
        for path in sorted((root / str(name)).iterdir()) if (root / str(name)).is_dir() else ():
            if path.is_dir():
                place = f"{name}/{path.name}"
                yield Item(key=place, kind="other", place=place, skipped="a gallery; texts keep what they show of it")


def _spelled(site: NikolaSite, slugs: dict[str, str], href: str) -> str:
    """What a link like `link://slug/one` means: a text of the source, or a list of the old site."""
    found = _LINK.fullmatch(href.strip())
    if found is None:
        is_own = not urlsplit(href).netloc
        return re.sub(r"\.thumbnail(?=\.\w+\Z)", "", href) if is_own else href
    kind, name, rest = found[1], (found[2] or "").strip("/"), found[3]
    if kind in ("slug", "slug_source", "doc"):
        return f"{REF}{slugs[name]}{rest}" if name in slugs else f"{REF}{name}"
    if kind == "filename":
        return f"{REF}/{name}{rest}"
    pages = {
        "tag": site.page(site.path("TAG_PATH", "categories"), site.slug(name)),
        "category": site.page(
            site.path("CATEGORY_PATH", site.path("TAG_PATH", "categories")),
            site.settings.text("CATEGORY_PREFIX", "cat_") + site.slug(name),
        ),
        "author": site.page(site.path("AUTHOR_PATH", "authors"), site.slug(name)),
        "rss": next(iter(_feeds(site))),
        "archive": "/" + posixpath.join(site.path("ARCHIVE_PATH", ""), name or "archive.html"),
    }
    return pages.get(kind, "/")

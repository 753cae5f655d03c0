"""Folders of Pelican: articles and pages in Markdown, reStructuredText or HTML, below `content/`.

Identifiers in its feeds are tag URIs of the address and the day (pelican/writers.py, feedgenerator's get_tag_uri).
"""

import posixpath
import re
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from msgspec.structs import replace

from site_gen.conversion.matter import Matter
from site_gen.extract.decode import decode
from site_gen.importing.item import Export, Item, OldSite, Term
from site_gen.importing.readers.folder import Source, item_of, text_in, web_home
from site_gen.importing.readers.macros import REF, Said
from site_gen.importing.readers.pelican.matter import PelicanText, read_text
from site_gen.importing.readers.pelican.site import PelicanSite, expanded, from_path, load_site
from site_gen.importing.readers.pelican.tags import has_tags
from site_gen.importing.readers.rst.text import require_docutils
from site_gen.model.problem import Result
from site_gen.storage.files import read_whole, walk

_TEXTS = (".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm")
_OTHERS = {".ipynb": "a notebook", ".adoc": "AsciiDoc", ".asciidoc": "AsciiDoc", ".org": "Org", ".textile": "Textile"}
_INTERNAL = re.compile(r"[{|](filename|static|attach|tag|category|author|index)[|}](.*)", re.DOTALL)


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The articles and pages of a site."""
    site = load_site(path, zone)
    root = path / site.content
    files = sorted(name for name, _ in walk(root, (*_TEXTS, *_OTHERS), misnamed=[], texts=(".site_gen",)))
    if any(name.endswith(".rst") for name in files):
        require_docutils(str(path))
    items = tuple(_item(site, root, name) for name in files if not _is_apart(site, name))
    return Result(
        Export(
            form="Pelican",
            items=items,
            site=OldSite(
                title=site.settings.text("SITENAME"),
                tagline=site.settings.text("SITESUBTITLE"),
                language=site.settings.text("DEFAULT_LANG"),
                timezone=site.settings.text("TIMEZONE"),
            ),
            home=web_home(site.settings.text("SITEURL")),
            feeds=tuple(_feeds(site)),
            archives=tuple(_archives(site)),
            redirects=tuple(_redirects(site, items)),
            media=(root,),
            problems=site.problems,
            spelled=lambda item, href: _spelled(site, item, href),
        )
    )


def _is_apart(site: PelicanSite, name: str) -> bool:
    """Whether a file belongs to the theme or the output, or is HTML that the site does not read as texts."""
    readers = site.settings.values.get("READERS")
    off = [key for key, value in readers.items() if value is None] if isinstance(readers, dict) else []
    excluded = (*site.settings.texts("ARTICLE_EXCLUDES"), *site.settings.texts("PAGE_EXCLUDES"), "output")
    if not site.content:
        excluded += ("theme", "themes", "plugins", "pelican-plugins", ".github")
    return name.rpartition(".")[2] in off or any(_within(name, folder) for folder in excluded)


def _within(name: str, folder: str) -> bool:
    folder = folder.strip("/").removeprefix("./")
    return bool(folder) and name.startswith(folder + "/")


def _item(site: PelicanSite, root: Path, name: str) -> Item:
    """The item of a file, with its address."""
    place = posixpath.join(site.content, name)
    is_page = any(_within(name, one) for one in site.settings.texts("PAGE_PATHS", ("pages",)))
    kind: Literal["post", "page"] = "page" if is_page else "post"
    if why := _OTHERS.get("." + name.rpartition(".")[2], ""):
        return Item(key=place, kind="other", place=place, skipped=f"{why}, which is not read")
    text = decode(read_whole(root / name)).text
    found = read_text(name, text, has_tags(site.settings))
    values = _values(site, name, found)
    source = Source(
        path=name,
        matter=Matter({key: value for key, value in values.items() if key not in ("draft", "published")}),
        body=found.body,
        line=found.line,
        name=name.rpartition("/")[2].rpartition(".")[0],
    )
    item = item_of(source, kind, site.zone, Said(found.body, found.words or found.body, ()), place)
    if why := _why_skipped(item, values):
        return replace(item, kind="other", skipped=why)
    item = replace(
        item,
        html=found.html,
        body=text if found.html is not None else item.body,
        losses=(*item.losses, *found.losses),
        slug=text_in(values, "slug") or _own_slug(site, item, name),
        terms=tuple(_terms(site, values)),
        draft={"draft": "a draft", "hidden": "hidden: it was in no list"}.get(text_in(values, "status").lower(), ""),
    )
    return _addressed(site, item, values)


def _values(site: PelicanSite, name: str, found: PelicanText) -> dict[str, Any]:
    """All that is known of a text, the most special last."""
    values: dict[str, Any] = {}
    defaults = site.settings.values.get("DEFAULT_METADATA")
    if isinstance(defaults, dict):
        values |= {str(key).lower(): value for key, value in defaults.items() if isinstance(value, str)}
    values["category"] = site.settings.text("DEFAULT_CATEGORY", "misc")
    extra = site.settings.values.get("EXTRA_PATH_METADATA")
    for place, more in sorted(extra.items()) if isinstance(extra, dict) else ():
        if isinstance(more, dict) and (place == name or _within(name, str(place))):
            values |= {str(key).lower(): value for key, value in more.items() if isinstance(value, str)}
    values |= from_path(site, name) | found.fields
    if (author := site.settings.text("AUTHOR")) and "author" not in values and "authors" not in values:
        values["author"] = author
    if date := values.get("date"):
        values["date"] = str(date).replace("_", " ")
    return values


def _why_skipped(item: Item, values: dict[str, Any]) -> str:
    """Why a file is no text of its own; "" where it is one."""
    if text_in(values, "status").lower() == "skip":
        return "its status is skip"
    if not text_in(values, "title") and not item.place.endswith(".rst"):
        return "it has no title: Pelican leaves it out"
    is_undated = item.kind == "post" and "date" not in values and text_in(values, "status").lower() != "draft"
    return "it has no date: Pelican leaves it out" if is_undated else ""


def _own_slug(site: PelicanSite, item: Item, name: str) -> str:
    is_name = site.settings.text("SLUGIFY_SOURCE", "title") == "basename"
    return site.slug(name.rpartition("/")[2].rpartition(".")[0] if is_name else item.title)


def _terms(site: PelicanSite, values: dict[str, Any]) -> Iterator[Term]:
    if category := text_in(values, "category"):
        yield Term("category", category, site.slug(category, "CATEGORY"))
    tags = values.get("tags", ())
    for tag in tags if isinstance(tags, tuple) else ():
        yield Term("tag", tag, site.slug(tag, "TAG"))


def _addressed(site: PelicanSite, item: Item, values: dict[str, Any]) -> Item:
    """The item with its addresses, its identifier in feeds and its language."""
    language = text_in(values, "lang").lower() or site.language
    is_other = language != site.language
    slug = f"{item.slug}-{language}" if is_other and item.slug else item.slug
    item = replace(item, language=language if is_other else "")
    url, file = _url_and_file(site, item, values, language)
    item = replace(item, slug=slug)
    if not file:
        return item
    address = _address(url)
    aliases = values.get("alias", ())
    return replace(
        item,
        address=address,
        more_addresses=tuple(one for one in (*map(_address, aliases), _address(file)) if one != address),
        guid=_guid(site, item, url),
    )


def _url_and_file(site: PelicanSite, item: Item, values: dict[str, Any], language: str) -> tuple[str, str]:
    """The address and the file of a text, by its own or by the patterns of its kind."""
    kind = ("PAGE" if item.kind == "page" else "ARTICLE") + ("_LANG" if item.language else "")
    category = next((term.slug for term in item.terms if term.kind == "category"), "")
    author = site.slug(item.authors[0], "AUTHOR") if item.authors else ""
    parts = {"path": item.file, "slug": item.slug, "lang": language, "category": category, "author": author}
    known = {key: value for key, value in values.items() if isinstance(value, str)} | parts
    url = text_in(values, "url") or expanded(site.pattern(f"{kind}_URL"), known, item.date)
    return url, text_in(values, "save_as") or expanded(site.pattern(f"{kind}_SAVE_AS"), known, item.date)


def _guid(site: PelicanSite, item: Item, url: str) -> str:
    """The identifier of an article in feeds: a tag URI."""
    if not (home := web_home(site.settings.text("SITEURL"))) or item.kind != "post" or not item.date:
        return ""
    link = urlsplit(urljoin(home + "/", url))
    return f"tag:{link.hostname},{item.date:%Y-%m-%d}:{link.path}"


def _address(url: str) -> str:
    path = "/" + urlsplit(url).path.lstrip("/")
    return path.removesuffix("index.html") if path.endswith("/index.html") else path


def _feeds(site: PelicanSite) -> Iterator[str]:
    names = ("FEED_ALL_ATOM", "FEED_ALL_RSS", "FEED_ATOM", "FEED_RSS", "TRANSLATION_FEED_ATOM", "TRANSLATION_FEED_RSS")
    for name in names:
        if pattern := site.pattern(name):
            yield "/" + pattern.replace("{lang}", site.language).lstrip("/")


def _archives(site: PelicanSite) -> Iterator[tuple[str, str]]:
    for kind in ("category", "tag"):
        if site.pattern(f"{kind.upper()}_SAVE_AS"):
            for name in dict.fromkeys((f"{kind.upper()}_URL", f"{kind.upper()}_SAVE_AS")):
                if "{slug}" in site.pattern(name):
                    yield _address(site.pattern(name)), kind
        for form in ("ATOM", "RSS"):
            if "{slug}" in (pattern := site.pattern(f"{kind.upper()}_FEED_{form}")):
                yield "/" + pattern.lstrip("/"), f"{kind} feed"


def _redirects(site: PelicanSite, items: tuple[Item, ...]) -> Iterator[tuple[str, str]]:
    """Pages of authors are gone; lists of all texts and of all terms lead to ours."""
    lists = {"ARCHIVES": "/archive/", "TAGS": "/tags/", "CATEGORIES": "/tags/", "AUTHORS": "gone"}
    for name, target in lists.items():
        file = site.settings.values.get(f"{name}_SAVE_AS", f"{name.lower()}.html")
        if isinstance(file, str) and file:
            yield _address(file), target
    posts = [item for item in items if item.kind == "post" and not item.draft]
    slugs = dict.fromkeys(site.slug(author, "AUTHOR") for item in posts for author in item.authors)
    for slug in filter(None, slugs):
        for setting in ("AUTHOR_SAVE_AS", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS"):
            if "{slug}" in (pattern := site.pattern(setting)):
                yield _address(pattern.replace("{slug}", slug)), "gone" if setting == "AUTHOR_SAVE_AS" else "feed"


def _spelled(site: PelicanSite, item: Item, href: str) -> str:
    """What a link like `{filename}other.md` means: a text of the source, a file, or a list of the old site."""
    found = _INTERNAL.fullmatch(href.strip())
    if found is None:
        return href
    what, rest = found[1], found[2]
    if what == "index":
        return "/"
    if what in ("tag", "category", "author"):
        pattern = site.pattern(f"{what.upper()}_URL")
        return _address(pattern.replace("{slug}", site.slug(rest.strip("/"), what.upper())))
    path = rest.partition("#")[0].partition("?")[0]
    if what == "filename" and path.lower().endswith(_TEXTS):
        return REF + rest
    if what == "attach" or rest.startswith("/"):
        return rest
    return "/" + posixpath.normpath(posixpath.join(posixpath.dirname(item.file), rest))

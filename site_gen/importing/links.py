"""Where the links and pictures of an item lead here: to files of this site, to its media, or where they led before."""

import posixpath
import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from msgspec import Struct

from site_gen.importing.fragments import Fragments
from site_gen.importing.item import Export, Item
from site_gen.importing.media import FILES, PICTURES, Found, Media, embedded
from site_gen.importing.place import Placed
from site_gen.importing.readers.macros import REF
from site_gen.urls import closed

_SAFE = re.compile(r"(?:https?|mailto|tel|sms):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
NOT_FOUND = "not found"
IMAGES = "content/images/imported/"


class Where(Struct, frozen=True):
    """What is known of all items: their files by old addresses, and those by their place in the source."""

    home: str
    files: Mapping[str, str]
    places: Mapping[str, str] = {}
    spelled: Callable[[Item, str], str] = lambda _, href: href
    hosts: tuple[str, ...] = ()
    fragments: Fragments = Fragments({})


class Used(Struct):
    """What all texts use: files by the paths at which they are published, missing pictures, links to nowhere.

    `moved` are old addresses of published files that are elsewhere now, as those of the sizes of a picture.
    """

    files: dict[str, Found] = {}
    moved: dict[str, str] = {}
    missing: dict[str, str] = {}
    dead: dict[str, str] = {}


def where_of(placed: tuple[Placed, ...], export: Export) -> Where:
    """The files of all items by their old addresses; the page of a picture is that of its post."""
    files: dict[str, str] = {}
    for one in placed:
        for old in one.item.addresses:
            files.setdefault(_key(old), one.path)
    paths = {one.item.key: one.path for one in placed}
    for item in export.items:
        if item.kind == "picture" and item.address and item.parent in paths:
            files.setdefault(_key(item.address), paths[item.parent])
    fragments = Fragments({one.path: one.item for one in placed})
    return Where(export.home.rstrip("/"), files, _places(placed), export.spelled, export.hosts, fragments)


def _places(placed: tuple[Placed, ...]) -> dict[str, str]:
    """The files of items by their paths in the source, and by their names where only one has it."""
    found: dict[str, str] = {}
    names: dict[str, set[str]] = {}
    for one in placed:
        if one.item.file:
            found[_place(one.item.file)] = one.path
            names.setdefault(_place(one.item.file).rpartition("/")[2], set()).add(one.path)
    return {name: min(paths) for name, paths in names.items() if len(paths) == 1} | found


def _place(path: str) -> str:
    """A path in the source as others may write it: without its suffix, and without `index`."""
    bare = re.sub(r"\.(?:mdx?|markdown|mkd|mdown|rst|txt|html?)\Z", "", path.strip("/").casefold())
    return re.sub(r"(?:\A|/)_?index\Z", "", bare)


class ItemLinks:
    """The links and pictures of one item. `base` is its old full address, by which relative ones are read."""

    def __init__(self, placed: Placed, where: Where, media: Media, used: Used) -> None:
        self._placed, self._where, self._media, self._used = placed, where, media, used
        home = where.home or "https://old.invalid"
        self._home = urlsplit(home)
        self._base = placed.item.base or home + quote(placed.item.address.partition("?")[0] or "/")

    def link(self, href: str) -> str | None:
        """The address to write; None where it may not be linked."""
        href = self._where.spelled(self._placed.item, _bare(href))
        if (file := self._named(href)) is not None:
            return file or None
        if href.startswith("#") or (_SCHEME.match(href) and not _SAFE.match(href)):
            return None
        if href.lower().startswith(("mailto:", "tel:", "sms:")):
            return href
        try:
            full = urljoin(self._base, href)
            own = self._own_path(full)
        except ValueError:
            return None
        if (found := self._beside(href)) and not found.fault and (found.is_picture or not self._placed.item.draft):
            return self._published(found, full)
        return _legal(full) if own is None else self._own_link(full, own)

    def _named(self, href: str) -> str | None:
        """The file that a link names by its place in the source; "" for one that is not there, None for others."""
        path = href.partition("#")[0].partition("?")[0]
        is_named = href.startswith((REF, "@/"))
        if not is_named and not (path.endswith((".md", ".mdx", ".markdown", ".rst")) and "://" not in path):
            return None
        path = unquote(path.removeprefix(REF).removeprefix("@/"))
        here = posixpath.dirname(self._placed.item.file)
        tries = (path.strip("/"), posixpath.normpath(posixpath.join(here, path)))
        file = next((found for one in tries if (found := self._where.places.get(_place(one)))), "")
        file = file or self._where.files.get(_key("/" + path.strip("/")), "")
        if not file and is_named:
            self._used.dead.setdefault(path, self._placed.item.key)
            if path.startswith("/") and self._where.home:
                return self._where.home + quote(path.rstrip("/") + "/")
        if not file:
            return "" if is_named else None
        return self._to_file(file, href.partition("#")[2], path) or ""

    def _to_file(self, file: str, fragment: str, old: str) -> str | None:
        """A link to a file here and a heading in it; None for one from a text to itself."""
        heading = self._where.fragments.here(file, fragment) if fragment else ""
        if fragment and not heading:
            self._used.dead.setdefault(f"{old}#{fragment}", self._placed.item.key)
        end = f"#{heading}" if heading else ""
        if file == self._placed.path:
            return end or None
        return posixpath.relpath(file, posixpath.dirname(self._placed.path)) + end

    def _beside(self, src: str) -> Found | None:
        """A file beside the text in the source."""
        if not self._placed.item.file or _SCHEME.match(src) or src.startswith(("/", "#")):
            return None
        return self._media.find(
            "/" + posixpath.normpath(posixpath.join(posixpath.dirname(self._placed.item.file), src))
        )

    def _own_link(self, full: str, own: str) -> str | None:
        """The address of what was on the old site: of a file here, of its media, or where it was."""
        query = urlsplit(full).query
        path = own + (f"?{query}" if re.match(r"(?:p|page_id)=\d+", query) else "")
        file = self._where.files.get(_key(path))
        if file is not None:
            return self._to_file(file, urlsplit(full).fragment, own)
        found = self._media.find(full)
        if found is not None and not found.fault and (found.is_picture or not self._placed.item.draft):
            return self._published(found, full)
        if own in ("", "/"):
            return "/"
        self._used.dead.setdefault(own, self._placed.item.key)
        return _legal(full) if self._where.home else None

    def picture(self, src: str) -> str | None:
        """The address of a picture that is there and can be published; others are noted as missing."""
        if src.startswith("data:"):
            within = embedded(src.strip())
            if within is not None and not within.fault:
                return self._published(within, "")
            if within is not None:
                self._used.missing.setdefault(f"{within.path}, within {self._placed.item.place}", f"it {within.fault}")
            return None
        src = self._where.spelled(self._placed.item, _bare(src))
        try:
            full = urljoin(self._base, src)
            foreign, by_name = self._own_path(full) is None, self._is_known_host(full)
        except ValueError:
            return None
        found = self._beside(src) or self._media.find(full, foreign, by_name)
        if found is None or found.fault or not found.is_picture:
            why = f"{found.path} {found.fault or 'is no picture'}" if found else NOT_FOUND
            self._used.missing.setdefault(full.replace("https://old.invalid", ""), why)
            return None
        return self._published(found, full)

    def _is_known_host(self, full: str) -> bool:
        """Whether the old site had its pictures on this host."""
        host = urlsplit(full).netloc.lower()
        return any(host == one or (one.startswith(".") and host.endswith(one)) for one in self._where.hosts)

    def _own_path(self, full: str) -> str | None:
        """The path of a full address below the home of the old site; None for one elsewhere."""
        parts = urlsplit(full)
        if parts.netloc.lower().removeprefix("www.") != self._home.netloc.lower().removeprefix("www."):
            return None
        root = unquote(self._home.path).rstrip("/")
        path = unquote(parts.path) or "/"
        return path.removeprefix(root) if path == root or path.startswith(root + "/") else None

    def _published(self, found: Found, full: str) -> str:
        """Where a file is published: at its old address; that of a draft only with its post."""
        if self._placed.item.draft:
            target = IMAGES + found.path
            self._used.files.setdefault(target, found)
            return posixpath.relpath(target, posixpath.dirname(self._placed.path))
        own = self._own_path(full) or ""
        folder = own.strip("/").rpartition("/")[0] if own.lower().endswith((*PICTURES, found.path[-5:].lower())) else ""
        name = found.path.rpartition("/")[2]
        path = f"{folder}/{name}" if folder else f"media/{found.path}"
        self._used.files.setdefault(f"static/{path}", found)
        if own.lower().endswith(FILES) and own != f"/{path}":
            self._used.moved.setdefault(own, f"/{path}")
        return f"/{path}"


def _legal(url: str) -> str:
    """A full address without what RFC 3986 forbids; browsers read it the same."""
    parts = urlsplit(url)
    path = re.sub(r'[<>"`{}|\\^ ]', lambda one: quote(one[0]), parts.path)
    query, fragment = (re.sub(r'[\[\]#<>"`{}|\\^ ]', lambda one: quote(one[0]), part) for part in parts[3:])
    return urlunsplit((*parts[:2], path, query, fragment))


def _bare(address: str) -> str:
    """An address without the characters that browsers leave out (https://url.spec.whatwg.org/#url-parsing)."""
    return re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33))))


def _key(address: str) -> str:
    """An address as links may spell it: without regard to case, closing slash and `index.html`."""
    path, mark, query = address.partition("?")
    return (closed(path.removesuffix("index.html")) + mark + query).casefold()

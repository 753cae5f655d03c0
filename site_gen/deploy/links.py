"""Broken internal links of built pages. Pure: the caller reads the pages."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from site_gen.text.references import unescape
from site_gen.urls import address_in, address_of, encoded, file_at, root_of

# A start tag that may have a link, with its attributes. The standard library's parser takes nine times as long.
_TAG = re.compile(
    rb"""<(?:a|area|link|img|script|source|iframe|video|audio|track|object|embed|form|use|image)"""
    rb"""(\s(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.IGNORECASE,
)
_POINTER = re.compile(
    rb"""\s(?:xlink:)?(href|src|srcset|poster|data|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_SKIPPED = re.compile(
    rb"<!--.*?-->|<script\b[^>]*>.*?</script\s*>|<style\b[^>]*>.*?</style\s*>", re.DOTALL | re.IGNORECASE
)


class Broken(NamedTuple):
    """A page's link to an address of the site that does not exist."""

    page: str
    link: str


def broken_links(
    pages: Iterable[str],
    read: Callable[[str], bytes],
    files: Collection[str],
    base_url: str,
    is_redirected: Callable[[str], bool] = lambda _: False,
) -> tuple[Broken, ...]:
    """Links of pages, given by path, to addresses that are neither among the site's files nor `is_redirected`."""
    checker = _Checker(files, base_url, is_redirected)
    return tuple(Broken(page, link) for page in pages for link in checker.missing(page, read(page)))


class _Checker:
    """A link checker with caches by attributes and by address, most of which pages share."""

    def __init__(self, files: Collection[str], base_url: str, is_redirected: Callable[[str], bool]) -> None:
        self.files, self.is_redirected = files, is_redirected
        self.origin = base_url.rstrip("/") + "/"
        parts = urlsplit(self.origin)
        self.host, self.root = parts.netloc.lower(), root_of(base_url)
        self._pointers: dict[bytes, tuple[str, ...]] = {}
        self._absolute: dict[str, bool] = {}

    def missing(self, page: str, data: bytes) -> Iterator[str]:
        """The page's broken links, each once."""
        seen: set[str] = set()
        here = ""
        for attributes in set(_TAG.findall(_SKIPPED.sub(_scripts_own_tag, data))):
            for link in self._links(attributes):
                if link in seen:
                    continue
                seen.add(link)
                if link.startswith(("/", "http:", "https:")):
                    fine = self._leads(link)
                else:
                    here = here or urljoin(self.origin, encoded(address_of(page)).lstrip("/"))
                    fine = self._is_there(link, here)
                if not fine:
                    yield link

    def _links(self, attributes: bytes) -> tuple[str, ...]:
        cached = self._pointers.get(attributes)
        if cached is None:
            cached = self._pointers[attributes] = tuple(_pointers(attributes))
        return cached

    def _leads(self, link: str) -> bool:
        cached = self._absolute.get(link)
        if cached is None:
            cached = self._absolute[link] = self._is_there(link, self.origin)
        return cached

    def _is_there(self, link: str, here: str) -> bool:
        try:
            parts = urlsplit(urljoin(here, link))
        except ValueError:
            return True  # not an address of this site
        if parts.scheme not in ("http", "https") or parts.netloc.lower() != self.host:
            return True
        address = address_in(self.root, unquote(parts.path))
        return address is not None and (bool(file_at(address, self.files)) or self.is_redirected(address))


def _scripts_own_tag(found: "re.Match[bytes]") -> bytes:
    """A script's own start tag, which may link to a file; its content does not."""
    text = found[0]
    return text[: text.index(b">") + 1] if text[:7].lower() == b"<script" else b""


def _pointers(attributes: bytes) -> Iterator[str]:
    for name, *values in _POINTER.findall(attributes):
        text = unescape(next(filter(None, values), b"").decode("utf-8", "replace")).strip()
        if name.lower() == b"srcset":
            yield from (part.split()[0] for part in text.split(",") if part.strip())
        elif text and not text.startswith(("#", "data:", "mailto:", "tel:", "javascript:")):
            yield text

"""The addresses of a folder's pages: by their files, as canonical links and the sitemap spell them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, unquote, urljoin, urlsplit

from msgspec import Struct

from site_gen.importing.readers.feeds.items import address_in, root_of
from site_gen.importing.readers.html.page import SourcePage
from site_gen.urls import address_of


class Addressed(Struct, frozen=True):
    """A page with its address, and what its file adds; `copy_of` is the path of the page that it repeats."""

    page: SourcePage
    address: str
    by_file: str
    copy_of: str = ""


def same(address: str) -> str:
    """An address without what hosts do not tell apart: `/a`, `/a/`, `/a.html` and `/a/index.html` are one."""
    bare = address.partition("?")[0].casefold().removesuffix("index.html").removesuffix("index.htm")
    return bare.removesuffix(".html").removesuffix(".htm").rstrip("/") or "/"


def home_of(pages: Iterable[SourcePage], feeds: Iterable[str], listed: Sequence[str]) -> str:
    """The full address of the site: what canonical links have before the path of their file, most often."""
    found: Counter[str] = Counter()
    for page in pages:
        url = page.head.canonical or page.saved
        own = same(address_of(page.path))
        if not url.startswith(("http://", "https://")):
            continue
        path = same(unquote(urlsplit(url).path) or "/")
        if own == "/" or path.endswith(own):
            prefix = path if own == "/" else path[: len(path) - len(own)]
            found[root_of(url) + prefix.rstrip("/")] += 1
    if not found:
        found.update(url.rstrip("/") for url in feeds if url.startswith(("http://", "https://")))
    if not found:
        found.update(root_of(url) for url in listed)
    return max(sorted(found), key=lambda home: found[home]) if found else ""


def addressed(pages: Sequence[SourcePage], home: str, listed: Iterable[str]) -> list[Addressed]:
    """Each page with its address."""
    files = {same(address_of(page.path)): page.path for page in pages}
    spelled = {same(path): path for url in listed if (path := address_in(url, home))}
    return [_addressed(page, home, files, spelled) for page in pages]


def _addressed(page: SourcePage, home: str, files: Mapping[str, str], spelled: Mapping[str, str]) -> Addressed:
    own = address_of(page.path)
    url = page.head.canonical or page.saved
    said = address_in(urljoin(full(home, own), url), home) if url else ""
    if said and same(said) == same(own):
        return Addressed(page, said.partition("?")[0], own)
    if said and (other := files.get(same(said))) and other != page.path and page.facts.kind != "redirect":
        is_front = same(said) == "/"
        return Addressed(page, spelled.get(same(own), own), own, "" if is_front else other)
    is_elsewhere = said and same(said) != "/" and page.facts.kind != "redirect"
    return Addressed(page, said if is_elsewhere else spelled.get(same(own), own), own)


def full(home: str, address: str) -> str:
    """The full address of a page; on a site without a known home one on a host that does not exist."""
    return (home or "https://old.invalid") + quote(address)

"""What `site-gen import` asks the old site itself for, when told to: its sitemaps, and its pictures."""

import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from site_gen.model.problem import Problem, SiteError

if TYPE_CHECKING:
    from site_gen.fetching.client import Client
    from site_gen.importing.download import Fetch
    from site_gen.importing.earlier import Sitemap

_LARGEST = 50_000_000  # bytes of a sitemap (https://www.sitemaps.org/protocol.html)
_MOST = 500


def is_url(text: str) -> bool:
    """Whether an argument is an address on the web, not a file."""
    return text.lower().startswith(("http://", "https://"))


def client_for(url: str) -> "Client":
    """A client for one old site: its host may be in a private network, since the user named it, and no other."""
    from site_gen.fetching.client import Client, Limits
    from site_gen.fetching.public import except_for

    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return Client(Limits(size=100_000_000), except_for(parts.hostname or "", port), lambda _: True)


def fetcher() -> "Fetch":
    """Asks old sites for files: each by a client of its own, that is kept."""
    from site_gen.fetching.refusal import Failure, Refusal
    from site_gen.importing.download import NotFetched

    clients: dict[str, Client] = {}

    def fetch(url: str) -> tuple[str, bytes]:
        client = clients.setdefault(urlsplit(url).netloc, client_for(url))
        try:
            answer = client.fetch(url)
        except Refusal as why:
            is_outage = isinstance(why, Failure) and not why.what.startswith("The site answers 4")
            raise NotFetched(why.what[:1].lower() + why.what[1:].rstrip("."), is_outage) from None
        return answer.media_type, answer.data

    return fetch


def sitemaps(named: tuple[str, ...]) -> "tuple[Sitemap, ...]":
    """The sitemaps that are named by file or address, and those that they list. `SiteError` where one is not there."""
    from site_gen.importing.earlier import Sitemap
    from site_gen.parsing.earlier_site import listed_sitemaps

    found: dict[str, Sitemap] = {}
    waiting = [(name, client_for(name) if is_url(name) else None) for name in named]
    while waiting and len(found) < _MOST:
        name, client = waiting.pop(0)
        if name in found:
            continue
        data = _unpacked(name, _read(name, client))
        urls = listed_sitemaps(data)
        found[name] = Sitemap(name, b"" if urls else data)
        waiting += [(urljoin(name, url) if client else _beside(name, url), client) for url in urls]
    return tuple(one for one in found.values() if one.data)


def _beside(name: str, url: str) -> str:
    """The file of a sitemap that another one lists, in the same folder."""
    return str(Path(name).with_name(urlsplit(url).path.rpartition("/")[2] or "sitemap.xml"))


def _read(name: str, client: "Client | None") -> bytes:
    from site_gen.fetching.refusal import Refusal

    try:
        return client.fetch(name).data if client else Path(name).read_bytes()
    except Refusal as refusal:
        raise SiteError((Problem(name, 0, 0, refusal.what, refusal.hint),)) from None
    except OSError:
        hint = "Save it there, or correct --sitemap."
        raise SiteError((Problem(name, 0, 0, "There is no such sitemap.", hint),)) from None


def _unpacked(name: str, data: bytes) -> bytes:
    """The bytes of a sitemap, which may be compressed."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(31).decompress(data, _LARGEST)
    except zlib.error:
        what = "This compressed sitemap is damaged."
        raise SiteError((Problem(name, 0, 0, what, "Save it again."),)) from None

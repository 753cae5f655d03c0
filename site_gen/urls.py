"""Addresses and files: the one place that knows how one follows from the other.

An *address* counts from the root of the site and is spelled as people read it, not percent-encoded;
a *path* is that of a file below the output folder; a *link* is what a page or a request holds: encoded, below the path
where the site is published, perhaps with a query and a fragment. Pure: nothing is read.
"""

from collections.abc import Container
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

INDEX = "index.html"
_SAFE = "/!$&'()*+,;=:@~"  # what a path may have unescaped (RFC 3986, 3.3); "#" and "?" belong to a name


def address_of(path: str) -> str:
    """The address of a file: `tags/index.html` is at `/tags/`, `feed.xml` at `/feed.xml`."""
    return "/" + path.removesuffix(INDEX) if path == INDEX or path.endswith(f"/{INDEX}") else f"/{path}"


def path_of(address: str) -> str:
    """The file that an address is served from: `/tags/` -> `tags/index.html`, `/feed.xml` -> `feed.xml`."""
    path = address.removeprefix("/")
    return path + INDEX if not path or path.endswith("/") else path


def file_at(address: str, files: Container[str]) -> str:
    """Which of the files any host serves at an address, with its closing slash or without; "" for none."""
    path = path_of(address)
    if path in files:
        return path
    inner = f"{path}/{INDEX}"
    return inner if not address.endswith("/") and inner in files else ""


def closed(address: str) -> str:
    """An address as pages write it: with a slash at its end where it names no file."""
    return address if address.endswith(("/", "*")) or "." in address.rpartition("/")[2] else address + "/"


def closed_source(address: str) -> str:
    """An old address as `closed` has it; one with a query is as it is."""
    return address if "?" in address else closed(address)


def folded_source(address: str) -> str:
    """An old address as it is told from others: in small letters, as files on some systems have it.

    One with a query is as it is: values of queries are no files.
    """
    return address if "?" in address else closed(address).casefold()


def decoded(link: str) -> str:
    """The address in a link within the site, without query and fragment."""
    return unquote(urlsplit(link).path)


def encoded(address: str) -> str:
    """An address as links and requests spell it."""
    return quote(address, safe=_SAFE)


@lru_cache(maxsize=8)
def root_of(base_url: str) -> str:
    """The path below which a site is published, as settings spell it, without a closing slash: "" or "/news"."""
    return urlsplit(base_url).path.rstrip("/")


@lru_cache(maxsize=8)
def base_of(base_url: str) -> str:
    """Scheme, host and path of a published site, without a closing slash."""
    parts = urlsplit(base_url)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def below(root: str, address: str) -> str:
    """An address of the site below the path where it is published; other links are unchanged."""
    return root + address if address.startswith("/") and not address.startswith("//") else address


def address_in(root: str, path: str) -> str | None:
    """The site's own address in a decoded path on its server; None where that is outside of `root`."""
    root = unquote(root)
    if path == root:
        return "/"
    return path[len(root) :] if path.startswith(f"{root}/") else None


def full_address(base_url: str, address: str) -> str:
    """An address of the site with scheme and host; other links are unchanged."""
    return below(base_of(base_url), address)


def markdown_address(url: str) -> str:
    """Where a post is published as Markdown: `/talks/` has it at `/talks/index.md`, `/talks.html` at `/talks.md`."""
    return f"{url}index.md" if url.endswith("/") else f"{url.removesuffix('.html')}.md"


def card_address(url: str) -> str:
    """Where a post's social card is: `/talks/` has it at `/talks/card.png`, `/talks.html` at `/talks-card.png`."""
    return f"{url}card.png" if url.endswith("/") else f"{url.removesuffix('.html')}-card.png"

"""A request's address to a file of the site, as a host for static files finds it.

Files are looked up by name among those of the site, never on disk: no address can lead out of it.
"""

from collections.abc import Container
from urllib.parse import unquote, unquote_to_bytes

from msgspec import Struct

from site_gen.urls import address_in, encoded, file_at, path_of


class Destination(Struct, frozen=True):
    """What an address leads to: a file of the site, or another address; neither where there is nothing."""

    path: str = ""
    redirect: str = ""


NOWHERE = Destination()


def destination_of(raw: bytes, root: str, files: Container[str]) -> Destination:
    """Where a raw request path leads, in a site that is published below `root` ("" or "/news")."""
    try:
        address = unquote_to_bytes(raw).decode()
    except UnicodeDecodeError:
        return NOWHERE
    if not _is_plain(raw, address):
        return NOWHERE
    if root and address == "/":
        return Destination(redirect=encoded(f"{unquote(root)}/"))
    own = address_in(root, address)
    if own is None:
        return NOWHERE
    if root and own == "/" and not address.endswith("/"):
        return Destination(redirect=encoded(f"{address}/"))
    path = file_at(own, files)
    if path and path != path_of(own):
        return Destination(redirect=encoded(f"{address}/"))
    if not path and not own.endswith("/") and f"{path_of(own)}.html" in files:
        path = f"{path_of(own)}.html"
    return Destination(path)


def _is_plain(raw: bytes, address: str) -> bool:
    """Whether an address is written as the site's own are: no way up, no hidden slash, no control character."""
    if not address.startswith("/") or address.startswith("//") or "\\" in address or b"%2f" in raw.lower():
        return False
    if not address.isprintable():
        return False
    return not any(part in (".", "..") for part in address.split("/"))

"""A request's address to a file of the site, as a host for static files finds it.

Files are looked up by name among those that the site has, never on disk: no address can lead out of it.
"""

from collections.abc import Container
from urllib.parse import quote, unquote_to_bytes

from msgspec import Struct


class Place(Struct, frozen=True):
    """What an address leads to: a file of the site, or another address; neither where there is nothing."""

    path: str = ""
    redirect: str = ""


NOWHERE = Place()


def place_of(raw: bytes, root: str, files: Container[str]) -> Place:
    """Where a raw request path leads in a site that is published below `root` ("" or "/news")."""
    try:
        address = unquote_to_bytes(raw).decode()
    except UnicodeDecodeError:
        return NOWHERE
    if not _is_plain(raw, address):
        return NOWHERE
    if root:
        if address in ("/", root):
            return Place(redirect=f"{quote(root)}/")
        if not address.startswith(f"{root}/"):
            return NOWHERE
        address = address.removeprefix(root)
    path = address[1:]
    if path == "" or path.endswith("/"):
        return Place(f"{path}index.html") if f"{path}index.html" in files else NOWHERE
    if path in files:
        return Place(path)
    if f"{path}/index.html" in files:
        return Place(redirect=quote(f"{root}/{path}/"))
    return Place(f"{path}.html") if f"{path}.html" in files else NOWHERE


def _is_plain(raw: bytes, address: str) -> bool:
    """Whether an address is written as the site's own are: no way up, no hidden slash, no control character."""
    if not address.startswith("/") or address.startswith("//") or "\\" in address or b"%2f" in raw.lower():
        return False
    if not address.isprintable():
        return False
    return not any(part in (".", "..") for part in address.split("/"))

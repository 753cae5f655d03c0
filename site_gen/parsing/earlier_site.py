"""Addresses of an earlier site: from its sitemap, or from a text with one address a line."""

import re
from urllib.parse import unquote, urlsplit

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from msgspec import Struct

from site_gen.model.problem import Problem, Result
from site_gen.model.published import PublishedAddress
from site_gen.text.paths import path_fault
from site_gen.urls import address_in, closed, root_of

IMPORTED = "earlier"
_FEED = re.compile(r"(?:.*/)?(?:feed\.xml|atom\.xml|feed\.json)")


class Earlier(Struct, frozen=True):
    """The addresses of an earlier site, and what could not be taken in."""

    addresses: tuple[PublishedAddress, ...] = ()
    skipped: tuple[str, ...] = ()


def earlier_addresses(path: str, data: bytes, base_url: str, day: str) -> Result[Earlier]:
    """The addresses in a sitemap (https://www.sitemaps.org/protocol.html) or a text.

    Hosts are not compared, since the earlier site may have had another; those below another path are left out.
    """
    lines = data.decode("utf-8-sig", "replace").splitlines()
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        try:
            root = fromstring(data)
        except (ParseError, DefusedXmlException, ValueError) as error:
            what = f"This sitemap cannot be read: {error}."
            return Result(None, (Problem(path, 0, 0, what, "Save it again, or give a text with one address a line."),))
        if root.tag.rpartition("}")[2] == "sitemapindex":
            what = "This is a list of sitemaps, not a sitemap."
            return Result(None, (Problem(path, 0, 0, what, "Save the sitemaps that it names, and import each."),))
        lines = [one.text or "" for one in root.iter() if one.tag.rpartition("}")[2] == "loc"]
    found: dict[str, PublishedAddress] = {}
    skipped = []
    for line in (line.strip() for line in lines):
        if not line or line.startswith("#"):
            continue
        address = _address(line, root_of(base_url))
        if address:
            found[address] = PublishedAddress(address, "feed" if _FEED.fullmatch(address) else IMPORTED, "", day)
        else:
            skipped.append(line)
    return Result(Earlier(tuple(sorted(found.values())), tuple(skipped)))


def listed_sitemaps(data: bytes) -> tuple[str, ...]:
    """The addresses of the sitemaps that a list of them names; none where it is something else."""
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError):
        return ()
    if root.tag.rpartition("}")[2] != "sitemapindex":
        return ()
    return tuple((one.text or "").strip() for one in root.iter() if one.tag.rpartition("}")[2] == "loc")


def _address(link: str, root: str) -> str:
    """The site's address in a link; "" for one that no page of this site can have."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    path = unquote(parts.path, errors="replace")
    address = address_in(root, path or "/")
    return recordable(address) if address is not None and not parts.query and path.startswith("/") else ""


def recordable(address: str) -> str:
    """An address as addresses.lock may have it; "" for one that no page of a site can have."""
    if not address.startswith("/") or not address.isprintable() or "\ufffd" in address:
        return ""
    return "" if "//" in address or any(one in address for one in "\\?#*") or path_fault(address) else closed(address)

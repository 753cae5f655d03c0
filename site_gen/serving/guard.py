"""Who may ask: this machine's own addresses, and no other site's pages.

A page of another origin could otherwise read drafts by a name that it points at this machine (DNS rebinding), or by
embedding what it may not read.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from msgspec import Struct

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
METHODS = ("GET", "HEAD")


class Refusal(Struct, frozen=True):
    """Why a request is turned away: an HTTP status, and words for people."""

    status: int
    why: str


class Guard(Struct, frozen=True):
    """The host names, without ports, that requests may be meant for."""

    hosts: frozenset[str] = LOOPBACK

    def refusal(self, method: str, headers: Mapping[str, str]) -> Refusal | None:
        """Why a request with these headers (names in lower case) is refused; None for one that may pass."""
        if method not in METHODS:
            return Refusal(405, "The preview is for reading.")
        host = headers.get("host", "")
        if host_name(host) not in self.hosts:
            return Refusal(421, "The preview does not answer to this name. Ask for 127.0.0.1, or start it with --host.")
        origin = headers.get("origin")
        if origin is not None and not _is_own(origin, host):
            return Refusal(403, "Pages of other sites may not read the preview.")
        if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
            return None
        if headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document":
            return None  # a link was followed: whoever set it cannot read where it leads
        return Refusal(403, "Pages of other sites may not embed the preview.")


def host_name(host: str) -> str | None:
    """The name in a Host header; None where it is none."""
    if not host or any(sign in host for sign in "/\\@?#, \t"):
        return None
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    return (parts.hostname or "").rstrip(".") or None


def _is_own(origin: str, host: str) -> bool:
    return origin == f"http://{host}"

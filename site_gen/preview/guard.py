"""Which requests are answered: those for this machine's own addresses and names, and none from other sites' pages.

A page of another origin could otherwise read drafts by a name that it points at this machine (DNS rebinding), or by
embedding what it may not read. An IP address cannot be pointed elsewhere: the one that a connection has arrived at is
the machine's own, whichever interface has it.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from site_gen.preview.interfaces import ip_address_of

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
METHODS = ("GET", "HEAD")
_OTHER_NAME = (
    "The preview does not answer to this name. Use one of the addresses that it printed, or start it with --host."
)


class Refusal(Struct, frozen=True):
    """Why a request is refused: an HTTP status, and a message for people."""

    status: int
    why: str


class Guard(Struct, frozen=True):
    """The host names, without ports, that requests may be addressed to."""

    hosts: frozenset[str] = LOOPBACK

    def refusal(self, method: str, headers: Mapping[str, str], arrived: str = "") -> Refusal | None:
        """Why a request with these headers (names in lower case) is refused; None for one that may pass.

        `arrived` is the address of this machine that it was sent to.
        """
        if method not in METHODS:
            return Refusal(405, "The preview is read-only.")
        host = headers.get("host", "")
        if not self._is_ours(host_name(host), arrived):
            return Refusal(421, _OTHER_NAME)
        origin = headers.get("origin")
        if origin is not None and not _is_own(origin, host):
            return Refusal(403, "Pages of other sites may not read the preview.")
        if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
            return None
        if headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document":
            return None  # a link was followed: whoever set it cannot read where it leads
        return Refusal(403, "Pages of other sites may not embed the preview.")

    def _is_ours(self, name: str | None, arrived: str) -> bool:
        return name is not None and (name in self.hosts or _is_same_address(name, arrived))


def _is_same_address(name: str, arrived: str) -> bool:
    address = ip_address_of(name)
    return address is not None and not address.is_unspecified and address == ip_address_of(arrived)


def host_name(host: str) -> str | None:
    """The name in a Host header; None where it is not valid."""
    if not host or any(character in host for character in "/\\@?#, \t"):
        return None
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    return (parts.hostname or "").rstrip(".") or None


def _is_own(origin: str, host: str) -> bool:
    return origin == f"http://{host}"

"""Which hosts may be asked: public addresses only, so that no link leads into the reader's own network."""

import ipaddress
import socket
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from site_gen.fetching.refusal import Failure, Refusal

Resolve = Callable[[str, int], tuple[str, ...]]
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_WEB_PORTS = (80, 443)
_FIRST_FREE_PORT = 1024
_LONGEST = 2000


class Place(NamedTuple):
    """Where an address leads: its host by name, its port, and the checked address of the host."""

    host: str
    port: int
    ip: str


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, as the system knows them."""
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Failure(f"The host '{host}' is not known.", "Is the address right?") from None
    return tuple(dict.fromkeys(str(info[4][0]) for info in infos))


def except_for(host: str, port: int) -> Resolve:
    """As `resolve`, but private addresses are refused here, unless they are those of this one host and port."""

    def found(name: str, at: int) -> tuple[str, ...]:
        addresses = resolve(name, at)
        if (name, at) != (host, port) and not all(map(is_public, addresses)):
            raise Refusal(f"'{name}' is in a private network.", "Only public addresses and the named site are asked.")
        return addresses

    return found


def is_public(address: str) -> bool:
    """Whether an address is on the internet, not in this machine, its network, or behind a translation into them."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.teredo is not None:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def place_of(url: str, resolve: Resolve, is_allowed: Callable[[str], bool]) -> Place:
    """Where an address leads. `Refusal` unless it is a web address whose host has allowed addresses only."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Refusal(f"'{url[:200]}' is not a web address.") from None
    if parts.scheme not in ("http", "https") or not host or len(url) > _LONGEST:
        raise Refusal(f"'{url[:200]}' is not a web address.", "Give one that begins with https:// or http://.")
    if parts.username is not None or parts.password is not None:
        raise Refusal("An address with a name or password is not fetched.", "Save the page in a browser.")
    port = port or (443 if parts.scheme == "https" else 80)
    if port < _FIRST_FREE_PORT and port not in _WEB_PORTS:
        raise Refusal(f"The port {port} is none of the web's.")
    found = resolve(host, port)
    if not found or not all(map(is_allowed, found)):
        raise Refusal(
            f"'{host}' is in a private network.", "Only public addresses are fetched: save the page in a browser."
        )
    return Place(host, port, found[0])

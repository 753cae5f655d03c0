"""The addresses of this machine: which to print, and whether a request was meant for one of them."""

import ipaddress
import re
import socket
from collections.abc import Iterator
from pathlib import Path

_FAR = ("192.0.2.1", "2001:db8::1")  # reserved for documentation; nothing is sent to them
_ROUTES = Path("/proc/net/fib_trie")
_INTERFACES = Path("/proc/net/if_inet6")
_LOCAL = re.compile(r"\|-- ([0-9.]+)\n\s+/32 host LOCAL")

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def host_names(versions: tuple[int, ...] = (4, 6)) -> tuple[str, ...]:
    """The IP addresses by which other machines may reach this one, and its name, as far as they are known."""
    addresses = {address for text in _own_addresses() if (address := ip_address_of(text)) is not None}
    outward = [one for one in addresses if one.version in versions and _is_reachable(one)]
    outward.sort(key=lambda one: (one.version, int(one)))
    return (*map(str, outward), socket.gethostname().lower())


def ip_address_of(text: str) -> IPAddress | None:
    """An IP address as it is compared: without a zone, and IPv4 where it is written as IPv6; None for another name."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _is_reachable(address: IPAddress) -> bool:
    """Whether other machines can use an address; browsers support none that needs a zone."""
    if address.is_loopback or address.is_unspecified or address.is_multicast:
        return False
    return not (address.version == 6 and address.is_link_local)


def _own_addresses() -> Iterator[str]:
    """Addresses from the machine's name, from its routes to others, and from its interfaces where Linux lists them."""
    try:
        infos = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
    except OSError:
        infos = []
    yield from (str(info[4][0]) for info in infos)
    for far in _FAR:
        try:
            with socket.socket(socket.AF_INET6 if ":" in far else socket.AF_INET, socket.SOCK_DGRAM) as way:
                way.connect((far, 9))
                yield str(way.getsockname()[0])
        except OSError:  # no way there
            continue
    try:
        yield from _LOCAL.findall(_ROUTES.read_text())
        for line in _INTERFACES.read_text().splitlines():
            yield str(ipaddress.IPv6Address(int(line.split()[0], 16)))
    except (OSError, ValueError):  # not Linux
        return

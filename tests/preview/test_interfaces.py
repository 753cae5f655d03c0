import socket
import struct
import sys
from ipaddress import ip_address

import pytest

from site_gen.preview.interfaces import host_names, ip_address_of


def assigned() -> set[str]:
    """The first IPv4 address of each interface, asked of the kernel."""
    import fcntl  # Windows has none

    found = set()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        for _, name in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(sock, 0x8915, struct.pack("256s", name.encode()[:15]))  # SIOCGIFADDR
            except OSError:
                continue
            found.add(socket.inet_ntoa(answer[20:24]))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel is asked by a number of Linux")
def test_every_interface_is_listed_but_those_for_this_machine_alone() -> None:
    listed = host_names()
    addresses = [ip_address(name) for name in listed[:-1]]
    assert listed[-1] == socket.gethostname().lower()
    assert {one for one in assigned() if not ip_address(one).is_loopback} <= set(listed)
    assert not any(one.is_loopback or one.is_unspecified or one.is_multicast for one in addresses)
    assert addresses == sorted(set(addresses), key=lambda one: (one.version, int(one)))


def test_a_preview_for_ipv4_lists_no_others() -> None:
    assert all(ip_address(name).version == 4 for name in host_names((4,))[:-1])


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("fe80::1%eth0", "fe80::1"),
        ("0:0:0:0:0:0:0:1", "::1"),
        ("127.1", None),
        ("2130706433", None),
        ("desk.example", None),
        ("", None),
    ],
)
def test_an_address_is_compared_however_it_is_written(text: str, address: str | None) -> None:
    found = ip_address_of(text)
    assert (str(found) if found else None) == address

import pytest

from site_gen.fetching.public import Place, is_public, place_of, resolve
from site_gen.fetching.refusal import Failure, Refusal

PRIVATE = """
    127.0.0.1 127.255.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0
    255.255.255.255 224.0.0.1 198.18.0.1 192.0.2.1 240.0.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 ff02::1
    ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1::
    2001:0:7f00:1:: 2001:db8::1
""".split()  # noqa: SIM905
PUBLIC = "93.184.216.34 8.8.8.8 172.32.0.1 2606:4700::6810:84e5 64:ff9b::808:808 ::ffff:8.8.8.8".split()  # noqa: SIM905


def test_private_addresses_are_told_from_public_ones_in_all_their_forms() -> None:
    assert [one for one in PRIVATE if is_public(one)] == []
    assert [one for one in PUBLIC if not is_public(one)] == []


def test_every_address_of_a_host_must_be_public() -> None:
    def mixed(host: str, port: int) -> tuple[str, ...]:
        return "8.8.8.8", "10.0.0.1"

    with pytest.raises(Refusal, match=r"'post\.example' is in a private network"):
        place_of("https://post.example/", mixed, is_public)
    with pytest.raises(Refusal):
        place_of("https://post.example/", lambda host, port: (), is_public)


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://post.example/a?b#c", ("post.example", 443)),
        ("http://POST.example", ("post.example", 80)),
        ("https://post.example:8443/", ("post.example", 8443)),
    ],
)
def test_a_place_is_a_host_a_port_and_the_checked_address(url: str, place: tuple[str, int]) -> None:
    assert place_of(url, lambda host, port: ("8.8.8.8",), is_public) == Place(*place, "8.8.8.8")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://post.example/",
        "gopher://post.example/",
        "post.example",
        "",
        "http://",
        "http:///a",
        "http://[::1/",
        "http://post.example:99999/",
        "http://post.example:22/",
        "http://post.example:25/",
        "http://ann:secret@post.example/",
        "https://post.example/" + "a" * 3000,
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(Refusal) as refused:
        place_of(url, lambda host, port: ("8.8.8.8",), is_public)
    assert "secret" not in str(refused.value)


def test_numbers_and_names_of_this_machine_are_seen_through() -> None:
    for host in ("2130706433", "0x7f000001", "127.1", "localhost", "[::1]"):
        with pytest.raises(Refusal):
            place_of(f"http://{host}/", resolve, is_public)
    with pytest.raises(Failure, match="is not known"):
        resolve("host.invalid", 80)

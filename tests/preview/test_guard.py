import pytest

from site_gen.preview.guard import Guard, host_name


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("localhost:8000", "localhost"),
        ("LOCALHOST.", "localhost"),
        ("[::1]:8000", "::1"),
        ("127.0.0.1", "127.0.0.1"),
        ("a@b", None),
        ("", None),
        ("host:port", None),
        ("[::1", None),
        ("a b", None),
    ],
)
def test_the_name_in_a_host_header(host: str, name: str | None) -> None:
    assert host_name(host) == name


def test_a_name_that_was_given_is_answered_to() -> None:
    guard = Guard(frozenset({"desk.example"}))
    assert guard.refusal("GET", {"host": "desk.example:8000"}) is None
    refused = guard.refusal("GET", {"host": "localhost:8000"})
    assert refused is not None and refused.status == 421


@pytest.mark.parametrize(
    ("host", "arrived", "passes"),
    [
        ("192.0.2.7:8000", "192.0.2.7", True),
        ("192.0.2.7:8000", "::ffff:192.0.2.7", True),  # a socket for both kinds of addresses
        ("[2001:db8::7]:8000", "2001:db8::7", True),
        ("[fe80::7]:8000", "fe80::7%eth0", True),
        ("192.0.2.8:8000", "192.0.2.7", False),
        ("evil.example", "192.0.2.7", False),
        ("192.0.2.7.evil.example", "192.0.2.7", False),
        ("0.0.0.0:8000", "0.0.0.0", False),
        ("[::]:8000", "::", False),
        ("evil.example", "", False),
        ("", "", False),
    ],
)
def test_the_address_that_a_request_arrived_at_is_this_machines(host: str, arrived: str, passes: bool) -> None:
    refused = Guard().refusal("GET", {"host": host}, arrived)
    assert (refused is None) is passes
    assert refused is None or refused.status == 421

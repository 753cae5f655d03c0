import pytest

from site_gen.serving.guard import Guard, host_name


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

"""What is asked of the web, and what is not, with a real server."""

import socket
import threading
import time

import pytest

from site_gen import __version__
from site_gen.fetching.client import Client, Limits
from site_gen.fetching.refusal import Failure, Refusal
from tests.fetching.conftest import Web


def test_a_page_is_fetched_by_name_from_the_address_that_was_checked(web: Web) -> None:
    answer = web.client().fetch(web.page("/a", "Words.") + "#part")
    assert (answer.url, answer.data) == (f"http://{web.host}/a", b"Words.")
    assert (answer.media_type, answer.charset) == ("text/html", "utf-8")
    agent = f"site-gen/{__version__}"
    assert web.asked == [(web.host, "/robots.txt", agent), (web.host, "/a", agent)]


def test_a_name_is_resolved_once_for_each_connection_so_that_it_cannot_lead_elsewhere(web: Web) -> None:
    """DNS rebinding: a name that is public when it is checked and private when it is connected to."""
    answers = iter([("127.0.0.1",)] * 3 + [("10.0.0.1",)] * 9)
    asked: list[str] = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return next(answers)

    client = Client(None, resolve, lambda ip: ip == "127.0.0.1")
    assert client.fetch(web.page("/a", "Words.")).data == b"Words."
    assert asked == ["post.example"] * 3  # of the page, of robots.txt, of the page again: each use is checked
    with pytest.raises(Refusal, match="private network"):
        client.fetch(web.page("/b", "Words."))
    assert [path for _, path, _ in web.asked] == ["/robots.txt", "/a"]


def test_redirects_are_followed_to_public_addresses_only_and_each_is_checked(web: Web) -> None:
    web.page("/end", "Words.")
    web.redirect("/second", "/end")
    assert web.client().fetch(web.redirect("/first", f"http://{web.host}/second")).url == f"http://{web.host}/end"
    for to in ("http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "//[::1]:80/"):
        with pytest.raises(Refusal) as refused:
            web.client().fetch(web.redirect("/away", to))
        assert not isinstance(refused.value, Failure)


def test_redirects_without_end_are_given_up(web: Web) -> None:
    with pytest.raises(Failure, match="redirects more than 5 times"):
        web.client().fetch(web.redirect("/round", "/round"))
    assert len([path for _, path, _ in web.asked if path == "/round"]) == 6


def test_robots_txt_is_honoured_also_after_a_redirect(web: Web) -> None:
    web.page("/robots.txt", "User-agent: *\nDisallow: /closed/\n", "text/plain")
    client = web.client()
    assert client.fetch(web.page("/open", "Words.")).data == b"Words."
    web.page("/closed/a", "Words.")
    for url in (f"http://{web.host}/closed/a", web.redirect("/way", "/closed/a")):
        with pytest.raises(Refusal, match=r"robots\.txt"):
            client.fetch(url)
    assert "/closed/a" not in [path for _, path, _ in web.asked]
    assert [path for _, path, _ in web.asked].count("/robots.txt") == 1


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (410, True), (401, False), (500, False), (503, False)])
def test_without_robots_txt_all_is_allowed_and_after_an_error_nothing(web: Web, status: int, allowed: bool) -> None:
    url = web.page("/a", "Words.")
    web.replies["/robots.txt"] = (status, {}, b"")
    if allowed:
        assert web.client().fetch(url).data == b"Words."
    else:
        with pytest.raises(Refusal, match=r"robots\.txt"):
            web.client().fetch(url)


def test_a_large_file_is_given_up_once_it_is_too_large(web: Web) -> None:
    url = web.page("/large", bytes(3_000_000))
    with pytest.raises(Refusal, match="larger than 1 MB"):
        web.client(Limits(size=1_000_000)).fetch(url)
    assert len(web.client(Limits(size=3_000_000)).fetch(url).data) == 3_000_000


def test_a_slow_host_is_given_up(web: Web) -> None:
    url = web.page("/slow", bytes(3_000_000))
    web.delay = 0.1
    began = time.monotonic()
    with pytest.raises(Failure, match=r"longer than 0\.5 seconds"):
        web.client(Limits(seconds=0.5)).fetch(url)
    assert time.monotonic() - began < 4


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 200 OK\r\nX-A: ", b"nonsense\r\n\r\n"])
def test_a_host_that_does_not_speak_or_never_ends_its_head_is_given_up(said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def trickle() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(said)
                for _ in range(40):
                    time.sleep(0.05)
                    try:
                        connection.sendall(b"a" if said.startswith(b"HTTP") else b"")
                    except OSError:
                        return

        threading.Thread(target=trickle, daemon=True).start()
        client = Client(Limits(seconds=0.2, wait=0.4), lambda host, port: ("127.0.0.1",), lambda ip: True)
        began = time.monotonic()
        with pytest.raises(Failure):
            client.fetch(f"http://post.example:{port}/a")
        assert time.monotonic() - began < 2


def test_an_answer_that_is_no_page_is_a_failure_with_what_to_do(web: Web) -> None:
    for status, hint in ((404, "Is the address right?"), (403, "where you are signed in"), (500, "Try again later.")):
        web.replies["/a"] = (status, {}, b"")
        with pytest.raises(Failure, match=f"answers {status}") as failed:
            web.client().fetch(f"http://{web.host}/a")
        assert hint in failed.value.hint
    with pytest.raises(Failure, match="could not be reached"):
        Client(None, lambda host, port: ("127.0.0.1",), lambda ip: True).fetch("http://post.example:1080/")


def test_without_the_library_it_says_what_to_install(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(Refusal) as refused:
        web.client().fetch(web.page("/a", "Words."))
    assert "Install it: pip install " in refused.value.hint and "'httpx>=" in refused.value.hint

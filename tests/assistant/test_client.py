"""Calls to real servers that behave in every way: each gives a reply or a reason, in bounded time."""

import threading
import time
from collections.abc import Sequence

import pytest

from site_gen.assistant.client import Assistant
from site_gen.assistant.reply import Reply
from site_gen.extract.assistance.request import Request
from site_gen.model.assistance import AssistantSettings
from tests.assistant.server import (
    KEY,
    Give,
    Handler,
    Server,
    completion,
    cut,
    in_turn,
    saying,
    serving,
    streaming,
    trickling,
    with_status,
)

SECRET = "a text that nobody else may see"


def request(number: int = 0) -> Request:
    messages = ({"role": "system", "content": "rules"}, {"role": "user", "content": f"{SECRET} {number}"})
    return Request(f"seeds/{number}.txt", messages, 32, f"digest {number}")


def ask(
    server: Server | str, requests: Sequence[Request] = (request(),), key: str = "", **settings: object
) -> tuple[list[Reply], list[float]]:
    """The replies, and the pauses that were made; no pause takes time."""
    pauses = list[float]()
    url = server if isinstance(server, str) else server.url
    chosen = AssistantSettings(**{"url": url, "model": "m", "timeout": 5, **settings})  # type: ignore[arg-type]
    replies = list(Assistant(chosen, key, pauses.append).ask(requests, lambda _: None))
    return replies, pauses


def why(give: Give, **settings: object) -> str:
    with serving(give) as server:
        (reply,), _ = ask(server, **settings)  # type: ignore[arg-type]
    assert not reply.text
    assert SECRET not in reply.why
    return reply.why


def test_what_is_sent() -> None:
    with serving(saying("{}")) as server:
        (reply,), pauses = ask(server, key=KEY, answer_tokens=77)
    (sent,), ((path, headers),) = server.asked, server.heads
    assert (reply.text, reply.why, pauses) == ("{}", "", [])
    assert path == "/v1/chat/completions"
    assert headers["authorization"] == f"Bearer {KEY}"
    assert (sent["model"], sent["temperature"], sent["max_tokens"], sent["stream"]) == ("m", 0, 77, False)
    assert sent["messages"][1]["content"] == f"{SECRET} 0"
    assert sent["response_format"]["json_schema"]["schema"]["required"] == ["headline", "summary", "tags"]


def test_without_a_key_none_is_sent() -> None:
    with serving(saying("{}")) as server:
        ask(server)
    assert "authorization" not in {name.lower() for name in server.heads[0][1]}


def test_a_stream_is_read_though_none_was_asked_for() -> None:
    with serving(streaming('{"headline": "Ä long answer"}')) as server:
        (reply,), _ = ask(server)
    assert reply.text == '{"headline": "Ä long answer"}'


@pytest.mark.parametrize(
    ("give", "words"),
    [
        (streaming("half", end=b""), "breaks off"),
        (streaming("half", end=b"data: {broken\n\n"), "protocol"),
        (saying("{}", finish="length"), "limit of tokens"),
        (lambda handler, _: handler.reply(b"<html>"), "protocol"),
        (lambda handler, _: handler.reply(b'{"choices": []}'), "no answer in it"),
        (lambda handler, _: handler.reply(b"[" * 100_000), "protocol"),
        (lambda handler, _: handler.reply(b" " * 1_200_000), "larger"),
        (with_status(401), "key"),
        (with_status(404), "no such model"),
        (with_status(418), "418"),
        (with_status(302, {"location": "http://127.0.0.1:9/elsewhere"}), "302"),
    ],
)
def test_a_reply_that_is_none_is_not_asked_for_again(give: Give, words: str) -> None:
    with serving(give) as server:
        (reply,), pauses = ask(server)
    assert words in reply.why
    assert (len(server.asked), pauses) == (1, [])


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_tried_again_with_growing_pauses(status: int) -> None:
    with serving(in_turn(with_status(status), with_status(status), saying("{}"))) as server:
        (reply,), (first, second) = ask(server)
    assert reply.text == "{}"
    assert 0.5 < first < 1.5 < second < 3


def test_the_pause_that_a_server_asks_for_is_made_within_limits() -> None:
    with serving(in_turn(with_status(429, {"retry-after": "7"}), saying("{}"))) as server:
        assert ask(server)[1] == [7.0]
    with serving(in_turn(with_status(429, {"retry-after": "86400"}), saying("{}"))) as server:
        assert ask(server)[1] == [30.0]
    with serving(in_turn(with_status(429, {"retry-after": "Fri, 31 Dec"}), saying("{}"))) as server:
        assert ask(server)[1] != [0.0]


def test_a_server_that_stays_busy_is_given_up() -> None:
    assert "429" in why(with_status(429), retries=1)


def test_a_cut_reply_is_tried_again() -> None:
    with serving(in_turn(cut("{}"), saying("{}"))) as server:
        (reply,), pauses = ask(server)
    assert (reply.text, len(pauses)) == ("{}", 1)
    assert "broke off" in why(cut("{}"), retries=0)


def test_a_slow_server_takes_no_longer_than_allowed() -> None:
    began = time.monotonic()
    assert "too long" in why(trickling("{}", 30), timeout=1, retries=0)
    assert "1 seconds" in why(lambda *_: time.sleep(3), timeout=1, retries=0)
    assert time.monotonic() - began < 10


def test_a_dead_server_is_given_up_after_three_texts() -> None:
    with serving(saying("{}")) as server:
        url = server.url
    replies, pauses = ask(url, [request(number) for number in range(50)], retries=1, parallel=1)
    assert [reply.why for reply in replies[:3]] == ["the server cannot be reached"] * 3
    assert all("given up" in reply.why for reply in replies[3:])
    assert len(pauses) == 3


def test_limits_of_calls_and_tokens() -> None:
    requests = [request(number) for number in range(5)]
    with serving(saying("{}", tokens=10)) as server:
        replies, _ = ask(server, requests, max_calls=2, parallel=1)
        assert len(server.asked) == 2
    assert [bool(reply.text) for reply in replies] == [True, True, False, False, False]
    assert "max_calls" in replies[-1].why
    with serving(saying("{}", tokens=10)) as server:
        replies, _ = ask(server, requests, max_tokens=25, parallel=1)
        assert len(server.asked) == 3
    assert "max_tokens" in replies[-1].why


def test_tokens_are_estimated_where_the_server_does_not_count_them() -> None:
    with serving(saying("x" * 300, tokens=0)) as server:
        ask(server, [request(number) for number in range(5)], max_tokens=150, parallel=1)
        assert len(server.asked) == 2


def test_replies_come_in_order_and_calls_at_the_same_time() -> None:
    barrier = threading.Barrier(3)

    def give(handler: Handler, asked: dict[str, list[dict[str, str]]]) -> None:
        barrier.wait(5)
        number = int(asked["messages"][1]["content"].rpartition(" ")[2])
        time.sleep(0.05 * (3 - number % 3))
        handler.reply(completion(str(number)))

    counts = list[int]()
    with serving(give) as server:
        assistant = Assistant(AssistantSettings(url=server.url, model="m", parallel=3))
        replies = list(assistant.ask([request(number) for number in range(6)], counts.append))
    assert [reply.text for reply in replies] == [str(number) for number in range(6)]
    assert server.most == 3
    assert counts == [1, 2, 3, 4, 5, 6]


def test_who_stops_reading_stops_the_calls() -> None:
    with serving(saying("{}")) as server:
        settings = AssistantSettings(url=server.url, model="m", parallel=1)
        replies = Assistant(settings).ask([request(number) for number in range(200)], lambda _: None)
        next(iter(replies))
        replies.close()  # type: ignore[attr-defined]
        assert len(server.asked) < 200


def test_proxies_are_not_used_for_a_server_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(saying("proxy")) as proxy, serving(saying("here")) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
        (reply,), _ = ask(server)
    assert (reply.text, proxy.asked) == ("here", [])

"""A server for chat completions that can be honest, slow, lying, malformed, ...: real HTTP on a port of its own."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from msgspec import Struct

Give = Callable[["Handler", dict[str, Any]], None]
KEY = "sk-canary-9e1f"


class Handler(BaseHTTPRequestHandler):
    """One request; what it does is the server's `give`."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with self.server.lock:
            self.server.asked.append(asked)
            self.server.heads.append((self.path, dict(self.headers.items())))
            self.server.at_once += 1
            self.server.most = max(self.server.most, self.server.at_once)
        try:
            self.server.give(self, asked)
        finally:
            with self.server.lock:
                self.server.at_once -= 1

    def reply(self, body: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        """A whole reply."""
        self.send_response(status)
        for name, value in {"content-type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: what the program under test prints is what is looked at."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, give: Give) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.give, self.lock = give, threading.Lock()
        self.asked = list[dict[str, Any]]()
        self.heads = list[tuple[str, dict[str, str]]]()
        self.at_once = self.most = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, *_: object) -> None:
        """A client that has gone is no error here."""


@contextmanager
def serving(give: Give) -> Iterator[Server]:
    """A running server."""
    server = Server(give)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Proposals(Struct, frozen=True):
    headline: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()

    def json(self) -> str:
        return json.dumps({"headline": self.headline, "summary": self.summary, "tags": list(self.tags)})


def completion(text: str, tokens: int = 100, finish: str = "stop") -> bytes:
    """The body of a reply with that text."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return json.dumps({"choices": [choice], "usage": {"total_tokens": tokens}}).encode()


def saying(text: str, **extra: Any) -> Give:
    return lambda handler, _: handler.reply(completion(text, **extra))


def with_status(status: int, headers: Mapping[str, str] | None = None) -> Give:
    return lambda handler, asked: handler.reply(json.dumps({"error": str(asked)}).encode(), status, headers)


def streaming(text: str, end: bytes = b"data: [DONE]\n\n") -> Give:
    def give(handler: Handler, _: object) -> None:
        parts = [text[at : at + 5] for at in range(0, len(text), 5)]
        events = [f"data: {json.dumps({'choices': [{'delta': {'content': part}}]})}\n\n".encode() for part in parts]
        handler.reply(b": a comment\n\n" + b"".join(events) + end, headers={"content-type": "text/event-stream"})

    return give


def trickling(text: str, seconds: float) -> Give:
    """A reply whose bytes come one by one over some seconds."""

    def give(handler: Handler, _: object) -> None:
        body = completion(text)
        handler.send_response(200)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        for byte in body:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(seconds / len(body))

    return give


def cut(text: str) -> Give:
    """A reply that ends before its length."""

    def give(handler: Handler, _: object) -> None:
        body = completion(text)
        handler.send_response(200)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])
        handler.wfile.flush()
        handler.close_connection = True

    return give


def in_turn(*gives: Give) -> Give:
    """One behaviour after the other; the last one stays."""
    count = iter(range(10**6))
    return lambda handler, asked: gives[min(next(count), len(gives) - 1)](handler, asked)

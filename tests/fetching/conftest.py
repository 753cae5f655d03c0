"""A web server on this machine, which the client is allowed to ask in tests alone."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from site_gen.fetching.client import Client, Limits

Reply = tuple[int, dict[str, str], bytes]


class Web:
    """What the server replies by path, the requests that it had, and its address by a name that is not its own."""

    def __init__(self, port: int) -> None:
        self.replies: dict[str, Reply] = {}
        self.asked: list[tuple[str, str, str]] = []  # host, path, agent
        self.delay = 0.0
        self.port = port
        self.host = f"post.example:{port}"
        self.names = {"post.example": ("127.0.0.1",)}

    def page(self, path: str, body: bytes | str, media_type: str = "text/html; charset=utf-8") -> str:
        """Put a file at a path, and give its address."""
        data = body.encode() if isinstance(body, str) else body
        self.replies[path] = (200, {"Content-Type": media_type}, data)
        return f"http://{self.host}{path}"

    def redirect(self, path: str, to: str) -> str:
        self.replies[path] = (302, {"Location": to}, b"")
        return f"http://{self.host}{path}"

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        return self.names.get(host, (host,))

    def client(self, limits: Limits | None = None) -> Client:
        """A client that may ask this server, and no other host of this machine's network."""
        return Client(limits, self.resolve, lambda ip: ip == "127.0.0.1")


@pytest.fixture
def web() -> Iterator[Web]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.headers["Host"], self.path, self.headers["User-Agent"]))
            status, headers, body = site.replies.get(self.path, (404, {}, b"none"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for at in range(0, len(body), 100_000):
                    self.wfile.write(body[at : at + 100_000])
                    time.sleep(site.delay)
            except OSError:
                pass  # the client has had enough

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Web(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()

"""A small newsroom with targets, and the real parts that sites are brought to."""

import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from site_gen.deploy.making import DeployOptions
from site_gen.deploy.publish import deploy
from site_gen.model.deployment import Deployment
from site_gen.pipeline import publication
from tests.support import BARE, post, write

BEGINNING = datetime(2026, 6, 1, 12, tzinfo=UTC)
CANARY = "CANARY-IN-A-DRAFT"
SETTLED = 0.06  # seconds after which a file's stamp proves something


class Desk:
    """A site with one target, and the hour, which moves on with each deployment."""

    def __init__(self, root: Path, **target: Any) -> None:
        self.root, self.now = root, BEGINNING
        write(root, {f"themes/bare/templates/{name}": text for name, text in BARE.items()})
        write(root, {"themes/bare/static/style.css": "a {}", "themes/bare/theme.yaml": ""})
        write(root, {"content/posts/draft.md": post("A draft", draft=True, body=CANARY)})
        for number in range(4):
            self.write(number, f"Story {number}")
        self.aim(**target)

    def aim(self, **target: Any) -> None:
        target.setdefault("preview", True)  # addresses may vanish: how a site gets there is what most tests are about
        rows: dict[str, Any] = {
            "title": "News",
            "base_url": "https://news.test/",
            "theme": "bare",
            "social_cards": {"newest": 0},
        }
        rows |= {"search": "none", "coverage": False, "deploy": {"live": target}}
        write(self.root, {"site.yaml": "".join(f"{key}: {json.dumps(value)}\n" for key, value in rows.items())})

    def write(self, number: int, title: str, **front: Any) -> None:
        text = post(title, f"2026-01-{number + 1:02d}T09:00:00+00:00", **front)
        write(self.root, {f"content/posts/2026-01-01-story-{number}.md": text})

    def remove(self, number: int) -> None:
        (self.root / f"content/posts/2026-01-01-story-{number}.md").unlink()

    def deploy(self, approve: Callable[[Any], bool] = lambda _: True, **asked: Any) -> Deployment:
        self.now += timedelta(minutes=1)
        return deploy(self.root, DeployOptions(now=self.now, target="live", jobs=1, **asked), approve)

    def command(self, *words: str, **more: Any) -> "subprocess.Popen[str]":
        """The real command, under way."""
        return subprocess.Popen(
            [sys.executable, "-m", "site_gen", "deploy", *words, "--root", str(self.root)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **more,
        )


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages each build after this renders; a build that has nothing to do is not in the list."""
    rendered: list[int] = []
    made = publication.publish_site

    def publish(order: publication.Order, *rest: object) -> object:
        rendered.append(len(order.changes))
        return made(order, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("site_gen.build.publish_site", publish)
    return rendered


def settled_deployment(desk: Desk) -> Deployment:
    """A deployment after which every stamp is old enough to be believed."""
    time.sleep(SETTLED)
    return desk.deploy()


_DIES = """
import importlib, os, pathlib, signal, sys
from datetime import datetime
from site_gen.deploy.making import DeployOptions
from site_gen.deploy.publish import deploy
module, path, nth, root, now = sys.argv[1:]
*above, name = path.split(".")
home = importlib.import_module(module)
for part in above:
    home = getattr(home, part)
real, count = getattr(home, name), 0
def dies(*arguments, **named):
    global count
    count += 1
    if count == int(nth):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments, **named)
setattr(home, name, dies)
options = DeployOptions(now=datetime.fromisoformat(now), target="live", jobs=1)
deploy(pathlib.Path(root), options, lambda _: True)
"""


def dies_at(desk: Desk, function: str, nth: int) -> None:
    """A deployment that is killed when it calls a function, named `module:name`, for the nth time."""
    desk.now += timedelta(minutes=1)
    arguments = [*function.split(":"), str(nth), str(desk.root), desk.now.isoformat()]
    done = subprocess.run([sys.executable, "-c", _DIES, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == -9, f"it never came so far: {done.stderr}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "site", type="folder", path=str(tmp_path / "www"))


class Line:
    """A line to a server that can fail: it cuts every so-manyth put, or says 503 for a while, or is slow."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cut_every = self.busy = 0
        self.delay = 0.0
        self.puts: list[str] = []
        self._lock = threading.Lock()
        line = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                with line._lock:
                    if self.command == "PUT":
                        line.puts.append(self.path)
                    cut = self.command == "PUT" and line.cut_every and len(line.puts) % line.cut_every == 0
                    busy, line.busy = line.busy > 0, max(0, line.busy - 1)
                if cut:
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                if busy:
                    self._answer(503, [], b"")
                    return
                time.sleep(line.delay if self.command == "PUT" else 0)
                upstream = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                upstream.request(self.command, self.path, body, dict(self.headers.items()))
                answer = upstream.getresponse()
                data = answer.read()
                upstream.close()
                self._answer(answer.status, answer.getheaders(), data)

            def _answer(self, status: int, headers: list[tuple[str, str]], data: bytes) -> None:
                self.send_response_only(status)
                length = str(len(data))
                for name, value in headers:
                    if name.lower() == "content-length":
                        length = value
                    elif name.lower() not in ("transfer-encoding", "connection"):
                        self.send_header(name, value)
                self.send_header("Content-Length", length)
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_PUT = do_HEAD = do_POST = do_DELETE = _pass_on

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: Any) -> None:
                """A client that is killed is part of the test."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def line(moto: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """A line to a server with an empty bucket `news`."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret-word-of-the-test")
    one = Line(moto)
    try:
        for method, path in (("POST", "/moto-api/reset"), ("PUT", "/news")):
            connection = http.client.HTTPConnection("127.0.0.1", moto, timeout=30)
            connection.request(method, path)
            assert connection.getresponse().status == 200
            connection.close()
        yield one
    finally:
        one.close()

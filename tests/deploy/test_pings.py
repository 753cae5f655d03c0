"""A hub and an IndexNow service on this machine are notified of changes, and of nothing else."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest

from site_gen.deploy.pings import ping
from site_gen.model.settings import DeployTarget, FeedSettings, Settings
from tests.deploy.conftest import Desk
from tests.programs import free_port

KEY = "0123456789abcdef"
BASE = "https://news.test/"


class Service:
    """Both services in one: what was posted, and what it answers with."""

    def __init__(self) -> None:
        self.requests: list[tuple[str, Any]] = []
        self.status, self.delay = 202, 0.0
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                data = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = self.headers["Content-Type"] == "application/x-www-form-urlencoded"
                service.requests.append((self.path, parse_qs(data) if form else json.loads(data)))
                time.sleep(service.delay)
                self.send_response(service.status)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.close()


def asked(address: str) -> tuple[Settings, DeployTarget]:
    settings = Settings(feeds=FeedSettings(hub=f"{address}/hub"), indexnow=KEY)
    return settings, DeployTarget(type="folder", websub=True, indexnow=f"{address}/indexnow")


def test_a_hub_is_notified_of_feeds_and_indexnow_of_pages(service: Service) -> None:
    addresses = [BASE, f"{BASE}a/", f"{BASE}404.html", f"{BASE}assets/x.css", f"{BASE}feed.xml", f"{BASE}old.html"]
    assert ping(*asked(service.address), BASE, addresses, [f"{BASE}feed.xml"]) == ()
    assert service.requests == [
        ("/hub", {"hub.mode": ["publish"], "hub.url": [f"{BASE}feed.xml"]}),
        (
            "/indexnow",
            {
                "host": "news.test",
                "key": KEY,
                "keyLocation": f"{BASE}{KEY}.txt",
                "urlList": [BASE, f"{BASE}a/", f"{BASE}old.html"],
            },
        ),
    ]


def test_many_pages_are_sent_in_several_requests(service: Service) -> None:
    pages = [f"{BASE}{number}/" for number in range(10_001)]
    assert ping(*asked(service.address), BASE, pages, []) == ()
    assert [len(request["urlList"]) for _, request in service.requests] == [10_000, 1]


def test_only_chosen_services_are_notified(service: Service) -> None:
    settings, _ = asked(service.address)
    assert ping(settings, DeployTarget(type="folder"), BASE, [BASE], [f"{BASE}feed.xml"]) == ()
    assert service.requests == []


def test_what_the_settings_lack_is_a_warning() -> None:
    chosen = DeployTarget(type="folder", websub=True, indexnow="http://127.0.0.1:1/")
    warnings = ping(Settings(), chosen, BASE, [BASE], [f"{BASE}feed.xml"])
    assert [warning.partition(":")[0] for warning in warnings] == ["No hub was notified", "IndexNow was not notified"]


def test_a_service_that_refuses_is_a_warning(service: Service) -> None:
    service.status = 503
    assert ping(*asked(service.address), BASE, [BASE], [f"{BASE}feed.xml"]) == (
        "Published, but the hub could not be notified of 1 feeds: 127.0.0.1 answered 503.",
        "Published, but IndexNow could not be notified of 1 pages: 127.0.0.1 answered 503.",
    )


def test_a_hanging_service_times_out(service: Service) -> None:
    service.delay = 3.0
    began = time.monotonic()
    warnings = ping(*asked(service.address), BASE, [BASE], [f"{BASE}feed.xml"], patience=0.3)
    assert time.monotonic() - began < 2.5
    assert len(warnings) == 2 and all("timed out" in warning for warning in warnings)


def test_a_service_that_is_not_there_is_a_warning() -> None:
    warnings = ping(*asked(f"http://127.0.0.1:{free_port()}"), BASE, [BASE], [f"{BASE}feed.xml"])
    assert len(warnings) == 2 and all("refused" in warning for warning in warnings)


def test_a_deployment_notifies_only_of_changes(desk: Desk, service: Service) -> None:
    path = str(desk.root.parent / "www")
    desk.aim(type="folder", path=path, websub=True, indexnow=f"{service.address}/indexnow")
    with (desk.root / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"indexnow: {KEY}\nfeeds: {{hub: {service.address}/hub}}\n")
    assert desk.deploy().warnings == ()
    assert [where for where, _ in service.requests] == ["/hub", "/indexnow"]
    assert f"{BASE}feed.xml" in service.requests[0][1]["hub.url"]
    service.requests.clear()
    assert desk.deploy().warnings == () and service.requests == []
    desk.write(1, "Story 1, told again")
    desk.deploy(dry_run=True)
    assert service.requests == []
    desk.deploy()
    (_, hub), (_, indexnow) = service.requests
    assert set(hub["hub.url"]) == {f"{BASE}{name}" for name in ("feed.xml", "atom.xml", "feed.json")}
    pages = indexnow["urlList"]
    assert f"{BASE}2026/01/story-1/" in pages and f"{BASE}404.html" not in pages
    service.status = 503
    desk.write(2, "Story 2, told again")
    assert len(desk.deploy().warnings) == 2
    assert f'href="{service.address}/hub" rel="hub"' in (desk.root.parent / "www/current/feed.xml").read_text()

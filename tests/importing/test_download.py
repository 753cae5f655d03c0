"""Pictures are fetched from a real old site: slow, dead, redirecting, lying and huge ones, with resume."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from site_gen.cli.old_site import fetcher
from site_gen.importing.download import NotFetched, download
from tests.support import png, run

POST = """<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><link>{home}</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>{home}</wp:base_blog_url><item>
<title>One</title><link>{home}/one/</link><content:encoded><![CDATA[{body}]]></content:encoded><wp:post_id>1</wp:post_id>
<wp:post_date>2026-05-04 09:30:00</wp:post_date><wp:post_name>one</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type></item></channel></rss>"""


class Old:
    """An old site: what it replies by path, and what it was asked for."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.replies: dict[str, tuple[int, str, bytes]] = {}
        self.asked: list[str] = []


@pytest.fixture
def old() -> Iterator[Old]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            status, kind, data = site.replies.get(self.path, (404, "text/html", b"none"))
            self.send_response(status)
            self.send_header("Location" if status == 301 else "Content-Type", kind)
            self.end_headers()
            try:
                for at in range(0, len(data), 1_000_000):
                    self.wfile.write(data[at : at + 1_000_000])
                if self.path.endswith("/slow.png"):
                    time.sleep(20)
            except OSError:
                pass  # the client has had enough

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Old(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()


def imported(folder: Path, old: Old, body: str, *options: str) -> dict[str, Any]:
    site = folder / "site"
    if not site.exists():
        assert run("init", str(site)).returncode == 0
    (folder / "old.xml").write_text(POST.format(home=old.home, body=body), encoding="utf-8")
    done = run("import", str(folder / "old.xml"), "--json", *options, root=site)
    assert done.returncode == 0, done.stdout + done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_what_is_missing_is_fetched_and_what_is_no_picture_is_said(tmp_path: Path, old: Old) -> None:
    picture, above = png(30, 20), "/wp-content/uploads/2026"
    old.replies = {
        f"{above}/ship.png": (200, "image/png", picture),
        f"{above}/moved.png": (301, f"{old.home}{above}/ship.png", b""),
        f"{above}/away.png": (301, "http://127.0.0.1:8099/secret.png", b""),
        f"{above}/page.png": (200, "text/html", b"<p>Log in</p>"),
        f"{above}/report.pdf": (200, "application/pdf", b"%PDF-1.4 words"),
        f"{above}/broken.png": (500, "text/html", b""),
        f"{above}/only-300x200.png": (200, "image/png", picture),
    }
    names = ("ship-300x200", "moved", "away", "page", "broken", "gone", "only-300x200")
    body = "".join(f'<p><img src="{old.home}{above}/{name}.png" alt="{name}"></p>' for name in names)
    body += f'<a href="{old.home}{above}/report.pdf">the report</a> <img src="http://169.254.169.254/x.png" alt="x">'
    plain = imported(tmp_path, old, body)
    assert old.asked == [] and len(plain["missing_pictures"]) == 8
    report = imported(tmp_path, old, body, "--media", "download")
    site = tmp_path / "site"
    for name in ("ship.png", "moved.png", "only-300x200.png"):
        assert (site / f"static{above}/{name}").read_bytes() == picture
    assert (site / f"static{above}/report.pdf").read_bytes().startswith(b"%PDF")
    missing = {url.rpartition("/")[2]: why for url, why in report["missing_pictures"].items()}
    assert set(missing) == {"away.png", "page.png", "broken.png", "gone.png", "x.png"}
    assert "private network" in missing["away.png"] and "text/html" in missing["page.png"]
    assert "500" in missing["broken.png"] and "404" in missing["gone.png"] and missing["x.png"] == "not found"
    assert f"![ship-300x200]({above}/ship.png)" in (site / "content/posts/2026-05-04-one.md").read_text("utf-8")
    asked = len(old.asked)
    old.replies[f"{above}/gone.png"] = (200, "image/png", picture)
    again = imported(tmp_path, old, body, "--media", "download")
    assert set(old.asked[asked:]) == {
        "/robots.txt",
        *(f"{above}/{one}.png" for one in ("away", "page", "broken", "gone")),
    }
    assert len(again["missing_pictures"]) == 4
    later = imported(tmp_path, old, body)
    assert [one["outcome"] for one in later["items"]] == ["unchanged"] and len(later["missing_pictures"]) == 4


def test_a_site_that_does_not_answer_is_left_alone_after_a_while(tmp_path: Path) -> None:
    asked = []

    def dead(url: str) -> tuple[str, bytes]:
        asked.append(url)
        raise NotFetched("does not answer in time", is_outage=True)

    failed = download(
        [f"https://old.example.org/{number}.png" for number in range(20)], tmp_path, dead, lambda *_: None
    )
    assert len(asked) == 5 and len(failed) == 20
    assert failed["https://old.example.org/19.png"].startswith("not fetched: the old site does not answer")


@pytest.mark.parametrize(
    "url", ["https://old.example.org/../../x.png", "https://old.example.org/.git/x.png", "https://o.example/x.py"]
)
def test_no_file_is_written_elsewhere(tmp_path: Path, url: str) -> None:
    download([url], tmp_path / "in", lambda _: ("image/png", png()), lambda *_: None)
    assert {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")} <= {"in"}
    assert not list(tmp_path.rglob("*.py")) and not list(tmp_path.rglob(".git"))


@pytest.mark.slow
def test_a_slow_and_a_huge_picture_are_given_up(old: Old) -> None:
    old.replies["/huge.png"] = (200, "image/png", b"x" * 101_000_000)
    old.replies["/slow.png"] = (200, "image/png", b"x")
    with pytest.raises(NotFetched, match="larger than 100 MB"):
        fetcher()(f"{old.home}/huge.png")
    with pytest.raises(NotFetched, match="in time") as raised:
        fetcher()(f"{old.home}/slow.png")
    assert raised.value.is_outage

"""What the server answers, asked over the wire: hosts' habits, and a table of hostile requests."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.edited_site import Newsroom
from tests.preview.support import TAG, plain, served, until
from tests.support import post, run, write


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("served")
    room = Newsroom(folder / "site")
    write(folder, {"secret.txt": "TOP SECRET", "site-two/secret.txt": "TOP SECRET"})
    write(
        room.root,
        {
            "static/chart.txt": "0123456789" * 300,
            "static/_headers": "/*\n  X-Desk: yes\n  Strict-Transport-Security: max-age=9\n"
            "/tags/*\n  Content-Security-Policy: default-src 'none'\n",
            "static/_redirects": "/old/* /tags/:splat 302\n/away https://example.org/\n",
            "redirects.yaml": "/?cat=3: /tags/nato/\n/?p=7: gone\n",
            "content/posts/draft.md": post("UNRELEASED", draft=True),
        },
    )
    with served(room.root) as address:
        yield address.rstrip("/"), room.root


def test_pages_are_sent_with_the_script_and_nothing_else_is(home: tuple[str, Path]) -> None:
    address, _ = home
    page = httpx.get(f"{address}/")
    assert page.status_code == 200 and page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-store" and page.headers["x-desk"] == "yes"
    assert "strict-transport-security" not in page.headers
    assert "access-control-allow-origin" not in page.headers
    assert len(TAG.findall(page.content)) == 1
    feed = httpx.get(f"{address}/feed.xml")
    assert feed.headers["content-type"].startswith("application/xml") and plain(feed.content) == feed.content


def test_addresses_lead_where_a_host_leads_them(home: tuple[str, Path]) -> None:
    address, _ = home
    assert httpx.get(f"{address}/tags").headers["location"] == "/tags/"
    assert httpx.get(f"{address}/tags?x=1").status_code == 308
    assert httpx.get(f"{address}/tags/index.html").status_code == 200
    lost = httpx.get(f"{address}/no/such/page/")
    assert lost.status_code == 404 and len(TAG.findall(lost.content)) == 1
    moved = httpx.get(f"{address}/old/nato/")
    assert (moved.status_code, moved.headers["location"]) == (302, "/tags/nato/")
    assert httpx.get(f"{address}/away").headers["location"] == "https://example.org/"
    assert httpx.get(f"{address}/?x=1&cat=3").headers["location"] == "/tags/nato/"
    statuses = [httpx.get(f"{address}/{query}").status_code for query in ("?p=7", "?p=77", "?cat=33", "?x")]
    assert statuses == [410, 200, 200, 200]
    policy = httpx.get(f"{address}/tags/").headers["content-security-policy"]
    assert "script-src 'self'" in policy and "connect-src 'self'" in policy
    assert httpx.head(f"{address}/").content == b""


def test_tags_ranges_and_compression(home: tuple[str, Path]) -> None:
    address, _ = home
    url = f"{address}/chart.txt"
    whole = httpx.get(url, headers={"accept-encoding": "identity"})
    assert len(whole.content) == 3000
    again = httpx.get(url, headers={"if-none-match": whole.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    part = httpx.get(url, headers={"range": "bytes=10-14"})
    assert (part.status_code, part.content, part.headers["content-range"]) == (206, b"01234", "bytes 10-14/3000")
    assert httpx.get(url, headers={"range": "bytes=-3"}).content == b"789"
    assert httpx.get(url, headers={"range": "bytes=9000-"}).status_code == 416
    packed = httpx.get(url, headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip" and packed.content == whole.content


UP = [
    "/../secret.txt",
    "/../../secret.txt",
    "/../../../../../../etc/passwd",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e/secret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/%2e%2e%5c%2e%2e%5cetc%5cpasswd",
    "/tags/../../secret.txt",
    "/tags/%2e%2e/%2e%2e/secret.txt",
    "/./secret.txt",
    "//etc/passwd",
    "///etc/passwd",
    "//secret.txt",
    "/%2fetc%2fpasswd",
    "/etc/passwd",
    "/..;/secret.txt",
    "/.%00./secret.txt",
    "/secret.txt%00.html",
    "/%c0%ae%c0%ae/secret.txt",
    "/%uff0e%uff0e/secret.txt",
    "/%ff%fe",
    "/leak.txt",
    "/site.yaml",
    "/content/posts/draft.md",
    "/.site_gen/lock",
    "/.site_gen/preview-ledger",
    "/seeds.lock",
    "/.git/config",
    "/.env",
    "/site-two/secret.txt",
    "/../site-two/secret.txt",
    "/C:/Windows/win.ini",
    "/C:%5cWindows%5cwin.ini",
    "/file:///etc/passwd",
    "/proc/self/environ",
    "/static/chart.txt",
    "/themes/bare/theme.yaml",
    "/__site__/../../secret.txt",
    "/__site__/%2e%2e/%2e%2e/secret.txt",
    "/__site__/client.js/../../preview_site.py",
    "/__site__/preview_site.py",
    "/__site__/site.html",
    "/__site__//etc/passwd",
    "/__site__/client/../app.py",
    "/index.html/../../secret.txt",
    "/index.html%23/../../secret.txt",
    "/?path=../../secret.txt",
    "/a" * 2000,
    "http://evil.example/../secret.txt",
]
FOREIGN: list[tuple[str, dict[str, str]]] = [
    ("GET", {"Host": "evil.example"}),
    ("GET", {"Host": "evil.example:8000"}),
    ("GET", {"Host": "127.0.0.1.evil.example"}),
    ("GET", {"Host": "localhost.evil.example"}),
    ("GET", {"Host": "evil.example@127.0.0.1"}),
    ("GET", {"Host": "127.0.0.1@evil.example"}),
    ("GET", {"Host": "localhost#.evil.example"}),
    ("GET", {"Host": "localhost/evil"}),
    ("GET", {"Host": ""}),
    ("GET", {"Host": "0.0.0.0"}),
    ("GET", {"Host": "[::]"}),
    ("GET", {"Host": "127.0.0.1:notaport"}),
    ("GET", {"Host": "2130706433"}),
    ("GET", {"Host": "192.168.1.5"}),
    ("GET", {"Origin": "http://evil.example"}),
    ("GET", {"Origin": "null"}),
    ("GET", {"Origin": "https://127.0.0.1"}),
    ("GET", {"Origin": "http://127.0.0.1:1"}),
    ("GET", {"Origin": "http://localhost.evil.example"}),
    ("GET", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}),
    ("GET", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"}),
    ("GET", {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}),
    ("GET", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}),
    ("GET", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "object"}),
    ("POST", {}),
    ("PUT", {}),
    ("DELETE", {}),
    ("OPTIONS", {"Origin": "http://evil.example", "Access-Control-Request-Method": "GET"}),
    ("TRACE", {}),
    ("PROPFIND", {}),
]


def asked(address: str, method: str, target: str, headers: dict[str, str]) -> tuple[int, bytes]:
    """A request as it is written, past any client's tidying: its status and all that came back."""
    host = urlsplit(address).netloc
    lines = {"Host": host, "Connection": "close"} | headers
    with socket.create_connection((host.split(":")[0], int(host.split(":")[1])), timeout=5) as wire:
        rows = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        wire.sendall(f"{method} {target} HTTP/1.1\r\n{rows}\r\n".encode("latin-1"))
        said = b""
        while part := wire.recv(65536):
            said += part
    return int(said.split(b" ", 2)[1]), said


def test_there_are_many_hostile_requests() -> None:
    assert len(UP) + len(FOREIGN) >= 60


@pytest.mark.parametrize("target", UP)
def test_no_address_leads_out_of_the_site(home: tuple[str, Path], target: str) -> None:
    status, said = asked(home[0], "GET", target, {})
    for secret in (
        b"TOP SECRET",
        b"root:",
        b"UNRELEASED\n---",
        b"title: UNRELEASED",
        b"base_url",
        b"class PreviewSite",
    ):
        assert secret not in said
    assert status in (200, 308, 400, 404, 503) and (status != 200 or target.startswith("/?"))


@pytest.mark.parametrize(("method", "headers"), FOREIGN)
def test_no_other_origin_reads_a_draft(home: tuple[str, Path], method: str, headers: dict[str, str]) -> None:
    for target in ("/", "/__site__/", "/__site__/held.json", "/__site__/events?path=/"):
        status, said = asked(home[0], method, target, headers)
        assert status in (400, 403, 405, 421), said
        assert b"UNRELEASED" not in said and b"access-control-allow" not in said.lower()


def test_the_preview_of_its_own_machine_is_read(home: tuple[str, Path]) -> None:
    host = urlsplit(home[0]).netloc
    port = host.split(":")[1]
    for headers in (
        {},
        {"Host": f"localhost:{port}"},
        {"Host": f"[::1]:{port}"},
        {"Origin": f"http://{host}"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
    ):
        status, said = asked(home[0], "GET", "/", headers)
        assert status == 200 and b"UNRELEASED" in said


def test_two_host_headers_are_refused(home: tuple[str, Path]) -> None:
    status, _ = asked(home[0], "GET", "/", {"Host ": "evil.example"})
    assert status == 400


def test_edits_reach_the_page_and_problems_its_listeners(home: tuple[str, Path]) -> None:
    address, root = home
    write(root, {"content/posts/fresh.md": post("Fresh from the desk", "2026-02-28")})
    until("Fresh from the desk", f"{address}/")
    write(root, {"content/posts/fresh.md": "---\ntitle: [\n---\n"})
    until("fresh.md:2", f"{address}/__site__/")
    assert "Fresh from the desk" in httpx.get(f"{address}/").text  # the last good site
    with httpx.stream("GET", f"{address}/__site__/events?path=/&tag=x") as stream:
        line = next(line for line in stream.iter_lines() if line.startswith("data:"))
    assert '"changed": true' in line and "fresh.md" in line
    (root / "content/posts/fresh.md").unlink()
    until("<p>None.</p>", f"{address}/__site__/")
    assert "Fresh from the desk" not in httpx.get(f"{address}/").text


def test_a_file_that_has_just_gone_is_missing_and_no_error(home: tuple[str, Path]) -> None:
    address, root = home
    write(root, {"static/brief.txt": "for a moment", "content/posts/brief.md": post("Brief", "2026-02-28")})
    until("for a moment", f"{address}/brief.txt")
    until("Brief", f"{address}/2026/02/brief/")
    (root / "static/brief.txt").unlink()
    (root / "content/posts/brief.md").unlink()
    for path in ("/brief.txt", "/2026/02/brief/"):
        end = time.monotonic() + 5
        while (status := httpx.get(f"{address}{path}").status_code) == 200 and time.monotonic() < end:
            time.sleep(0.02)
        assert status == 404


def test_a_link_that_leads_out_is_a_problem_and_never_served(home: tuple[str, Path]) -> None:
    address, root = home
    link = root / "static" / "leak.txt"
    link.symlink_to(root.parent / "secret.txt")
    until("leads out of the site", f"{address}/__site__/")
    status, said = asked(address, "GET", "/leak.txt", {})
    assert status == 404 and b"TOP SECRET" not in said
    link.unlink()
    until("<p>None.</p>", f"{address}/__site__/")


def test_a_storm_of_files_is_one_rebuild(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    with served(room.root) as address:
        write(room.root, {f"content/posts/s-{n}.md": post(f"Storm {n}", "2026-02-28") for n in range(1000)})
        until("1004 posts", f"{address}__site__/", 20)
        time.sleep(0.5)
        number = int(httpx.get(f"{address}__site__/").text.partition("Snapshot ")[2].partition(".")[0])
        assert number <= 4


def test_a_site_that_is_broken_from_the_start_is_served_when_it_is_fixed(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    good = (room.root / "site.yaml").read_text()
    write(room.root, {"site.yaml": "titel: x\n"})
    with served(room.root) as address:
        page = httpx.get(address)
        assert page.status_code == 503 and TAG.search(page.content)
        write(room.root, {"site.yaml": good})
        until("Talks in Tallinn", address, 20)  # everything is read for the first time


def test_a_post_that_wants_a_look_is_marked_until_it_is_reviewed(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    write(
        room.root,
        {"seeds/pilots.txt": "Title: Harbour pilots\n\nHarbour pilots in Riga have a new boat.\n"},
    )
    with served(room.root) as address:
        (path,) = (room.root / "content/posts").glob("*pilots*.md")
        page = f"{address}{path.name[:4]}/{path.name[5:7]}/{path.stem[11:]}/"
        marked = until("data-unsure", page)
        mark = "ingest is unsure: date: nothing says when it was published, so the date is the file&#x27;s time"
        assert f'data-unsure="{mark}' in marked and "(site-gen review)" in marked
        assert "data-unsure" not in httpx.get(address).text
        assert run("review", "--accept", "seeds/pilots.txt", root=room.root).returncode == 0
        end = time.monotonic() + 5
        while "data-unsure" in httpx.get(page).text and time.monotonic() < end:
            time.sleep(0.02)
        settled = httpx.get(page).text
        assert "data-unsure" not in settled
        tags = [text.partition('data-tag="')[2].partition('"')[0] for text in (marked, settled)]
        assert tags[0] != tags[1]  # by which an open page knows that it has to look again

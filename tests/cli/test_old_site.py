"""Sitemaps of an old site, from files and from a real server on this machine."""

import functools
import gzip
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from site_gen.cli.old_site import sitemaps
from site_gen.model.problem import SiteError

POSTS = b"<urlset><url><loc>https://old.example.org/a/</loc></url></urlset>"


def listing(*urls: str) -> bytes:
    return f"<sitemapindex>{''.join(f'<sitemap><loc>{url}</loc></sitemap>' for url in urls)}</sitemapindex>".encode()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def old(tmp_path: Path) -> Iterator[str]:
    """The address of a server for the files of `tmp_path`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_list_leads_to_the_files_beside_it_compressed_ones_too(tmp_path: Path) -> None:
    (tmp_path / "index.xml").write_bytes(listing("https://old.example.org/maps/posts.xml.gz"))
    (tmp_path / "posts.xml.gz").write_bytes(gzip.compress(POSTS))
    assert [one.data for one in sitemaps((str(tmp_path / "index.xml"),))] == [POSTS]


def test_a_list_on_the_web_leads_to_others_there_once_each(tmp_path: Path, old: str) -> None:
    (tmp_path / "index.xml").write_bytes(listing(f"{old}/posts.xml", f"{old}/posts.xml", f"{old}/index.xml"))
    (tmp_path / "posts.xml").write_bytes(POSTS)
    assert [one.data for one in sitemaps((f"{old}/index.xml",))] == [POSTS]


def test_a_list_leads_to_no_other_host_of_the_users_network(tmp_path: Path, old: str) -> None:
    (tmp_path / "index.xml").write_bytes(listing("http://127.0.0.1:8099/secret.xml"))
    with pytest.raises(SiteError, match="private network") as raised:
        sitemaps((f"{old}/index.xml",))
    assert raised.value.problems[0].path == "http://127.0.0.1:8099/secret.xml"


@pytest.mark.parametrize("name", ["none.xml", "broken.xml.gz"])
def test_what_cannot_be_read_is_a_problem_with_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.xml.gz").write_bytes(b"\x1f\x8bnothing")
    with pytest.raises(SiteError) as raised:
        sitemaps((str(tmp_path / name),))
    assert name in raised.value.problems[0].path


def test_a_page_that_is_not_there_is_a_problem(old: str) -> None:
    with pytest.raises(SiteError, match="404"):
        sitemaps((f"{old}/none.xml",))

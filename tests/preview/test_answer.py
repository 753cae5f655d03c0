import gzip

import pytest

from site_gen.preview.answer import answer, content_type

DATA = b"0123456789"


@pytest.mark.parametrize(
    ("wanted", "status", "body"),
    [
        ("bytes=0-0", 206, b"0"),
        ("bytes=8-", 206, b"89"),
        ("bytes=8-99", 206, b"89"),
        ("bytes=-99", 206, DATA),
        ("bytes=10-", 416, b""),
        ("bytes=5-4", 416, b""),
        ("bytes=-0", 416, b""),
        ("bytes=-", 200, DATA),
        ("bytes=0-1,3-4", 200, DATA),
        ("lines=0-1", 200, DATA),
    ],
)
def test_ranges(wanted: str, status: int, body: bytes) -> None:
    done = answer("a.bin", DATA, "t", {"range": wanted})
    assert (done.status, done.body) == (status, body)


def test_a_range_of_other_bytes_than_these_is_the_whole() -> None:
    assert answer("a.bin", DATA, "t", {"range": "bytes=0-1", "if-range": '"old"'}).body == DATA


def test_what_is_known_is_not_sent_again() -> None:
    assert answer("a.txt", DATA, "t", {"if-none-match": 'W/"x", W/"t"'}).status == 304
    assert answer("a.txt", DATA, "t", {"if-none-match": '"x"'}).status == 200
    assert answer("404.html", DATA, "t", {"if-none-match": '"t"'}, 404).status == 404


def test_text_is_compressed_where_that_is_wanted() -> None:
    text = b"word " * 1000
    done = answer("a.css", text, "t", {"accept-encoding": "br, gzip"})
    assert gzip.decompress(done.body) == text and done.headers["etag"] == 'W/"t"'
    assert answer("a.png", text, "t", {"accept-encoding": "gzip"}).body == text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.AVIF", "image/avif"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_media_types(path: str, kind: str) -> None:
    assert content_type(path) == kind

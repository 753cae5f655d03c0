"""The order of files, their types and how long they are kept."""

import pytest

from site_gen.deploy.order import cache_control, content_type, in_order, is_fingerprinted

PATHS = ("sitemap.xml", "index.html", "assets/style.e65b207ae2.css", "tags/nato/feed.xml", "a.png", "news-sitemap.xml")


def test_what_pages_load_comes_first_and_what_announces_pages_last() -> None:
    assert in_order(PATHS) == (
        ("assets", ("a.png", "assets/style.e65b207ae2.css")),
        ("pages", ("index.html",)),
        ("feeds and sitemaps", ("news-sitemap.xml", "sitemap.xml", "tags/nato/feed.xml")),
    )


@pytest.mark.parametrize(
    ("path", "yes"),
    (
        ("assets/style.e65b207ae2.css", True),
        ("pictures/ship-0123456789ab-480.avif", False),
        ("search/pagefind/fragment/en_a1b2c3d.pf_fragment", True),
        ("pagefind/fragment/en_a1b2c3d.pf_fragment", True),
        ("2026/01/facade/index.html", False),
        ("2026/01/photo.0123456789.jpg", False),
        ("report-20250101.pdf", False),
        ("deadbeef.html", False),
    ),
)
def test_names_that_follow_their_bytes(path: str, yes: bool) -> None:
    assert is_fingerprinted(path) == yes


def test_lifetimes() -> None:
    assert cache_control("assets/style.e65b207ae2.css", 60) == "public, max-age=31536000, immutable"
    assert cache_control("a/index.html", 30) == "public, max-age=30, must-revalidate"
    assert cache_control("feed.xml", 30) == "public, max-age=30, must-revalidate"
    assert cache_control("photo.png", 30) == "public, max-age=86400"


def test_types() -> None:
    assert content_type("a/feed.xml") == "application/rss+xml; charset=utf-8"
    assert content_type("A.JPG") == "image/jpeg"
    assert content_type("_headers") == "application/octet-stream"

"""The sitemaps' judge finds each fault that it knows, and none in a good site."""

from pathlib import Path

import pytest

from tests.support import write
from tools.judging.built import BuiltSite
from tools.judging.sitemaps import faults_of_sitemap, judge_sitemaps

MAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://example.org/</loc>
<lastmod>2026-01-01T00:00:00Z</lastmod><news:news><news:publication><news:name>N</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2026-01-01T00:00:00Z</news:publication_date>
<news:title>T</news:title></news:news></url></urlset>"""
PAGE = '<link rel="canonical" href="https://example.org/">'


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("https://example.org/<", "/a/<", "loc is not absolute"),
        ("<lastmod>2026-01-01T00:00:00Z", "<lastmod>2026-01-01", "lastmod '2026-01-01' is no date"),
        ("<lastmod>", "<priority>1</priority><lastmod>", "out of order"),
        (">en<", ">en-US<", "'en-US' is no language"),
        ("<news:title>T</news:title>", "", "news must hold"),
        ("<news:name>N</news:name>", "", "publication must hold"),
        ("</urlset>", "", "not well-formed"),
        ("</urlset>", "<url><loc>https://example.org/</loc></url></urlset>", "stands twice"),
    ],
)
def test_faults_of_a_sitemap(good: str, bad: str, said: str) -> None:
    assert list(faults_of_sitemap(MAP)) == [] and good in MAP
    assert said in "\n".join(faults_of_sitemap(MAP.replace(good, bad)))


def test_an_empty_sitemap_is_a_fault() -> None:
    assert list(faults_of_sitemap('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'))


def test_what_is_listed_and_what_is_left_out(tmp_path: Path) -> None:
    robots = "Sitemap: https://example.org/sitemap.xml\n"
    write(tmp_path, {"index.html": PAGE, "sitemap.xml": MAP, "robots.txt": robots})
    assert list(judge_sitemaps(BuiltSite(tmp_path), "")) == []
    hidden = '<meta name="robots" content="noindex">'
    lost = MAP.replace("org/<", "org/no/<")
    write(tmp_path, {"a/index.html": "<p>", "b/index.html": hidden, "sitemap.xml": lost, "robots.txt": ""})
    said = [str(one) for one in judge_sitemaps(BuiltSite(tmp_path), "")]
    assert said == [
        "sitemap.xml: https://example.org/no/ is no page of this site [sitemaps]",
        "a/index.html: stands in no sitemap [sitemaps]",
        "index.html: stands in no sitemap [sitemaps]",
        "robots.txt: names no sitemap of this site [sitemaps]",
    ]

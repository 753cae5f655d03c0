"""Saved feeds of every format, with every trap, imported; and beside feedparser's reading of them."""

import calendar
import json
from datetime import UTC
from pathlib import Path
from typing import Any

import feedparser
import pytest

from site_gen.conversion.feed_html import plain_words
from site_gen.importing.readers.feeds.items import moment_of, read_feed
from tests.importing.imports import report_of, unanswered, unkept
from tests.support import png, run

LONG = "".join(f"<p>Paragraph {number} of a text about ships, guns and harbours.</p>" for number in range(12))
SOURCES = Path(__file__).parent / "sources" / "feeds"
RSS = (SOURCES / "feed-1.xml").read_text(encoding="utf-8")
ATOM = (SOURCES / "feed-2.atom").read_text(encoding="utf-8")
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Post",
        "home_page_url": "https://post.example/",
        "feed_url": "https://post.example/feed-2.json",
        "authors": [{"name": "The desk"}],
        "items": [
            {
                "id": 1,
                "content_text": "No title here, just\na line.\n\nAnd <one> more.",
                "date_published": "2025-02-01T10:00:00Z",
            },
            {
                "id": "https://post.example/2025/02/subs.html",
                "url": "https://post.example/2025/02/subs.html",
                "title": "Subs",
                "content_html": "<p>Two boats.</p>",
                "image": "https://post.example/pics/sub.png",
                "tags": ["Navy", "Deep"],
                "date_published": "2025-02-02T10:00:00+01:00",
                "attachments": [
                    {"url": "https://post.example/subs.pdf", "mime_type": "application/pdf", "title": "The report"}
                ],
            },
        ],
    }
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    assert run("init", str(root)).returncode == 0
    pages = tmp_path / "feeds" / "pics"
    pages.mkdir(parents=True)
    for number, name in enumerate(("ship", "tank", "sub"), 1):
        (pages / f"{name}.png").write_bytes(png(8 * number, 6 * number))
    (tmp_path / "feeds/page-1.xml").write_text(RSS, encoding="utf-8")
    (tmp_path / "feeds/page-2.atom").write_text(ATOM, encoding="utf-8")
    (tmp_path / "feeds/page-3.json").write_text(JSON_FEED, encoding="utf-8")
    (tmp_path / "feeds/sitemap.xml").write_text(
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", encoding="utf-8"
    )
    return root


def imported(site: Path, source: str = "feeds", *options: str) -> dict[str, Any]:
    return report_of(site, site.parent / source, *options, exit_code=None)


def post(site: Path, name: str) -> str:
    return (site / "content/posts" / f"{name}.md").read_text(encoding="utf-8")


def losses(report: dict[str, Any], name: str) -> list[str]:
    return [one["what"] for one in report["losses"] if name in one["place"]]


def test_every_entry_of_every_page_is_accounted_for(site: Path) -> None:
    report = imported(site)
    assert [(one["title"], one["outcome"], one["why"]) for one in report["items"]] == [
        ("Ships & guns", "new", ""),
        ("Tanks", "new", ""),
        ("Cut short", "new", ""),
        ("Elsewhere", "new", ""),
        ("Comment on Ships by Jo", "skipped", "a comment: comments are not imported"),
        ("Ships &amp; guns", "skipped", "it is in page-1.xml as well"),
        ("Planes", "new", ""),
        ("No title here, just a line. And <one> more.", "new", ""),
        ("Subs", "new", ""),
        ("sitemap.xml", "skipped", "This is XML, but no feed: its root is 'urlset'"),
    ]
    assert unkept(report) == {}
    assert unanswered(report) == []
    assert report["problems"] == [] and report["missing_pictures"] == {}


def test_texts_have_their_links_pictures_facts_and_identifiers(site: Path) -> None:
    imported(site)
    assert (
        post(site, "2025-03-04-ships")
        == """\
---
title: Ships & guns
date: 2025-03-04T23:30:00+00:00
slug: ships
guid: post-12
summary: What the navy ordered.
authors: [Ann Smith]
tags: [Navy, "Guns & co"]
---

The **navy** ordered [tanks](2025-03-03-tanks.md), too.

![A ship](/pics/ship.png)

press
"""
    )
    tanks = post(site, "2025-03-03-tanks")
    assert "guid: https://post.example/2025/03/tanks.html" in tanks and "authors: [Bo Lee]" in tanks
    assert '  src: "/pics/tank.png"' in tanks
    assert "[tanks.mp3](https://post.example/audio/tanks.mp3)" in tanks
    subs = post(site, "2025-02-02-subs")
    assert '  src: "/pics/sub.png"' in subs and "[The report](https://post.example/subs.pdf)" in subs
    assert "authors: [The desk]" in subs and "tags: [Navy, Deep]" in subs
    plain = next((site / "content/posts").glob("2025-02-01-*.md")).read_text(encoding="utf-8")
    assert "No title here, just  \na line.\n\nAnd &lt;one> more." in plain


def test_what_is_cut_or_lost_is_said(site: Path) -> None:
    report = imported(site)
    assert losses(report, "Cut short") == ["its feed has no more of it than a summary"]
    assert losses(report, "Planes") == ["its feed has no more of it than a summary"]
    assert losses(report, "Tanks") == [
        "the attached file https://post.example/audio/tanks.mp3 is a link below the text"
    ]
    assert losses(report, "Elsewhere")[-2:] == [
        "it has no date: it has the first of 1970",
        "its page https://other.example/story is on another site: it has no old address here",
    ]
    assert losses(report, "Ships") == [
        "the feed's closing line is left out",
        "another feed calls it tag:post.example,2025:ships; it keeps the name post-12",
        "<script> is removed",
        "the event handler 'onclick' of <a> is removed",
        "the link to javascript:x() is removed; its words stay",
    ]


def test_relative_addresses_begin_where_xml_base_says(site: Path) -> None:
    (site.parent / "alone.atom").write_text(ATOM, encoding="utf-8")
    imported(site, "alone.atom")
    assert "[more](https://post.example/blog/2025/deep/more.html)" in post(site, "2025-03-05-ships")


def test_feeds_that_are_built_have_the_old_identifiers(site: Path) -> None:
    imported(site)
    assert run("build", root=site).returncode == 0
    feed = feedparser.parse((site / "output/feed.xml").read_text(encoding="utf-8"))
    olds = {
        "post-12",
        "https://post.example/2025/03/tanks.html",
        "https://post.example/2025/03/cut.html",
        "post-9",
        "1",
    }
    olds |= {"tag:post.example,2025:planes", "https://post.example/2025/02/subs.html"}
    assert {entry.id for entry in feed.entries} == olds
    assert b"canary()" not in b"".join(path.read_bytes() for path in (site / "output").rglob("*.html"))


def test_again_with_another_page_only_what_is_new_comes(site: Path) -> None:
    imported(site)
    (site.parent / "feeds/page-0.xml").write_text(
        "<rss><channel><link>https://post.example/</link><item><guid>https://post.example/new</guid><title>New</title>"
        f"<description>{LONG.replace('<', '&lt;')}</description></item></channel></rss>",
        encoding="utf-8",
    )
    outcomes = [one["outcome"] for one in imported(site)["items"]]
    assert outcomes.count("new") == 1 and outcomes.count("unchanged") == 7


def test_what_stands_before_a_broken_place_is_imported_and_the_place_is_named(site: Path) -> None:
    (site.parent / "broken.xml").write_text(
        RSS.replace("<item><title>Cut", "<item></wrong><title>Cut"), encoding="utf-8"
    )
    report = imported(site, "broken.xml")
    assert [one["title"] for one in report["items"]] == ["Ships & guns", "Tanks"]
    assert [(one["path"], one["what"]) for one in report["problems"]] == [
        ("broken.xml", "This is not well-formed XML: mismatched tag.")
    ]


ITEM = "<rss><channel><item><title>%s</title></item></channel></rss>"
HOSTILE = {
    "entities": '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + ITEM % "&c;",
    "files": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + ITEM % "&a;",
    "deep": "<rss><channel>" + "<a>" * 5000,
    "cdata": "<rss><channel><item>" + "<![CDATA[" * 20_000,
    "prefixes": "<rss>" + "".join(f"<p{number}:x/>" for number in range(3000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_xml_is_a_problem(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(HOSTILE[name], encoding="utf-8")
    read = read_feed(file)
    assert len(read.problems) == 1 and not (read.value and read.value.entries)


def test_a_declaration_of_a_type_alone_is_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    netscape = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    )
    file.write_text(f"{netscape}<rss><channel><item><title>A</title></item></channel></rss>", encoding="utf-8")
    assert [entry.title for entry in read_feed(file).or_raise().entries] == ["A"]


@pytest.mark.parametrize("text", [RSS, ATOM])
def test_feedparser_reads_the_same(text: str, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(text, encoding="utf-8")
    ours = read_feed(file).or_raise().entries
    theirs = feedparser.parse(text, sanitize_html=False, resolve_relative_uris=False).entries
    assert len(ours) == len(theirs) > 1
    for one, other in zip(ours, theirs, strict=True):
        assert one.key == other.get("id", "")
        assert plain_words(one.title) == plain_words(other.title)
        assert [plain_words(category.name) for category in one.categories] == [
            plain_words(tag.label or tag.term) for tag in other.get("tags", [])
        ]
        assert [file.url for file in one.attachments] == [file.href for file in other.get("enclosures", [])]
        if one.published:
            moment = moment_of(one.published, UTC)[0]
            assert moment and moment.timestamp() == calendar.timegm(other.published_parsed)

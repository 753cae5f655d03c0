"""The feeds' judge finds each fault that it knows, and none in a good feed."""

import json

import pytest

from tools.judging.feeds import faults_of_json_feed, faults_of_xml_feed

AT = "https://example.org/feed.xml"
RSS = f"""<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><link>https://example.org/</link>
<description>D</description><atom:link rel="self" href="{AT}"/>
<item><title>A</title><link>https://example.org/a/</link><guid>https://example.org/a/</guid>
<pubDate>Thu, 01 Jan 2026 00:00:00 +0000</pubDate><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded>
</item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>i</id><updated>2026-01-01T00:00:00Z</updated>
<author><name>N</name></author><link rel="self" href="{AT}"/>
<entry><title>A</title><id>a</id><updated>2026-01-01T00:00:00Z</updated></entry>
<entry><title>B</title><id>b</id><updated>2026-01-01T00:00:01Z</updated></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "T",
    "home_page_url": "https://example.org/",
    "feed_url": AT,
    "language": "en",
    "items": [{"id": "a", "content_html": "<p>x</p>", "date_published": "2026-01-01T00:00:00Z"}],
}


def test_a_description_may_have_words_like_those_of_a_handler() -> None:
    described = RSS.replace("&lt;p&gt;", '&lt;img alt="a onerror=b &amp;lt;script>"&gt;&lt;p&gt;')
    assert list(faults_of_xml_feed(described, AT)) == []


@pytest.mark.parametrize("text", [RSS, ATOM])
def test_a_good_feed_has_no_fault(text: str) -> None:
    assert list(faults_of_xml_feed(text, AT)) == []


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("<description>D</description>", "", "the channel lacks description"),
        ("Thu, 01", "Fri, 01", "item 1: 'Fri, 01 Jan 2026 00:00:00 +0000' was a Thu"),
        ("Thu, 01 Jan 2026 00:00:00 +0000", "2026-01-01", "item 1: '2026-01-01' is no RFC 822 date"),
        (f'href="{AT}"', 'href="https://example.org/"', f"the self link is ['https://example.org/'], not {AT}"),
        ("<guid>", "<guid>x", "item 1: guid is neither the link nor isPermaLink='false'"),
        ("<item>", "<item><author>Ann</author>", "item 1: author must be an e-mail address; use dc:creator"),
        ("&lt;p&gt;", "&lt;p style='x'&gt;", "item 1: content holds 'style='"),
        ("&lt;p&gt;", "&lt;script&gt;", "item 1: content holds '<script'"),
        ("&lt;p&gt;", "&lt;a href='/b/'&gt;", "item 1: content holds the relative address '/b/'"),
        ("<title>A", "<title>A &amp; B", "title should have & and < as hexadecimal references: A &amp; B"),
        ("<title>A", "<title>&#x3C;b>A&#x3C;/b>", "title holds a closing tag: &#x3C;b>A&#x3C;/b>"),
        ("</rss>", "", "not well-formed"),
    ],
)
def test_faults_of_rss(good: str, bad: str, said: str) -> None:
    assert good in RSS
    assert any(one.startswith(said) for one in faults_of_xml_feed(RSS.replace(good, bad), AT))


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("<id>b</id>", "<id>a</id>", "id 'a' stands twice"),
        ("00:00:01Z", "00:00:00Z", "updated '2026-01-01T00:00:00Z' stands twice"),
        ("00:00:01Z", "00:00", "entry 2: '2026-01-01T00:00' is no RFC 3339 date"),
        ("<author><name>N</name></author>", "", "entry 1 has no author"),
    ],
)
def test_faults_of_atom(good: str, bad: str, said: str) -> None:
    assert good in ATOM
    assert said in list(faults_of_xml_feed(ATOM.replace(good, bad), AT))


def test_faults_of_a_json_feed() -> None:
    assert list(faults_of_json_feed(json.dumps(JSON), AT)) == []
    item = {"id": 1, "url": "/a/", "author": {}, "date_published": "yesterday"}
    bad = JSON | {"version": "1", "feed_url": "", "language": "", "items": [item, item]}
    said = "\n".join(faults_of_json_feed(json.dumps(bad), AT))
    for what in ("version is '1'", "feed_url is ''", "language is missing", "stands twice", "id must be a text"):
        assert what in said
    for what in ("has no content", "author is out of date", "url is not absolute", "'yesterday' is no RFC 3339 date"):
        assert what in said

"""Saved feeds: one text an entry, whose name depends on its identifier alone."""

import json
from base64 import b64encode
from datetime import UTC, datetime

import pytest

from site_gen.conversion import convert
from site_gen.conversion.feed import part_of
from site_gen.conversion.feed_entry import Entry
from site_gen.model.problem import Problem
from site_gen.model.seed import Converted

BODY = (
    '<p>The <b>navy</b> ordered <a href="/ships?a=1&amp;b=2">ships</a>.</p><script>canary()</script>'
    '<ul><li>ten hulls</li></ul><img src="/pixel.gif"><p>The post <a href="/x">Ships</a> appeared first on Post.</p>'
)
MARKDOWN = "The **navy** ordered [ships](https://post.example/ships?a=1&b=2).\n\n- ten hulls"
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Post</title><link>https://post.example/</link>
<item><title>Ships &amp;amp; guns</title><media:title>canary</media:title><link>https://post.example/ships</link>
<guid isPermaLink="false">https://post.example/?p=12</guid><pubDate>Tue, 04 Mar 2025 09:30:00 +0100</pubDate>
<dc:creator>Ann Smith</dc:creator><description>Short.</description><content:encoded><![CDATA[{BODY}]]></content:encoded>
</item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title>
<link href="https://post.example/atom.xml" rel="self"/><link href="https://post.example/"/>
<entry><id>https://post.example/?p=12</id><title type="html">Ships &amp;amp; guns</title>
<link rel="edit" href="https://post.example/edit"/><link href="/ships"/><updated>2025-03-05T08:30:00Z</updated>
<published>2025-03-04T08:30:00Z</published><author><name>Ann Smith</name></author>%s</entry></feed>"""
ATOM_HTML = ATOM % f'<content type="html"><![CDATA[{BODY}]]></content>'
ATOM_XHTML = ATOM % (
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>navy</b> ordered '
    '<a href="/ships?a=1&amp;b=2">ships</a>.</p><ul><li>ten hulls</li></ul></div></content>'
)
ATOM_03 = """<?xml version="1.0"?><feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>The Post</title>
<link rel="alternate" type="text/html" href="https://post.example/"/><modified>2025-03-05T08:30:00Z</modified>
<entry><id>https://post.example/?p=12</id><title mode="escaped" type="text/html">Ships &amp;amp; guns</title>
<link rel="service.edit" href="https://post.example/edit"/>
<link rel="alternate" type="text/html" href="https://post.example/ships"/><created>2025-03-01T08:30:00Z</created>
<issued>2025-03-04T08:30:00Z</issued><modified>2025-03-05T08:30:00Z</modified>
<author><name>Ann Smith</name></author>%s</entry></feed>"""
ATOM_03_HTML = ATOM_03 % f'<content type="text/html" mode="escaped"><![CDATA[{BODY}]]></content>'
ATOM_03_BASE64 = ATOM_03 % f'<content type="text/html" mode="base64">{b64encode(BODY.encode()).decode()}</content>'
ATOM_03_XHTML = ATOM_03 % (
    '<content type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>navy</b> ordered '
    '<a href="/ships?a=1&amp;b=2">ships</a>.</p><ul><li>ten hulls</li></ul></div></content>'
)
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Post",
        "items": [
            {
                "id": "https://post.example/?p=12",
                "url": "https://post.example/ships",
                "title": "Ships & guns",
                "content_html": BODY,
                "date_published": "2025-03-04T09:30:00+01:00",
                "authors": [{"name": "Ann Smith"}],
            }
        ],
    }
)
FEEDS = {
    "rss": RSS,
    "atom": ATOM_HTML,
    "xhtml": ATOM_XHTML,
    "atom 0.3": ATOM_03_HTML,
    "base64": ATOM_03_BASE64,
    "xhtml in atom 0.3": ATOM_03_XHTML,
    "json": JSON,
}


def entries(source: str) -> tuple[Converted, ...]:
    return convert(".xml", "seeds/a.xml", source.encode(), UTC).or_raise()


def problems(source: str) -> tuple[Problem, ...]:
    return convert(".xml", "seeds/a.xml", source.encode(), UTC).problems


@pytest.mark.parametrize("form", FEEDS)
def test_every_format_gives_the_same_text_and_facts(form: str) -> None:
    (one,) = entries(FEEDS[form])
    assert one.text == MARKDOWN
    given = one.given
    assert (given.title, given.authors, given.source_name) == ("Ships & guns", ("Ann Smith",), "The Post")
    assert given.source_url == "https://post.example/ships"
    assert (given.date, given.timed) == (datetime(2025, 3, 4, 8, 30, tzinfo=UTC), True)
    assert "canary" not in one.text + given.title


def test_all_formats_name_an_entry_by_its_identifier() -> None:
    assert len({entries(source)[0].part for source in FEEDS.values()}) == 1


def test_the_name_of_an_entry_is_readable_and_depends_on_its_identifier_alone() -> None:
    first = part_of(Entry(key="tag:post.example,2025:/2025/ten-frigates.html", title="A"))
    assert first == part_of(Entry(key="tag:post.example,2025:/2025/ten-frigates.html", title="B", published="x"))
    assert first.rpartition("-")[0] == "ten-frigates"
    assert part_of(Entry(key="https://a.example/ten-frigates")) != part_of(Entry(key="https://b.example/ten-frigates"))
    assert part_of(Entry(link="https://a.example/x")) == part_of(Entry(key="https://a.example/x"))
    assert part_of(Entry(title="A")) != part_of(Entry(title="B"))


def test_what_a_feed_says_elsewhere_does_not_change_an_entry() -> None:
    before, after = (
        entries(RSS),
        entries(RSS.replace("</channel>", "<ttl>5</ttl></channel>").replace("The Post</title>", "X</title>")),
    )
    assert before[0].source == after[0].source
    assert before[0].source != entries(RSS.replace("ten hulls", "six hulls"))[0].source


def test_an_entry_with_a_summary_alone_says_so_and_one_without_text_is_a_problem() -> None:
    short = RSS.partition("<content:encoded>")[0] + "</item><item><title>Empty</title></item></channel></rss>"
    result = convert(".rss", "seeds/a.rss", short.encode(), UTC)
    (one,) = result.value or ()
    assert one.text == "Short."
    assert one.notes[-1].value == "summary"
    assert [str(problem) for problem in result.problems] == [
        "seeds/a.rss: 'Empty': this entry has no text. Fetch the pages themselves: site-gen fetch URL."
    ]


def test_plain_text_in_an_entry_stays_plain() -> None:
    source = json.dumps({"items": [{"id": 1, "title": "*A*", "content_text": "5 * 3 < 20\n\n# not a heading"}]})
    (one,) = entries(source)
    assert (one.given.title, one.text) == ("*A*", "5 * 3 < 20\n\n\\# not a heading")


def test_old_rss_and_names_of_characters_are_read() -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old</title></channel>'
        '<item rdf:about="https://old.example/1"><title>A</title><link>https://old.example/1</link>'
        "<description>Caf&eacute;&nbsp;closed.</description><dc:date>2025-03-04</dc:date></item></rdf:RDF>"
    )
    (one,) = entries(rdf)
    assert (one.text, one.given.source_name, one.given.timed) == ("Café\xa0closed.", "Old", False)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<rss><channel></rss>", "seeds/a.xml:1:17: This is not well-formed XML: mismatched tag."),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "seeds/a.xml:1:1: This is XML, but no feed: its root is 'svg'."),
        ("<rss><channel><title>A</title></channel></rss>", "seeds/a.xml: This feed has no entries."),
        ('{"a": 1}', "seeds/a.xml:1:1: This is JSON, but no feed: it has no list of items."),
        ('{"items": [}', "seeds/a.xml:1:12: This is not JSON: Expecting value."),
        (
            '<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>',
            "seeds/a.xml:1:1: This XML declares entities or refers to other files, which may hide anything.",
        ),
    ],
)
def test_what_is_no_feed_is_a_problem_with_its_place(source: str, problem: str) -> None:
    assert [str(one).partition(" Save ")[0].partition(" Remove ")[0] for one in problems(source)] == [problem]

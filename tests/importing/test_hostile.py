"""Exports full of what does harm and of what is broken: nothing of it is in the built site, and its words are."""

import json
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest

from tests.support import png, run, write

BODY = (Path(__file__).parent / "hostile/body.html").read_text(encoding="utf-8")
TITLE = 'A "title" & <b>of</b> <script>steal()</script> words'
WORDS = (
    "Second title", "Skipped levels", "bold", "crossed", "one", "two", "seven", "eight", "nine", "Send it", "outer",
    "inner", "wide", "head", "Alone", "Its meaning", "Three", "a list within a paragraph", "run", "other", "Old words",
    "Hidden words", "Said aloud", "Running words", "reversed", "Raw words", "last",
)  # fmt: skip
ITEM = """<item><title>{title}</title><link>https://old.example.org/{slug}/</link>
<dc:creator>{title}</dc:creator><guid isPermaLink="false">https://old.example.org/?p={number}</guid>
<content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded>{title}</excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date>2026-05-0{number} 10:00:00</wp:post_date>
<wp:post_name>{slug}</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>{kind}</wp:post_type>
<category domain="category" nicename="c{number}">{title}</category></item>"""
WXR = """<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Old</title><link>https://old.example.org</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example.org</wp:base_blog_url>{items}</channel></rss>"""


def wordpress(folder: Path) -> Path:
    """An export with the hostile text as one of blocks, as one of lines, and as a page."""
    bodies = (f"<!-- wp:html -->{BODY}<!-- /wp:html -->", BODY, BODY.replace("\n", "\n\n"))
    items = "".join(
        ITEM.format(title=escape(TITLE), slug=f"s{number}", number=number, body=body.replace("]]>", ""), kind=kind)
        for number, (body, kind) in enumerate(zip(bodies, ("post", "post", "page"), strict=True), 1)
    )
    write(folder, {"old/export.xml": WXR.format(items=items), "old/uploads/ship.png": png(40, 30)})
    return folder / "old/export.xml"


def hugo(folder: Path) -> Path:
    """A folder with the hostile text as HTML, in Markdown, and within lines of it."""
    head = f"---\ntitle: {json.dumps(TITLE)}\ndate: 2026-05-01\ntags: [{json.dumps(TITLE)}]\n---\n\n"
    inline = (
        "Words " + BODY.replace("\n", " ") + "\n\n> " + BODY.replace("\n", "\n> ") + "\n\n1. " + BODY.split("\n")[5]
    )
    files = {"html.html": head + BODY, "md.md": head + BODY, "lines.md": head + inline}
    write(folder / "old", {f"content/news/{name}": text for name, text in files.items()})
    write(folder / "old", {"hugo.toml": 'baseURL = "https://old.example.org/"\n', "static/ship.png": png(40, 30)})
    return folder / "old"


ENTRY = """<entry><id>tag:blogger.com,1999:blog-7.{kind}-{number}</id><published>2026-05-0{number}T10:00:00+02:00</published>
<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#{kind}"/>
<category scheme="http://www.blogger.com/atom/ns#" term={title}/><title type="text">{text}</title>
<content type="html">{body}</content><author><name>{text}</name></author>
<link rel="alternate" type="text/html" href="https://old.example.org/s{number}/"/></entry>"""


def blogger(folder: Path) -> Path:
    """A backup of Blogger with the hostile text in posts and a page."""
    entries = "".join(
        ENTRY.format(kind=kind, number=number, title=quoteattr(TITLE), text=escape(TITLE), body=escape(BODY))
        for number, kind in enumerate(("post", "post", "page"), 1)
    )
    home = '<id>tag:blogger.com,1999:blog-7.archive</id><link rel="alternate" href="https://old.example.org/"/>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{home}{entries}</feed>'
    write(folder, {"old/blog.xml": feed, "old/uploads/ship.png": png(40, 30)})
    return folder / "old/blog.xml"


def html(folder: Path) -> Path:
    """A saved site with the hostile text as its articles."""
    head = f'<meta property="og:type" content="article"><link rel="canonical" href="https://old.example.org/s%d/"><title>{escape(TITLE)}</title>'
    page = (
        f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>{escape(TITLE)}</h1>{BODY}</article></body></html>"
    )
    files = {f"old/s{number}/index.html": page.replace("%d", str(number)) for number in (1, 2, 3)}
    write(folder, {**files, "old/ship.png": png(40, 30)})
    return folder / "old"


SOURCES = {"wordpress": wordpress, "hugo": hugo, "blogger": blogger, "html": html}


@pytest.fixture(params=SOURCES)
def built(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """The output of the site that was made of it, and the report."""
    source, site = SOURCES[request.param](tmp_path), tmp_path / "site"
    assert run("init", str(site)).returncode == 0
    for path in site.glob("content/*/*.md"):
        path.unlink()
    (site / "seeds").mkdir(exist_ok=True)
    for path in (site / "seeds").iterdir():
        path.unlink()
    done = run("import", str(source), "--media", str(tmp_path / "old"), "--json", root=site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert run("build", root=site).returncode == 0
    return site / "output", json.loads(done.stdout)


class Seen(HTMLParser):
    """What a page has: elements with their attributes, ids, levels of headings, links and their words."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.empty: list[str] = []
        self._link: dict[str, str] | None = None
        self._words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append((tag, values))
        if tag == "a":
            self._link, self._words = values, values.get("aria-label", "")
        self._words += values.get("alt", "") if tag == "img" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link is not None:
            self.empty += [] if self._words.strip() else [self._link.get("href", "")]
            self._link = None

    def handle_data(self, data: str) -> None:
        self._words += data

    @property
    def levels(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if re.fullmatch("h[1-6]", tag)]


def test_nothing_that_does_harm_is_in_the_site_and_no_word_is_lost(built: tuple[Path, dict[str, Any]]) -> None:
    output, report = built
    assert len(report["items"]) == 3
    lost = {item["place"]: set(item["lost_words"]) - {"scr"} for item in report["items"]}  # half a tag is no word
    assert set().union(*lost.values()) == set(), lost
    for page in output.rglob("*.html"):
        check(page, Seen(page.read_text(encoding="utf-8")))
    texts = {path: path.read_text(encoding="utf-8") for path in output.rglob("*.xml")}
    for path in output.rglob("feed.json"):
        texts[path] = " ".join(one["content_html"] for one in json.loads(path.read_text(encoding="utf-8"))["items"])
    for feed, text in texts.items():
        assert not re.search(r"<(?:script|iframe|style|form|svg|object|embed)\b", text), feed
        assert not re.search(r"(?:href|src)=(?:&quot;|\"|')\s*(?:javascript|data|vbscript):", text), feed


def check(page: Path, seen: Seen) -> None:
    for tag, values in seen.tags:
        assert not [name for name in values if name.startswith("on") or name in ("style", "srcdoc")], (
            page,
            tag,
            values,
        )
        assert tag not in ("iframe", "object", "embed", "base", "math", "plaintext", "xmp", "marquee"), (page, tag)
        assert tag != "form" or values["action"] in ("/search/",), (page, values)
        for name in ("href", "src", "action", "data"):
            assert not re.match(r"[\s\x00-\x20]*(?:javascript|data|vbscript):", values.get(name, ""), re.I), (
                page,
                values,
            )
        assert tag != "script" or values.get("type") == "application/ld+json" or values.get("src", "").startswith("/")
        assert tag != "meta" or "evil" not in values.get("content", ""), (page, values)
        assert tag != "img" or values.get("alt"), (page, values)
    ids = Counter(values["id"] for _, values in seen.tags if "id" in values)
    assert [one for one, count in ids.items() if count > 1] == [], page
    assert seen.empty == [], page
    levels = seen.levels
    is_redirect = any(values.get("http-equiv") == "refresh" for _, values in seen.tags)
    assert is_redirect or levels.count(1) == 1, page
    assert all(after - before <= 1 for before, after in pairwise(levels)), (page, levels)


def test_words_are_where_readers_see_them(built: tuple[Path, dict[str, Any]]) -> None:
    output, report = built
    pages = {one["to"] for one in report["addresses"] if one["by"] in ("page", "alias")}
    assert len(pages) == 3
    layout = [one["what"] for one in report["losses"] if one["what"].startswith("left out as layout: ")]
    apart = {"Send it", "Said aloud"} if report["form"] == "HTML" and len(layout) == 3 else set()  # buttons, and named
    for page in pages:
        source = (output / page.strip("/") / "index.html").read_text(encoding="utf-8")
        text = " ".join(re.sub(r"<[^<>]*>", " ", source).split())
        assert {word for word in WORDS if word not in text} <= apart, page

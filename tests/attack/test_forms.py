"""Hostile pages, feeds and Markdown: each is read or is a problem, in bounded time."""

import json
import time
from datetime import UTC, datetime

import pytest

from site_gen.conversion import convert
from site_gen.extract.article import open_seed
from site_gen.extract.blocks import body_of
from site_gen.extract.paragraphs import join_lines
from site_gen.model.seed import Seed

N = 40_000
STORY = "<p>The navy said on Monday that the frigate would sail to Norway with a crew of a hundred.</p>" * 4
FEED = "<rss><channel><title>A</title>{}</channel></rss>"
ITEM = "<item><guid>{0}</guid><title>Story {0}</title><description>{1}</description></item>"

MARKDOWN = {
    "brackets": "[" * N,
    "closed brackets": "[a](" * (N // 4),
    "pictures": "![" * (N // 2),
    "stars": "*" * N,
    "stars and words": "*a **b " * (N // 7),
    "underscores": "_a__" * (N // 4),
    "ticks": "".join("`" * (number % 300 + 1) + " " for number in range(600)),
    "quotations": ">" * N,
    "nested lists": "\n".join("  " * depth + "- a" for depth in range(400)),
    "one list": "- a\n" * (N // 4),
    "tables": "| a " * 500 + "\n" + "|-" * 500 + "\n" + ("| b " * 500 + "\n") * 60,
    "tags": "<" * N,
    "comments": "<!--" * (N // 4),
    "entities": "&" * N,
    "footnotes": "".join(f"[^{number}] " for number in range(5000))
    + "\n\n"
    + "\n".join(f"[^{number}]: a" for number in range(5000)),
    "one footnote": "[^1] " * (N // 5) + "\n\n[^1]: a",
    "definitions": "\n".join(f"[{number}]: http://a.example" for number in range(N // 30)),
    "struck": "~~a " * (N // 4),
    "front matter": "---\ntitle: A\n" + "a: [" * 5000 + "\n---\nText.",
    "toml": "+++\na = " + "[" * 5000 + "\n+++\nText.",
    "json": '{"a": ' + "[" * 50_000,
    "fields": "".join(f"Key{number}: a\n" for number in range(N // 10)),
    "a long line": "word " * (N * 4),
}
PAGES = {
    "elements": "<div>" * N + STORY,
    "inline elements": "<b><i>" * (N // 2) + "words" + STORY,
    "closed elements": STORY + "</div>" * N,
    "tables": "<table><tr><td>" * (N // 10) + STORY,
    "lists": "<ul><li>" * (N // 10) + STORY,
    "paragraphs": STORY * 2000,
    "links": "<a href='/x'>a</a>" * (N // 4) + STORY,
    "comments": "<!--" * N + STORY,
    "scripts": "<script>" * N + STORY,
    "an open script": STORY + "<script>" + "a" * N,
    "attributes": "<p " + "a=b " * N + ">" + STORY,
    "embedded": STORY + "<img src='data:image/png;base64," + "A" * (20 * N) + "'>",
    "footnotes": "".join(f"<p>a<sup id='r{n}'><a href='#n{n}'>1</a></sup></p>" for n in range(2000))
    + "".join(f"<li id='n{n}'>b <a href='#r{n}'>back</a></li>" for n in range(2000)),
    "titles": "<title>" + "a - " * N + "</title>" + "<h1>a - a</h1>" * 500 + STORY,
    "machines": "<script type='application/ld+json'>" + '{"a":[' * N + "</script>" + STORY,
    "times": "<time datetime='2025-01-01'>a</time>" * (N // 10) + STORY,
    "entities": "&lt;" * N + STORY,
    "too large": "<p>" + "word " * 900_000,
}
FEEDS = {
    "entities": '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + FEED.format(ITEM.format(1, "&b;")),
    "other files": '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + FEED.format(ITEM.format(1, "&a;")),
    "elements": FEED.format("<a>" * N + "</a>" * N),
    "elements in an item": FEED.format("<item><description>" + "<a>" * N + "</a>" * N + "</description></item>"),
    "items": FEED.format("".join(ITEM.format(number, "Words.") for number in range(10_001))),
    "one item again": FEED.format(ITEM.format(1, "Words.") * 5000),
    "a long item": FEED.format(ITEM.format(1, "&lt;b&gt;" * N + "Words.")),
    "open elements": FEED.format(ITEM.format(1, "&lt;div&gt;&lt;ul&gt;&lt;li&gt;" * (N // 10) + "Words.")),
    "names": "<rss>" + "&nbsp;" * N + "</rss>",
    "json": '{"items": ' + "[" * N,
    "items in json": json.dumps({"items": [{"id": "a", "content_html": "<p>" * 20_000}] * 5}),
}
CASES = (
    [(".md", name, text) for name, text in MARKDOWN.items()]
    + [(".html", name, text) for name, text in PAGES.items()]
    + [(".xml", name, text) for name, text in FEEDS.items()]
)
SECONDS = 30.0  # on a machine that does much else; nothing takes a tenth of it alone


@pytest.mark.parametrize(("form", "name", "text"), CASES, ids=[f"{form}: {name}" for form, name, _ in CASES])
def test_a_hostile_file_is_read_or_is_a_problem_within_seconds(form: str, name: str, text: str) -> None:
    began = time.process_time()
    result = convert(form, f"seeds/a{form}", text.encode(), UTC)
    assert result.problems or result.value
    for one in (result.value or ())[:3]:
        seed = Seed(path="seeds/a", text=one.text, markup="markdown", modified=datetime(2026, 7, 1, tzinfo=UTC))
        body_of(join_lines(open_seed(seed).lines))
    assert time.process_time() - began < SECONDS


def test_what_is_too_much_says_so() -> None:
    for form, name, what in (
        (".html", "too large", "without pictures and scripts; at most 4,000,000 are read."),
        (".xml", "entities", "This XML declares entities or refers to other files"),
        (".xml", "other files", "This XML declares entities or refers to other files"),
        (".xml", "elements", "This XML is nested too deep."),
        (".xml", "items", "This feed has 10,001 entries; at most 10,000 are read."),
        (".xml", "json", "This JSON is nested too deep."),
    ):
        text = {".html": PAGES, ".xml": FEEDS}[form][name]
        (problem,) = convert(form, "seeds/a", text.encode(), UTC).problems
        assert what in problem.what


@pytest.mark.parametrize(("element", "depth"), [("div", 150), ("b", 100)])
def test_a_page_in_many_elements_keeps_its_text(element: str, depth: int) -> None:
    text = f"<html><body>{f'<{element}>' * depth}{STORY}"
    found = convert(".html", "seeds/a.html", text.encode(), UTC).or_raise()[0].text
    assert found.count("the frigate would sail to Norway") == 4

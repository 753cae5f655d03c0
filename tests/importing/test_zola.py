"""A site of Zola with every trap, imported, built, and asked for each of its old addresses."""

from pathlib import Path

import pytest

from site_gen.importing.readers.macros import without_zola
from tests.importing.imports import answers, check, imported, skipped, text_of

FILES = {
    "config.toml": """\
base_url = "https://old.example.org"
default_language = "en"
generate_feeds = true
feed_filenames = ["atom.xml", "rss.xml"]
taxonomies = [{name = "tags", feed = true}, {name = "categories"}, {name = "authors"}]
[languages.fr]
""",
    "content/_index.md": '+++\ntitle = "Front"\n+++\n',
    "content/news/_index.md": '+++\ntitle = "News"\ngenerate_feeds = true\n+++\n',
    "content/news/2026-03-01-first.md": """\
+++
title = "First"
aliases = ["old/first", "was.html"]
[taxonomies]
tags = ["NATO"]
categories = ["Naval"]
authors = ["Jane Doe"]
[extra]
description = "A summary"
+++

See [the bundle](@/news/2026-03-02_bundle/index.md#part) and {{ youtube(id="abc123") }}, but [no part](@/news/2026-03-02_bundle/index.md#gone).

{% quote(author="The Minister of Defence") %}Words within.{% end %}

`{{/* youtube(id="x") */}}`

<script>steal()</script>
""",
    "content/news/first.fr.md": '+++\ntitle = "Premier"\ndate = 2026-03-01\n+++\n\nUn.\n',
    "content/news/2026-03-02_bundle/index.md": '+++\ntitle = "Bundle"\n+++\n\n![A map](map.png)\n\n## Part\n',
    "content/news/own.md": '+++\ntitle = "Own"\npath = "x/2026/03/03/own"\n+++\n\nWords.\n',
    "content/news/My Words.md": '+++\ntitle = "Slug"\ndate = 2026-03-04\n+++\n\nWords.\n',
    "content/news/part.md": '+++\ntitle = "Part"\ndate = 2026-03-05\nrender = false\n+++\n\nWords.\n',
    "content/later/_index.md": '+++\ntitle = "Later"\ndraft = true\n+++\n',
    "content/later/a.md": '+++\ntitle = "Plan"\ndate = 2026-03-06\n+++\n\nSecret plans.\n',
    "content/moved/_index.md": '+++\ntitle = "Moved"\nredirect_to = "news/my-words"\n+++\n',
    "content/about.md": '+++\ntitle = "About"\n+++\n\nA desk.\n',
}


def test_zola(tmp_path: Path) -> None:
    site, report = imported(tmp_path, FILES, "content/news/2026-03-02_bundle/map.png")
    check(site, report)
    assert report["form"] == "Zola"
    first = text_of(site, "posts/2026-03-01-first.md")
    assert "tags: [NATO, Naval]" in first and "authors: [Jane Doe]" in first and "summary: A summary" in first
    assert "See [the bundle](2026-03-02-bundle.md#part) and [https://www.youtube.com/watch?v=abc123]" in first
    assert "but [no part](2026-03-02-bundle.md)." in first
    assert [one for one in report["dead_links"] if one.endswith("#gone")]
    assert "The Minister of Defence Words within." in first and '`{{ youtube(id="x") }}`' in first
    assert "guid: https://old.example.org/news/first/" in first.replace('"', "")
    assert "![A map](/news/bundle/map.png)" in text_of(site, "posts/2026-03-02-bundle.md")
    assert "language: fr" in text_of(site, "posts/2026-03-01-first-fr.md")
    assert (
        answers(report).items()
        >= {
            "/news/first/": "page",
            "/fr/news/first/": "alias",
            "/old/first/": "alias",
            "/was.html": "alias",
            "/news/bundle/": "page",
            "/x/2026/03/03/own/": "alias",
            "/news/my-words/": "page",
            "/about/": "page",
            "/news/": "redirect",
            "/news/atom.xml": "redirect",
            "/moved/": "redirect",
            "/rss.xml": "redirect",
            "/tags/nato/atom.xml": "redirect",
            "/categories/naval/": "redirect",
            "/authors/jane-doe/": "gone",
        }.items()
    )
    assert '"/moved/": "/news/my-words/"' in (site / "redirects.yaml").read_text()
    assert skipped(report)["content/news/part.md"] == "it has no page of its own: render is false"
    assert {item["place"]: item["why"] for item in report["items"] if item["draft"]} == {
        "content/later/a.md": "in a section of drafts"
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{{ figure(src="a.png", alt="A ship") }}', "![A ship](a.png)"),
        ("{% box() %}inner{% end %}", "inner"),
        ("{{ page.title }} {{ a", "{{ page.title }} {{ a"),
    ],
)
def test_shortcodes(text: str, said: str) -> None:
    assert without_zola(text).text == said

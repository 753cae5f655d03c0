"""A site of Eleventy with every trap, imported, built, and asked for each of its old addresses."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.importing.readers.eleventy.permalink import expanded
from tests.importing.imports import answers, check, imported, losses, skipped, text_of

PAGE = {
    "title": "The Title", "section": "Naval News", "page": {"fileslug": "a-file", "filepathstem": "/posts/a-file",
    "date": datetime(2026, 3, 1, tzinfo=UTC)},
}  # fmt: skip


@pytest.mark.parametrize(
    ("template", "address", "unknown"),
    [
        ("/blog/{{ page.fileSlug }}/", "/blog/a-file/", ""),
        ("{{ page.filePathStem }}.html", "/posts/a-file.html", ""),
        ('/{{ page.date | date: "%Y/%m" }}/{{ title | slugify }}/index.html', "/2026/03/the-title/", ""),
        ("/{{ page.date | dateFmt('yyyy/LL/dd') }}/", "/2026/03/01/", ""),
        ("/{{ page.date | toPath }}/{{ title | slug }}/", "/2026/03/01/the-title/", "toPath"),
        ('/{{ section | downcase | replace: " ", "_" }}/', "/naval_news/", ""),
        ('/{{ other | default: "x" }}/', "/x/", ""),
        ("/{{ title | mine }}/", "/The Title/", "mine"),
        ("/{{ nothing.there }}/", "", "nothing.there"),
        ("/{% if a %}b{% endif %}/", "", "/{% if a %}b{% endif %}/"),
    ],
)
def test_templates_of_addresses(template: str, address: str, unknown: str) -> None:
    found = expanded(template, PAGE)
    assert (found.address, found.unknown) == (address, unknown)


FILES = {
    "eleventy.config.js": """\
require("fs").writeFileSync("/tmp/executed-by-import", "");
export default function (config) { config.addFilter("x", () => 1);
  return { dir: { input: "src", includes: "_inc", data: "_data", output: "dist" } }; }
""",
    "src/_data/site.json": '{"title": "Old", "url": "https://old.example.org/"}',
    "src/_inc/base.html": "---\nlayout: none\n---\n<p>{{ content }}</p>",
    "src/posts/posts.json": '{"tags": ["posts"], "permalink": "/blog/{{ page.fileSlug }}/", "author": "Jane Doe"}',
    "src/posts/2026-03-01-first.md": """\
---
title: First
tags: [NATO]
redirects: [/was/]
---

See [the second](/blog/second/), {{ site.title }}.

{% raw %}{{ kept }}{% endraw %}

<script>steal()</script>
""",
    "src/posts/second.md": "---\ntitle: Second\ndate: 2026-03-02\n---\n\nWords.\n",
    "src/posts/second.11tydata.json": '{"permalink": "/{{ page.date | date: \\"%Y\\" }}/{{ title | slugify }}.html"}',
    "src/posts/third.md": "---\ntitle: Third\ndate: 2026-03-03\ndraft: true\n---\n\nSecret plans.\n",
    "src/posts/fourth.md": "---\ntitle: Fourth\ndate: 2026-03-04\npermalink: false\n---\n\nNot published.\n",
    "src/posts/fifth.md": "---\ntitle: Fifth\ndate: 2026-03-05\npermalink: '/{{ made.up }}/'\n---\n\nWords.\n",
    "src/notes/notes.11tydata.js": "module.exports = { permalink: `/n/{{ page.fileSlug }}/`, tags: ['notes'] };\n",
    "src/notes/deep/2026-03-06-sixth.md": "---\ntitle: Sixth\n---\n\nWords.\n",
    "src/about/index.md": "---\ntitle: About\n---\n\nA desk.\n",
    "src/blog.html": "---\ntitle: Blog\npagination: {data: collections.posts}\n---\n<p>List</p>\n",
    "README.md": "About the repository.\n",
    "node_modules/x/readme.md": "Not ours.\n",
}


def test_eleventy(tmp_path: Path) -> None:
    site, report = imported(tmp_path, FILES)
    check(site, report, "Not ours", "Not published")
    assert report["form"] == "Eleventy" and not Path("/tmp/executed-by-import").exists()
    first = text_of(site, "posts/2026-03-01-first.md")
    assert "tags: [NATO]" in first and "authors: [Jane Doe]" in first and "{{ kept }}" in first
    assert "guid: https://old.example.org/blog/first/" in first.replace('"', "")
    assert (
        answers(report).items()
        >= {
            "/blog/first/": "page",
            "/was/": "alias",
            "/2026/second.html": "alias",
            "/n/sixth/": "alias",
            "/about/": "page",
        }.items()
    )
    assert skipped(report) == {
        "src/posts/fourth.md": "it has no address: permalink is false",
        "src/blog.html": "a template of lists",
    }
    lost = losses(report)
    assert ("src/posts/fifth.md", 0, "its address is computed by a program and not known: /{{ made.up }}/") in lost
    assert ("src/posts/2026-03-01-first.md", 7, "{{ site.title }} is left out: a template fills it") in lost

"""What Jekyll's settings make of texts and addresses: cases as data, and a site with all of them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.importing.readers.jekyll.address import Filled, by_pattern, identifier, of_page, plain, pretty
from site_gen.importing.readers.jekyll.reader import read
from tests.importing.imports import answers, check, imported, skipped, text_of

POST = Filled(
    "My title, at sea_1",
    "",
    "sub/my",
    "notes",
    ("Naval News", "Naval News", "EU"),
    datetime(2026, 3, 1, 9, 5, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("date", "/naval news/eu/2026/03/01/My-title,-at-sea_1.html"),
        ("pretty", "/naval news/eu/2026/03/01/My-title,-at-sea_1/"),
        ("ordinal", "/naval news/eu/2026/060/My-title,-at-sea_1.html"),
        ("weekdate", "/naval news/eu/2026/W09/Sun/My-title,-at-sea_1.html"),
        ("none", "/naval news/eu/My-title,-at-sea_1.html"),
        ("/:slugified_categories/:slug/", "/naval-news/eu/my-title-at-sea-1/"),
        ("/x/:year-:i_month-:i_day/:title", "/x/2026-3-1/My-title,-at-sea_1"),
        ("/:collection/:path:output_ext", "/notes/sub/my.html"),
        ("/:short_year/:hour:minute/:unknown/", "/26/0905/:unknown/"),
    ],
)
def test_patterns(pattern: str, address: str) -> None:
    assert by_pattern(pattern, POST) == address


def test_parts_of_addresses() -> None:
    assert pretty("the-road-to -opensuse") == "the-road-to-opensuse" and plain("-Äpfel & C_1-") == "äpfel-c-1"
    assert identifier("/2026/03/01/a/", "a") == identifier("/2026/03/01/a.html", "a") == "/2026/03/01/a"
    assert (
        of_page("x/index", "date") == "/x/" and of_page("x/a", "pretty") == "/x/a/" and of_page("a", "/:title") == "/a"
    )


FILES = {
    "_config.yml": """\
url: https://old.example.org
baseurl: /site
permalink: pretty
exclude: [drafts-of-ours, "*.tmp.md"]
collections_dir: col
collections:
  notes: {output: true, permalink: "/n/:path/"}
  authors: {output: true}
  parts: {output: false}
defaults:
  - scope: {path: "", type: posts}
    values: {author: The Desk, tags: [Default]}
  - scope: {path: _posts/secret}
    values: {published: false}
  - scope: {path: "", type: notes}
    values: {categories: [Notes]}
  - scope: {path: col/_notes/deep, type: notes}
    values: {categories: [Deep], permalink: "/deep/:name:output_ext"}
""",
    "_posts/2026-03-01-first one.md": """\
---
title: First
tags: NATO Tanks
category: Royal Navy
slug: first
---

Words.
""",
    "naval/_posts/2026-03-02-second.md": "---\ntitle: Second\nauthor: Jane Doe\n---\n\nWords.\n",
    "_posts/secret/2026-03-03-third.md": "---\ntitle: Third\n---\n\nSecret plans.\n",
    "col/_notes/a.md": "---\ntitle: Note\ndate: 2026-03-04\n---\n\nWords.\n",
    "col/_notes/deep/b.md": "---\ntitle: Deep\ndate: 2026-03-05\n---\n\nWords.\n",
    "col/_authors/jane.md": "---\ntitle: Jane\n---\n\nWho she is.\n",
    "col/_parts/x.md": "---\ntitle: Part\n---\n\nNot a page.\n",
    "_others/x.md": "---\ntitle: Other\n---\n\nNot a page.\n",
    "drafts-of-ours/x.md": "---\ntitle: Ours\n---\n\nSecret plans.\n",
    "about.md": "---\ntitle: About\n---\n\nA desk.\n",
}


def test_jekyll(tmp_path: Path) -> None:
    site, report = imported(tmp_path, FILES)
    unanswered = [old for old in report["addresses"] if not old["by"]]
    assert unanswered == []
    assert answers(report)["/royal navy/2026/03/01/first/"] == "alias"
    report["addresses"] = [old for old in report["addresses"] if old["by"]]
    check(site, report, "Not a page")
    first = text_of(site, "posts/2026-03-01-first.md")
    assert "tags: [Royal Navy, NATO, Tanks]" in first and "authors: [The Desk]" in first
    assert "guid: https://old.example.org/site/royal%20navy/2026/03/01/first" in first.replace('"', "")
    second = text_of(site, "posts/2026-03-02-second.md")
    assert "authors: [Jane Doe]" in second and "tags: [naval, Default]" in second
    assert "guid: https://old.example.org/site/naval/2026/03/02/second\n" in second.replace('"', "")
    assert "tags: [Notes]" in text_of(site, "posts/2026-03-04-a.md")
    assert "tags: [Deep]" in text_of(site, "posts/2026-03-05-b.md")
    assert (
        answers(report).items()
        >= {
            "/naval/2026/03/02/second/": "alias",
            "/n/a/": "alias",
            "/deep/b.html": "alias",
            "/authors/jane/": "page",
            "/about/": "page",
        }.items()
    )
    assert skipped(report) == {
        "_others/x.md": "its folder begins with _: Jekyll passes it over",
        "col/_parts/x.md": "its collection 'parts' has no pages",
    }
    assert [item["place"] for item in report["items"] if item["draft"]] == ["_posts/secret/2026-03-03-third.md"]


def test_what_settings_and_data_say_is_filled_in(tmp_path: Path) -> None:
    (tmp_path / "_data").mkdir()
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_config.yml").write_text("repository: desk/site\nauthor: {name: A. Writer}\n")
    (tmp_path / "_data" / "ruby.yml").write_text("min_version: 2.7.0\n")
    text = (
        "By {{ site.author.name | escape }} in {{ site.repository }}, from {{ site.data.ruby.min_version }}"
        "{{ site.flag }}{{ site.author.name | upcase }}"
    )
    (tmp_path / "_posts" / "2020-01-02-a.md").write_text(f"---\ntitle: A\n---\n{text}\n")
    (item,) = read(tmp_path, UTC).or_raise().items
    assert item.markdown.strip() == "By A. Writer in desk/site, from 2.7.0"
    assert [loss.what.partition(" is left")[0] for loss in item.losses] == [
        "{{ site.flag }}",
        "{{ site.author.name | upcase }}",
    ]


def test_an_old_address_may_name_the_file_of_a_folder(tmp_path: Path) -> None:
    text = "---\ntitle: A\nredirect_from: /help/index.html\n---\nWords.\n"
    config = "url: https://old.example.org\n"
    _, report = imported(tmp_path, {"_config.yml": config, "_posts/2020-01-02-a.md": text})
    assert [one["by"] for one in report["addresses"] if one["address"] == "/help/index.html"] == ["alias"]


def test_published_may_be_no_date(tmp_path: Path) -> None:
    (tmp_path / "_posts").mkdir()
    for number, said in enumerate(("true", "2021-05-06 07:08:09")):
        text = f"---\ntitle: A\npublished: {said}\n---\nWords.\n"
        (tmp_path / "_posts" / f"2012-05-31-{number}.md").write_text(text)
    first, second = read(tmp_path, UTC).or_raise().items
    assert (first.date, first.draft, first.losses) == (datetime(2012, 5, 31, tzinfo=UTC), "", ())
    assert second.date == datetime(2021, 5, 6, 7, 8, 9, tzinfo=UTC)

"""What Hugo's settings and cascades make of addresses: cases as data, and a site with all of them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from site_gen.importing.readers.hugo.address import Named, address_of, glob, rules_of, urlized
from site_gen.importing.readers.hugo.config import load_config
from tests.importing.imports import answers, check, imported, skipped, text_of

DAY = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pattern", "slug", "address"),
    [
        ("/:year/:month/:day/:slug/", "", "/2026/03/01/the-title/"),
        ("/:year/:month/:slug/", "own", "/2026/03/own/"),
        (":slugorfilename", "", "/the-file/"),
        ("/x/:slugorcontentbasename/", "own", "/x/own/"),
        ("/:sections/:filename", "", "/news/naval/2026/the-file/"),
        ("/:sections[1:]/:contentbasename", "", "/naval/2026/the-file/"),
        ("/:sections[last]/:title", "", "/2026/the-title/"),
        ("/:sections[:last]/:title", "", "/news/naval/the-title/"),
        ("/:sections[first]/:sections[9]/:title", "", "/news/the-title/"),
        ("/:section/:monthname/:yearday/:weekday/:weekdayname", "", "/news/march/60/0/sunday/"),
        ("/:06/a\\:b/:title", "", "/26/ab/the-title/"),
    ],
)
def test_patterns(pattern: str, slug: str, address: str) -> None:
    named = Named("page", "news/naval/2026", "the-file", "The Title!", slug, DAY)
    assert address_of(named, "", rules_of({"permalinks": {"news": pattern}}), is_ugly=False) == address


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({"page": {"news": "/p/:filename"}, "section": {"news": "/s/"}}, "/p/a/"),
        ({"section": {"news": "/s/"}}, "/news/a/"),
        ({"other": "/o/:filename"}, "/news/a/"),
        (({"pattern": "/t/:filename", "target": {"path": "/news/**", "kind": "page"}},), "/t/a/"),
        (({"pattern": "/t/:filename", "target": {"kind": "section"}},), "/news/a/"),
    ],
)
def test_forms_of_permalinks(given: object, address: str) -> None:
    named = Named("page", "news", "a", "A", "", DAY)
    assert address_of(named, "", rules_of({"permalinks": given}), is_ugly=False) == address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("/own/", "/own/"),
        ("own", "/own/"),
        ("/own.html", "/own.html"),
        ("/Rust-1.0", "/Rust-1.0/"),
        ("/x/:slug/", "/x/the-slug/"),
        ("https://example.org/full/", "/full/"),
        ("", "/News/sub dir/A File.html"),
    ],
)
def test_url_and_ugly_addresses(url: str, address: str) -> None:
    named = Named("page", "News/sub dir", "A File", "T", "the-slug" if url else "", DAY)
    expected = address if url else "/news/sub-dir/a-file.html"
    assert address_of(named, url, (), is_ugly=True) == expected


@pytest.mark.parametrize(
    ("text", "made"),
    [("Vim (text editor)", "vim-text-editor"), ("C++ & Go", "c++-go"), ("Ümlaut Ä", "ümlaut-ä"), ("a - b", "a-b")],
)
def test_parts_of_addresses(text: str, made: str) -> None:
    assert urlized(text) == made


def test_globs() -> None:
    assert glob("{/news,/news/**}").fullmatch("/news/a/b") and not glob("/news/*").fullmatch("/news/a/b")
    assert glob("/news/[unclosed").fullmatch("/news/[unclosed") and not glob("/a.b").fullmatch("/axb")


def test_settings_of_a_folder_are_joined_and_faults_have_their_line(tmp_path: Path) -> None:
    for name, text in {
        "config/_default/hugo.toml": 'baseURL = "https://dev.example.org/"\n[params]\na = 1\n',
        "config/_default/permalinks.yaml": "news: /:slug/\n",
        "config/_default/params.toml": "b = 2\n",
        "config/production/config.yaml": "baseURL: https://old.example.org/\n",
        "config/_default/menus.toml": "broken = \n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    config, problems = load_config(tmp_path, UTC)
    assert config["baseurl"] == "https://old.example.org/" and config["permalinks"] == {"news": "/:slug/"}
    assert config["params"] == {"a": "1", "b": "2"}
    assert [(one.path, one.line) for one in problems] == [("config/_default/menus.toml", 1)]


FILES = {
    "config/_default/hugo.yaml": """\
baseURL: https://old.example.org/
uglyURLs: {ugly: true}
taxonomies: {category: categories, tag: tags, series: series}
defaultContentLanguage: en
cascade:
  - target: {path: "/press/**"}
    params: {author: The Press Office}
""",
    "config/_default/languages.yaml": "en: {weight: 1}\nfr: {weight: 2}\n",
    "config/_default/permalinks.toml": '[page]\nnews = "/:year/:slugorfilename/"\n[section]\nnews = "/all-news/"\n',
    "content/news/_index.md": """\
---
title: News
cascade:
  - target: {kind: page}
    categories: [Naval]
  - target: {path: /news/secret/**}
    draft: true
---

All of it.
""",
    "content/news/first.md": """\
---
title: First
date: 2026-03-01
params: {author: Jane Doe}
series: [Ships]
---

One.
""",
    "content/news/first.fr.md": "---\ntitle: Premier\ndate: 2026-03-01\n---\n\nUn.\n",
    "content/news/secret/second.md": "---\ntitle: Second\ndate: 2026-03-02\n---\n\nSecret plans.\n",
    "content/press/_index.md": '+++\ntitle = "Press"\n[cascade]\ntags = ["Press"]\n+++\n',
    "content/press/a.md": "---\ntitle: A\ndate: 2026-03-03\ntags: [Own]\n---\n\nOwn tags stay.\n",
    "content/press/b/index.md": "---\ntitle: B\ndate: 2026-03-04\n---\n\nTags come down.\n",
    "content/press/parts/index.md": "---\ntitle: Parts\nheadless: true\n---\n\nNot a page.\n",
    "content/press/none.md": "---\ntitle: None\nbuild: {render: never}\n---\n\nNot a page either.\n",
    "content/ugly/2026-01-02-page.md": "---\ntitle: Ugly\ndate: 2026-03-05\naliases: [old.html]\n---\n\nWords.\n",
}


def test_hugo(tmp_path: Path) -> None:
    site, report = imported(tmp_path, FILES)
    check(site, report)
    first = text_of(site, "posts/2026-03-01-first.md")
    assert "authors: [Jane Doe]" in first and "tags: [Naval, Ships]" in first
    assert "tags: [Own]" in text_of(site, "posts/2026-03-03-a.md")
    b = text_of(site, "posts/2026-03-04-b.md")
    assert "authors: [The Press Office]" in b and "tags: [Press]" in b
    assert "language: fr" in text_of(site, "posts/2026-03-01-first-fr.md")
    assert (
        answers(report).items()
        >= {
            "/2026/first/": "alias",
            "/fr/2026/first/": "alias",
            "/all-news/": "page",
            "/press/a/": "alias",
            "/press/b/": "alias",
            "/press/": "redirect",
            "/press/index.xml": "redirect",
            "/ugly/2026-01-02-page.html": "alias",
            "/ugly/old.html": "alias",
            "/categories/naval/": "redirect",
            "/categories/naval/index.xml": "redirect",
            "/series/ships/": "redirect",
            "/series/": "redirect",
            "/index.xml": "redirect",
        }.items()
    )
    assert skipped(report) == {
        "content/press/_index.md": "a list's own file without a text",
        "content/press/parts/index.md": "a bundle without a page of its own",
        "content/press/none.md": "it has no page of its own: its settings say so",
    }
    assert {item["place"] for item in report["items"] if item["draft"]} == {"content/news/secret/second.md"}

"""A site whose posts are files, `/2026/story.html`, from the build to the deployment."""

import json
import re
from pathlib import Path

import pytest

from site_gen.preview.addresses import destination_of
from tests.support import png, post, run, run_json, tree, write

SETTINGS = """\
title: News
base_url: https://news.test/paper/
permalink: "/{section}/{year}/{month}/{day}/{slug}.html"
sections: [Naval]
page_size: 1
plain: {markdown: true, llms: true}
images: {credit: optional}
hosting: [netlify, apache]
tag_minimum: 1
deploy: {live: {type: folder, path: www}}
"""
STORY = "/naval/2026/01/05/story.html"
OTHER = "/2026/01/05/other.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two posts, one of them in a section and with an old address, deployed."""
    root = tmp_path_factory.mktemp("site")
    aliases = ["/old/story.html", "/2026/01/story/"]
    write(
        root,
        {
            "site.yaml": SETTINGS,
            "redirects.yaml": f"/first: {STORY}\n/news/*: gone\n",
            "content/posts/story.md": post("Story", body="See ![x](x.png).", aliases=aliases, tags=["Kyiv", "Naval"]),
            "content/posts/other.md": post("Other", tags=["Kyiv"]),
            "content/posts/x.png": png(),
        },
    )
    done = run("deploy", root=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def text(site: Path, path: str) -> str:
    return (site / "www/current" / path).read_text(encoding="utf-8")


def test_posts_are_files_and_lists_are_folders(site: Path) -> None:
    files = {path for path in tree(site / "www/current") if path.endswith((".html", ".md", "card.png"))}
    assert {STORY[1:], OTHER[1:], "tags/kyiv/index.html", "tags/kyiv/page/2/index.html", "2026/01/index.html"} <= files
    assert {"naval/2026/01/05/story.md", "2026/01/05/other.md"} <= files
    assert not [path for path in files if re.search(r"\.html/|index\.html\.|html-card", path)]


def test_every_page_and_file_names_the_same_address(site: Path) -> None:
    full = f"https://news.test/paper{STORY}"
    assert f'<link rel="canonical" href="{full}">' in text(site, STORY[1:])
    for path in ("feed.xml", "atom.xml", "sitemap.xml", "tags/naval/feed.xml"):
        assert f">{full}<" in text(site, path), path
    assert json.loads(text(site, "tags/kyiv/feed.json"))["items"][0]["url"].startswith("https://news.test/paper/")
    assert f"{full.removesuffix('.html')}.md" in text(site, "llms.txt")
    assert f'href="/paper{OTHER}"' in text(site, "tags/kyiv/page/2/index.html") + text(site, "tags/kyiv/index.html")


def test_old_addresses_lead_to_it(site: Path) -> None:
    for path in ("old/story.html", "2026/01/story/index.html", "first/index.html"):
        assert f'href="https://news.test/paper{STORY}"' in text(site, path)
    assert f"/paper/old/story.html /paper{STORY} 301" in text(site, "_redirects")
    assert f'"^old/story\\x2ehtml$" "/paper{STORY}" [R=301' in text(site, ".htaccess")


def test_the_preview_finds_it_with_and_without_its_ending(site: Path) -> None:
    files = tree(site / "www/current")
    for address in (f"/paper{STORY}", f"/paper{STORY.removesuffix('.html')}"):
        assert destination_of(address.encode(), "/paper", files).path == STORY[1:]


def test_who_changes_to_it_is_told_what_vanishes_and_what_to_write(site: Path) -> None:
    settings = (site / "site.yaml").read_text(encoding="utf-8")
    old = re.sub("permalink: .*", "permalink: /{year}/{slug}.html", settings)
    write(site, {"site.yaml": old})
    before = (site / "redirects.yaml").read_text(encoding="utf-8")
    write(site, {"redirects.yaml": "/news/*: gone\n"})
    try:
        shown = run_json("deploy", "--dry-run", root=site)
        assert f"{OTHER}: /2026/other.html" in json.dumps(shown)
    finally:
        write(site, {"site.yaml": settings, "redirects.yaml": before})

"""A blog of Blogger with every trap, in both forms of its export, imported and built."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.importing.imports import has_file, new_site, report_of, unanswered, unkept
from tests.support import png, run

SOURCES = Path(__file__).parent / "sources" / "blogger"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    new_site(root)
    settings = root / "site.yaml"
    settings.write_text(
        re.sub(r"timezone: .*", "timezone: Europe/Berlin", settings.read_text(encoding="utf-8")), encoding="utf-8"
    )
    albums = tmp_path / "Blogger" / "Albums" / "Harbour Watch"
    albums.mkdir(parents=True)
    for number, name in enumerate(("frigate", "crew", "map"), 1):
        (albums / f"{name}.png").write_bytes(png(8 * number, 6 * number))
    blog = tmp_path / "Blogger" / "Blogs" / "Harbour Watch"
    blog.mkdir(parents=True)
    shutil.copy(SOURCES / "takeout.atom", blog / "feed.atom")
    shutil.copy(SOURCES / "backup.xml", tmp_path / "blog-05-20-2026.xml")
    return root


def imported(site: Path, source: str, *options: str) -> dict[str, Any]:
    return report_of(site, site.parent / source, *options, exit_code=None)


def backup(site: Path, *options: str) -> dict[str, Any]:
    return imported(site, "blog-05-20-2026.xml", "--media", str(site.parent / "Blogger/Albums"), *options)


def became(report: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {one["key"].rpartition(":")[2]: (one["outcome"], one["why"]) for one in report["items"]}


def test_every_entry_of_a_backup_is_accounted_for(site: Path) -> None:
    report = backup(site)
    assert became(report) == {
        "post-501": ("new", ""),
        "post-502": ("new", ""),
        "post-503": ("new", "a draft"),
        "page-601": ("new", ""),
        "all-comment": ("skipped", "comments are not imported"),
        "all-settings": ("skipped", "settings of the blog"),
        "all-template": ("skipped", "the template of the blog"),
    }
    counted = [one["title"] for one in report["items"] if one["outcome"] == "skipped"]
    assert counted == ["comment: 2", "settings: 2", "template: 1"]
    assert unkept(report) == {}
    assert report["missing_pictures"] == {} and report["pictures"] == 3
    assert unanswered(report) == []
    assert [(one["what"]) for one in report["losses"] if "frigate" in one["place"]] == [
        "the feed's buttons are left out",
        "its 2 comments are not imported",
        "<script> is removed",
    ]


def test_a_post_has_its_labels_identifier_captions_and_the_day_of_its_address(site: Path) -> None:
    report = backup(site)
    assert report["settings"] == ["permalink: /{year}/{month}/{slug}.html", "images: {credit: optional}"]
    assert (
        (site / "content/posts/2026-05-01-frigate-her-crew.md").read_text(encoding="utf-8")
        == """\
---
title: A frigate & her crew
date: 2026-05-01T00:15:00+02:00
updated: 2026-05-02T09:00:00+02:00
slug: frigate-her-crew
guid: tag:blogger.com,1999:blog-77.post-501
authors: [Mary Reed]
tags: [Royal Navy, "Ships & guns"]
---

The frigate came home.

![A grey frigate](/media/Harbour%20Watch/frigate.png "Past the Round Tower")

![crew](/media/Harbour%20Watch/crew.png)

See [who we are](../pages/p/about.md) and [the older one](2026-04-03-older.md).
"""
    )
    untitled = (site / "content/posts/2026-04-03-older.md").read_text(encoding="utf-8")
    assert "title: Older words without a title." in untitled and "Unknown" not in untitled


def test_the_site_that_is_built_answers_old_addresses_and_hides_drafts(site: Path) -> None:
    report = backup(site)
    done = run("build", root=site)
    assert done.returncode == 0, done.stderr
    output = site / "output"
    for old in report["addresses"]:
        assert has_file(site, old["address"]), old
    answered = {old["address"] for old in report["addresses"]}
    assert {"/2026/05/frigate-her-crew.html", "/p/about.html", "/search/label/Royal Navy"} <= answered
    assert {"/feeds/posts/default", "/rss.xml"} <= answered
    assert "<id>tag:blogger.com,1999:blog-77.post-501</id>" in (output / "atom.xml").read_text(encoding="utf-8")
    published = b"".join(path.read_bytes() for path in output.rglob("*") if path.is_file())
    for words in (b"Secret plans", b"Nobody may read", b"Hidden label", b"anary", b"steal()", b"tracker"):
        assert words not in published
    assert not list(output.rglob("map*"))


def test_takeout_is_read_with_its_albums_and_its_address_is_found_by_its_links(site: Path) -> None:
    (site.parent / "Blogger/archive_browser.html").write_text("<p>What is in this archive.</p>", encoding="utf-8")
    report = imported(site, "Blogger")
    assert became(report) == {
        "post-501": ("new", ""),
        "post-503": ("new", "a draft"),
        "post-504": ("skipped", "in the trash"),
        "page-601": ("new", ""),
        "all-comment": ("skipped", "comments are not imported"),
    }
    text = (site / "content/posts/2026-05-01-frigate-her-crew.md").read_text(encoding="utf-8")
    assert "date: 2026-05-01T00:15:00+02:00" in text and "summary: She was away for nine months." in text
    assert "tags: [Royal Navy]" in text and "[who we are](../pages/p/about.md)" in text
    assert "(/media/Albums/Harbour%20Watch/frigate.png)" in text
    assert report["missing_pictures"] == {}
    assert "/2026/05/frigate-her-crew.html" in {old["address"] for old in report["addresses"] if old["by"] == "page"}


def test_both_forms_of_an_export_name_a_post_alike(site: Path) -> None:
    backup(site)
    again = became(imported(site, "Blogger"))
    assert again["post-501"][0] == "changed" and again["page-601"][0] == "unchanged"


def test_a_public_feed_of_blogger_is_a_feed(site: Path) -> None:
    public = site.parent / "public.xml"
    entry = "<entry><id>tag:blogger.com,1999:post-1</id><title>A</title><content type='html'>Words.</content></entry>"
    public.write_text(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>", encoding="utf-8")
    assert imported(site, "public.xml")["form"] == "feed"
    done = run("import", str(public), "--from", "blogger", root=site)
    assert done.returncode == 1 and "no export of Blogger" in done.stderr

"""A site of WordPress with every trap, imported, built, and asked for each of its old addresses."""

import json
import shutil
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from site_gen.importing.readers.wordpress.export_files import ExportFiles
from site_gen.importing.readers.wordpress.markup import Attached, Library, rendered
from tests.importing.imports import answers, has_file, new_site, report_of, text_of, unanswered
from tests.support import png, run

SOURCES = Path(__file__).parent / "sources"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    new_site(root)
    uploads = tmp_path / "uploads" / "2026" / "05"
    uploads.mkdir(parents=True)
    for number, name in enumerate(("frigate", "frigate-300x200", "crew", "map"), 1):
        (uploads / f"{name}.png").write_bytes(png(8 * number, 6 * number))
    (tmp_path / "export").mkdir()
    for file in SOURCES.glob("wordpress-*.xml"):
        shutil.copy(file, tmp_path / "export")
    return root


def imported(site: Path, *options: str) -> dict[str, Any]:
    return report_of(site, site.parent / "export", "--media", str(site.parent / "uploads"), *options, exit_code=None)


def test_every_item_is_accounted_for_and_no_word_is_lost(site: Path) -> None:
    report = imported(site)
    became = {item["key"].partition(":")[2]: (item["outcome"], item["why"]) for item in report["items"]}
    assert became == {
        "post-11": ("new", ""),
        "post-12": ("new", ""),
        "wp_block-31": ("skipped", "a reusable block; it is in the posts that use it"),
        "page-13": ("new", ""),
        "page-14": ("new", ""),
        "post-15": ("new", "a draft"),
        "post-16": ("new", "private"),
        "post-17": ("new", "protected by a password"),
        "post-18": ("skipped", "in the trash"),
        "nav_menu_item-19": ("skipped", "a part of a menu"),
        "post-20": ("new", ""),
        "attachment-21": ("picture", "https://harbour.example.org/wp-content/uploads/2026/05/frigate.png"),
        "attachment-22": ("picture", "https://harbour.example.org/wp-content/uploads/2026/05/crew.png"),
        "post-23": ("new", ""),
        "recipe-24": ("new", ""),
    }
    lost = {item["title"]: item["lost_words"] for item in report["items"] if item["kept"] < item["words"]}
    assert lost == {}
    assert report["missing_pictures"] == {
        "https://harbour.example.org/wp-content/uploads/2020/01/lost.jpg": "not found"
    }
    assert unanswered(report) == []


def test_a_text_has_its_markup_pictures_and_links(site: Path) -> None:
    imported(site)
    assert text_of(site, "posts/2026-05-04-frigate-returns.md") == EXPECTED.replace("Monday.", "Monday.  ")
    blocks = text_of(site, "posts/2026-05-05-fregat.md")
    assert "date: 2026-05-05T00:15:00+01:00" in blocks
    assert 'aliases: ["/2026/05/фрегат/", "/?p=12"]' in blocks
    assert "A paragraph of one block[^1]." in blocks and "[^1]: So the log says." in blocks
    assert "[https://video.example.com/9](https://video.example.com/9)" in blocks
    assert "| Alert | 420 |" in blocks
    assert "```python\nif a < b:\n    print(a)\n```" in blocks
    assert "\n* * *\n" in blocks and "This notice is in many posts." in blocks


EXPECTED = """\
---
title: Frigate returns & rests
date: 2026-05-04T09:30:00+01:00
slug: frigate-returns
aliases: ["/2026/05/frigate-returns/2/", "/?p=11"]
guid: https://harbour.example.org/?p=11
summary: She was away for nine months.
authors: [Mary Reed]
tags: [Naval, Royal Navy]
image:
  src: "/wp-content/uploads/2026/05/frigate.png"
  alt: A frigate at sea
---

The frigate came home on Monday.
Her crew lined the rails.

![A grey frigate](/wp-content/uploads/2026/05/frigate.png "Past the Round Tower")

![The bow](/wp-content/uploads/2026/05/frigate.png "An older caption")

**Neither** picture nor address

[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)

![A frigate at sea](/wp-content/uploads/2026/05/frigate.png)
![The crew at the rails](/wp-content/uploads/2026/05/crew.png "The crew at the rails")

It is **bold** in the \\[sic\\] report, and \\[gallery\\] is a shortcode.

See [who we are](../pages/about.md), [the other one](2026-05-05-fregat.md) and [nothing](https://harbour.example.org/gone/).

[https://www.youtube.com/watch?v=xyz789](https://www.youtube.com/watch?v=xyz789)

Press here \\[contact-form id="7"\\]
"""


def test_losses_have_their_lines(site: Path) -> None:
    losses = [(one["line"], one["what"]) for one in imported(site)["losses"] if one["place"].endswith(": 11")]
    assert losses == [
        (17, "its 2 pages are one now"),
        (21, 'the shortcode [contact-form id="7"] stays as text: no plugin reads it'),
        (20, "<iframe> of https://www.youtube.com/embed/xyz789 is a link now"),
        (21, "<script> is removed"),
        (21, "the event handler 'onclick' of <a> is removed"),
        (21, "the link to javascript:steal() is removed; its words stay"),
    ]


def test_each_old_address_is_answered_by_the_site_that_is_built(site: Path) -> None:
    report = imported(site)
    done = run("build", root=site)
    assert done.returncode == 0, done.stderr
    output = site / "output"
    for old in report["addresses"]:
        if old["by"] not in ("gone", "query"):
            assert has_file(site, old["to"] if old["address"].endswith(".png") else old["address"]), old
    size = "/wp-content/uploads/2026/05/frigate-300x200.png"
    assert answers(report)[size] == "redirect" and not has_file(site, size)
    assert {"/feed/", "/category/naval/", "/2026/05/frigate-returns/frigate/", "/recipes/stew/"} <= {
        old["address"] for old in report["addresses"]
    }
    by_query = {old["address"]: old["to"] for old in report["addresses"] if old["by"] == "query"}
    assert by_query["/?p=11"] == "/2026/05/frigate-returns/" and by_query["/?page_id=13"] == "/about/"
    assert by_query["/?attachment_id=21"] == "/2026/05/frigate-returns/" and by_query["/?attachment_id=22"] == "gone"
    assert (by_query["/?cat=3"], by_query["/?cat=1"], by_query["/?feed=rss2"]) == ("/tags/naval/", "gone", "/feed.xml")
    assert "/?cat=9" not in by_query and "/?p=15" not in by_query
    feed = (output / "feed.xml").read_text(encoding="utf-8")
    assert '<guid isPermaLink="false">https://harbour.example.org/?p=11</guid>' in feed
    assert "<id>https://harbour.example.org/?p=11</id>" in (output / "atom.xml").read_text(encoding="utf-8")
    assert '"id": "https://harbour.example.org/?p=11"' in (output / "feed.json").read_text(encoding="utf-8")


def test_what_was_not_public_is_nowhere_in_the_output(site: Path) -> None:
    imported(site)
    assert run("build", root=site).returncode == 0
    published = b"".join(path.read_bytes() for path in (site / "output").rglob("*") if path.is_file())
    for words in (b"Secret plans", b"Private words", b"Locked words", b"swordfish", b"steal()"):
        assert words not in published
    assert not list((site / "output").rglob("map*"))


def test_again_nothing_is_written_but_what_changed_and_no_edit_is_touched(site: Path) -> None:
    imported(site)
    edited, page = site / "content/posts/2026-05-04-frigate-returns.md", site / "content/pages/about.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nAn editor's line.\n", encoding="utf-8")
    (site / "content/posts/2026-05-06-missing.md").unlink()
    export = site.parent / "export" / "wordpress-2.xml"
    export.write_bytes(export.read_bytes().replace(b"by the harbour", b"at the harbour"))
    before = edited.read_bytes()
    report = imported(site)
    became = {item["key"].partition(":")[2]: item["outcome"] for item in report["items"] if item["path"]}
    assert became["post-11"] == "edited" and edited.read_bytes() == before
    assert became["page-13"] == "changed" and "at the harbour" in page.read_text(encoding="utf-8")
    assert became["post-23"] == "removed" and not (site / "content/posts/2026-05-06-missing.md").exists()
    assert became["post-12"] == "unchanged"


def test_categories_become_the_tags_that_the_map_says(site: Path) -> None:
    imported(site)
    mapping = site / "import-map.yaml"
    assert '  Naval: Naval\n  Uncategorized: ""\n' in mapping.read_text(encoding="utf-8")
    mapping.write_text(mapping.read_text(encoding="utf-8").replace("Naval: Naval", "Naval: Ships"), encoding="utf-8")
    assert imported(site)["problems"] == []
    assert '"/category/naval/": "/tags/ships/"\n' in (site / "redirects.yaml").read_text(encoding="utf-8")
    assert "tags: [Ships, Royal Navy]" in text_of(site, "posts/2026-05-04-frigate-returns.md")


def test_a_dry_run_writes_nothing(site: Path) -> None:
    before = sorted(path for path in site.rglob("*"))
    report = imported(site, "--dry-run")
    assert report["dry_run"] and len(report["items"]) == 15
    assert sorted(path for path in site.rglob("*")) == before


def test_an_import_that_was_interrupted_goes_on(site: Path) -> None:
    assert "no interrupted import" in run("import", str(site.parent / "export"), "--resume", root=site).stderr
    imported(site)
    lock = json.loads((site / "import.lock").read_text(encoding="utf-8"))
    whole = {path: path.read_bytes() for path in (site / "content").rglob("*.md")}
    for value in lock["items"].values():  # as a kill before the writing of posts leaves it
        value["pending"] = True
        (site / value["path"]).unlink()
    (site / "import.lock").write_text(json.dumps(lock), encoding="utf-8")
    imported(site, "--resume")
    assert {path: path.read_bytes() for path in (site / "content").rglob("*.md")} == whole


def test_settings_are_written_only_to_a_new_site(site: Path) -> None:
    export = site.parent / "export" / "wordpress-1.xml"
    export.write_bytes(export.read_bytes().replace(b"org/2026/05/", b"org/news/"))
    other = site.parent / "export" / "wordpress-2.xml"
    other.write_bytes(other.read_bytes().replace(b"org/2026/05/", b"org/news/"))
    report = imported(site, "--dry-run")
    assert report["settings"][-2:] == ["permalink: /news/{slug}/", "images: {credit: optional}"]
    (site / "content/posts/2026-01-01-ours.md").write_text("---\ntitle: Ours\n---\n\nWords.\n", encoding="utf-8")
    before = (site / "site.yaml").read_bytes()
    imported(site)
    assert (site / "site.yaml").read_bytes() == before


def test_what_is_no_export_is_a_problem(site: Path) -> None:
    broken = site.parent / "broken.xml"
    broken.write_text("<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item>", encoding="utf-8")
    done = run("import", str(broken), root=site)
    assert done.returncode == 1 and "broken.xml:1:" in done.stderr and "not well-formed" in done.stderr
    assert "no such file" in run("import", "nowhere.xml", root=site).stderr
    entities = site.parent / "entities.xml"
    entities.write_text(
        "<!DOCTYPE a [<!ENTITY b 'c'>]><rss xmlns:wp='wordpress.org/export/1.2/'>&b;</rss>", encoding="utf-8"
    )
    assert "declares entities" in run("import", str(entities), root=site).stderr


@pytest.mark.parametrize("reference", ["&#11;", "&#x1F;", "\x0b"])
def test_what_no_xml_may_have_is_left_out_wherever_it_is_in_the_file(tmp_path: Path, reference: str) -> None:
    text = "".join(f"{number}{reference}&amp;" for number in range(9000))  # longer than what is read at once
    item = f"<item><content:encoded>{text}</content:encoded><wp:post_id>1</wp:post_id></item>"
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    (tmp_path / "long.xml").write_text(f"<rss {names}><channel>{item}</channel></rss>", encoding="utf-8")
    files = ExportFiles()
    assert files.add(tmp_path / "long.xml") is None
    assert [files.text(one)[0] for one in files.records] == ["".join(f"{number}&" for number in range(9000))]


def test_elements_of_other_vocabularies_are_not_those_of_the_item(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
        '<atom:link href="https://old.example/feed/"/><link>https://old.example</link><item>'
        '<atom:link href="https://old.example/one/"/><media:title>A picture</media:title>'
        "<title>One</title><link>https://old.example/one/</link></item></channel></rss>"
    )
    files = ExportFiles()
    assert files.add(tmp_path / "a.xml") is None
    assert files.home == "https://old.example"
    assert files.records[0].values == {"title": "One", "link": "https://old.example/one/"}


@pytest.mark.parametrize("error", [ValueError, KeyError])
def test_a_fault_of_ours_is_not_said_to_be_one_of_the_file(tmp_path: Path, error: type[Exception]) -> None:
    (tmp_path / "a.xml").write_text("<rss><channel><item/></channel></rss>")
    with patch.object(ExportFiles, "_take", side_effect=error), pytest.raises(error):
        ExportFiles().add(tmp_path / "a.xml")


def test_a_name_with_a_number_longer_than_any_is_read(tmp_path: Path) -> None:
    number = f"&#{'9' * 5000};"
    (tmp_path / "a.xml").write_text(
        f"<rss><channel><item><category><![CDATA[{number}]]></category></item></channel></rss>"
    )
    files = ExportFiles()
    assert files.add(tmp_path / "a.xml") is None
    assert [one.name for one in files.records[0].terms] == ["\ufffd"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("One\ntwo\n\nthree", "One<br>two<br><br>three"),
        ("<ul>\n<li>a</li>\n</ul>\n\nb", "<ul><li>a</li></ul>b"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        ("[embed]https://v.example/1[/embed]", '<p><a href="https://v.example/1">https://v.example/1</a></p>'),
        (
            "[video src='https://v.example/1.mp4']",
            '<p><a href="https://v.example/1.mp4">https://v.example/1.mp4</a></p>',
        ),
    ],
)
def test_line_ends_and_shortcodes(text: str, made: str) -> None:
    assert rendered(text, Library({"1": Attached("/a.jpg")})).html == made

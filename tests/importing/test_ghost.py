"""A site of Ghost with every trap, imported, built, and asked for each of its old addresses."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.importing.ghost_site import MOBILEDOC, REDIRECTS, ROUTES, export
from tests.importing.imports import has_file, new_site, report_of, text_of, unanswered, unkept
from tests.support import png, run

SECRETS = (b"Secret ", b"Members words", b"Upgrade now", b"steal()", b"reader@example.org", b"first_name")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    new_site(root)
    source = tmp_path / "ghost"
    (source / "content/images/2026/05").mkdir(parents=True)
    for number, name in enumerate(("frigate", "crew", "map"), 1):
        (source / f"content/images/2026/05/{name}.png").write_bytes(png(8 * number, 6 * number))
    for path in ("media/sea.mp4", "media/horn.mp3", "files/plan.pdf"):
        (source / "content" / path).parent.mkdir(exist_ok=True)
        (source / "content" / path).write_bytes(b"file")
    (source / "harbour.ghost.2026-05-30.json").write_text(export(), encoding="utf-8")
    return root


def imported(site: Path, source: str = "ghost", *options: str) -> dict[str, Any]:
    return report_of(site, site.parent / source, *options)


def test_every_item_is_accounted_for_and_no_word_is_lost(site: Path) -> None:
    report = imported(site)
    became = {
        item["place"].partition(": ")[2] or item["title"]: (item["outcome"], item["why"]) for item in report["items"]
    }
    assert became == {
        "full-post": ("new", ""),
        "in-mobiledoc": ("new", ""),
        "markdown-only": ("new", ""),
        "only-html": ("new", ""),
        "damaged": ("new", ""),
        "a-page": ("new", ""),
        "a-draft": ("new", "a draft"),
        "a-letter": ("new", "sent by e-mail only"),
        "for-members": ("new", "for members only"),
        "for-payers": ("new", "for paying members only"),
        "for-a-tier": ("new", "for paying members only"),
        "by-letter-only": ("new", "sent by e-mail only"),
        "later": ("new", ""),
        "1 members": ("skipped", "members are not imported"),
        "codeinjection_head": ("skipped", "code that is put into each page is not imported"),
    }
    assert unkept(report) == {}
    assert report["missing_pictures"] == {}
    assert unanswered(report) == []


def test_a_text_has_its_cards(site: Path) -> None:
    imported(site)
    assert text_of(site, "posts/2026-05-05-full-post.md") == FULL
    assert text_of(site, "posts/2026-05-06-in-mobiledoc.md").partition("---\n\n")[2] == IN_MOBILEDOC.replace(
        "**\n", "**  \n"
    )
    assert "updated: 2026-05-20T13:00:00+01:00" in text_of(site, "posts/2026-05-06-in-mobiledoc.md")
    markdown = text_of(site, "posts/2026-05-07-markdown-only.md")
    assert "## As written\n\nA note[^1]" in markdown and "\n##no heading\n" in markdown and "\n[^1]: Here." in markdown
    html = text_of(site, "posts/2026-05-08-only-html.md")
    assert "[**The plan**](https://navy.example.org/plan)\n\nWhat is planned\n\nNavy A. Clerk" in html
    assert "/ 12" not in html and "Subscribe to us" not in html
    assert "Saved words" in text_of(site, "posts/2026-05-09-damaged.md")


FULL = """\
---
title: Full post
date: 2026-05-05T00:30:00+01:00
slug: full-post
guid: "5f0000000000000000000004"
summary: She was away for nine months.
authors: [Mary Reed, Ann Bo]
tags: [Royal Navy, Naval]
image:
  src: "/content/images/2026/05/frigate.png"
  alt: The ship
  caption: "Photo: Navy"
---

The frigate came **home** with ***care*** &lt;soon>.

## A heading

See [the other](2026-05-07-markdown-only.md).

By an old link

3. One
   - Within one
4. Two

> A quotation

> An aside

![A grey frigate](/content/images/2026/05/frigate.png "Past the Round Tower")

![Bow](/content/images/2026/05/frigate.png)
![crew](/content/images/2026/05/crew.png)

Both of them

[**The plan**](https://navy.example.org/plan)

What is planned

Navy, A. Clerk

Worth reading

[At sea](https://www.youtube.com/watch?v=abc123)

A video

Raw words

## Lazy heading

Some *Markdown*.

```python
if a < b:
    go()
```

A listing

> 💡 Mind the **gap**

**Press here**

Opened words

[sea.mp4](/content/media/sea.mp4)

Moving

[The horn](/content/media/horn.mp3)

[Plan](/content/files/plan.pdf) (plan.pdf)

As of May

[Apply](https://navy.example.org/apply)

## Big words

Small words

**A book**

★★★★

About ships

[Buy](https://b.example)

Act

[Go](https://c.example)

* * *

Unknown words
"""
IN_MOBILEDOC = """\
Words ***nested* and**
next

### Small heading

[A link](2026-05-05-full-post.md) & more

- Item
- Other item

![The crew](/content/images/2026/05/crew.png "The crew")

A *second* engine.

* * *

After the wall
"""


def test_what_cannot_be_kept_is_reported_with_its_block(site: Path) -> None:
    losses = [(one["line"], one["what"]) for one in imported(site)["losses"] if one["place"].endswith(": full-post")]
    assert losses == [
        (10, "the preview picture of the bookmark https://navy.example.org/plan is left out"),
        (11, "the embed of https://www.youtube.com/watch?v=abc123 is a link now"),
        (13, "the card 'html' is left out: only e-mails show it"),
        (17, "a text that opens when it is pressed is always shown now"),
        (18, "the player of /content/media/sea.mp4 is a link now"),
        (19, "the player of /content/media/horn.mp3 is a link now"),
        (22, "a text that only e-mails show is left out"),
        (23, "a text that only e-mails show is left out"),
        (24, "the form for subscribers 'Subscribe to us' is left out"),
        (29, "the card 'hologram' is not known: only its words are kept"),
        (0, "the code of codeinjection_head is left out"),
        (0, "the internal tag #import is left out"),
        (4, "the link to /gone-post/#part is removed; its words stay"),
        (12, "the event handler 'onclick' of <p> is removed"),
        (12, "<script> is removed"),
    ]


def test_what_html_loses_is_reported_with_its_words(site: Path) -> None:
    losses = [one["what"] for one in imported(site)["losses"] if one["place"].endswith(": only-html")]
    assert "a part that only members or e-mails show is left out; words in it: 2" in losses
    assert "a form for subscribers is left out; words in it: 4" in losses


def test_each_old_address_is_answered_and_feeds_say_the_same(site: Path) -> None:
    report = imported(site)
    done = run("build", root=site)
    assert done.returncode == 0, done.stderr
    for old in report["addresses"]:
        assert old["by"] == "gone" or has_file(site, old["address"]), old
    assert {"/full-post/", "/a-page/", "/rss/", "/tag/naval/", "/tag/naval/rss/", "/author/mary/"} <= {
        old["address"] for old in report["addresses"]
    }
    assert "permalink: /{slug}/" in (site / "site.yaml").read_text(encoding="utf-8")
    feed = (site / "output/feed.xml").read_text(encoding="utf-8")
    assert '<guid isPermaLink="false">5f0000000000000000000004</guid>' in feed


def test_what_was_not_public_is_nowhere_in_the_output(site: Path) -> None:
    imported(site)
    assert run("build", root=site).returncode == 0
    published = b"".join(path.read_bytes() for path in (site / "output").rglob("*") if path.is_file())
    assert [words for words in SECRETS if words in published] == []
    assert not list((site / "output").rglob("map*"))


def test_a_zip_has_its_pictures_and_routes_their_addresses(site: Path) -> None:
    source = site.parent / "ghost"
    (source / "routes.yaml").write_text(ROUTES, encoding="utf-8")
    (source / "redirects.yaml").write_text(REDIRECTS, encoding="utf-8")
    with zipfile.ZipFile(site.parent / "export.zip", "w") as archive:
        for path in source.rglob("*"):
            archive.write(path, path.relative_to(source.parent))
    report = imported(site, "export.zip")
    assert report["source"] == "export.zip" and report["missing_pictures"] == {} and report["pictures"] == 6
    addresses = {old["address"]: old["to"] for old in report["addresses"]}
    assert addresses["/naval/2026/full-post/"] == addresses["/old-name/"]
    assert "/all/only-html/" in addresses and "/topic/rn/" in addresses and "/author/ann/rss/" in addresses
    assert addresses["/short/"] == "https://elsewhere.example/"
    assert [item["title"] for item in report["items"] if item["key"].startswith("ghost:redirect")] == [
        "^\\/blog\\/(.*)$ to /$1"
    ]


def test_again_nothing_changes_wherever_the_site_was(site: Path) -> None:
    imported(site)
    report = imported(site, "ghost", "--home", "https://harbour.example.org")
    assert {item["outcome"] for item in report["items"] if item["path"]} <= {"unchanged", "changed"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('{"db": [{"meta": {"exported_on": 1}, "data": {"posts": [}]}', "export.json:1:"),
        ('{"db": [{"meta": {"exported_on": 1}, "data": {}}]}', "it has no table of posts"),
        ('{"exported_on": ' + "[" * 100_000, "This is no JSON"),
    ],
)
def test_what_is_no_export_is_a_problem(site: Path, data: str, message: str) -> None:
    (site.parent / "export.json").write_text(data, encoding="utf-8")
    done = run("import", str(site.parent / "export.json"), root=site)
    assert done.returncode == 1 and message in done.stderr


@pytest.mark.parametrize("version", ["003", "1.0.0", ""])
def test_exports_of_the_first_versions_are_read(site: Path, version: str) -> None:
    rows = [
        {"id": 1, "uuid": "u-1", "title": "First", "slug": "first", "markdown": "##Head\n\nSome *words*.", "page": 0,
         "html": "<h2>Head</h2><p>Some <em>words</em>.</p>", "status": "published", "image": "/content/images/crew.png",
         "author_id": 1, "published_at": 1426078349156, "created_at": 1426078349135},
        {"id": 2, "title": "Who", "slug": "who", "markdown": "Us", "page": 1, "status": "published",
         "published_at": 1426078349156},
    ]  # fmt: skip
    data = {"posts": rows, "users": [{"id": 1, "name": "Cozy", "slug": "cozy"}], "tags": [], "posts_tags": []}
    meta = {"exported_on": 1426263451924, "version": version}
    (site.parent / "old.json").write_text(json.dumps({"meta": meta, "data": data}), encoding="utf-8")
    report = imported(site, "old.json")
    assert [item["kind"] for item in report["items"]] == ["post", "page"]
    made = text_of(site, "posts/2015-03-11-first.md")
    assert "authors: [Cozy]" in made and made.endswith("## Head\n\nSome *words*.\n")
    assert f"guid: {'u-1' if version == '003' else chr(34) + '1' + chr(34)}\n" in made


@pytest.mark.parametrize(
    "source",
    [
        MOBILEDOC.replace("[10, 0]", "[10, 99]"),
        MOBILEDOC.replace('"sections"', '"parts"'),
        '{"sections": 7}',
        "[]",
        "7",
        '{"root": {"children": [{"type": "paragraph", "children": 7}, 7]}}',
        '{"root": {"children": [' + '{"type": "quote", "children": [' * 500 + "]}" * 500 + "]}}",
    ],
)
def test_damaged_texts_fall_back_to_the_html(site: Path, source: str) -> None:
    rows = [
        {"id": str(number), "title": form, "slug": form, form: source, "html": "<p>Saved words</p>",
         "published_at": 1426078349156}
        for number, form in enumerate(("lexical", "mobiledoc"))
    ]  # fmt: skip
    (site.parent / "bad.json").write_text(
        json.dumps({"meta": {"exported_on": 1, "version": "5.0"}, "data": {"posts": rows}}), encoding="utf-8"
    )
    report = imported(site, "bad.json")
    assert [item["kept"] for item in report["items"]] == [2, 2]

"""An export of Substack with every trap, imported, built, and asked for each of its old addresses."""

import html
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.importing.imports import has_file, new_site, report_of, text_of, unanswered, unkept
from tests.support import png, run

BUTTON = '<p class="button-wrapper" data-attrs="{}"><a class="button primary" href="{}"><span>{}</span></a></p>'
PICTURE = "https://bucketeer-1.s3.amazonaws.com/public/images/01234567-89ab-4cde-8f01-23456789abcd_1456x971.png"


def attributes(**values: Any) -> str:
    return html.escape(json.dumps(values))


def button(url: str, words: str) -> str:
    return BUTTON.format(attributes(url=url, text=words), html.escape(url), words)


FIRST = f"""\
<div class="captioned-image-container"><figure><a class="image-link image2" href="https://substackcdn.com/x"><picture>
<source type="image/webp" srcset="https://substackcdn.com/a 424w"><img src="https://substackcdn.com/image/fetch/w_1/x"
 data-attrs="{attributes(src=PICTURE, alt="A frigate")}" alt="" onerror="steal()"></picture></a>
<figcaption class="image-caption">At <em>sea</em></figcaption></figure></div>
<p>Words of the first<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a>, see
<a href="https://harbour.substack.com/p/second-text?utm_source=share">the second</a>.</p>
{button("https://harbour.substack.com/subscribe?", "Subscribe now")}
{button("https://harbour.substack.com/p/first-text?action=share", "Share")}
{button("https://navy.example.org/apply", "Apply to the Navy")}
<div class="subscription-widget-wrap" data-attrs="{{}}"><div class="preamble"><p>Thanks for reading Harbour!</p></div>
<form><input type="submit" value="Subscribe"></form></div>
<div id="youtube2-abc123" class="youtube-wrap" data-attrs="{attributes(videoId="abc123")}"><iframe
 src="https://www.youtube-nocookie.com/embed/abc123?rel=0"></iframe></div>
<div class="tweet" data-attrs="{
    attributes(url="https://twitter.com/navy/status/1", full_text="We are home", name="Navy", username="navy")
}"></div>
<div class="image-gallery-embed" data-attrs="{
    attributes(gallery={"images": [{"src": PICTURE}, {"src": PICTURE}], "caption": "Both sides"})
}"></div>
<div class="digest-post-embed" data-attrs="{
    attributes(canonical_url="https://harbour.substack.com/p/second-text", title="The second", caption="It begins so")
}"></div>
<div class="latex-rendered" data-attrs="{attributes(persistentExpression="a < b")}"></div>
<div class="pullquote"><p>Pulled out</p></div><div><hr></div>
<p>Hello <span class="mention-wrap" data-attrs="{attributes(name="Ann Bo")}"></span>, <a href="%%share_url%%">pass it
 on</a>.</p><div class="poll-embed" data-attrs="{{broken"></div><script>steal()</script>
<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div
 class="footnote-content"><p>So the log says.</p></div></div>
"""
PAYWALL = '<p>Open words</p><div class="paywall-jump"></div><p>Secret end</p>'
POSTS = {
    "100001.first-text": FIRST,
    "100002.second-text": "<h2>Head</h2><p>Words of the second.</p>",
    "100003.an-episode": "<p>Notes of the episode.</p>",
    "100004.for-payers": "<p>Secret sale</p>",
    "100005.for-free": "<p>Secret gift</p>",
    "100006.founders": "<p>Secret meeting</p>",
    "100007.half-open": PAYWALL,
    "100008.a-draft": "<p>Secret plans</p>",
    "100009": "<p>Secret start</p>",
    "100010.about": "<p>About us</p>",
    "100012.empty": "",
    "100013.for-whom": "<p>Secret words</p>",
    "100099.unlisted": "<p>Secret leftover</p>",
}
CSV = """\
post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url
100001.first-text,2026-05-04T08:30:00.000Z,true,2026-05-04,,newsletter,everyone,"Frigate, at rest",It&#x2019;s home,
100002.second-text,2026-05-05T08:30:00.000Z,TRUE,,,newsletter,everyone,Second,,
100003.an-episode,2026-05-06T08:30:00.000Z,true,,,podcast,everyone,Episode 1,,https://api.substack.com/feed/1/a.mp3
100004.for-payers,2026-05-07T08:30:00.000Z,true,,,newsletter,only_paid,Sale,,
100005.for-free,2026-05-07T08:30:00.000Z,true,,,newsletter,only_free,Gift,,
100006.founders,2026-05-07T08:30:00.000Z,true,,,thread,founding,Meeting,,
100013.for-whom,2026-05-07T08:30:00.000Z,true,,,newsletter,,For whom,,
100007.half-open,2026-05-07T08:30:00.000Z,true,,,newsletter,everyone,Half,,
100008.a-draft,,false,,,newsletter,everyone,Draft,,
100009,,false,,,newsletter,everyone,,,
100010.about,2026-05-01T08:30:00.000Z,true,,,page,everyone,About us,,
100011.lost,2026-05-01T08:30:00.000Z,true,,,newsletter,everyone,Lost,,
100012.empty,,false,,,newsletter,everyone,,,
../../etc/passwd,2026-05-01T08:30:00.000Z,true,,,newsletter,everyone,Hostile,,
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    new_site(root)
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / PICTURE.rpartition("/")[2]).write_bytes(png(8, 6))
    zipped(tmp_path / "export.zip", POSTS)
    return root


def zipped(path: Path, posts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("posts.csv", "\ufeff" + CSV)
        archive.writestr("email_list.harbour.csv", "email\nreader@example.org\n")
        archive.writestr("posts/100001.first-text.opens.csv", "reader@example.org\n")
        for name, text in posts.items():
            archive.writestr(f"posts/{name}.html", text)


def imported(site: Path, *options: str) -> dict[str, Any]:
    media = ("--media", str(site.parent / "pictures"))
    return report_of(site, site.parent / "export.zip", *media, *options)


def test_every_item_is_accounted_for_and_no_word_is_lost(site: Path) -> None:
    report = imported(site)
    assert {item["key"].partition(":")[2]: (item["outcome"], item["why"]) for item in report["items"]} == {
        "100001": ("new", ""),
        "100002": ("new", ""),
        "100003": ("new", ""),
        "100004": ("new", "for paying readers only"),
        "100005": ("new", "for readers who do not pay only"),
        "100006": ("new", "for founding members only"),
        "100007": ("new", "a part of it is for paying readers only"),
        "100008": ("new", "a draft"),
        "100009": ("new", "a draft"),
        "100010": ("new", ""),
        "100013": ("new", "for readers that posts.csv does not name"),
        "100011": ("skipped", "its text is not in the export"),
        "100012": ("skipped", "it has no title and no text"),
        "../../etc/passwd": ("skipped", "its text is not in the export"),
        "posts/100099.unlisted.html": ("skipped", "posts.csv does not list it"),
        "lists": ("skipped", "personal data are not read"),
    }
    assert unkept(report) == {}
    assert report["missing_pictures"] == {}
    assert unanswered(report) == []


def test_a_text_has_its_embeds_pictures_and_links(site: Path) -> None:
    imported(site)
    assert text_of(site, "posts/2026-05-04-first-text.md") == EXPECTED
    assert "[Episode 1](https://api.substack.com/feed/1/a.mp3)" in text_of(site, "posts/2026-05-06-an-episode.md")
    assert text_of(site, "pages/p/about.md").endswith("\nAbout us\n")


EXPECTED = """\
---
title: Frigate, at rest
date: 2026-05-04T08:30:00+00:00
slug: first-text
guid: https://harbour.substack.com/p/first-text
summary: It’s home
---

![A frigate](/media/01234567-89ab-4cde-8f01-23456789abcd_1456x971.png "At sea")

Words of the first[^1], see [the second](2026-05-05-second-text.md).

[Apply to the Navy](https://navy.example.org/apply)

[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)

> We are home
>
> Navy @navy
>
> [https://twitter.com/navy/status/1](https://twitter.com/navy/status/1)

![Picture](/media/01234567-89ab-4cde-8f01-23456789abcd_1456x971.png)
![Picture](/media/01234567-89ab-4cde-8f01-23456789abcd_1456x971.png)

Both sides

[The second](2026-05-05-second-text.md)

It begins so

```latex
a < b
```

> Pulled out

* * *

Hello Ann Bo, pass it on.

[^1]: So the log says.
"""


def test_losses_have_their_lines(site: Path) -> None:
    losses = [(one["line"], one["what"]) for one in imported(site)["losses"] if "first-text" in one["place"]]
    assert losses == [
        (2, "the event handler 'onerror' of <img> is removed"),
        (7, "the button for https://harbour.substack.com/subscribe? is left out; words in it: 2"),
        (8, "the button for https://harbour.substack.com/p/first-text?action=share is left out; words in it: 1"),
        (10, "a form for subscribers is left out; words in it: 4"),
        (12, "the embed 'youtube-wrap' is shown by its words and links"),
        (14, "the embed 'tweet' is shown by its words and links"),
        (16, "the embed 'digest-post-embed' is shown by its words and links"),
        (17, "the embed 'latex-rendered' is shown by its words and links"),
        (19, "a link that Substack fills for each reader is removed; its words stay"),
        (20, "a poll is left out"),
        (20, "<script> is removed"),
    ]


def test_addresses_and_identifiers_are_those_of_substack(site: Path) -> None:
    report = imported(site)
    done = run("build", root=site)
    assert done.returncode == 0, done.stderr
    for old in report["addresses"]:
        assert has_file(site, old["address"]), old
    assert {"/p/first-text", "/p/about", "/feed/"} <= {old["address"] for old in report["addresses"]}
    assert "permalink: /p/{slug}/" in (site / "site.yaml").read_text(encoding="utf-8")
    feed = (site / "output/feed.xml").read_text(encoding="utf-8")
    assert '<guid isPermaLink="false">https://harbour.substack.com/p/first-text</guid>' in feed


def test_what_was_not_public_is_nowhere_in_the_output(site: Path) -> None:
    imported(site)
    assert run("build", root=site).returncode == 0
    published = b"".join(path.read_bytes() for path in (site / "output").rglob("*") if path.is_file())
    for words in (b"Secret ", b"steal()", b"reader@example.org", b"Thanks for reading", b"Subscribe now"):
        assert words not in published


def test_where_the_site_was_is_asked_for_where_the_export_does_not_say_it(site: Path) -> None:
    zipped(site.parent / "export.zip", {"100002.second-text": "<p>Words</p>"})
    asked = [item for item in imported(site)["items"] if item["title"] == "identifiers in feeds"]
    assert len(asked) == 1 and "--home" in asked[0]["why"]
    report = imported(site, "--home", "https://harbour.example.org/")
    assert not [item for item in report["items"] if item["title"] == "identifiers in feeds"]
    assert "guid: https://harbour.example.org/p/second-text\n" in text_of(site, "posts/2026-05-05-second-text.md")
    assert "is no address of a site" in run("import", "x", "--home", "harbour", root=site).stderr


def test_what_is_no_export_is_a_problem(site: Path) -> None:
    with zipfile.ZipFile(site.parent / "export.zip", "w") as archive:
        archive.writestr("posts.csv", "a,b\n1,2\n")
    done = run("import", str(site.parent / "export.zip"), root=site)
    assert done.returncode == 1 and "There is no posts.csv with texts" in done.stderr

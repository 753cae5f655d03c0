"""An export of Medium with every trap, imported, built, and asked for each of its old addresses."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.importing.imports import has_file, new_site, report_of, text_of, unanswered, unkept
from tests.support import png, run

PAGE = """\
<!DOCTYPE html><html><head><title>{title}</title><style>h1 {{ color: #333; }}</style></head>
<body><article class="h-entry">
<header><h1 class="p-name">{title}</h1></header>
<section data-field="subtitle" class="p-summary">{summary}</section>
<section data-field="body" class="e-content">
<section name="a" class="section section--body section--first">
<div class="section-divider"><hr class="section-divider"></div>
<div class="section-content"><div class="section-inner sectionLayout--insetColumn">{body}</div></div></section>
</section>
<footer><p class="p-tags">Tagged in <a href="https://medium.com/tag/navy" class="p-tag">Navy</a></p>{by}
<p>Exported from <a href="https://medium.com">Medium</a> on May 30, 2026.</p></footer>
</article></body></html>
"""
BY = """\
<p>By <a href="https://medium.com/@ann" class="p-author h-card">Ann Bo</a> on <a href="https://medium.com/p/{number}">
<time class="dt-published" datetime="2026-05-{day:02d}T08:30:00.123Z">May</time></a>.</p>
<p><a href="{address}" class="p-canonical">Canonical link</a></p>
"""
DRAFT = '<p><a href="https://medium.com/p/{number}">View original.</a></p>'
PICTURE = "1*OtCdVpW-K8TGbcEloetFbw.png"
CDN = "https://cdn-images-1.medium.com/max/800/"
IMAGE = f'<img class="graf-image" data-image-id="{PICTURE}" src="{CDN}{PICTURE}">'
FIRST = f"""\
<h3 class="graf graf--h3 graf--leading graf--title">Frigate &amp; crew</h3>
<h4 class="graf graf--h4 graf-after--h3 graf--subtitle">She is home</h4>
<figure class="graf graf--figure"><div class="aspectRatioPlaceholder">{IMAGE}</div><figcaption class="imageCaption">At
 <em>sea</em></figcaption></figure>
<p class="graf graf--p"><span class="graf-dropCap">T</span>he words of the <strong>first</strong>, see <a
 href="https://medium.com/p/aaaaaaaaaa02" data-href="x" class="markup--anchor">the second</a> and
 <a href="https://medium.com/@other/a-story-bbbbbbbbbb01">another's</a>.</p>
<h3 class="graf graf--h3">A part</h3><h4 class="graf graf--h4">A smaller part</h4>
<pre data-code-block-lang="python" class="graf--pre"><span class="pre--content">if a &lt; b:<br>    go()</span></pre>
<blockquote class="graf graf--pullquote">Pulled out</blockquote>
<div class="graf graf--mixtapeEmbed"><a href="https://navy.example.org/"><strong>The Navy</strong><br>
<em class="markup--mixtapeEmbed-em">Its site</em>navy.example.org</a><a href="https://navy.example.org/"
 class="js-mixtapeImage mixtapeImage"></a></div>
<figure class="graf graf--figure graf--iframe">
<iframe src="https://www.youtube.com/embed/abc123?feature=oembed"></iframe></figure>
<figure class="graf graf--figure graf--iframe"><script src="https://gist.github.com/navy/0123abc.js"></script></figure>
<p class="graf graf--p" onclick="steal()">Last words</p><script>steal()</script>
</div><div class="section-inner sectionLayout--outsetRow">
<figure>{IMAGE}</figure><figure>{IMAGE}</figure></div></div></section><section class="section">
<div class="section-divider"><hr class="section-divider"></div><div><div><p>After a rule</p>
"""


def page(number: int, title: str, body: str, address: str = "", summary: str = "") -> str:
    """A file of the export; without an address it is a draft."""
    by = BY if address else DRAFT
    id_ = f"aaaaaaaaaa{number:02d}"
    return PAGE.format(
        title=title, summary=summary, body=body, by=by.format(number=id_, day=number + 3, address=address)
    )


def titled(title: str, words: str) -> str:
    return f"<h3 class='graf graf--title'>{title}</h3><p class='graf'>{words}</p>"


def pages(home: str) -> dict[str, str]:
    """The files of the export of an author whose texts were at `home`."""
    long = "<p>" + "Many words. " * 250 + "</p>"
    second = page(2, "Second", titled("Second", "Words"), f"{home}/second-aaaaaaaaaa02", "Words")
    foreign = "https://ann.example.org/2016/first/"
    return {
        "posts/2026-05-04_Frigate---crew-aaaaaaaaaa01.html": page(
            1, "Frigate &amp; crew", FIRST, f"{home}/frigate-crew-aaaaaaaaaa01", "She is home"
        ),
        "posts/2026-05-05_Second-aaaaaaaaaa02.html": second,
        "posts/2026-05-06_I-agree-aaaaaaaaaa03.html": page(
            3, "I agree", "<p class='graf'>I agree</p>", f"{home}/i-agree-aaaaaaaaaa03"
        ),
        "posts/2026-05-07_Many-aaaaaaaaaa04.html": page(4, "Many", long, f"{home}/many-aaaaaaaaaa04"),
        "posts/2026-05-08_Foreign-aaaaaaaaaa05.html": page(
            5, "From elsewhere", titled("Another title", "Words"), foreign
        ),
        "posts/draft_Idea-aaaaaaaaaa06.html": page(6, "Idea", titled("Idea", "Secret plans")),
        "claps/claps-0001.html": "<html><body><ul class='e-content'><li>Secret claps</li></ul></body></html>",
        "profile/profile.html": "<html><body>ann@example.org</body></html>",
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    new_site(root)
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / PICTURE).write_bytes(png(8, 6))
    return root


def imported(site: Path, home: str = "https://medium.com/@ann", *options: str) -> dict[str, Any]:
    with zipfile.ZipFile(site.parent / "medium.zip", "w") as archive:
        for name, text in pages(home).items():
            archive.writestr(name, text)
    media = ("--media", str(site.parent / "pictures"))
    return report_of(site, site.parent / "medium.zip", *media, *options)


def test_every_item_is_accounted_for_and_no_word_is_lost(site: Path) -> None:
    report = imported(site)
    assert {item["key"].partition(":")[2]: (item["outcome"], item["why"]) for item in report["items"]} == {
        "aaaaaaaaaa01": ("new", ""),
        "aaaaaaaaaa02": ("new", ""),
        "aaaaaaaaaa03": ("skipped", "a response to another text, as it seems: it is short and has no title"),
        "aaaaaaaaaa04": ("new", ""),
        "aaaaaaaaaa05": ("new", ""),
        "aaaaaaaaaa06": ("new", "a draft"),
        "folder claps": ("skipped", "no texts"),
        "folder profile": ("skipped", "no texts"),
    }
    assert unkept(report) == {}
    assert report["missing_pictures"] == {}
    assert unanswered(report) == []


def test_a_text_has_its_markup_pictures_and_links(site: Path) -> None:
    imported(site)
    assert text_of(site, "posts/2026-05-04-frigate-crew.md") == EXPECTED.replace(
        "**\n*Its site*\n", "**  \n*Its site*  \n"
    )
    assert "## Another title\n\nWords" in text_of(site, "posts/2026-05-08-from-elsewhere.md")
    assert "summary:" not in text_of(site, "posts/2026-05-05-second.md")


EXPECTED = """\
---
title: Frigate & crew
date: 2026-05-04T08:30:00+00:00
slug: frigate-crew
aliases: ["/frigate-crew-aaaaaaaaaa01/"]
guid: https://medium.com/p/aaaaaaaaaa01
summary: She is home
authors: [Ann Bo]
tags: [Navy]
---

![At sea](/media/1*OtCdVpW-K8TGbcEloetFbw.png "At sea")

The words of the **first**, see [the second](2026-05-05-second.md) and [another's](https://medium.com/@other/a-story-bbbbbbbbbb01).

## A part

### A smaller part

```python
if a < b:
    go()
```

> Pulled out

[**The Navy**
*Its site*
navy.example.org](https://navy.example.org/)

[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)

[https://gist.github.com/navy/0123abc](https://gist.github.com/navy/0123abc)

Last words

![Picture](/media/1*OtCdVpW-K8TGbcEloetFbw.png)
![Picture](/media/1*OtCdVpW-K8TGbcEloetFbw.png)

* * *

After a rule
"""


def test_losses_are_reported(site: Path) -> None:
    losses = [one["what"] for one in imported(site)["losses"] if "aaaaaaaaaa02" not in one["place"]]
    assert losses == [
        "<iframe> of https://www.youtube.com/embed/abc123?feature=oembed is a link now",
        "the event handler 'onclick' of <p> is removed",
        "<script> is removed",
        "its canonical address https://ann.example.org/2016/first/ is not one of this site",
        "it has no date: it has that of the newest text",
    ]


@pytest.mark.parametrize("home", ["https://medium.com/@ann", "https://harbour.example.org"])
def test_addresses_and_identifiers_are_those_of_medium(site: Path, home: str) -> None:
    report = imported(site, home)
    done = run("build", root=site)
    assert done.returncode == 0, done.stderr
    for old in report["addresses"]:
        assert has_file(site, old["address"]), old
    is_own = home == "https://harbour.example.org"
    addresses = {old["address"]: old["by"] for old in report["addresses"]}
    assert addresses["/frigate-crew-aaaaaaaaaa01/"] == ("page" if is_own else "alias")
    assert ("/tagged/navy/" in addresses) == ("/feed/" in addresses) == is_own
    feed = (site / "output/feed.xml").read_text(encoding="utf-8")
    assert '<guid isPermaLink="false">https://medium.com/p/aaaaaaaaaa01</guid>' in feed
    published = b"".join(path.read_bytes() for path in (site / "output").rglob("*") if path.is_file())
    for words in (b"Secret", b"steal()", b"ann@example.org"):
        assert words not in published


def test_a_folder_without_texts_is_a_problem(site: Path) -> None:
    (site.parent / "empty").mkdir()
    done = run("import", str(site.parent / "empty"), "--from", "medium", root=site)
    assert done.returncode == 1 and "There is no text of Medium" in done.stderr

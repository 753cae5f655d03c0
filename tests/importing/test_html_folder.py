"""A folder of HTML with every trap: which pages are articles, what is their text, where every address leads."""

import json
import re
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from tests.importing.imports import has_file, new_site, report_of, unkept
from tests.support import png, run

HOME = "https://harbour.example.org"
PARAGRAPHS = "".join(
    f"<p>Sentence {n} of a report about frigates, their crews and the harbour at dawn.</p>" for n in range(4)
)


def page(head: str, body: str, title: str = "A page") -> str:
    """A page in the layout of the site, which says nothing of any article."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Harbour Watch</title>{head}</head><body>'
        '<header><a href="/">Harbour Watch</a><nav><a href="/tags/navy/">Navy</a><a href="/about.html">About</a></nav>'
        f"</header>{body}<footer><p>Canary of the footer, a sentence that is on each and every page of the site.</p></footer>"
        "<script>layout()</script></body></html>"
    )


def canonical(address: str) -> str:
    return f'<link rel="canonical" href="{HOME}{address}">'


LINKED_DATA = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Harbour Watch"},
            {
                "@type": ["NewsArticle"],
                "headline": "Frigate returns",
                "datePublished": "2026-05-01T00:15:00+02:00",
                "dateModified": "2026-05-02T09:00:00+02:00",
                "author": [{"@type": "Person", "name": "Mary Reed"}, {"name": "Bo Lee"}],
            },
        ],
    }
)
FRIGATE = page(
    canonical("/2026/05/frigate/")
    + f'<script type="application/ld+json">{LINKED_DATA}</script><meta property="og:image" content="/pics/lead.png">'
    '<meta name="description" content="She was away for nine months.">',
    '<main><article><header><h1>Frigate returns</h1><p class="byline">By Mary Reed</p><time>1 May</time></header>'
    f'<div class="entry-content">{PARAGRAPHS}<figure><img src="crew.png" alt="The crew"><figcaption>At the rails</figcaption></figure>'
    '<p>See <a href="../../../about.html">who we are</a> and <a href="/2026/04/older/index.html">the older one</a>.</p>'
    '<p><a href="javascript:x()" onclick="steal()">Press</a></p><script>track()</script>'
    '<div class="share-buttons">Tweet this now</div></div><footer>Tags: <a rel="tag" href="/tags/navy/">Navy</a> '
    '<a rel="tag" href="/tags/royal-visit/">Royal visit</a></footer></article>'
    '<section><article><h3><a href="/2026/04/older/">Older</a></h3><p>Teaser</p></article></section></main>',
    "Frigate returns",
)
PAGES = {
    "index.html": page("", "<main><h1>Harbour Watch</h1></main>", "Home"),
    "2026/05/frigate/index.html": FRIGATE,
    "2026/05/frigate/amp/index.html": FRIGATE,
    "2026/04/older/index.html": page(
        canonical("/2026/04/older/") + '<meta property="og:type" content="article">'
        '<meta property="article:published_time" content="2026-04-03"><meta property="article:tag" content="Submarines">',
        f'<main><article><h1>Older</h1>{PARAGRAPHS}<p><img src="/pics/lost.png"></p></article></main>',
        "Older",
    ),
    "2026/index.html": page("", "<main><ul><li><a href='/2026/05/frigate/'>Frigate</a></li></ul></main>"),
    "blog/plain.html": page("", f"<div id='x'><div class='y'><h1>Plain</h1>{PARAGRAPHS}</div></div>", "Plain"),
    "about.html": page("", "<main><h1>About</h1><p>We watch the harbour from a hill, in all weather.</p><p>Write to us: the address is on the door of the hut by the quay.</p></main>", "About"),
    "tags/navy/index.html": page("", f"<main><h1>Navy</h1>{PARAGRAPHS}<a href='/2026/05/frigate/'>Frigate</a></main>"),
    "page/2/index.html": page("", f"<main>{PARAGRAPHS}</main>"),
    "latest.html": page(
        '<meta property="og:type" content="article">',
        "<main>" + "".join(f"<article><h2><a href='/2026/0{n}/a/'>Report {n}</a></h2><p>Words.</p></article>" for n in (3, 4)) + "</main>",
    ),
    "links.html": page("", "<main>" + "".join(f"<p><a href='/{n}'>A link to place {n}</a></p>" for n in range(9)) + "</main>"),
    "old/frigate.html": '<html><head><meta http-equiv="refresh" content="0; url=/2026/05/frigate/"></head></html>',
    "old/out.html": '<html><head><meta http-equiv="Refresh" content="0;URL=\'https://other.example/x\'"></head></html>',
    "404.html": page("", f"<main>{PARAGRAPHS}</main>", "Not found"),
    "empty.html": "",
}  # fmt: skip
FEED = f"""<rss version="2.0"><channel><title>H</title><link>{HOME}/</link>
<item><title>Frigate returns</title><link>{HOME}/2026/05/frigate/</link><guid isPermaLink="false">harbour-11</guid></item>
<item><title>Plain</title><link>{HOME}/blog/plain.html</link><guid isPermaLink="false">harbour-12</guid>
<pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate><category>Weather</category></item></channel></rss>"""
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</urlset>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    new_site(root)
    old = tmp_path / "old"
    for name, text in PAGES.items():
        (old / name).parent.mkdir(parents=True, exist_ok=True)
        (old / name).write_text(text, encoding="utf-8")
    (old / "pics").mkdir()
    (old / "pics/lead.png").write_bytes(png(8, 6))
    (old / "2026/05/frigate/crew.png").write_bytes(png(16, 12))
    (old / "rss.xml").write_text(FEED, encoding="utf-8")
    listed = "".join(
        f"<url><loc>{HOME}{one}</loc></url>" for one in ("/", "/about", "/2026/05/frigate/", "/gone/away/")
    )
    (old / "sitemap.xml").write_text(SITEMAP % listed, encoding="utf-8")
    return root


def imported(site: Path, *options: str) -> dict[str, Any]:
    return report_of(site, site.parent / "old", *options, exit_code=None)


def test_the_markup_says_which_pages_are_articles_and_each_other_one_is_named(site: Path) -> None:
    report = imported(site)
    assert report["form"] == "HTML"
    assert {one["place"]: (one["kind"], one["why"]) for one in report["items"]} == {
        "2026/05/frigate/index.html": ("post", ""),
        "2026/04/older/index.html": ("post", ""),
        "blog/plain.html": ("post", ""),
        "about.html": ("page", ""),
        "2026/05/frigate/amp/index.html": ("other", "a copy of 2026/05/frigate/index.html, by its canonical link"),
        "index.html": ("other", "the front page"),
        "2026/index.html": ("other", "a list of a year or month, by its address"),
        "tags/navy/index.html": ("other", "a list, by its address"),
        "page/2/index.html": ("other", "a page of a list, by its address"),
        "latest.html": ("other", "a list: it has the beginnings of 2 articles"),
        "links.html": ("other", "a list: 45 of its 45 words are links"),
        "old/frigate.html": ("other", "it leads to /2026/05/frigate/"),
        "old/out.html": ("other", "it leads to https://other.example/x"),
        "404.html": ("other", "the page for addresses that do not exist"),
        "empty.html": ("other", "there is no text in it"),
    }
    assert unkept(report) == {}


def test_an_article_is_what_its_page_says_of_it_without_the_layout(site: Path) -> None:
    report = imported(site)
    text = (site / "content/posts/2026-05-01-frigate.md").read_text(encoding="utf-8")
    paragraphs = PARAGRAPHS.replace("<p>", "").replace("</p>", "\n\n")
    assert text == (
        "---\ntitle: Frigate returns\ndate: 2026-05-01T00:15:00+02:00\nupdated: 2026-05-02T09:00:00+02:00\nslug: frigate\n"
        'aliases: ["/2026/05/frigate/amp/", "/old/frigate.html"]\nguid: harbour-11\nsummary: She was away for nine months.\n'
        "authors: [Mary Reed, Bo Lee]\ntags: [Navy, Royal visit]\n"
        'image:\n  src: "/pics/lead.png"\n  alt: Frigate returns\n---\n\n' + paragraphs
        + '![The crew](/2026/05/frigate/crew.png "At the rails")\n\n'
        "See [who we are](../pages/about.md) and [the older one](2026-04-03-older.md).\n\nPress\n"
    )  # fmt: skip
    lost = [one["what"] for one in report["losses"] if one["place"] == "2026/05/frigate/index.html"]
    assert lost == [
        "left out as layout: .share-buttons (3 words)",
        "the event handler 'onclick' of <a> is removed",
        "the link to javascript:x() is removed; its words stay",
        "<script> is removed",
    ]
    older = (site / "content/posts/2026-04-03-older.md").read_text(encoding="utf-8")
    assert "date: 2026-04-03\n" in older and "tags: [Submarines]" in older
    plain = (site / "content/posts/2026-03-02-plain.md").read_text(encoding="utf-8")
    assert "guid: harbour-12" in plain and "tags: [Weather]" in plain and "Canary" not in plain
    assert report["missing_pictures"] == {f"{HOME}/pics/lost.png": "not found"}


def test_every_address_of_files_and_sitemap_is_answered_or_named(site: Path) -> None:
    report = imported(site)
    by = {one["address"]: (one["by"], one["to"]) for one in report["addresses"]}
    assert by["/2026/05/frigate/"] == ("page", "/2026/05/frigate/")
    assert by["/old/frigate.html"] == by["/2026/05/frigate/amp/"] == ("alias", "/2026/05/frigate/")
    assert by["/old/out.html"] == ("redirect", "https://other.example/x")
    assert by["/about"] == by["/about.html"] or by["/about.html"][0] == "alias"
    assert by["/latest.html"] == by["/links.html"] == by["/page/2/"] == ("redirect", "/archive/")
    assert by["/rss.xml"] == ("redirect", "/feed.xml")
    assert [one for one, (answer, _) in by.items() if not answer] == ["/gone/away/"]
    assert run("build", root=site).returncode == 0
    output = site / "output"
    for address, (answer, _) in by.items():
        assert not answer or has_file(site, address), address
    assert (output / "tags/navy/index.html").is_file()
    assert b"steal()" not in b"".join(one.read_bytes() for one in output.rglob("*.html"))
    assert "harbour-11" in (output / "feed.xml").read_text(encoding="utf-8")


def test_pictures_within_the_text_become_files(site: Path) -> None:
    picture = b64encode(png(40, 30) + b"\0" * 200).decode()
    plain = site.parent / "old/blog/plain.html"
    images = f'<p><img alt="A plot" src="data:image/png;base64,{picture}"></p><p><img src="data:image/gif;base64,R0lGODlhAQ"></p>'
    broken = f'<p><img alt="Broken" src="data:image/png;base64,{b64encode(b"no picture" * 40).decode()}"></p>'
    plain.write_text(
        plain.read_text(encoding="utf-8").replace("<p>Sentence 2", f"{images}{broken}<p>Sentence 2"), encoding="utf-8"
    )
    report = imported(site)
    text = (site / "content/posts/2026-03-02-plain.md").read_text(encoding="utf-8")
    (name,) = re.findall(r"!\[A plot\]\((/media/embedded/[0-9a-f]{16}\.png)\)", text)
    assert (site / "static" / name.strip("/")).is_file() and "base64" not in text
    lost = [one["what"] for one in report["losses"] if one["place"] == "blog/plain.html"]
    assert lost == ["a picture within the text that cannot be published is left out"] * 2
    assert len([one for one in report["missing_pictures"] if "within blog/plain.html" in one]) == 1


def test_again_nothing_is_written(site: Path) -> None:
    imported(site)
    assert {one["outcome"] for one in imported(site)["items"]} == {"unchanged", "skipped"}


def test_a_folder_without_pages_is_a_problem(site: Path) -> None:
    (site.parent / "nothing").mkdir()
    done = run("import", str(site.parent / "nothing"), "--from", "html", root=site)
    assert done.returncode == 1 and "no file ends in .html" in done.stderr


def test_without_the_extra_it_is_said_what_to_install(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    done = run("import", str(site.parent / "old"), root=site)
    assert done.returncode == 1 and "without the extra 'documents'" in done.stderr


def test_what_wget_saved_is_in_a_folder_named_like_its_host(site: Path) -> None:
    (site.parent / "old").rename(site.parent / "harbour.example.org")
    (site.parent / "saved").mkdir()
    (site.parent / "harbour.example.org").rename(site.parent / "saved/harbour.example.org")
    (site.parent / "saved").rename(site.parent / "old")
    report = imported(site, "--from", "html")
    assert "/2026/05/frigate/" in {one["address"] for one in report["addresses"] if one["by"] == "page"}

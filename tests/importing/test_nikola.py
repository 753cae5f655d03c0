"""A site of Nikola with every trap, imported, built, and asked for each of its old addresses."""

from pathlib import Path

from tests.importing.imports import answers, check, imported, losses, skipped, text_of

FILES = {
    "conf.py": """\
from nikola import filters
import os
SITE_URL = "https://old.example.org/"
DEFAULT_LANG = "en"
TRANSLATIONS = {DEFAULT_LANG: "", "es": "./es"}
POSTS = (("posts/*.rst", "news", "post.tmpl"), ("posts/*.md", {"en": "news", "es": "noticias"}, "post.tmpl"),
         ("posts/*.ipynb", "news", "post.tmpl"))
PAGES = (("pages/*.md", "", "page.tmpl"), ("pages/*.html", "", "page.tmpl"))
PRETTY_URLS = False
TIMEZONE = "Europe/Madrid"
REDIRECTIONS = [("was/index.html", "/news/2026/first.html"), ("away.html", "https://www.example.com/")]
FILTERS = {".html": [filters.typogrify]}
INDEX_PATH = "news"
os.system("touch /tmp/executed-by-import")
""",
    "posts/2026/first.rst": """\
.. title: The first
.. slug: first
.. date: 2026-03-01 10:00:00 UTC+02:00
.. tags: NATO, mathjax
.. category: Naval
.. author: Jane Doe
.. link: https://example.com/source
.. previewimage: /images/ship.png

The text, a `link <link://slug/second>`_,
`a file <link://filename/pages/about.md>`_, `a tag <link://tag/NATO>`_ and :doc:`second`.

.. TEASER_END

.. thumbnail:: /images/ship.png
   :alt: A ship

   At sea

{{% raw %}}Kept <words>{{% /raw %}}

An anonymous link__.

__ https://example.com/anonymous
""",
    "posts/second.md": """\
<!--
.. title: Second
.. slug: second
.. date: 2026/03/02 09:00
.. tags: NATO
.. description: A summary
-->

Words, ![A ship](/images/ship.thumbnail.png), {{% thumbnail "/images/ship.png" %}}A caption{{% /thumbnail %}}.

<!-- TEASER_END -->

<script>steal()</script>
""",
    "posts/second.es.md": "<!--\n.. title: Segundo\n-->\n\nPalabras.\n",
    "posts/third.md": "Words of two files.\n",
    "posts/third.meta": ".. title: Third\n.. slug: third\n.. date: 2026-03-03\n.. guid: urn:third\n",
    "posts/fourth.md": "---\ntitle: Fourth\nslug: fourth\ndate: 2026-03-04\nstatus: draft\n---\n\nSecret plans.\n",
    "posts/fifth.md": '+++\ntitle = "Fifth"\ndate = "2026-03-05"\nstatus = "private"\n+++\n\nSecret plans.\n',
    "posts/sums.ipynb": "{}",
    "pages/about.md": ".. title: About\n.. slug: about\n.. pretty_url: yes\n\nA desk.\n",
    "pages/index.html": ".. title: Home\n.. slug: index\n\n<p>The front.</p>\n",
    "galleries/ships/index.txt": "Ships\n",
}


def test_nikola(tmp_path: Path) -> None:
    site, report = imported(tmp_path, FILES, "images/ship.png")
    check(site, report)
    assert not Path("/tmp/executed-by-import").exists()
    first = text_of(site, "posts/2026-03-01-first.md")
    assert "date: 2026-03-01T09:00:00+01:00" in first and "tags: [Naval, NATO]" in first and "[Jane Doe]" in first
    assert "a [link](2026-03-02-second.md), [a file](../pages/about.md)," in first
    assert "and [second](2026-03-02-second.md)." in first
    assert '![A ship](/images/ship.png "At sea")' in first and "Kept" in first
    assert "An anonymous [link](https://example.com/anonymous)." in first
    assert "guid: https://old.example.org/news/2026/first.html" in first.replace('"', "")
    assert 'src: "/images/ship.png"' in first
    second = text_of(site, "posts/2026-03-02-second.md")
    assert "![A ship](/images/ship.png)" in second and "A caption" in second and "TEASER" not in second
    spanish = text_of(site, "posts/2026-03-02-second-es.md")
    assert "title: Segundo" in spanish and "language: es" in spanish
    assert "guid: urn:third" in text_of(site, "posts/2026-03-03-third.md").replace('"', "")
    found = answers(report)
    assert (
        found.items()
        >= {
            "/news/2026/first.html": "alias",
            "/es/news/2026/first.html": "alias",
            "/news/second.html": "alias",
            "/es/noticias/second.html": "alias",
            "/news/third.html": "alias",
            "/about/": "page",
            "/was/": "redirect",
            "/away.html": "redirect",
            "/categories/nato.html": "redirect",
            "/categories/nato.xml": "redirect",
            "/categories/cat_naval.html": "redirect",
            "/archive.html": "redirect",
            "/rss.xml": "redirect",
            "/news/index.atom": "redirect",
            "/authors/jane-doe.html": "gone",
        }.items()
    )
    assert not any("mathjax" in address for address in found)
    redirects = (site / "redirects.yaml").read_text()
    assert '"/was/": "/2026/03/first/"' in redirects and '"/news/": "/"' in redirects
    assert skipped(report) == {
        "posts/sums.ipynb": "a notebook, which is not read",
        "galleries/ships": "a gallery; texts keep what they show of it",
    }
    lost = losses(report)
    assert ("posts/2026/first.rst", 20, "the shortcode 'raw' is left out; what it encloses stays") in lost
    assert ("posts/2026/first.rst", 0, "its link to https://example.com/source is left out") in lost

"""A site of Pelican with every trap, imported, built, and asked for each of its old addresses."""

from pathlib import Path

import pytest

from site_gen.importing.readers.python_markdown import plain_markdown
from site_gen.importing.readers.python_settings import read_settings
from site_gen.importing.readers.rst.text import read_rst, require_docutils
from site_gen.importing.readers.rst.words import words_of
from site_gen.model.problem import SiteError
from tests.importing.imports import answers, check, imported, losses, skipped, text_of

CONF = """\
import os
AUTHOR = 'The Desk'
SITEURL = ''
PATH = 'content'
TIMEZONE = 'Europe/Paris'
DEFAULT_LANG = 'en'
BASE = 'news'
ARTICLE_URL = BASE + '/{date:%Y}/{slug}.html'
ARTICLE_SAVE_AS = BASE + '/{date:%Y}/{slug}.html'
ARTICLE_LANG_URL = f'{BASE}/{{slug}}-{{lang}}.html'
ARTICLE_LANG_SAVE_AS = 'news/{slug}-{lang}.html'
PAGE_URL = '{slug}/'
PAGE_SAVE_AS = '{slug}/index.html'
PLUGINS = ['liquid_tags']
TAG_FEED_ATOM = 'feeds/tag/{slug}.xml'
STATIC_PATHS = ['images']
SITENAME = open('/etc/passwd').read()
EXTRA_PATH_METADATA = {'pages/front.md': {'url': 'desk/', 'save_as': 'desk.html'}}
os.system('touch /tmp/executed-by-import')
"""
FILES = {
    "pelicanconf.py": CONF,
    "publishconf.py": "from pelicanconf import *\nSITEURL = 'https://old.example.org'\nFEED_ALL_RSS = 'feeds/rss.xml'",
    "content/naval/2026-03-01-first.md": """\
Title: The *first* at sea
Tags: NATO, Royal Navy
Authors: Doe, Jane; Smith, Al
Summary: What happened
    at sea.
Alias: /was/here/

[TOC]

See [the other]({filename}other.rst), [us]({filename}/pages/about.md#top), [old way](|filename|/pages/about.md),
[all of it]({tag}NATO) and `{filename}other.rst`.

![A ship]({static}/images/ship.png)

![Beside]({attach}beside.png)

{% img left /images/ship.png 200 100 "A title" "A title" %}

    :::python
    print("kept")

Words.[^1]

[^1]: A note.

<script>steal()</script>
""",
    "content/naval/other.rst": """\
Other things
############

:date: 2026-03-02 23:30
:modified: 2026-03-03
:tags: NATO; Tanks
:category: Land
:slug: other

A `link <{filename}/naval/2026-03-01-first.md>`_, *emphasis*, ``code``, and :abbr:`NATO (an alliance)`. [1]_

.. figure:: {static}/images/ship.png
   :alt: Hull

   At sea

.. youtube:: abc123

.. spoiler:: It is said here
   :open: yes

   Within it.

.. include:: /etc/passwd

.. raw:: html

   <p onclick="x()">Raw words</p><script>steal()</script>

.. raw:: html
   :file: /etc/passwd

.. code-block:: go

   fmt.Println("kept")

A part
======

.. note:: Take care.

.. [1] The note's words.

.. A comment: Secret plans.
""",
    "content/naval/first.fr.md": "Title: La première\nDate: 2026-03-01\nSlug: the-first-at-sea\nLang: fr\n\nEn mer.\n",
    "content/page.html": """\
<html><head><title>In HTML</title><meta name="date" content="2026-03-05"><meta name="tags" content="NATO"></head>
<body><p>HTML <b>words</b> &amp; more.</p></body></html>
""",
    "content/secret.md": "Title: Secret\nDate: 2026-03-04\nStatus: draft\n\nSecret plans.\n",
    "content/hidden.md": "Title: Hidden\nDate: 2026-03-04\nStatus: hidden\n\nSecret plans too.\n",
    "content/notes.md": "No metadata, only words.\n",
    "content/undated.md": "Title: Undated\n\nWords.\n",
    "content/sums.ipynb": "{}",
    "content/pages/about.md": "Title: About\nSlug: about\n\nA desk.\n",
    "content/pages/front.md": "Title: Front\n\nThe front desk.\n",
}


def test_pelican(tmp_path: Path) -> None:
    site, report = imported(tmp_path, FILES, "content/images/ship.png", "content/naval/beside.png", exit_code=0)
    check(site, report, "Secret plans too")
    assert not Path("/tmp/executed-by-import").exists()
    first = text_of(site, "posts/2026-03-01-the-first-at-sea.md")
    assert "guid: tag:old.example.org,2026-03-01:/news/2026/the-first-at-sea.html" in first.replace('"', "")
    assert "tags: [naval, NATO, Royal Navy]" in first and 'authors: ["Doe, Jane", "Smith, Al"]' in first
    assert "summary: What happened at sea." in first
    assert (
        "See [the other](2026-03-02-other.md), [us](../pages/about.md), [old way](../pages/about.md),\n"
        "[all of it](https://old.example.org/tag/nato.html) and `{filename}other.rst`." in first
    )
    assert "![A ship](/images/ship.png)" in first and "![Beside](/news/2026/beside.png)" in first
    assert "![A title](/images/ship.png)" in first
    assert '```python\nprint("kept")\n```' in first and "[^1]: A note." in first and "[TOC]" not in first
    other = text_of(site, "posts/2026-03-02-other.md")
    assert "date: 2026-03-02T23:30:00+01:00" in other and "tags: [Land, NATO, Tanks]" in other
    assert "A [link](2026-03-01-the-first-at-sea.md), *emphasis*, `code`, and NATO" in other
    assert '![Hull](/images/ship.png "At sea")' in other and "Raw words" in other and "Within it." in other
    assert "[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)" in other
    assert '```go\nfmt.Println("kept")\n```' in other and "## A part" in other and "Take care." in other
    assert "[^1]: The note's words." in other and "comment" not in other
    french = text_of(site, "posts/2026-03-01-the-first-at-sea-fr.md")
    assert "language: fr" in french and "En mer." in french
    assert answers(report) == {
        "/news/2026/the-first-at-sea.html": "alias",
        "/was/here/": "alias",
        "/news/2026/other.html": "alias",
        "/news/the-first-at-sea-fr.html": "alias",
        "/news/2026/in-html.html": "alias",
        "/about/": "page",
        "/desk/": "alias",
        "/desk.html": "alias",
        "/archives.html": "redirect",
        "/tags.html": "redirect",
        "/categories.html": "redirect",
        "/authors.html": "gone",
        "/author/doe-jane.html": "gone",
        "/author/smith-al.html": "gone",
        "/author/the-desk.html": "gone",
        "/feeds/doe-jane.atom.xml": "redirect",
        "/feeds/doe-jane.rss.xml": "redirect",
        "/feeds/smith-al.atom.xml": "redirect",
        "/feeds/smith-al.rss.xml": "redirect",
        "/feeds/the-desk.atom.xml": "redirect",
        "/feeds/the-desk.rss.xml": "redirect",
        "/feeds/all.atom.xml": "redirect",
        "/feeds/rss.xml": "redirect",
        "/feeds/all-en.atom.xml": "redirect",
        "/category/naval.html": "redirect",
        "/category/land.html": "redirect",
        "/category/misc.html": "gone",
        "/feeds/naval.atom.xml": "redirect",
        "/feeds/land.atom.xml": "redirect",
        "/feeds/misc.atom.xml": "redirect",
        "/tag/nato.html": "redirect",
        "/tag/royal-navy.html": "redirect",
        "/tag/tanks.html": "redirect",
        "/feeds/tag/nato.xml": "redirect",
        "/feeds/tag/royal-navy.xml": "redirect",
        "/feeds/tag/tanks.xml": "redirect",
    }
    assert skipped(report) == {
        "content/notes.md": "it has no title: Pelican leaves it out",
        "content/undated.md": "it has no date: Pelican leaves it out",
        "content/sums.ipynb": "a notebook, which is not read",
    }
    lost = losses(report)
    assert ("content/naval/other.rst", 19, "the directive 'spoiler' is unknown; its words stay") in lost
    assert (
        "content/naval/other.rst",
        24,
        "the directive 'include' is left out: nothing is read from /etc/passwd",
    ) in lost
    assert ("content/naval/other.rst", 30, 'reStructuredText: "raw" directive disabled.') in lost
    assert ("content/naval/2026-03-01-first.md", 8, "the table of contents is left out") in lost


def test_settings_in_python_are_read_and_never_run(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        "A = 'a'\nB = A + 'b'\nC = [A, open('x'), dict(k=1)]\nD = {'x': A, A: 2}\nif A:\n    E = 1\nelse:\n    E = 2\n"
        "if unknown:\n    B2 = 1\nF = os.environ.get('F', 'f')\nG = compute()\nC += ['more']\nD['y'] = 3\nH = -1\n"
        "I = 'x' * 10**9\nJ = f'{A:>999999999}'\ntry:\n    K = 1\nexcept ImportError:\n    K = 2\n",
    )
    found = read_settings(tmp_path, "conf.py", "missing.py")
    assert found.values == {
        "A": "a", "B": "ab", "C": ["a", None, {"k": 1}, "more"], "D": {"x": "a", "a": 2, "y": 3}, "E": 1, "F": "f",
        "H": -1, "K": 1,
    }  # fmt: skip
    assert found.unread == {"B2": 10, "G": 12, "I": 16, "J": 17}
    assert [str(one) for one in found.missing("G", "A")] == [
        "conf.py:12:1: G is computed by Python, which import does not run. Write its value as it is, and import again."
    ]


@pytest.mark.parametrize("text", ["A = (", "A = " + "(" * 5000, "\0", "A = 1\n\tB = 2"])
def test_settings_that_are_not_python_are_a_problem(tmp_path: Path, text: str) -> None:
    (tmp_path / "conf.py").write_text(text)
    (problem,) = read_settings(tmp_path, "conf.py").problems
    assert problem.what.startswith("This is not Python") and problem.hint


def test_an_address_that_python_computes_is_a_problem(tmp_path: Path) -> None:
    files = {"pelicanconf.py": "ARTICLE_URL = url()\n", "content/a.md": "Title: A\nDate: 2026-01-01\n\nWords.\n"}
    _, report = imported(tmp_path, files, exit_code=1)
    assert [one["what"] for one in report["problems"]] == [
        "ARTICLE_URL is computed by Python, which import does not run."
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("T\n#\n\n:date: 2020\n\nA `b <http://c>`_ :d:`e` [1]_.\n", "A b e"),
        (".. image:: x.png\n   :alt: no\n\nWords\n", "Words"),
        (".. note:: Some\n   more\n\n.. a comment\n   of lines\n\nEnd\n", "Some more End"),
        ("**F**\\ ile ``a\\b``\n", "File a\\b"),
    ],
)
def test_words_of_restructuredtext(text: str, words: str) -> None:
    assert " ".join(words_of(text, "T").replace("`", "").replace("*", "").replace(".", "").split()) == words


def test_restructuredtext_that_is_nested_without_end_is_shown_as_it_is() -> None:
    made = read_rst("\n".join(f"{' ' * depth}* a\n" for depth in range(0, 400)))
    assert made.html.startswith("<pre>") and made.losses[0].what == "it is nested too deep: it is shown as it is"


def test_code_that_names_its_language_is_a_fence() -> None:
    assert plain_markdown("a\n\n    :::sh\n    ls `x`\n\n    cd\n\nb").text == "a\n\n```sh\nls `x`\n\ncd\n```\n\nb"


def test_without_docutils_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_gen.importing.readers.rst.text.find_spec", lambda name: None)
    with pytest.raises(SiteError) as error:
        require_docutils("old")
    assert "pip install 'docutils" in error.value.problems[0].hint

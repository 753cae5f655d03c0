"""A site with known faults: a judge that finds none of them judges nothing. `tools/judge --canary` asks each."""

from pathlib import Path

_HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Canary</title>
<link rel="canonical" href="https://example.org/{path}"><meta property="og:type" content="article">
<link rel="stylesheet" href="/a.css"><script src="/b.js"></script>
<script src="/c.js"></script><script src="/d.js"></script>
</head><body>"""
_BODY = """<main><h1>A</h1><h3>Skipped</h3><img src="/no.png"><p style="color: #ccc; width: 900px">Pale and wide</p>
<a href="/lost/">A</a><a href="#nowhere">B</a><button>C</button><b id="1"></i></main></body></html>"""


def write_canary(folder: Path) -> None:
    """The faulty site below a folder."""
    files = {
        "index.html": _HEAD.format(path="") + _BODY,
        "2026/01/a/index.html": _HEAD.format(path="2026/01/a/") + _BODY,
        "feed.xml": '<rss version="2.0"><channel><title>T</title><item><title>A</title></item></channel></rss>',
        "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
        "a.css": "p { colour: red }",
        "b.js": "//" + "".join(chr(33 + (number * number * 7) % 90) for number in range(60_000)),
        "c.js": "",
        "d.js": "",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

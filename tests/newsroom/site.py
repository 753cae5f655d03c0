"""The newsroom's site on disk."""

import json
from collections.abc import Sequence
from pathlib import Path

from tests.newsroom.pictures import photographs
from tests.newsroom.texts import AUTHORS, post
from tests.support import write

SETTINGS = {
    "title": "The Northern Dispatch",
    "tagline": "Defence and security, from the yards to the treaties",
    "base_url": "https://dispatch.example.org/",
    "language": "en-GB",
    "timezone": "Europe/London",
    "theme": "broadsheet",
    "authors": [AUTHORS[0]],
    "publisher": {"name": "The Northern Dispatch", "email": "desk@dispatch.example.org"},
    "sections": ["Naval", "Ukraine", "NATO"],
    "menu": [
        {"title": "Naval", "url": "/tags/naval/"},
        {"title": "Air defence", "url": "/tags/air-defence/"},
        {"title": "NATO", "url": "/tags/nato/"},
        {"title": "Ukraine", "url": "/tags/ukraine/"},
        {"title": "About", "url": "/about/"},
    ],
    "tags": {
        "Ukraine": {"kind": "country"},
        "Russia": {"kind": "country"},
        "Poland": {"kind": "country"},
        "Germany": {"kind": "country"},
        "NATO": {"kind": "organisation"},
    },
}
ABOUT = "---\ntitle: About us\nmenu: 1\n---\n\nFive people write it.\n\n## Corrections\n\nWe say what was wrong.\n"
TAG = '---\nsummary: Ships and their yards.\nfacts:\n  Yards: "11"\n---\n\nWhat is built, where, and late.\n'


def write_newsroom(
    root: Path, count: int = 400, *, theme: str = "broadsheet", wheel: Path | None = None, articles: Sequence[str] = ()
) -> Path:
    """Write the site with `count` posts; `wheel` is one of scikit-image, whose photographs are used."""
    pictures = photographs(wheel)
    files: dict[str, str | bytes] = {f"static/images/{picture.name}": picture.data for picture in pictures}
    files["site.yaml"] = json.dumps(SETTINGS | {"theme": theme}, ensure_ascii=False, indent=1)
    files["content/pages/about.md"] = ABOUT
    files["content/tags/naval.md"] = TAG
    for number in range(count):
        files[f"content/posts/story-{number:03d}.md"] = post(number, pictures, articles)
    return write(root, files)

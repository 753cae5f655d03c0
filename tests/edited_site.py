"""A small site on disk that is edited and built: what the laws are tried on (`tests/edits.py` has the edits)."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from site_gen.build import BuildOptions, Built, build
from site_gen.model.problem import SiteError
from tests.support import BARE, png, post, write

TITLES = ("Talks in Tallinn", "A frigate sails", 'The "long" treaty', "Talks in Tallinn again", "Émigrés — a view")
TAGS = ("NATO", "nato", "Estonia", "Frigates", "Arms control", "EU", "European Union")
BODIES = (
    "One sentence.\n",
    "# Heading\n\nTwo *sentences*, and [a link](/tags/nato/).\n\n- item\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\nnote[^1]\n\n[^1]: The note.\n",
    '"Quoted" -- and ![a picture](/chart.png) <b>raw</b>.\n',
)
BEGINNING = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHILD = "parent: bare\noptions:\n  accent: {default: blue}\n"
# Each setting with its values; the first one is what a newsroom begins with.
SETTINGS: dict[str, tuple[Any, ...]] = {
    "title": ("Notes", "Notes & news"),
    "tagline": ("", "Daily"),
    "base_url": ("https://example.org/", "https://example.org/news/"),
    "timezone": ("UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin"),
    "language": ("en", "de"),
    "languages": (
        {},
        {"uk": {}},
        {"uk": {"title": "Нотатки", "tagline": "Щодня"}, "ar": {"name": "عربي"}, "en": {"title": "The notes"}},
        ["uk", "de"],
    ),
    "page_size": (20, 1, 2),
    "related": (4, 0, 1),
    "permalink": ("/{year}/{month}/{slug}/", "/{slug}/", "/{type}/{day}/{slug}/", "/{year}/{slug}.html"),
    "authors": ([], ["Desk"]),
    "feeds": ({}, {"items": 1}, {"content": "summary"}, {"formats": ["atom"]}),
    "markdown": (
        {},
        {"engine": "commonmark"},
        {"typography": False},
        {"raw_html": True},
        {"acronyms": {"explain": True, "names": {"Two": "2"}}},
    ),
    "tags": (
        {},
        {"European Union": {"aliases": ["EU"], "kind": "organisation", "slug": "eu"}},
        {"NATO": {"name": "Nato"}},
        {"NATO": {"names": {"uk": "НАТО"}}, "EU": {"aliases": ["European Union"], "names": {"ar": "الاتحاد"}}},
    ),
    "tag_minimum": (1, 2, 5),
    "sections": ([], ["Ukraine", "nato"], ["frigates", "European Union", "Nothing"]),
    "theme": ("bare", "child", {"name": "child", "options": {"accent": "red"}}),
    "menu": (
        [],
        [{"title": "Ships", "url": "/tags/frigates/"}],
        [{"title": "Ships", "url": "/", "children": [{"title": "All", "url": "/tags/"}]}],
    ),
    "publisher": (
        {},
        {"name": "House", "email": "desk@example.org"},
        {"rights": "All & none", "profiles": ["https://social.example/@desk"]},
    ),
    "images": ({"credit": "optional", "widths": [16, 32]}, {"credit": "optional", "formats": []}),
    "hosting": ([], ["netlify", "apache"], ["cloudflare"]),
    "headers": ({}, {"write": False}, {"images": ["https://pictures.example.org"]}),
    "plain": ({}, {"markdown": True}, {"markdown": True, "llms": True}),
    "security": ({}, {"contact": ["mailto:desk@example.org"], "expires": "2099-01-01"}),
    "indexnow": ("", "0123456789abcdef"),
    "fediverse": ("", "@desk@news.example"),
    "dossiers": ({}, {"facts": False}),
    "coverage": (True, False),
    "search": ("browse", "none"),  # the index itself: tests/pipeline/test_search_index.py
    "social_cards": ({"newest": 2}, {"newest": 0}, {"newest": 3, "accent": "#004080"}),
    "deploy": ({}, {"live": {"type": "folder", "path": "../www"}}),  # says nothing of what is built
    "ingest": ({}, {"draft": True}, {"authors": ["Wire"]}),
}


class Newsroom:
    """One site on disk, its posts as values, the time, and what a build is asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = BEGINNING
        self.asked: dict[str, Any] = {}
        self.settings: dict[str, Any] = {name: values[0] for name, values in SETTINGS.items()}
        self.posts: dict[str, dict[str, Any]] = {}
        write(root, {f"themes/bare/templates/{name}": text for name, text in BARE.items()})
        write(
            root,
            {"themes/bare/static/style.css": "a {}", "themes/bare/theme.yaml": "", "themes/child/theme.yaml": CHILD},
        )
        write(root, {"static/chart.png": png(), "static/0.png": png(40, 30), "static/1.png": png(30, 40, "A place.")})
        for number in range(4):
            self.add(number, number)
        self.write_settings()

    @property
    def output(self) -> Path:
        """Where the site is built at present."""
        return self.root / (self.asked.get("output") or "output")

    def write_settings(self) -> None:
        rows = (f"{name}: {json.dumps(value)}\n" for name, value in self.settings.items())
        write(self.root, {"site.yaml": "".join(rows)})

    def named(self, n: int) -> str | None:
        """One of the posts; None where there are none."""
        return sorted(self.posts)[n % len(self.posts)] if self.posts else None

    def file_of(self, name: str) -> Path:
        return self.root / f"content/posts/{name}.md"

    def write_post(self, name: str) -> None:
        facts = dict(self.posts[name])
        text = post(facts.pop("title"), facts.pop("date"), facts.pop("body"), **facts)
        write(self.root, {f"content/posts/{name}.md": text})

    def change(self, n: int, **facts: Any) -> None:
        """New facts for a post; None takes one out."""
        if (name := self.named(n)) is not None:
            merged = self.posts[name] | facts
            self.posts[name] = {key: value for key, value in merged.items() if value is not None}
            self.write_post(name)

    def add(self, n: int, m: int) -> None:
        date = (BEGINNING - timedelta(days=11 * n, hours=m)).isoformat()
        facts = {"title": TITLES[n % 5], "date": date, "body": BODIES[m % 4]}
        self.posts[f"post-{n}"] = facts | {"tags": [TAGS[n % 7], TAGS[m % 7]]}
        self.write_post(f"post-{n}")

    def remove(self, n: int, _: int) -> None:
        if (name := self.named(n)) is not None:
            del self.posts[name]
            self.file_of(name).unlink()

    def rename(self, n: int, new: str) -> None:
        """A post's file gets another name; nothing where that is taken."""
        name = self.named(n)
        if name is not None and new not in self.posts:
            self.posts[new] = self.posts.pop(name)
            self.file_of(new).parent.mkdir(exist_ok=True)
            self.file_of(name).rename(self.file_of(new))

    def set_setting(self, name: str, m: int) -> None:
        self.settings[name] = SETTINGS[name][m % len(SETTINGS[name])]
        self.write_settings()

    def build(
        self, progress: Callable[[str, int, int], None] = lambda *_: None, **asked: Any
    ) -> Built | tuple[str, ...]:
        """What a build did, or what stands against it."""
        options = BuildOptions(as_of=self.now, **({"jobs": 1} | self.asked | asked))
        try:
            return build(self.root, options, progress)
        except SiteError as error:
            return tuple(str(problem) for problem in error.problems)

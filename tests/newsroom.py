"""A small site that is edited at random: what the laws are tried on."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from site_gen.build import BuildOptions, Built, build
from site_gen.model.problem import SiteError
from tests.support import BARE, post, tree, write

TITLES = ("Talks in Tallinn", "A frigate sails", 'The "long" treaty', "Talks in Tallinn again", "Émigrés — a view")
TAGS = ("NATO", "nato", "Estonia", "Frigates", "Arms control", "EU", "European Union")
BODIES = (
    "One sentence.\n",
    "# Heading\n\nTwo *sentences*, and [a link](/tags/nato/).\n\n- item\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\nnote[^1]\n\n[^1]: The note.\n",
    '"Quoted" -- and ![a picture](/chart.png) <b>raw</b>.\n',
)
BEGINNING = datetime(2026, 3, 1, 12, tzinfo=UTC)
SETTINGS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("title", ("Notes", "Notes & news")),
    ("tagline", ("", "Daily")),
    ("base_url", ("https://example.org/", "https://example.org/news/")),
    ("timezone", ("UTC", "Asia/Tokyo", "America/New_York")),
    ("language", ("en", "de")),
    ("page_size", (20, 1, 2)),
    ("related", (4, 0, 1)),
    ("permalink", ("/{year}/{month}/{slug}/", "/{slug}/", "/{type}/{day}/{slug}/")),
    ("authors", ([], ["Desk"])),
    ("feeds", ({}, {"items": 1}, {"content": "summary"}, {"formats": ["atom"]})),
    ("markdown", ({}, {"typography": False}, {"raw_html": True})),
    (
        "tags",
        ({}, {"European Union": {"aliases": ["EU"], "kind": "organisation", "slug": "eu"}}, {"NATO": {"name": "Nato"}}),
    ),
    ("theme", ("bare", "child", {"name": "child", "options": {"accent": "red"}})),
    ("menu", ([], [{"title": "Ships", "url": "/tags/frigates/"}])),
    ("publisher", ({}, {"name": "House", "email": "desk@example.org"})),
)
FILES: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    ("templates/post.html", (None, "{{ post.title }} mine {{ content.html }}", "{% extends 'base.html' %}")),
    (
        "templates/_card.html",
        (None, "{% macro card(post) %}{{ post.title }} {{ asset('style.css')|url }}{% endmacro %}"),
    ),
    ("templates/rss.xml", (None, "<rss>{% for item in items %}{{ item.post.title }}{% endfor %}</rss>")),
    (
        "themes/child/templates/home.html",
        (None, "{{ site.options.accent }}{% for post in posts %}{{ post.url|url }}{% endfor %}"),
    ),
    ("themes/bare/static/style.css", ("a {}", "b {}")),
    ("themes/child/static/style.css", (None, "c {}")),
    ("static/chart.png", (None, "one", "two")),
    ("static/old", (None, "a file")),
    ("static/tags/nato/extra.txt", (None, "x")),
    (
        "content/tags/nato.md",
        (
            None,
            "---\nsummary: An alliance.\n---\nIts text.\n",
            "---\ntitle: The Alliance\nfacts: {Founded: '1949'}\n---\n",
        ),
    ),
    ("content/tags/estonia.md", (None, "---\n---\nA country.\n")),
    (
        "content/pages/about.md",
        (None, "---\ntitle: About\nmenu: 1\n---\nWho.\n", "---\ntitle: About us\naliases: [/who/]\n---\nWho.\n"),
    ),
    ("content/pages/old.md", (None, "---\ntitle: Old\n---\n", "---\ntitle: Old\ndraft: true\n---\n")),
)


class Newsroom:
    """One site on disk, its posts as values, and the time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = BEGINNING
        self.settings: dict[str, Any] = {name: values[0] for name, values in SETTINGS}
        self.posts: dict[str, dict[str, Any]] = {}
        themes = {f"themes/bare/templates/{name}": text for name, text in BARE.items()}
        child = "parent: bare\noptions:\n  accent: {default: blue}\n"
        write(
            root,
            {
                **themes,
                "themes/bare/static/style.css": "a {}",
                "themes/bare/theme.yaml": "",
                "themes/child/theme.yaml": child,
            },
        )
        for number in range(4):
            self.add(number, number)
        self.write_settings()

    def write_settings(self) -> None:
        rows = (f"{name}: {json.dumps(value)}\n" for name, value in self.settings.items())
        write(self.root, {"site.yaml": "".join(rows)})

    def write_post(self, name: str) -> None:
        facts = dict(self.posts[name])
        write(
            self.root,
            {f"content/posts/{name}.md": post(facts.pop("title"), facts.pop("date"), facts.pop("body"), **facts)},
        )

    def change(self, n: int, **facts: Any) -> None:
        """New facts for a post; None takes one out."""
        if not self.posts:
            return
        name = sorted(self.posts)[n % len(self.posts)]
        merged = self.posts[name] | facts
        self.posts[name] = {key: value for key, value in merged.items() if value is not None}
        self.write_post(name)

    def add(self, n: int, m: int) -> None:
        name = f"post-{n}"
        date = (BEGINNING - timedelta(days=11 * n, hours=m)).isoformat()
        facts = {"title": TITLES[n % 5], "date": date, "body": BODIES[m % 4]}
        self.posts[name] = facts | {"tags": [TAGS[n % 7], TAGS[m % 7]]}
        self.write_post(name)

    def remove(self, n: int, _: int) -> None:
        if self.posts:
            name = sorted(self.posts)[n % len(self.posts)]
            del self.posts[name]
            (self.root / f"content/posts/{name}.md").unlink()

    def rename(self, n: int, m: int) -> None:
        if self.posts:
            name, new = sorted(self.posts)[n % len(self.posts)], f"renamed-{m}"
            if new not in self.posts:
                self.posts[new] = self.posts.pop(name)
                (self.root / f"content/posts/{name}.md").rename(self.root / f"content/posts/{new}.md")

    def set_file(self, n: int, m: int) -> None:
        name, texts = FILES[n % len(FILES)]
        text = texts[m % len(texts)]
        if text is None:
            (self.root / name).unlink(missing_ok=True)
        else:
            write(self.root, {name: text})

    def set_setting(self, n: int, m: int) -> None:
        name, values = SETTINGS[n % len(SETTINGS)]
        self.settings[name] = values[m % len(values)]
        self.write_settings()

    def let_time_pass(self, n: int, m: int) -> None:
        self.now = BEGINNING + timedelta(days=15 * (n % 9 - 4), hours=m)

    def touch(self, n: int, _: int) -> None:
        """A file is written again as it was."""
        if self.posts:
            self.write_post(sorted(self.posts)[n % len(self.posts)])

    def damage(self, n: int, m: int) -> None:
        """Another hand in the output folder."""
        output = self.root / "output"
        files = sorted(tree(output)) if output.is_dir() else []
        if files and m % 3 == 0:
            (output / files[n % len(files)]).unlink()
        elif files and m % 3 == 1:
            (output / files[n % len(files)]).write_text("another hand")
        else:
            shutil.rmtree(output / "tags", ignore_errors=True)

    def build(self, **asked: Any) -> Built | tuple[str, ...]:
        """What a build did, or what stands against it."""
        try:
            return build(self.root, BuildOptions(as_of=self.now, jobs=1, **asked))
        except SiteError as error:
            return tuple(str(problem) for problem in error.problems)


def moment(m: int) -> str:
    return (BEGINNING + timedelta(days=15 * (m % 9 - 4))).isoformat()


EDITS: dict[str, Callable[[Newsroom, int, int], None]] = {
    "add": Newsroom.add,
    "remove": Newsroom.remove,
    "rename": Newsroom.rename,
    "retitle": lambda room, n, m: room.change(n, title=TITLES[m % 5]),
    "retag": lambda room, n, m: room.change(n, tags=[TAGS[m % 7], TAGS[m % 3]]),
    "redate": lambda room, n, m: room.change(n, date=moment(m)),
    "rewrite": lambda room, n, m: room.change(n, body=BODIES[m % 4]),
    "draft": lambda room, n, m: room.change(n, draft=bool(m % 2)),
    "expire": lambda room, n, m: room.change(n, expires=moment(m) if m % 3 else None),
    "alias": lambda room, n, m: room.change(n, aliases=[("/old/", "/old/story.html", "/who/")[m % 3]] if m % 4 else []),
    "pin": lambda room, n, m: room.change(n, pinned=bool(m % 2)),
    "slug": lambda room, n, m: room.change(n, slug=("one", "two", None)[m % 3]),
    "correct": lambda room, n, m: room.change(n, corrections=[{"date": moment(m), "text": "Put right."}] * (m % 2)),
    "kinds": lambda room, n, m: room.change(n, entities={("country", "place")[m % 2]: [TAGS[n % 7]]}),
    "extra": lambda room, n, m: room.change(n, extra={"number": m, "day": "2026-01-02", "list": [None, 1.5, True]}),
    "file": Newsroom.set_file,
    "setting": Newsroom.set_setting,
    "time": Newsroom.let_time_pass,
    "touch": Newsroom.touch,
    "damage": Newsroom.damage,
}
NUMBERS = st.integers(0, 30)
ANY_EDIT = st.tuples(st.sampled_from(sorted(EDITS)), NUMBERS, NUMBERS)

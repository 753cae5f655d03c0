"""A site that is changed at random as editors do, and every address that it ever published."""

import random
import re
from collections.abc import Callable
from pathlib import Path

from site_gen.urls import address_of
from tests.support import BARE, post, run, write

TAGS = ("US Navy", "Drones", "Kyiv", "Łódź", "Air Force")
PERMALINKS = (
    "/{year}/{month}/{slug}/",
    "/{year}/{slug}/",
    "/{slug}.html",
    "/{section}/{slug}/",
    "/news/{year}/{month}/{day}/{slug}/",
)
PUBLIC = (".html", "/feed.xml", "/atom.xml", "/feed.json")


class ChangingSite:
    """The site; `change` does one random thing, `publish` repairs and builds it."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random, self.number = root, random.Random(seed), 0
        self.permalink, self.page_size, self.languages, self.minimum = PERMALINKS[0], 2, "", 1
        self.removed: dict[str, str] = {}
        self.done: list[str] = []
        self.published: set[str] = set()
        write(root, {f"themes/bare/templates/{name}": text for name, text in BARE.items()})
        write(root, {"themes/bare/theme.yaml": "", "themes/bare/static/style.css": "a {}"})
        write(root, {"redirects.yaml": "# moved by hand\n/from-before/: gone   # a comment\n"})
        write(root, {"content/pages/about.md": "---\ntitle: About\n---\n\nUs.\n"})
        for _ in range(6):
            self.add()
        self.settle()

    def settle(self) -> None:
        """Write site.yaml."""
        write(
            self.root,
            {
                "site.yaml": f"title: News\nbase_url: https://news.test/\ntheme: bare\nsearch: none\ncoverage: false\n"
                f'hosting: [netlify]\npermalink: "{self.permalink}"\npage_size: {self.page_size}\n'
                f"tag_minimum: {self.minimum}\nsections: [Drones, Kyiv]\nsocial_cards: {{newest: 0}}\n{self.languages}"
            },
        )

    def posts(self) -> list[Path]:
        return sorted((self.root / "content/posts").rglob("*.md"))

    def names(self) -> set[str]:
        return {path.name for path in self.posts()}

    def any_post(self) -> Path:
        return self.random.choice(self.posts())

    def text(self, **front: str) -> str:
        day = f"2025-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}T09:00:00+00:00"
        tags = self.random.sample(TAGS, self.random.randint(0, 3))
        return post(f"Story {self.number}", day, tags=tags, **front)

    def add(self) -> None:
        self.number += 1
        write(self.root, {f"content/posts/2025-01-01-story-{self.number}.md": self.text()})

    def rename(self) -> None:
        path = self.any_post()
        self.number += 1
        path.rename(path.with_name(f"2025-01-01-renamed-{self.number}.md"))

    def rename_back(self) -> None:
        """A post takes a name that another had before: its old address is wanted again."""
        path = self.any_post()
        name = f"2025-01-01-story-{self.random.randint(1, self.number)}.md"
        if name not in self.names():
            path.rename(path.with_name(name))

    def move_in_folder(self) -> None:
        path = self.any_post()
        folder = self.root / "content/posts/archive"
        folder.mkdir(exist_ok=True)
        path.rename(folder / path.name)

    def delete(self) -> None:
        if len(self.posts()) > 2:
            path = self.any_post()
            self.removed[path.name] = path.read_text(encoding="utf-8")
            path.unlink()

    def restore(self) -> None:
        if names := sorted(self.removed.keys() - self.names()):
            name = self.random.choice(names)
            write(self.root, {f"content/posts/{name}": self.removed.pop(name)})

    def replace(self, old: str, new: str) -> None:
        for path in self.posts():
            path.write_text(path.read_text(encoding="utf-8").replace(f'"{old}"', f'"{new}"'), encoding="utf-8")

    def merge_tags(self) -> None:
        one, other = self.random.sample(TAGS, 2)
        for path in self.posts():
            text = path.read_text(encoding="utf-8")
            if f'"{one}"' in text and f'"{other}"' in text:
                text = text.replace(f'"{one}", ', "").replace(f', "{one}"', "")
            path.write_text(text.replace(f'"{one}"', f'"{other}"'), encoding="utf-8")

    def merge_by_command(self) -> None:
        one, other = self.random.sample(TAGS, 2)
        done = run("tags", "merge", one, "--into", other, root=self.root)
        assert done.returncode == 0 or "No post has the tag" in done.stderr, (self.done, done.stderr)

    def rename_by_command(self) -> None:
        self.number += 1
        name = self.any_post().relative_to(self.root).as_posix()
        done = run("rename", name, f"named-{self.number}", root=self.root)
        assert done.returncode == 0, (self.done, done.stderr)

    def respell_tag(self) -> None:
        self.replace("US Navy", "U.S. Navy") if self.random.random() < 0.5 else self.replace("U.S. Navy", "US Navy")

    def new_date(self) -> None:
        path = self.any_post()
        date = f"date: 2025-{self.random.randint(1, 12):02}-11T09:00:00+00:00"
        text = re.sub("^date: .*$", date, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")

    def draft(self) -> None:
        path = self.any_post()
        text = path.read_text(encoding="utf-8")
        if "draft: true" in text:
            path.write_text(text.replace("draft: true\n", ""), encoding="utf-8")
        elif len(self.posts()) > 2:
            path.write_text(text.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")

    def expire(self) -> None:
        path = self.any_post()
        text = path.read_text(encoding="utf-8")
        if "expires:" not in text and len(self.posts()) > 3:
            path.write_text(text.replace("---\n", "---\nexpires: 2026-01-01\n", 1), encoding="utf-8")

    def alias(self) -> None:
        """An alias, or the aliases of a post away."""
        path = self.any_post()
        text = path.read_text(encoding="utf-8")
        self.number += 1
        if "aliases:" in text:
            lines = [line for line in text.split("\n") if not line.startswith("aliases:")]
            path.write_text("\n".join(lines), encoding="utf-8")
        else:
            path.write_text(text.replace("---\n", f"---\naliases: [/was/{self.number}/]\n", 1), encoding="utf-8")

    def page(self) -> None:
        """A standing page is renamed."""
        self.number += 1
        (path,) = (self.root / "content/pages").glob("*.md")
        path.rename(path.with_name(f"about-{self.number}.md"))

    def file(self) -> None:
        """A static file comes, or one goes."""
        found = sorted((self.root / "static").glob("*.txt"))
        self.number += 1
        if found and self.random.random() < 0.5:
            found[0].unlink()
        else:
            write(self.root, {f"static/file-{self.number}.txt": "x"})

    def permalinks(self) -> None:
        self.permalink = self.random.choice(PERMALINKS)
        self.settle()

    def sizes(self) -> None:
        self.page_size, self.minimum = self.random.randint(1, 5), self.random.randint(1, 3)
        self.settle()

    def language(self) -> None:
        self.languages = self.random.choice(("", "languages: {de: {}}\n"))
        if self.languages:
            path = self.any_post()
            text = path.read_text(encoding="utf-8")
            if "language:" not in text:
                path.write_text(text.replace("---\n", "---\nlanguage: de\n", 1), encoding="utf-8")
        else:
            for path in self.posts():
                text = path.read_text(encoding="utf-8").replace("language: de\n", "")
                path.write_text(text, encoding="utf-8")
        self.settle()

    def change(self) -> str:
        """One random change; its name."""
        changes: list[Callable[[], None]] = [
            self.add, self.rename, self.rename, self.rename_back, self.move_in_folder, self.delete, self.restore,
            self.merge_tags, self.merge_by_command, self.rename_by_command, self.respell_tag, self.new_date,
            self.draft, self.expire, self.alias, self.page, self.file, self.permalinks, self.sizes, self.language,
        ]  # fmt: skip
        chosen = self.random.choice(changes)
        chosen()
        self.done.append(chosen.__name__)
        return chosen.__name__

    def publish(self) -> Path:
        """Repair the redirects, build and record; the folder of the site."""
        repaired = run("redirect", "--all", "--gone", root=self.root)
        assert repaired.returncode == 0, (self.done, repaired.stdout, repaired.stderr)
        built = run("build", "--record", "--jobs", "1", root=self.root)
        assert built.returncode == 0, (self.done, built.stderr)
        output = self.root / "output"
        for path in output.rglob("*"):
            name = path.relative_to(output).as_posix()
            if path.is_file() and f"/{name}".endswith(PUBLIC) and name != "404.html" and not name.startswith("."):
                self.published.add(address_of(name))
        self.published |= {f"/{path.name}" for path in (self.root / "static").glob("*.txt")}
        return output

"""The posts in content/posts/, as far as ingest must know them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.ledger import Stamp
from site_gen.model.seed import Article
from site_gen.storage.files import read_start, walk

POSTS = "content/posts"
_MOST = 65536  # bytes of a file in which its front matter is looked for
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}[-_](.+)")


class _Names(Struct, frozen=True):
    """What a file is known by: the slug of its own name, and what its front matter says."""

    stamp: Stamp
    stem: str
    slug: str
    seed: str
    tags: tuple[str, ...]


class PostIndex:
    """Which posts there are: by the seed each was made of, by slug, and their tags.

    One that lives on reads no file twice that has not changed: `look` before each use.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._read: dict[str, _Names] = {}
        self.look()

    def look(self, files: Iterable[tuple[str, Stamp]] | None = None) -> None:
        """Take the posts as they are now: by these names and stamps, else by those found when they are wanted."""
        self._files = files
        self._posts: dict[str, _Names] | None = None
        self._slugs: set[str] | None = None
        self._seeds: dict[str, str] | None = None

    def of_seed(self, seed: str) -> str | None:
        """The post whose front matter names a seed."""
        if self._seeds is None:
            named = (
                (post.seed, name) for name, post in sorted(self._names_by_file().items(), reverse=True) if post.seed
            )
            self._seeds = {of: f"{POSTS}/{name}" for of, name in named}
        return self._seeds.get(seed)

    def of_slug(self, slug: str) -> str:
        """The post that has a slug by its front matter or by its file's name; "" where there is none."""
        names = (name for name, post in sorted(self._names_by_file().items()) if slug in (post.slug or post.stem, name))
        return next((f"{POSTS}/{name}" for name in names), "")

    def tags(self) -> Iterator[str]:
        """The tags of all posts, one after the other."""
        for _, post in sorted(self._names_by_file().items()):
            yield from post.tags

    def with_free_slug(self, article: Article) -> Article:
        """The article with a slug that no post or standing page has."""
        if self._slugs is None:
            self._slugs = self._taken()
        slug, number = article.slug, 1
        while slug in self._slugs:
            number += 1
            slug = f"{article.slug}-{number}"
        self._slugs.add(slug)
        return replace(article, slug=slug)

    def _taken(self) -> set[str]:
        """Slugs that posts have, by their files' names and by their front matter, and the names of standing pages."""
        posts = self._names_by_file().values()
        files = walk(self.root / "content" / "pages", ".md", home=self.root)
        pages = {name.split("/")[0].removesuffix(".md") for name, _ in files}
        return pages.union([post.stem for post in posts], [post.slug for post in posts])

    def _names_by_file(self) -> dict[str, _Names]:
        """The posts by their files' names; the slugs of those that are written from here on are noted by themselves."""
        if self._posts is None:
            files = walk(self.root / POSTS, ".md", home=self.root) if self._files is None else self._files
            self._posts = self._read = {name: self._names_of(name, stamp) for name, stamp in files}
        return self._posts

    def _names_of(self, name: str, stamp: Stamp) -> _Names:
        known = self._read.get(name)
        if known is not None and known.stamp == stamp:
            return known
        matter = read_start(f"{self.root}/{POSTS}/{name}", _MOST).split(b"\n---", 1)[0]
        return _Names(
            stamp, slug_of_name(name), front_value(matter, "slug"), front_value(matter, "seed"), _tags(matter)
        )


def slug_of_name(path: str) -> str:
    """The slug that a post's file gives it: its name without the day."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    dated = _DATED.fullmatch(stem)
    return dated[1] if dated else stem


def front_value(matter: bytes, key: str) -> str:
    """What front matter says under a key that holds a line of text, without reading the rest of it."""
    at = matter.find(f"\n{key}:".encode())
    line = matter[at + len(key) + 2 :].split(b"\n", 1)[0].strip().decode("utf-8", "replace") if at >= 0 else ""
    if not line.startswith(("'", '"')):
        return line
    import yaml

    try:
        return str(yaml.load(line, yaml.BaseLoader))
    except yaml.YAMLError:
        return ""


_TAGS = re.compile(rb"\ntags:[ \t]*(\[[^\]\n]*\]|(?:[^\n]*\n[ \t]*-[ \t][^\n]*)+)")
_PLAIN_TAGS = re.compile(rb"\[[\w &.-]+(?:, [\w &.-]+)*\]")


def _tags(matter: bytes) -> tuple[str, ...]:
    """The tags of front matter; none where they are not written as a list."""
    match = _TAGS.search(matter)
    if match is None:
        return ()
    if _PLAIN_TAGS.fullmatch(match[1]):
        return tuple(match[1][1:-1].decode().split(", "))
    import yaml

    try:
        found = yaml.load(match[1].decode("utf-8", "replace"), yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return ()
    return tuple(map(str, found)) if isinstance(found, list) else ()

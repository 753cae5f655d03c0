"""The slugs, seeds and tags of the posts in content/posts/, as far as ingest needs them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.ledger import Stamp
from site_gen.model.seed import Article
from site_gen.storage.files import read_start, walk

POSTS = "content/posts"
_MOST = 65536  # bytes of a file that are searched for front matter
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}[-_](.+)")


class _Names(Struct, frozen=True):
    """The slug that a file's name gives, and the values of its front matter."""

    stamp: Stamp
    stem: str
    slug: str
    seed: str
    tags: tuple[str, ...]


class PostIndex:
    """The posts by seed and by slug, and their tags.

    An index that is reused reads only files that changed; call `update` before each use.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._read: dict[str, _Names] = {}
        self.update()

    def update(self, files: Iterable[tuple[str, Stamp]] | None = None) -> None:
        """Set the current posts by names and stamps; without them, they are listed when first needed."""
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
        """The post with this slug, by its front matter or its file's name; "" where there is none."""
        names = (name for name, post in sorted(self._names_by_file().items()) if slug in (post.slug or post.stem, name))
        return next((f"{POSTS}/{name}" for name in names), "")

    def tags(self) -> Iterator[str]:
        """The tags of all posts, with repeats."""
        for _, post in sorted(self._names_by_file().items()):
            yield from post.tags

    def with_free_slug(self, article: Article) -> Article:
        """The article with a slug that no post or standing page has."""
        if self._slugs is None:
            self._slugs = self._taken_slugs()
        slug, number = article.slug, 1
        while slug in self._slugs:
            number += 1
            slug = f"{article.slug}-{number}"
        self._slugs.add(slug)
        return replace(article, slug=slug)

    def _taken_slugs(self) -> set[str]:
        """The slugs of posts, by file name and by front matter, and the names of standing pages."""
        posts = self._names_by_file().values()
        files = walk(self.root / "content" / "pages", ".md", home=self.root)
        pages = {name.split("/")[0].removesuffix(".md") for name, _ in files}
        return pages.union([post.stem for post in posts], [post.slug for post in posts])

    def _names_by_file(self) -> dict[str, _Names]:
        """The posts by file name; the slugs of posts written later are added by `with_free_slug`."""
        if self._posts is None:
            files = walk(self.root / POSTS, ".md", home=self.root) if self._files is None else self._files
            self._posts = self._read = {name: self._names_of(name, stamp) for name, stamp in files}
        return self._posts

    def _names_of(self, name: str, stamp: Stamp) -> _Names:
        previous = self._read.get(name)
        if previous is not None and previous.stamp == stamp:
            return previous
        matter = read_start(f"{self.root}/{POSTS}/{name}", _MOST).split(b"\n---", 1)[0]
        return _Names(
            stamp, slug_of_name(name), front_value(matter, "slug"), front_value(matter, "seed"), _tags(matter)
        )


def slug_of_name(path: str) -> str:
    """The slug that the name of a post's file gives: the name without the day."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    dated = _DATED.fullmatch(stem)
    return dated[1] if dated else stem


def front_value(matter: bytes, key: str) -> str:
    """The value of a one-line key in front matter, without parsing the rest."""
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
    """The tags in front matter; none where they are not a list."""
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

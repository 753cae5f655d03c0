"""The posts that stand in content/posts/, as far as ingest must know them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen.disk.files import read_source, walk, write_whole
from site_gen.ingesting.successor import as_successor
from site_gen.model.ledger import Stamp
from site_gen.model.lock import LockedSeed
from site_gen.model.post import Entry
from site_gen.model.seed import Article
from site_gen.model.settings import Settings
from site_gen.reading.post import read_post
from site_gen.wording.dates import has_clock, midnight, parse_moment

POSTS = "content/posts"
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}[-_](.+)")


class _Names(Struct, frozen=True):
    """What a file is known by: the slug of its own name, and what its front matter says."""

    stamp: Stamp
    stem: str
    slug: str
    seed: str
    tags: tuple[str, ...]


class PostsAtHand:
    """The posts that stand in content/posts/, as far as ingest must know them.

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
            named = ((post.seed, name) for name, post in sorted(self._at_hand().items(), reverse=True) if post.seed)
            self._seeds = {of: f"{POSTS}/{name}" for of, name in named}
        return self._seeds.get(seed)

    def of_slug(self, slug: str) -> str:
        """The post that has a slug by its front matter or by its file's name; "" where there is none."""
        names = (name for name, post in sorted(self._at_hand().items()) if slug in (post.slug or post.stem, name))
        return next((f"{POSTS}/{name}" for name in names), "")

    def tags(self) -> Iterator[str]:
        """The tags of all posts, one after the other."""
        for _, post in sorted(self._at_hand().items()):
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

    def as_successor(self, path: str, article: Article, locked: LockedSeed, settings: Settings) -> Article:
        """The article in place of the post that a seed has: at its address, which goes by the day as it is written."""
        data, zone = read_source(self.root, path), ZoneInfo(settings.timezone)
        entry = read_post(path, data, zone, raw_html=False, language=settings.language)
        if not isinstance(entry, Entry):
            return article
        successor = as_successor(article, entry, locked, settings.ingest)
        written = parse_moment(_value(data, "date"), zone)  # with its own offset, by which its day is the address's
        if written is None or not entry.timed or (not article.timed and not has_clock(written)):
            return replace(successor, date=midnight(entry.day, zone), timed=False)
        return replace(successor, date=written, timed=True)

    def save_copy(self, path: str) -> None:
        """Save a post that is about to be written over: beside it, as `.bak`, which no other copy has."""
        backup, number = self.root / f"{path}.bak", 1
        while backup.exists():
            number += 1
            backup = self.root / f"{path}.bak{number}"
        write_whole(backup, read_source(self.root, path))

    def _taken(self) -> set[str]:
        """Slugs that posts have, by their files' names and by their front matter, and the names of standing pages."""
        posts = self._at_hand().values()
        files = walk(self.root / "content" / "pages", ".md", home=self.root)
        pages = {name.split("/")[0].removesuffix(".md") for name, _ in files}
        return pages.union([post.stem for post in posts], [post.slug for post in posts])

    def _at_hand(self) -> dict[str, _Names]:
        """The posts by their files' names; the slugs of those that are written from here on are noted by themselves."""
        if self._posts is None:
            files = walk(self.root / POSTS, ".md", home=self.root) if self._files is None else self._files
            self._posts = self._read = {name: self._names(name, stamp) for name, stamp in files}
        return self._posts

    def _names(self, name: str, stamp: Stamp) -> _Names:
        known = self._read.get(name)
        if known is not None and known.stamp == stamp:
            return known
        with open(f"{self.root}/{POSTS}/{name}", "rb") as file:
            matter = file.read(65536).split(b"\n---", 1)[0]
        return _Names(stamp, slug_of_name(name), _value(matter, "slug"), _value(matter, "seed"), _tags(matter))


def slug_of_name(path: str) -> str:
    """The slug that a post's file gives it: its name without the day."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    dated = _DATED.fullmatch(stem)
    return dated[1] if dated else stem


def _value(matter: bytes, key: str) -> str:
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

"""The posts that stand in content/posts/, as far as ingest must know them."""

import re
from functools import cached_property, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from site_gen.disk.files import walk
from site_gen.model.ledger import Stamp
from site_gen.model.post import Entry
from site_gen.model.seed import Article
from site_gen.model.settings import Settings
from site_gen.reading.post import read_post

POSTS = "content/posts"
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}[-_](.+)")


class PostsAtHand:
    """The posts that stand in content/posts/, as far as ingest must know them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._slugs: set[str] | None = None
        self._seeds: dict[str, str] | None = None

    @cached_property
    def _files(self) -> tuple[tuple[str, Stamp], ...]:
        """The posts as they were found; what is written since has its slug noted."""
        return tuple(walk(self.root / POSTS, ".md"))

    def of_seed(self, seed: str) -> str | None:
        """The post whose front matter names a seed."""
        if self._seeds is None:
            self._seeds = {}
            for name, stamp in sorted(self._files):
                if found := _names(f"{self.root}/{POSTS}/{name}", stamp)[1]:
                    self._seeds.setdefault(found, f"{POSTS}/{name}")
        return self._seeds.get(seed)

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

    def with_address_of(self, path: str, article: Article, settings: Settings) -> Article:
        """The article at the address of the post that it replaces: a seed that changes moves nothing."""
        entry = read_post(path, (self.root / path).read_bytes(), ZoneInfo(settings.timezone), raw_html=False)
        if not isinstance(entry, Entry):
            return article
        return replace(article, slug=entry.slug, date=entry.date)

    def _taken(self) -> set[str]:
        """Slugs that posts have, by their files' names and by their front matter, and the names of standing pages."""
        taken = {name.split("/")[0].removesuffix(".md") for name, _ in walk(self.root / "content" / "pages", ".md")}
        for name, stamp in self._files:
            stem = name.rpartition("/")[2].removesuffix(".md")
            dated = _DATED.fullmatch(stem)
            taken.add(dated[1] if dated else stem)
            taken.add(_names(f"{self.root}/{POSTS}/{name}", stamp)[0])
        return taken


@lru_cache(maxsize=100_000)
def _names(path: str, _: Stamp) -> tuple[str, str]:
    """A post's slug and seed as its front matter gives them; a process that lives on reads a file once."""
    with open(path, "rb") as file:
        matter = file.read(65536).split(b"\n---", 1)[0]
    return _value(matter, "slug"), _value(matter, "seed")


def value_in(path: Path, key: str) -> str:
    """What a post's front matter says under a key that holds a line of text, without reading the rest of it."""
    with path.open("rb") as file:
        return _value(file.read(65536).split(b"\n---", 1)[0], key)


def _value(matter: bytes, key: str) -> str:
    at = matter.find(f"\n{key}:".encode())
    line = matter[at + len(key) + 2 :].split(b"\n", 1)[0].strip().decode("utf-8", "replace") if at >= 0 else ""
    if not line.startswith(("'", '"')):
        return line
    import yaml

    try:
        return str(yaml.load(line, yaml.BaseLoader))
    except yaml.YAMLError:
        return ""

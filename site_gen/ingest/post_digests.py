"""Digests of posts, which show whether somebody edited them; only files with a new stamp are read."""

import time
from pathlib import Path

from msgspec import Struct

from site_gen.model.ledger import NO_STAMP, Stamp
from site_gen.storage.fact_cache import load_facts, save_facts
from site_gen.storage.files import read_whole, source_stamp
from site_gen.text.digest import digest

CACHE = ".site_gen/posts.cache"
_JIFFY = 20_000_000  # ns: a file changed this recently may change again without a new stamp


class _DigestedPost(Struct, frozen=True):
    """The stamp and digest of a post when it was last read."""

    stamp: Stamp
    digest: str


class PostDigests:
    """The digests of a site's posts; `save` keeps them for the next process."""

    def __init__(self, root: Path) -> None:
        self.root, self._folder = root, str(root)
        self._posts: dict[str, _DigestedPost] | None = None
        self._changed = False

    def of(self, path: str) -> str | None:
        """The digest of a post by its path from the root; None where there is no such file."""
        if self._posts is None:
            self._posts = load_facts(self.root / CACHE, _DigestedPost)
        file = f"{self._folder}/{path}"  # a Path for each of ten thousand posts is slow
        stamp = source_stamp(file)
        if stamp == NO_STAMP:
            return None
        previous = self._posts.get(path)
        if previous is not None and previous.stamp == stamp:
            return previous.digest
        current = digest(read_whole(file))
        if time.time_ns() - stamp.changed > _JIFFY:
            self._posts[path] = _DigestedPost(stamp, current)
            self._changed = True
        return current

    def save(self) -> None:
        """Write the cache if a digest is new."""
        if self._changed and self._posts is not None:
            save_facts(self.root / CACHE, self._posts)
            self._changed = False

"""Digests of posts, by which it is known whether anybody edited them; only files that moved are read."""

import time
from pathlib import Path

from msgspec import Struct

from site_gen.model.ledger import NO_STAMP, Stamp
from site_gen.storage.fact_cache import load_facts, save_facts
from site_gen.storage.files import read_whole, source_stamp
from site_gen.text.digest import digest

CACHE = ".site_gen/posts.cache"
_JIFFY = 20_000_000  # ns: a file that was changed so shortly ago may be changed again under the same stamp


class _Known(Struct, frozen=True):
    """A post as it was when it was read last."""

    stamp: Stamp
    digest: str


class PostDigests:
    """The digests of a site's posts; what is known is kept for the next process by `save`."""

    def __init__(self, root: Path) -> None:
        self.root, self._folder = root, str(root)
        self._known: dict[str, _Known] | None = None
        self._changed = False

    def of(self, path: str) -> str | None:
        """The digest of a post, by its path from the root; None where there is no such file."""
        if self._known is None:
            self._known = load_facts(self.root / CACHE, _Known)
        place = f"{self._folder}/{path}"  # a Path for each of ten thousand posts would cost
        stamp = source_stamp(place)
        if stamp == NO_STAMP:
            return None
        known = self._known.get(path)
        if known is not None and known.stamp == stamp:
            return known.digest
        found = digest(read_whole(place))
        if time.time_ns() - stamp.changed > _JIFFY:
            self._known[path] = _Known(stamp, found)
            self._changed = True
        return found

    def save(self) -> None:
        """Keep what was found out."""
        if self._changed and self._known is not None:
            save_facts(self.root / CACHE, self._known)
            self._changed = False

"""Write posts from articles: new ones at free addresses, others in place of the seed's present post."""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from site_gen.extract.successor import as_successor, noted
from site_gen.ingest.decide import SeedAction
from site_gen.ingest.lock_file import LockFile
from site_gen.ingest.pictures import PictureWriter
from site_gen.ingest.post_index import POSTS, PostIndex, front_value
from site_gen.ingest.post_tags import PostTags
from site_gen.ingest.probe import Probe
from site_gen.model.lock import LockedSeed
from site_gen.model.problem import Problem
from site_gen.model.seed import Article
from site_gen.model.settings import Settings
from site_gen.parsing.post import read_post
from site_gen.storage.files import read_source, write_source, write_whole
from site_gen.text.dates import has_clock, midnight, parse_moment
from site_gen.text.digest import digest
from site_gen.text.language.site_languages import site_languages


class PostWriter:
    """Writes posts, records them in the lock, and counts; `made` maps each seed to the post written for it."""

    def __init__(
        self, root: Path, settings: Settings, lock: LockFile, posts: PostIndex, probes: Mapping[str, Probe]
    ) -> None:
        self.new, self.changed = list[str](), list[str]()
        self.kept = 0
        self.made: dict[str, str] = {}
        self._root, self._settings = root, settings
        self._lock, self._posts, self._probes = lock, posts, probes
        self._tags = PostTags(posts, settings)
        self._pictures = PictureWriter(root)

    def write(self, article: Article, action: SeedAction) -> tuple[Problem, ...]:
        """Write and record one post, unless it has these bytes already; or the problems that prevent it."""
        from site_gen.extract.compose import compose

        if problems := self._tags.take(article):
            return problems
        name = article.seed
        locked = self._lock.entries().get(name)
        previous = b""
        if action == "create" or locked is None:
            article = self._posts.with_free_slug(article)
            path = f"{POSTS}/{article.date:%Y-%m-%d}-{article.slug}.md"
            self.new.append(path)
        else:
            path = locked.post
            previous = read_source(self._root, path)
            article = _in_place_of(path, previous, article, locked, self._settings)
        pictures = self._pictures.place(article, locked.pictures if locked else {})
        data = compose(pictures.article).encode()
        seed = self._probes[name].digest
        answer = locked.assistant if locked is not None and locked.seed == seed else None
        new = LockedSeed(seed, path, digest(data), pictures=pictures.digests, assistant=answer)
        entry = noted(article, new, locked if previous else None, self._settings.ingest)
        if data == previous or action == "adopt":
            self.kept += 1
            if data != previous:
                if locked is not None:
                    self._lock.seeds[name] = locked  # somebody edited it
                return ()
            self._pictures.write(pictures)  # the text is the same, but a picture may be another
        else:
            if previous:
                if action == "replace":
                    self._save_copy(path, previous)
                self.changed.append(path)
                self._lock.announce(name, entry)
            self._pictures.write(pictures)
            write_source(self._root, path, data)
            self.made[name] = path
        self._lock.seeds[name] = entry
        return ()

    def _save_copy(self, path: str, data: bytes) -> None:
        """Save a post that is about to be overwritten, under a free name beside it that ends in `.bak`."""
        backup, number = self._root / f"{path}.bak", 1
        while backup.exists():
            number += 1
            backup = self._root / f"{path}.bak{number}"
        write_whole(backup, data)


def _in_place_of(path: str, data: bytes, article: Article, locked: LockedSeed, settings: Settings) -> Article:
    """The article in place of the seed's present post, at the same address, which depends on the day as written."""
    zone = ZoneInfo(settings.timezone)
    entry = read_post(path, data, zone, raw_html=False, languages=site_languages(settings)).value
    if entry is None:
        return article
    successor = as_successor(article, entry, locked, settings.ingest)
    written = parse_moment(front_value(data, "date"), zone)  # with its own offset, which decides the day in the address
    if written is None or not entry.timed or (not article.timed and not has_clock(written)):
        return replace(successor, date=midnight(entry.day, zone), timed=False)
    return replace(successor, date=written, timed=True)

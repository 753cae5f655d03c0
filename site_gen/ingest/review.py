"""Review: what ingest is unsure of, with its reasons and alternatives, and how an editor settles it.

lock -> posts that need a review -> derive their seeds again -> choose -> one line of the post -> lock
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_gen.indexing.index import url_of
from site_gen.ingest.cache import IngestCache
from site_gen.ingest.derive import derive_seeds
from site_gen.ingest.lock_file import LockFile
from site_gen.ingest.post_digests import PostDigests
from site_gen.ingest.post_index import POSTS, PostIndex, slug_of_name
from site_gen.ingest.probe import probe_files, probed
from site_gen.ingest.seed_files import seed_files
from site_gen.ingest.settle import Choice, ReviewRefused, Settled, entry_of, settle
from site_gen.model.assistance import Assistance
from site_gen.model.post import Entry
from site_gen.model.seed import Article, Cut, Decision
from site_gen.model.settings import Settings
from site_gen.storage.files import read_source
from site_gen.text.did_you_mean import did_you_mean
from site_gen.workers import Jobs, Progress

_T = TypeVar("_T")
_TITLES = 3
"""How many other headlines are offered."""


class ReviewItem(Struct, frozen=True, kw_only=True):
    """A post that needs a review: what is doubtful about it, and the alternatives.

    `titles`, `dates` and `cuts` come from deriving the seed again; a seed that is gone has none (`seed_there`).
    `summaries` and `tag_lists` are other summaries and lists of tags. `assistance` says which of all these are the
    assistant's, and what of its answer was refused.
    """

    post: str
    seed: str
    title: str
    summary: str
    tags: tuple[str, ...]
    date: datetime
    timed: bool
    url: str
    draft: bool
    unsure: tuple[str, ...]
    titles: tuple[str, ...] = ()
    dates: tuple[Decision, ...] = ()
    cuts: tuple[Cut, ...] = ()
    seed_there: bool = True
    summaries: tuple[str, ...] = ()
    tag_lists: tuple[tuple[str, ...], ...] = ()
    assistance: Assistance | None = None


class Review:
    """The posts of a site with their doubts. A caller that settles doubts must hold the site's lock."""

    def __init__(self, root: Path, settings: Settings) -> None:
        self.root, self.settings = root, settings
        self._posts = PostIndex(root)
        self._lock = LockFile(root, self._posts, PostDigests(root))
        self.locked = self._lock.seeds

    def waiting(self) -> tuple[str, ...]:
        """The seeds whose posts need a review, the newest post first, by path."""
        unsure = [name for name, locked in self.locked.items() if locked.unsure]
        waiting = (name for name in unsure if self._lock.doubts_of(name))
        return tuple(sorted(waiting, key=lambda name: self.locked[name].post, reverse=True))

    def find_seed(self, word: str, here: Path) -> str:
        """The seed of the post that `word` names: a path (from the site's root or from `here`), a slug, or a seed."""
        names = {word, _relative_path(self.root, self.root / word), _relative_path(self.root, here / word)}
        posts = {seed: locked.post for seed, locked in self.locked.items() if locked.post}
        for seed, post in posts.items():
            if seed in names or post in names or word in (slug_of_name(post), Path(post).stem):
                return seed
        for name in (*sorted(names), self._posts.of_slug(word)):
            path = self.root / name if name else None
            if path is not None and name.startswith(f"{POSTS}/") and path.is_file():
                return self._seed_of(name)
        choices = [text for seed, post in posts.items() for text in (seed, post, slug_of_name(post))]
        raise ReviewRefused(f"There is no post '{word}'. {did_you_mean(word, choices, 'List them: site-gen review')}")

    def _seed_of(self, post: str) -> str:
        """The seed of a post that the lock has under another name, or not at all."""
        entry = self._entry(post)
        locked = self.locked.get(entry.front.seed) if entry else None
        if entry is None or locked is None or not locked.post:
            raise ReviewRefused(f"{post} was not made by ingest: there is nothing to review.")
        self._lock.post_digest(entry.front.seed)
        return entry.front.seed

    def items(self, seeds: Iterable[str], jobs: Jobs, progress: Progress) -> tuple[ReviewItem, ...]:
        """What is doubtful about the posts of these seeds, which are derived again for this."""
        wanted = tuple(seeds)
        derived = _derived_again(self.root, self.settings, frozenset(wanted), jobs, progress)
        made = ((seed, self._entry(self.locked[seed].post)) for seed in wanted)
        return tuple(self._item(seed, entry, derived.get(seed)) for seed, entry in made if entry is not None)

    def _item(self, seed: str, entry: Entry, article: Article | None) -> ReviewItem:
        locked = self.locked[seed]
        ruled, assistance = article, None
        if article is not None and locked.assistant is not None:
            from site_gen.extract.assistance.apply import with_assistance

            article, assistance = with_assistance(article, locked.assistant, self.settings.ingest.assistant.use)
        offered = tuple(one for one in (assistance, ruled) if one is not None)
        others = (article.title, *article.other_titles) if article else ()
        titles = tuple(dict.fromkeys(title for title in others if title != entry.front.title))
        return ReviewItem(
            post=locked.post,
            seed=seed,
            title=entry.front.title,
            summary=entry.front.summary,
            tags=entry.front.tags,
            date=entry.date,
            timed=entry.timed,
            url=url_of(entry, self.settings),
            draft=entry.front.draft,
            unsure=self._lock.doubts_of(seed),
            titles=titles[:_TITLES],
            dates=article.other_dates if article else (),
            cuts=article.cuts if article else (),
            seed_there=article is not None,
            summaries=_others(entry.front.summary, *(one.summary for one in offered)),
            tag_lists=_others(entry.front.tags, *(_tag_names(one) for one in offered)),
            assistance=assistance,
        )

    def settle(self, seed: str, choice: Choice) -> Settled:
        """Write an editor's decision to the post and the lock."""
        return settle(self.root, self.settings, self._lock, seed, choice)

    def save(self) -> None:
        """Write the lock."""
        self._lock.save()

    def _entry(self, post: str) -> Entry | None:
        try:
            return entry_of(post, read_source(self.root, post), self.settings)
        except FileNotFoundError:
            return None


def _tag_names(made: Article | Assistance) -> tuple[str, ...]:
    return tuple(tag.name for tag in made.tags) if isinstance(made, Article) else made.tags


def _others(present: _T, *choices: _T) -> tuple[_T, ...]:
    """The choices that there are besides the present value, in order."""
    return tuple(dict.fromkeys(choice for choice in choices if choice and choice != present))


def _derived_again(
    root: Path, settings: Settings, seeds: frozenset[str], jobs: Jobs, progress: Progress
) -> Mapping[str, Article]:
    """The articles that ingest now makes of these seeds, where they exist and can be read. Writes nothing."""
    if not seeds:
        return {}
    files = seed_files(root).files
    cache, zone = IngestCache(root), ZoneInfo(settings.timezone)
    facts = probe_files(files, cache.previous_facts(), cache.store, jobs, progress, zone)
    known = probed(files, facts.by_name, cache.store)
    wanted = tuple(file for file in known.files if file.name in seeds)
    derived = derive_seeds(wanted, known, settings, jobs, progress, "derive again", alternatives=True)
    return {one.article.seed: one.article for one in derived if one.article}


def _relative_path(root: Path, path: Path) -> str:
    """A path relative to the site's root; "" for one outside it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError):
        return ""

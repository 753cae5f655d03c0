"""The story of review: what ingest is unsure of, with its reasons and alternatives, and how an editor settles it.

lock -> which posts want a look -> derive their seeds again -> choose -> one line of the post -> lock
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen import crew
from site_gen.crew import Progress
from site_gen.disk.files import read_source, write_source
from site_gen.disk.post_digests import PostDigests
from site_gen.disk.posts import POSTS, PostsAtHand, slug_of_name
from site_gen.disk.seeds import LOCK, load_lock, save_lock, seed_files
from site_gen.indexing.index import url_of
from site_gen.ingest import IngestOptions, prepare_derive, probe_seeds
from site_gen.ingesting.amend import with_line, without_draft, without_line
from site_gen.ingesting.successor import EDITOR
from site_gen.ingesting.yaml_scalar import yaml_item, yaml_scalar
from site_gen.model.lock import SeedLock
from site_gen.model.post import Entry
from site_gen.model.problem import Problem, SiteError
from site_gen.model.seed import Article, Cut, Decision
from site_gen.model.settings import Settings
from site_gen.reading.post import read_post
from site_gen.wording.dates import iso
from site_gen.wording.digest import digest
from site_gen.wording.meant import meant

_TITLES = 3
"""How many other headlines are offered."""


class Look(Struct, frozen=True, kw_only=True):
    """A post that wants a look: what is doubtful about it, and what might be there instead.

    `titles`, `dates` and `cuts` come from deriving the seed again; a seed that is gone has none (`seed_there`).
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


class Choice(Struct, frozen=True, kw_only=True):
    """What an editor decides: another headline, another date (`timed`: with a time of day), or all as it is."""

    title: str = ""
    date: datetime | None = None
    timed: bool = False
    accept: bool = False

    def settles(self, doubt: str) -> bool:
        """Whether it settles a doubt."""
        about = doubt.partition(":")[0]
        return self.accept or (about == "headline" and bool(self.title)) or (about == "date" and self.date is not None)


class Settled(Struct, frozen=True, kw_only=True):
    """What became of a post: the doubts settled and left; `released` from being a draft; the `alias` it got.

    Where it was `edited`, there was nothing left to settle.
    """

    post: str
    settled: tuple[str, ...]
    left: tuple[str, ...]
    released: bool
    edited: bool
    alias: str = ""


class ReviewRefused(Exception):
    """What was asked cannot be done; the message says why, and what to do."""


class Review:
    """The posts of a site with their doubts. Whoever settles any must hold the site's lock."""

    def __init__(self, root: Path, settings: Settings) -> None:
        self.root, self.settings = root, settings
        lock = load_lock(root / LOCK)
        if isinstance(lock, Problem):
            raise SiteError((lock,))
        self.locked = {name: locked for name, locked in lock.seeds.items() if locked.post}
        self._duplicates = {name: locked for name, locked in lock.seeds.items() if not locked.post}
        self._posts = PostsAtHand(root)
        self._digests = PostDigests(root)

    def waiting(self) -> tuple[str, ...]:
        """The seeds whose posts want a look, in the order of the posts' paths, the newest first."""
        unsure = [name for name, locked in self.locked.items() if locked.unsure and self._doubts(name)]
        return tuple(sorted(unsure, key=lambda name: self.locked[name].post, reverse=True))

    def _doubts(self, seed: str) -> tuple[str, ...]:
        return self.locked[seed].doubts_of(self._digest(seed))

    def _digest(self, seed: str) -> str | None:
        """The digest of a seed's post; one that was renamed is found by what it says of its seed."""
        locked = self.locked[seed]
        found = self._digests.of(locked.post)
        if found is None and (renamed := self._posts.of_seed(seed)) is not None:
            self.locked[seed] = replace(locked, post=renamed)
            found = self._digests.of(renamed)
        return found

    def named(self, word: str, here: Path) -> str:
        """The seed of a post that is named by a path (from the site's root or from `here`), its slug, or its seed."""
        names = {word, _within(self.root, self.root / word), _within(self.root, here / word)}
        for seed, locked in self.locked.items():
            if seed in names or locked.post in names or word in (slug_of_name(locked.post), Path(locked.post).stem):
                return seed
        for name in (*sorted(names), self._posts.of_slug(word)):
            path = self.root / name if name else None
            if path is not None and name.startswith(f"{POSTS}/") and path.is_file():
                return self._seed_of(name)
        known = [
            text
            for seed, locked in self.locked.items()
            for text in (seed, locked.post, slug_of_name(locked.post))
            if text
        ]
        raise ReviewRefused(f"There is no post '{word}'. {meant(word, known, 'List them: site-gen review')}")

    def _seed_of(self, post: str) -> str:
        """The seed of a post that the lock knows under another name, or not at all."""
        entry = self._entry(post)
        if entry is None or entry.front.seed not in self.locked:
            raise ReviewRefused(f"{post} was not made by ingest: there is nothing to review.")
        self._digest(entry.front.seed)
        return entry.front.seed

    def looks(self, seeds: Iterable[str], jobs: int | None, progress: Progress) -> tuple[Look, ...]:
        """What is doubtful about the posts of these seeds, which are derived again for it."""
        wanted = tuple(seeds)
        derived = _derived_again(self.root, self.settings, frozenset(wanted), jobs, progress)
        made = ((seed, self._entry(self.locked[seed].post)) for seed in wanted)
        return tuple(self._look(seed, entry, derived.get(seed)) for seed, entry in made if entry is not None)

    def _look(self, seed: str, entry: Entry, article: Article | None) -> Look:
        locked = self.locked[seed]
        others = (article.title, *article.other_titles) if article else ()
        titles = tuple(dict.fromkeys(title for title in others if title != entry.front.title))
        return Look(
            post=locked.post,
            seed=seed,
            title=entry.front.title,
            summary=entry.front.summary,
            tags=entry.front.tags,
            date=entry.date,
            timed=entry.timed,
            url=url_of(entry, self.settings),
            draft=entry.front.draft,
            unsure=self._doubts(seed),
            titles=titles[:_TITLES],
            dates=article.other_dates if article else (),
            cuts=article.cuts if article else (),
            seed_there=article is not None,
        )

    def settle(self, seed: str, choice: Choice) -> Settled:
        """Write what an editor decided into the post, and into the lock, where it outlives every change of the seed."""
        locked, post = self.locked[seed], self.locked[seed].post
        if self._digest(seed) is None:
            raise ReviewRefused(f"{post} is gone. To make it again: site-gen ingest {seed}")
        locked, post = self.locked[seed], self.locked[seed].post
        before = read_source(self.root, post)
        edited = digest(before) != locked.generated
        if edited and (choice.title or choice.date):
            raise ReviewRefused(f"{post} was edited by hand. Change its headline and date there.")
        doubts = () if edited else locked.unsure
        left = tuple(doubt for doubt in doubts if not choice.settles(doubt))
        data, alias = self._with_date(post, self._with_title(before, choice), choice)
        released = locked.held and not left and without_draft(data) != data
        data = without_draft(data) if released else data
        if data != before:
            write_source(self.root, post, data)
        settled = tuple(doubt for doubt in doubts if doubt not in left)
        self.locked[seed] = replace(
            locked,
            generated=locked.generated if edited else digest(data),
            unsure=left,
            accepted=tuple(sorted({*locked.accepted, *settled})),
            title=choice.title or locked.title,
            date_source=EDITOR if choice.date else locked.date_source,
            held=locked.held and bool(left),
        )
        return Settled(post=post, settled=settled, left=left, released=released, edited=edited, alias=alias)

    def save(self) -> None:
        """Write the lock."""
        save_lock(self.root / LOCK, SeedLock(self.locked | self._duplicates))

    def _with_title(self, data: bytes, choice: Choice) -> bytes:
        return with_line(data, "title", yaml_scalar(choice.title)) if choice.title else data

    def _with_date(self, post: str, data: bytes, choice: Choice) -> tuple[bytes, str]:
        """The post under the date that was chosen; where that moves its address, the old one leads to the new one.

        A draft has no address yet that anybody could know.
        """
        if choice.date is None:
            return data, ""
        old = self._read(post, data)
        data = with_line(data, "date", iso(choice.date) if choice.timed else f"{choice.date:%Y-%m-%d}")
        new = self._read(post, data)
        if old is None or new is None or old.front.draft:
            return data, ""
        before, after = url_of(old, self.settings), url_of(new, self.settings)
        aliases = tuple(alias for alias in dict.fromkeys((*old.front.aliases, before)) if alias != after)
        if aliases:
            data = with_line(data, "aliases", f"[{', '.join(map(yaml_item, aliases))}]", after="slug")
        else:
            data = without_line(data, "aliases")
        return data, before if before != after else ""

    def _entry(self, post: str) -> Entry | None:
        try:
            return self._read(post, read_source(self.root, post))
        except FileNotFoundError:
            return None

    def _read(self, post: str, data: bytes) -> Entry | None:
        entry = read_post(post, data, ZoneInfo(self.settings.timezone), False, self.settings.language)
        return entry if isinstance(entry, Entry) else None


def _derived_again(
    root: Path, settings: Settings, seeds: frozenset[str], jobs: int | None, progress: Progress
) -> Mapping[str, Article]:
    """What ingest makes of these seeds today, as far as they are there and can be read. Nothing is written."""
    from site_gen.ingesting.repeats import find_repeats

    if not seeds:
        return {}
    files = seed_files(root, ()).files
    probes = probe_seeds(root, files, IngestOptions(jobs=jobs), progress, None, save=False)
    repeats = find_repeats(probes[file.name].edges for file in files)
    wanted = tuple(file for file in files if file.name in seeds)

    def done(count: int) -> None:
        progress("derive again", count, len(wanted))

    derived = crew.run(partial(prepare_derive, settings, repeats), wanted, jobs, lambda file: file.name, done=done)
    return {one.article.seed: one.article for one in derived if one.article}


def _within(root: Path, path: Path) -> str:
    """A path from the site's root; "" for one that lies elsewhere."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError):
        return ""

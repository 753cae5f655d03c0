"""Read, update and write seeds.lock, in a form in which the changes of two editors merge."""

import re
import time
from collections import ChainMap
from collections.abc import Container, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_gen.ingest.locked_seeds import LockedSeeds
from site_gen.ingest.post_digests import PostDigests
from site_gen.ingest.post_index import PostIndex
from site_gen.model.lock import LockedSeed, SeedLock
from site_gen.model.problem import Problem, SiteError
from site_gen.storage.files import read_source, write_pieces_if_different, write_whole_pieces
from site_gen.storage.journal import Journal

LOCK = "seeds.lock"
STATE = ".site_gen"
REWRITTEN = f"{STATE}/rewritten.cache"
SAVED_EVERY = 10.0  # seconds; writing 100,000 lines takes half of one
_A_POST = re.compile(r"content/posts/[^\\\0]+\.md")
_A_PICTURE = re.compile(r"content/images/[^\\\0]+\.(?:gif|jpg|png|svg|webp)")


class LockFile:
    """seeds.lock: `seeds` are its entries by the names of the seeds; `save` writes them.

    Where memory `is_lean` the entries are on disk meanwhile. `adopted` are entries for posts of which nothing is
    known until they are compared; they are not written before, or a run that is killed would leave them as they are.
    Where a run was killed after it wrote over a post, the entry is the one that it had announced.

    Raises `SiteError` where it cannot be read.
    """

    def __init__(self, root: Path, posts: PostIndex, digests: PostDigests, is_lean: bool = False) -> None:
        self._path, self._posts, self._digests = root / LOCK, posts, digests
        lock = load_lock(self._path)
        if isinstance(lock, Problem):
            raise SiteError((lock,))
        self.seeds = LockedSeeds(lock.seeds, is_lean, root / STATE)
        self.adopted: dict[str, LockedSeed] = {}
        self._journal = Journal(root / REWRITTEN)
        for row in self._journal.rows:
            self._take_up(*msgspec.json.decode(row, type=tuple[str, LockedSeed]))
        self._saved = time.monotonic()

    def post_digest(self, seed: str) -> str | None:
        """The current digest of a seed's post; a renamed post is found by the seed in its front matter."""
        locked = self.seeds[seed]
        found = self._digests.of(locked.post)
        if found is None and (renamed := self._posts.of_seed(seed)) is not None:
            self.seeds[seed] = replace(locked, post=renamed)
            found = self._digests.of(renamed)
        return found

    def announce(self, seed: str, locked: LockedSeed) -> None:
        """Note what the entry will be when a post is written over: after a kill, only this tells it from one edited."""
        self._journal.add(msgspec.json.encode((seed, locked)))

    def _take_up(self, seed: str, locked: LockedSeed) -> None:
        if seed in self.seeds and self._digests.of(locked.post) == locked.generated:
            self.seeds[seed] = locked

    def entries(self) -> Mapping[str, LockedSeed]:
        """All entries, with the adopted ones."""
        return ChainMap(self.seeds, self.adopted) if self.adopted else self.seeds

    def doubts_of(self, seed: str) -> tuple[str, ...]:
        """The unsettled doubts about a seed's post; none if it was edited."""
        return self.seeds[seed].doubts_of(self.post_digest(seed))

    def drop_settled(self, written: Container[str]) -> dict[str, tuple[str, ...]]:
        """The unsettled doubts by post; those about posts that were edited or removed are dropped.

        The posts of seeds in `written` were just generated, so they are not edited.
        """
        unsure = {}
        reasons: dict[tuple[str, ...], tuple[str, ...]] = {}  # many posts have the same, which are in memory once
        for name in self.seeds.unsure():
            if name in written or self.doubts_of(name):
                locked = self.seeds[name]
                unsure[locked.post] = reasons.setdefault(locked.unsure, locked.unsure)
            else:
                self.seeds[name] = replace(self.seeds[name], unsure=())
        return unsure

    def save(self) -> None:
        """Write seeds.lock."""
        _save_lines(self._path, self.seeds)
        self._is_saved()

    def save_meanwhile(self) -> None:
        """Write seeds.lock if that is some seconds ago, so that the next ingest knows what one that is killed made."""
        if time.monotonic() - self._saved >= SAVED_EVERY:
            write_whole_pieces(self._path, self.seeds.pieces())
            self._is_saved()

    def _is_saved(self) -> None:
        self._journal.clear()
        self._saved = time.monotonic()


def load_lock(path: Path) -> SeedLock | Problem:
    """The lock, empty where there is no file; a problem where it cannot be read, since guessing could lose edits."""
    try:
        data = read_source(path.parent, path.name)
    except FileNotFoundError:
        return SeedLock()
    if not data.strip():
        return SeedLock()
    try:
        lock = msgspec.json.decode(data, type=SeedLock)
        return _misplaced(path.name, lock, data) or lock
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        hint = "Fix it, or restore the version of your last commit: it records which posts were edited."
        rows = data.decode("utf-8", "replace").split("\n")
        mark = next(
            (number for number, row in enumerate(rows) if row.startswith(("<<<<<<<", "=======", ">>>>>>>"))), -1
        )
        if mark >= 0:
            keep = "Keep the lines of both sides, one per seed, and remove the markers."
            return Problem(path.name, mark + 1, 1, "Unresolved merge conflict.", keep, rows[mark])
        return Problem(path.name, 1, 1, f"This file cannot be read: {error}.", hint)


def _misplaced(name: str, lock: SeedLock, data: bytes) -> Problem | None:
    """The problem of a lock that names a post or picture elsewhere: ingest would read that file, and write to it."""
    for locked in lock.seeds.values():
        bad = "" if not locked.post or _is_place(_A_POST, locked.post) else locked.post
        picture = next((path for path in locked.pictures if not _is_place(_A_PICTURE, path)), "")
        if bad or picture:
            rows = data.decode("utf-8", "replace").split("\n")
            line = next((number for number, row in enumerate(rows, 1) if (bad or picture) in row), 1)
            what = f"'{bad}' is not a post of this site." if bad else f"'{picture}' is not a picture of this site."
            return Problem(name, line, 1, what, "Remove the line, or restore the version of your last commit.")
    return None


def _is_place(pattern: re.Pattern[str], path: str) -> bool:
    return pattern.fullmatch(path) is not None and not any(part.startswith(".") for part in path.split("/"))


def save_lock(path: Path, lock: SeedLock) -> None:
    """Write the lock with one line for each seed, sorted by name, so that the changes of two editors merge."""
    _save_lines(path, LockedSeeds(lock.seeds))


def _save_lines(path: Path, seeds: LockedSeeds) -> None:
    write_pieces_if_different(path, seeds.pieces)

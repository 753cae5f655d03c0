"""What ingest does with each seed, according to seeds.lock and its post."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_gen.ingest.ingested import IngestOptions
from site_gen.ingest.lock_file import LockFile
from site_gen.ingest.post_index import PostIndex
from site_gen.ingest.probe import Probe
from site_gen.ingest.seed_files import SeedFile
from site_gen.model.lock import LockedSeed
from site_gen.model.problem import Problem
from site_gen.model.seed import Duplicate

SeedAction = Literal["create", "adopt", "update", "replace", "ask", "keep"]
"""create: make its post. adopt: compare with the post that exists but is not in the lock. update: the seed changed, and
nobody edited the post. replace: the post was edited, and --take was given. ask: it was edited, and a person must
choose. keep: nothing to do."""


class Decisions(Struct, frozen=True):
    """The action for each seed, by name; `notices` report the seeds that a person must decide about."""

    actions: dict[str, SeedAction]
    notices: tuple[Problem, ...] = ()

    def waiting(self, files: Iterable[SeedFile], copies: Mapping[str, Duplicate]) -> Iterator[SeedFile]:
        """The seeds to derive, without duplicates, which have no post."""
        idle = ("keep", "ask")
        return (file for file in files if self.actions[file.name] not in idle and file.name not in copies)


def decide(
    root: Path, probes: Mapping[str, Probe], lock: LockFile, posts: PostIndex, options: IngestOptions
) -> Decisions:
    """The action for each probed seed. Renamed seeds and posts are updated in the lock."""
    actions: dict[str, SeedAction] = {}
    notices = []
    removed = _Removed(root, lock, probes)
    for name, probe in probes.items():
        action = _action_for(name, probe, lock, posts, options, removed)
        if action == "ask" and options.take:
            action = "replace"
        elif action == "ask" and options.keep:
            lock.seeds[name] = replace(lock.seeds[name], seed=probe.digest)
            action = "keep"
        elif action == "ask":
            notices.append(_conflict(name, lock.seeds[name].post))
        actions[name] = action
    return Decisions(actions, tuple(notices))


def _action_for(
    name: str, probe: Probe, lock: LockFile, posts: PostIndex, options: IngestOptions, removed: "_Removed"
) -> SeedAction:
    seed = probe.digest
    locked = lock.seeds.get(name)
    if locked is None and (post := posts.of_seed(name)):
        # The lock was lost, or a killed run never wrote it: a post that is not as its seed makes it counts as edited.
        lock.adopted[name] = LockedSeed(seed, post, "")
        return "adopt"
    if locked is None and (previous_name := removed.take(seed)):
        locked = lock.seeds[name] = lock.seeds.pop(previous_name)
    if locked is None:
        return "create"
    named = not {name, name.removesuffix(f"#{probe.part}")}.isdisjoint(options.paths)
    if locked.seed == seed and not options.again and not named:
        return "keep"  # without reading the post: there may be thousands
    post_digest = lock.post_digest(name) if locked.post else None
    return seed_action(locked, seed, post_digest, named=named, again=options.again)


class _Removed:
    """The locked seeds of which there is no file any more, by the digest of their bytes."""

    def __init__(self, root: Path, lock: LockFile, probes: Mapping[str, Probe]) -> None:
        self._root, self._lock, self._probes = root, lock, probes
        self._names: dict[str, list[str]] | None = None

    def take(self, seed: str) -> str:
        """The name that a seed with these bytes had before it was renamed, once each; "" without any."""
        if self._names is None:
            self._names = {}
            for name in self._lock.seeds:
                if name not in self._probes:
                    self._names.setdefault(self._lock.seeds[name].seed, []).append(name)
        names = self._names.get(seed, [])
        gone = next((name for name in names if not (self._root / name).exists()), "")
        if gone:
            names.remove(gone)
        return gone


def seed_action(locked: LockedSeed, seed: str, post: str | None, *, named: bool, again: bool) -> SeedAction:
    """The action for a seed with digest `seed` whose post's file has digest `post` (None: there is no post).

    A post that was removed by hand stays removed, unless its seed is `named`; with `again`, posts that nobody edited
    are made from scratch.
    """
    changed = locked.seed != seed
    if (changed and locked.duplicate_of) or (named and locked.post and post is None):
        return "create"
    if post is None or not (changed or again):
        return "keep"
    if post == locked.generated:
        return "update"
    return "ask" if changed else "keep"


def without_published(
    duplicates: Iterable[Duplicate], locked: Mapping[str, LockedSeed], with_posts: bool
) -> dict[str, Duplicate]:
    """The duplicates by the names of their seeds; unless `with_posts`, none of them has a post yet."""
    result: dict[str, Duplicate] = {}
    for duplicate in duplicates:
        mine, theirs = locked.get(duplicate.seed), locked.get(duplicate.of)
        if mine is not None and mine.post and not with_posts:
            if theirs is None:  # the fuller copy came later: the address that is published stays
                result[duplicate.of] = Duplicate(
                    duplicate.of, duplicate.seed, duplicate.why + "; the other is published"
                )
            continue
        result[duplicate.seed] = duplicate
    return {name: duplicate for name, duplicate in result.items() if duplicate.of not in result}


def _conflict(seed: str, post: str) -> Problem:
    """The notice for a seed that changed after its post was edited, with both choices."""
    return Problem(
        seed,
        0,
        0,
        f"The seed changed, but its post {post} was edited by hand and stays as it is.",
        f"Keep the post: site-gen ingest --keep {seed}. Take the seed: site-gen ingest --take {seed} "
        "(the edited post is saved beside it as .bak).",
    )

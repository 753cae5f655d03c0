"""Ingest: seeds on disk become posts in content/posts/, and nothing that a person wrote is lost.

list -> probe (digest, sketch, edges) -> decide -> derive -> write (-> ask an assistant) -> lock
"""

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from site_gen.ingest.assist import assist, with_kept_answer
from site_gen.ingest.cache import IngestCache
from site_gen.ingest.decide import decide, without_published
from site_gen.ingest.derive import derive_seeds
from site_gen.ingest.ignored import ignored_notices
from site_gen.ingest.ingested import Ingested, IngestOptions
from site_gen.ingest.languages import language_notices
from site_gen.ingest.lock_file import LockFile
from site_gen.ingest.packed import in_order
from site_gen.ingest.probe import probe_files, probed
from site_gen.ingest.seed_files import SeedFile
from site_gen.ingest.write import PostWriter
from site_gen.model.lock import LockedSeed
from site_gen.model.problem import Problem, raise_problems
from site_gen.model.seed import Article
from site_gen.model.settings import Settings
from site_gen.workers import Progress

__all__ = ["IngestCache", "IngestOptions", "Ingested", "ingest"]


def ingest(
    root: Path,
    settings: Settings,
    options: IngestOptions,
    progress: Progress = lambda *_: None,
    cache: IngestCache | None = None,
) -> Ingested:
    """Ingest new and changed seeds. A dry run writes nothing and derives every seed.

    `cache` is what an earlier ingest in this process kept.
    """
    cache = cache or IngestCache(root, reused=False)
    folder = cache.folder(options.paths)
    raise_problems(folder.problems + (() if options.dry_run else _outside_seeds(folder.files)))
    lock = LockFile(root, cache.posts, cache.digests, cache.store.is_lean)
    ingested = Ingested()
    if folder.files or lock.seeds:
        work = _derive_all if options.dry_run else _ingest_seeds
        ingested = work(root, settings, options, progress, folder.files, lock, cache)
    return replace(
        ingested,
        problems=ingested.problems + folder.misnamed,
        notices=ingested.notices + ignored_notices(folder.ignored),
        ignored=folder.ignored,
    )


def _outside_seeds(files: Sequence[SeedFile]) -> tuple[Problem, ...]:
    hint = "Copy it there; or look at it with --dry-run."
    outside = (file for file in files if not file.name.startswith("seeds/"))
    return tuple(Problem(file.name, 0, 0, "This file is not below seeds/.", hint) for file in outside)


def _ingest_seeds(
    root: Path,
    settings: Settings,
    options: IngestOptions,
    progress: Progress,
    files: Sequence[SeedFile],
    lock: LockFile,
    cache: IngestCache,
) -> Ingested:
    """Write the posts of new and changed seeds, and in any case the lock."""
    known = cache.probes(files, options, progress, ZoneInfo(settings.timezone))
    files, probes = known.files, known.probes
    decided = decide(root, probes, lock, cache.posts, options)
    new = [name for name, action in decided.actions.items() if action == "create"]
    duplicates = without_published(cache.duplicates(known), lock.entries(), with_posts=False) if new else {}
    copies = tuple(duplicates[name] for name in new if name in duplicates)
    for copy in copies:
        lock.seeds[copy.seed] = LockedSeed(probes[copy.seed].digest, duplicate_of=copy.of)
    waiting = in_order(SeedFile, decided.waiting(files, duplicates), cache.store.is_lean)
    writer, problems = PostWriter(root, settings, lock, cache.posts, probes), list(known.problems)
    guessed: list[str] = []
    try:
        derived = derive_seeds(waiting, known, settings, options.jobs, progress, far=options.far(root))
        for file, one in zip(waiting, derived, strict=True):
            problems += one.problems
            if one.article is not None:
                guessed += [file.name] if one.article.language_guessed else []
                article = with_kept_answer(one.article, lock, settings)
                problems += writer.write(article, decided.actions[file.name])
                lock.save_meanwhile()
        assisted = assist(known, settings, options, lock, writer, progress)
        unsure = lock.drop_settled(writer.made)
        cache.digests.save()
    finally:
        lock.save()
    return Ingested(
        new=tuple(writer.new),
        changed=tuple(writer.changed),
        kept=writer.kept + sum(1 for action in decided.actions.values() if action == "keep"),
        made=writer.made,
        duplicates=copies,
        problems=tuple(problems),
        notices=decided.notices + language_notices(guessed) + assisted.notices,
        unsure=unsure,
        assisted=assisted,
    )


def _derive_all(
    root: Path,
    settings: Settings,
    options: IngestOptions,
    progress: Progress,
    files: Sequence[SeedFile],
    lock: LockFile,
    cache: IngestCache,
) -> Ingested:
    """Derive every seed, including duplicates, and write nothing."""
    zone, far = ZoneInfo(settings.timezone), options.far(root)
    facts = probe_files(files, {}, cache.store, options.jobs, progress, zone, far)
    known = probed(files, facts.by_name, cache.store)
    copies = without_published(cache.duplicates(known), lock.seeds, with_posts=True)
    derived = tuple(derive_seeds(known.files, known, settings, options.jobs, progress, alternatives=True, far=far))
    articles: tuple[Article, ...] = tuple(one.article for one in derived if one.article)
    problems = known.problems + tuple(problem for one in derived for problem in one.problems)
    guessed = [article.seed for article in articles if article.language_guessed]
    return Ingested(
        articles=articles,
        duplicates=tuple(copies[name] for name in sorted(copies)),
        problems=problems,
        notices=language_notices(guessed),
    )

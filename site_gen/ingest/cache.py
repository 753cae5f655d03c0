"""What is known of seeds and posts from one ingest to the next, in a process and on disk."""

from collections.abc import Iterable
from pathlib import Path

from site_gen.extract.duplicate_index import DuplicateIndex
from site_gen.ingest.ingested import IngestOptions
from site_gen.ingest.post_digests import PostDigests
from site_gen.ingest.post_index import PostIndex
from site_gen.ingest.probe import Probe, probe_seeds
from site_gen.ingest.seed_files import SeedFile, SeedFolder, seed_files
from site_gen.model.ledger import Stamp
from site_gen.model.seed import Duplicate
from site_gen.storage.fact_cache import load_facts, save_facts
from site_gen.workers import Progress

CACHE = ".site_gen/seeds.cache"


class IngestCache:
    """What an ingest found out; a process that keeps it for the next one must `look` before each."""

    def __init__(self, root: Path) -> None:
        self.posts = PostIndex(root)
        self.digests = PostDigests(root)
        self._root = root
        self._folder: SeedFolder | None = None
        self._probes: dict[str, Probe] = {}
        self._duplicates = DuplicateIndex()

    def look(self, posts: Iterable[tuple[str, Stamp]], touched: Iterable[str] | None) -> None:
        """Take the posts as they are, and the seeds: only those that were touched may have changed (None: any)."""
        self.posts.look(posts)
        if self._folder is not None:
            self._folder = None if touched is None else seed_files(self._root, (), self._folder, touched)

    def warm(self) -> None:
        """Find out what the next ingest would have to find out first, as far as it is known what the seeds are."""
        from site_gen.extract import article, compose, repeats  # noqa: F401
        from site_gen.extract.names.gazetteer import load_gazetteer

        load_gazetteer(())
        self.posts.of_seed("")
        self.duplicates(self.known_probes())

    def folder(self, paths: tuple[str, ...]) -> SeedFolder:
        """What lies in `seeds/`, or at these paths, which are looked at each time."""
        if paths:
            return seed_files(self._root, paths)
        if self._folder is None:
            self._folder = seed_files(self._root)
        return self._folder

    def probes(self, files: tuple[SeedFile, ...], options: IngestOptions, progress: Progress) -> dict[str, Probe]:
        """A probe of each seed; what a look at single seeds does not concern is kept for the next one at all."""
        known = self.known_probes()
        probes = probe_seeds(files, known, options.jobs, progress)
        self._probes = known | probes if options.paths else probes
        if any(known.get(name) is not probe for name, probe in probes.items()):
            save_facts(self._root / CACHE, self._probes)
        return probes

    def duplicates(self, probes: dict[str, Probe]) -> tuple[Duplicate, ...]:
        """Which of the seeds that were probed say what another one says."""
        return self._duplicates.find({name: probe.sketch for name, probe in probes.items()})

    def known_probes(self) -> dict[str, Probe]:
        """What is known of seeds that nobody has looked at now."""
        self._probes = self._probes or load_facts(self._root / CACHE, Probe)
        return self._probes

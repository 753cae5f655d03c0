"""What ingest keeps about seeds and posts for its next run, in memory and on disk."""

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
    """The results of an ingest; a process that reuses them must call `update` before each ingest."""

    def __init__(self, root: Path) -> None:
        self.posts = PostIndex(root)
        self.digests = PostDigests(root)
        self._root = root
        self._folder: SeedFolder | None = None
        self._probes: dict[str, Probe] = {}
        self._duplicates = DuplicateIndex()

    def update(self, posts: Iterable[tuple[str, Stamp]], touched: Iterable[str] | None) -> None:
        """Set the current posts; of the seeds, only the touched ones may have changed (None: any)."""
        self.posts.update(posts)
        if self._folder is not None:
            self._folder = None if touched is None else seed_files(self._root, (), self._folder, touched)

    def warm(self) -> None:
        """Do the work that the next ingest would do first, as far as the seeds are known already."""
        from site_gen.extract import article, compose, repeats  # noqa: F401
        from site_gen.extract.names.gazetteer import load_gazetteer

        load_gazetteer(())
        self.posts.of_seed("")
        self.duplicates(self.previous_probes())

    def folder(self, paths: tuple[str, ...]) -> SeedFolder:
        """The files in `seeds/`, or at these paths, which are read again each time."""
        if paths:
            return seed_files(self._root, paths)
        if self._folder is None:
            self._folder = seed_files(self._root)
        return self._folder

    def probes(self, files: tuple[SeedFile, ...], options: IngestOptions, progress: Progress) -> dict[str, Probe]:
        """A probe of each seed; the probes of seeds that were not asked for are kept for the next ingest."""
        previous = self.previous_probes()
        probes = probe_seeds(files, previous, options.jobs, progress)
        self._probes = previous | probes if options.paths else probes
        if any(previous.get(name) is not probe for name, probe in probes.items()):
            save_facts(self._root / CACHE, self._probes)
        return probes

    def duplicates(self, probes: dict[str, Probe]) -> tuple[Duplicate, ...]:
        """The probed seeds that are duplicates of others."""
        return self._duplicates.find({name: probe.sketch for name, probe in probes.items()})

    def previous_probes(self) -> dict[str, Probe]:
        """The probes of the previous ingest, in this process or on disk."""
        self._probes = self._probes or load_facts(self._root / CACHE, Probe)
        return self._probes

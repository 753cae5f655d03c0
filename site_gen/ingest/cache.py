"""What ingest keeps about seeds and posts for its next run, in memory and on disk."""

from collections.abc import Iterable
from datetime import tzinfo
from pathlib import Path

from site_gen.extract.duplicate_index import DuplicateIndex
from site_gen.ingest.ingested import IngestOptions
from site_gen.ingest.post_digests import PostDigests
from site_gen.ingest.post_index import PostIndex
from site_gen.ingest.probe import FileProbe, Probe, Probed, probe_files, probed, probes_of
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
        self._facts: dict[str, FileProbe] = {}
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
        self.duplicates(probes_of(self.previous_facts()))

    def folder(self, paths: tuple[str, ...]) -> SeedFolder:
        """The files in `seeds/`, or at these paths, which are read again each time."""
        if paths:
            return seed_files(self._root, paths)
        if self._folder is None:
            self._folder = seed_files(self._root)
        return self._folder

    def probes(self, files: tuple[SeedFile, ...], options: IngestOptions, progress: Progress, zone: tzinfo) -> Probed:
        """The seeds in these files, each with a probe; facts about other files are kept for the next ingest."""
        previous = self.previous_facts()
        facts = probe_files(files, previous, options.jobs, progress, zone, options.far(self._root))
        self._facts = previous | facts if options.paths else facts
        if any(previous.get(name) is not fact for name, fact in facts.items()):
            save_facts(self._root / CACHE, self._facts)
        return probed(files, facts)

    def duplicates(self, probes: dict[str, Probe]) -> tuple[Duplicate, ...]:
        """The probed seeds that are duplicates of others."""
        return self._duplicates.find({name: probe.sketch for name, probe in probes.items()})

    def previous_facts(self) -> dict[str, FileProbe]:
        """What the previous ingest knew of each file, in this process or on disk."""
        self._facts = self._facts or load_facts(self._root / CACHE, FileProbe)
        return self._facts

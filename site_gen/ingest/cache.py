"""What ingest keeps about seeds and posts for its next run, in memory and on disk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import tzinfo
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_gen.extract.duplicate_index import DuplicateIndex
from site_gen.extract.duplicates_once import duplicates_once
from site_gen.ingest.ingested import IngestOptions
from site_gen.ingest.lock_file import STATE
from site_gen.ingest.packed import Packed, by_name
from site_gen.ingest.post_digests import PostDigests
from site_gen.ingest.post_index import PostIndex
from site_gen.ingest.probe import FileProbe, Probed, all_probed, probe_files, probed, stored, with_traits
from site_gen.ingest.seed_files import SeedFile, SeedFolder, seed_files
from site_gen.ingest.traits import TraitStore
from site_gen.model.ledger import Stamp
from site_gen.model.seed import Duplicate
from site_gen.storage.state_file import Damaged, open_sections, write_sections
from site_gen.workers import Progress

CACHE = f"{STATE}/seeds.cache"
_SECTION = 512  # files


class IngestCache:
    """The results of an ingest; a process that reuses them must call `update` before each ingest.

    One that is not `reused` forgets what only another ingest would need.
    """

    def __init__(self, root: Path, reused: bool = True) -> None:
        self.posts = PostIndex(root)
        self.digests = PostDigests(root)
        self.store = TraitStore(is_lean=not reused, folder=root / STATE)
        self._root, self._reused = root, reused
        self._folder: SeedFolder | None = None
        self._facts: Mapping[str, FileProbe] = {}
        self._index: DuplicateIndex | None = None

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
        self.store.stay_in_memory()
        self._index = DuplicateIndex()
        self.duplicates(all_probed(self.previous_facts(), self.store))

    def folder(self, paths: tuple[str, ...]) -> SeedFolder:
        """The files in `seeds/`, or at these paths, which are read again each time."""
        if paths:
            return seed_files(self._root, paths)
        if not self._reused:
            found = seed_files(self._root)
            return replace(found, files=Packed(SeedFile, found.files), listing={})
        if self._folder is None:
            self._folder = seed_files(self._root)
        return self._folder

    def probes(self, files: Sequence[SeedFile], options: IngestOptions, progress: Progress, zone: tzinfo) -> Probed:
        """The seeds in these files, each with a probe; facts about other files are kept for the next ingest."""
        previous = self.previous_facts()
        far = options.far(self._root)
        facts = probe_files(files, previous, self.store, options.jobs, progress, zone, far)
        self._facts = {**previous, **facts.by_name} if options.paths else facts.by_name
        if facts.are_new:
            _save(self._root / CACHE, self._facts, self.store)
        if not self._reused:
            self._facts = {}
        return probed(files, facts.by_name, self.store)

    def duplicates(self, known: Probed) -> tuple[Duplicate, ...]:
        """The probed seeds that are duplicates of others."""
        if self._index is None:
            return duplicates_once(known.probes, known.sketch_of)
        return self._index.find({name: known.sketch_of(name) for name in known.probes})

    def previous_facts(self) -> Mapping[str, FileProbe]:
        """What the previous ingest knew of each file, in this process or on disk."""
        self._facts = self._facts or _load(self._root / CACHE, self.store)
        return self._facts


def _load(path: Path, store: TraitStore) -> Mapping[str, FileProbe]:
    """The facts that are kept in a file; none where it cannot be read to its end."""
    try:
        return by_name(FileProbe, _read(path, store), store.is_lean)
    except (Damaged, msgspec.MsgspecError, ValueError, RecursionError):
        return {}


def _read(path: Path, store: TraitStore) -> Iterator[tuple[str, FileProbe]]:
    sections = open_sections(path, path.name)
    if sections is None:
        return
    with closing(sections):
        for number in range(len(sections)):
            for name, fact in msgspec.msgpack.decode(sections[number], type=dict[str, FileProbe]).items():
                yield name, stored(fact, store)


def _save(path: Path, facts: Mapping[str, FileProbe], store: TraitStore) -> None:
    """Keep facts for the next run, some hundreds at a time."""
    names = list(facts)
    shares = (names[start : start + _SECTION] for start in range(0, len(names), _SECTION))
    sections = ({name: with_traits(facts[name], store) for name in share} for share in shares)
    write_sections(path, path.name, map(msgspec.msgpack.encode, sections))

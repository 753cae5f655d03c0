"""What can be known of a seed without deriving its article: digest, sketch, and the lines at its edges."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, tzinfo
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from site_gen import workers
from site_gen.extract.duplicates import Sketch
from site_gen.extract.text import Edges, Line
from site_gen.ingest.far_seeds import FarSeeds
from site_gen.ingest.packed import by_name, in_order
from site_gen.ingest.seed_files import SeedFile
from site_gen.ingest.seed_texts import PlainText, read_texts
from site_gen.ingest.traits import Traits, TraitStore, packed
from site_gen.model.ledger import Stamp
from site_gen.model.problem import Problem
from site_gen.storage.program import program_digest
from site_gen.workers import Jobs, Progress


class Probe(Struct, frozen=True, array_like=True, gc=False):
    """The facts about a seed. `part` names the text in a file of several.

    Its traits are here, packed, on their way to the process or the file that keeps them; there they have a `number`.
    """

    digest: str
    number: int = -1
    traits: bytes = b""
    part: str = ""


class FileProbe(Struct, frozen=True, gc=False):
    """The facts about the seeds in a file, with the stamps and the version of the rules for which they are valid.

    A file that cannot be read has no seeds, and problems.
    """

    stamp: Stamp
    sidecar_stamp: Stamp
    rules: str
    seeds: tuple[Probe, ...] = ()
    problems: tuple[Problem, ...] = ()


class FileFacts(Struct, frozen=True):
    """The facts about some files, by name, and whether any of them were not known before."""

    by_name: Mapping[str, FileProbe]
    are_new: bool


class Probed(Struct, frozen=True):
    """The seeds in some files in the order of names, each with its probe, and the problems of files without any."""

    files: Sequence[SeedFile]
    probes: Mapping[str, Probe]
    store: TraitStore
    problems: tuple[Problem, ...] = ()

    def sketch_of(self, name: str) -> Sketch:
        """The sketch of a seed."""
        return self.store.of(self.probes[name].number).sketch

    def edges(self) -> Iterator[Edges]:
        """The lines at the edges of each seed."""
        return (self.store.of(probe.number).edges for probe in self.probes.values())


def probed(files: Iterable[SeedFile], facts: Mapping[str, FileProbe], store: TraitStore) -> Probed:
    """The seeds in these files, by facts that are known of each."""
    problems: list[Problem] = []

    def seeds() -> Iterator[tuple[SeedFile, Probe]]:
        for file in files:
            for probe in sorted(facts[file.name].seeds, key=lambda probe: probe.part):
                if file.wants(probe.part):
                    yield file if not probe.part else replace(file, name=file.named(probe.part), part=probe.part), probe

    for file in files:
        problems += facts[file.name].problems
    return Probed(
        in_order(SeedFile, (seed for seed, _ in seeds()), store.is_lean),
        by_name(Probe, ((seed.name, probe) for seed, probe in seeds()), store.is_lean),
        store,
        tuple(problems),
    )


def all_probed(facts: Mapping[str, FileProbe], store: TraitStore) -> Probed:
    """All seeds in these files, without the files themselves."""
    probes = {
        f"{name}#{probe.part}" if probe.part else name: probe for name, file in facts.items() for probe in file.seeds
    }
    return Probed((), probes, store)


def probe_files(
    files: Sequence[SeedFile],
    previous: Mapping[str, FileProbe],
    store: TraitStore,
    jobs: Jobs,
    progress: Progress,
    zone: tzinfo = UTC,
    far: FarSeeds | None = None,
) -> FileFacts:
    """The facts about each file, by name; the `previous` ones of unchanged files are reused. Traits are in the `store`.

    They do not depend on the `zone`, with which the files are read, so that they need not be read again.
    """
    rules = program_digest()

    def known(file: SeedFile) -> FileProbe | None:
        fact, current = previous.get(file.name), (file.stamp, file.sidecar_stamp, rules)
        return fact if fact is not None and (fact.stamp, fact.sidecar_stamp, fact.rules) == current else None

    waiting = in_order(tuple[SeedFile, ...], ((file,) for file in files if known(file) is None), store.is_lean)
    if waiting and far is None:
        from site_gen.extract import boilerplate  # noqa: F401 - once, before there are workers

    def done(count: int) -> None:
        progress("read seeds", count, len(waiting))

    prepare = partial(_prepare, rules, zone)
    if far is not None:
        new = far.work(prepare, waiting, _lost, done)
    else:
        new = workers.run(prepare, waiting, jobs, lambda group: group[0].name, done=done)

    def found(file: SeedFile) -> FileProbe:
        if fact := known(file):
            return fact
        if old := previous.get(file.name):
            store.forget(probe.number for probe in old.seeds)
        return stored(_with_stamps_of(file, next(new), rules), store)

    names = (file.name for file in files)
    facts = by_name(FileProbe, zip(names, map(found, files), strict=True), store.is_lean)
    next(new, None)  # there is no other: the workers end
    return FileFacts(facts, bool(waiting))


def _with_stamps_of(file: SeedFile, fact: FileProbe, rules: str) -> FileProbe:
    """The same fact with objects that are in memory already."""
    return replace(fact, stamp=file.stamp, sidecar_stamp=file.sidecar_stamp, rules=fact.rules and rules)


def stored(fact: FileProbe, store: TraitStore) -> FileProbe:
    """A fact whose traits are in the store."""
    seeds = tuple(replace(probe, number=store.add(probe.traits), traits=b"") for probe in fact.seeds)
    return replace(fact, seeds=seeds)


def with_traits(fact: FileProbe, store: TraitStore) -> FileProbe:
    """A fact that has its traits with it."""
    seeds = tuple(replace(probe, number=-1, traits=store.packed(probe.number)) for probe in fact.seeds)
    return replace(fact, seeds=seeds)


def _prepare(rules: str, zone: tzinfo) -> Callable[[tuple[SeedFile, ...]], FileProbe]:
    return lambda files: _probe(rules, zone, files[0])


def _lost(files: tuple[SeedFile, ...], problem: Problem) -> FileProbe:
    """What is known of a file that kills whoever reads it; without rules, so that the next ingest tries again."""
    return FileProbe(files[0].stamp, files[0].sidecar_stamp, "", (), (problem,))


def _probe(rules: str, zone: tzinfo, file: SeedFile) -> FileProbe:
    read = read_texts(file, zone)
    if read.value is None:
        return FileProbe(file.stamp, file.sidecar_stamp, rules, (), read.problems)
    if isinstance(read.value, PlainText):
        seeds: tuple[Probe, ...] = (_seed_probe(_plain_lines(file, read.value), read.value.digest),)
    else:
        pairs = zip(read.value.texts, read.value.digests, strict=True)
        seeds = tuple(_seed_probe(_marked_lines(one.text), digest, one.part) for one, digest in pairs)
    return FileProbe(file.stamp, file.sidecar_stamp, rules, seeds, read.problems)


def _plain_lines(file: SeedFile, plain: PlainText) -> tuple[Line, ...]:
    from site_gen.extract.clean import clean
    from site_gen.parsing.header import read_header

    header = read_header(file.name, plain.text, UTC)
    cleaned = clean("\n".join(plain.text.split("\n")[header.lines :]))
    return tuple(Line(number, line) for number, line in enumerate(cleaned.split("\n"), header.lines + 1))


def _marked_lines(text: str) -> tuple[Line, ...]:
    from site_gen.extract.marked.read import read_markdown

    return read_markdown(text).lines


def _seed_probe(lines: tuple[Line, ...], digest: str, part: str = "") -> Probe:
    from site_gen.extract.boilerplate import cut_boilerplate
    from site_gen.extract.duplicates import sketch
    from site_gen.extract.paragraphs import join_lines
    from site_gen.extract.repeats import edge_lines

    kept, _ = cut_boilerplate(lines, frozenset())
    paragraphs = tuple(paragraph.text for paragraph in join_lines(kept))
    return Probe(digest, traits=packed(Traits(sketch(paragraphs), edge_lines(lines))), part=part)

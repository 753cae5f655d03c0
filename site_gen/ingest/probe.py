"""What can be known of a seed without deriving its article: digest, sketch, and the lines at its edges."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, tzinfo
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from site_gen import workers
from site_gen.extract.duplicates import Sketch
from site_gen.extract.text import Edges, Line
from site_gen.ingest.far_seeds import FarSeeds
from site_gen.ingest.seed_files import SeedFile
from site_gen.ingest.seed_texts import PlainText, read_texts
from site_gen.model.ledger import Stamp
from site_gen.model.problem import Problem
from site_gen.storage.program import program_digest
from site_gen.workers import Jobs, Progress


class Probe(Struct, frozen=True):
    """The facts about a seed. `part` names the text in a file of several."""

    digest: str
    sketch: Sketch
    edges: Edges
    part: str = ""


class FileProbe(Struct, frozen=True):
    """The facts about the seeds in a file, with the stamps and the version of the rules for which they are valid.

    A file that cannot be read has no seeds, and problems.
    """

    stamp: Stamp
    sidecar_stamp: Stamp
    rules: str
    seeds: tuple[Probe, ...] = ()
    problems: tuple[Problem, ...] = ()


class Probed(Struct, frozen=True):
    """The seeds in some files in the order of names, each with its probe, and the problems of files without any."""

    files: tuple[SeedFile, ...]
    probes: dict[str, Probe]
    problems: tuple[Problem, ...] = ()


def probed(files: Iterable[SeedFile], facts: Mapping[str, FileProbe]) -> Probed:
    """The seeds in these files, by facts that are known of each."""
    seeds: list[SeedFile] = []
    probes: dict[str, Probe] = {}
    problems: list[Problem] = []
    for file in files:
        known = facts[file.name]
        problems += known.problems
        for probe in sorted(known.seeds, key=lambda probe: probe.part):
            seed = file if not probe.part else replace(file, name=file.named(probe.part), part=probe.part)
            if file.wants(probe.part):
                seeds.append(seed)
                probes[seed.name] = probe
    return Probed(tuple(seeds), probes, tuple(problems))


def probes_of(facts: Mapping[str, FileProbe]) -> dict[str, Probe]:
    """The probes of all seeds in these files, by their names."""
    return {
        f"{name}#{probe.part}" if probe.part else name: probe for name, file in facts.items() for probe in file.seeds
    }


def probe_files(
    files: tuple[SeedFile, ...],
    previous: Mapping[str, FileProbe],
    jobs: Jobs,
    progress: Progress,
    zone: tzinfo = UTC,
    far: FarSeeds | None = None,
) -> dict[str, FileProbe]:
    """The facts about each file, by name; the `previous` ones of unchanged files are reused.

    They do not depend on the `zone`, with which the files are read, so that they need not be read again.
    """
    rules = program_digest()
    found = {
        file.name: probe
        for file in files
        if (probe := previous.get(file.name))
        and (probe.stamp, probe.sidecar_stamp, probe.rules) == (file.stamp, file.sidecar_stamp, rules)
    }
    waiting = [file for file in files if file.name not in found]
    if waiting and far is None:
        from site_gen.extract import boilerplate  # noqa: F401 - once, before there are workers

    def done(count: int) -> None:
        progress("read seeds", count, len(waiting))

    prepare, groups = partial(_prepare, rules, zone), [(file,) for file in waiting]
    if far is not None:
        new = far.work(prepare, groups, _lost, done)
    else:
        new = workers.run(prepare, groups, jobs, lambda group: group[0].name, done=done)
    found.update(zip((file.name for file in waiting), new, strict=True))
    return {file.name: found[file.name] for file in files}


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
    return Probe(digest, sketch(paragraphs), edge_lines(lines), part)

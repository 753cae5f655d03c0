"""What can be known of a seed without deriving its article: digest, sketch, and the lines at its edges."""

from collections.abc import Callable, Mapping
from functools import partial
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_gen import workers
from site_gen.extract.duplicates import Sketch
from site_gen.extract.text import Edges
from site_gen.ingest.seed_files import SeedFile
from site_gen.model.ledger import Stamp
from site_gen.storage.files import read_whole
from site_gen.storage.program import program_digest
from site_gen.text.digest import digest
from site_gen.workers import Jobs, Progress

_UTC = ZoneInfo("UTC")


class Probe(Struct, frozen=True):
    """The facts about a seed, with the stamps and the version of the rules for which they are valid."""

    stamp: Stamp
    sidecar_stamp: Stamp
    rules: str
    digest: str
    sketch: Sketch
    edges: Edges


def probe_seeds(
    files: tuple[SeedFile, ...], previous: Mapping[str, Probe], jobs: Jobs, progress: Progress
) -> dict[str, Probe]:
    """A probe of each seed, by name; the `previous` probes of unchanged files are reused."""
    rules = program_digest()
    probes = {
        file.name: probe
        for file in files
        if (probe := previous.get(file.name))
        and (probe.stamp, probe.sidecar_stamp, probe.rules) == (file.stamp, file.sidecar_stamp, rules)
    }
    waiting = [file for file in files if file.name not in probes]
    if waiting:
        from site_gen.extract import boilerplate  # noqa: F401 - once, before there are workers

    def done(count: int) -> None:
        progress("read seeds", count, len(waiting))

    found = workers.run(partial(_prepare, rules), waiting, jobs, lambda file: file.name, done=done)
    probes.update(zip((file.name for file in waiting), found, strict=True))
    return {file.name: probes[file.name] for file in files}


def _prepare(rules: str) -> Callable[[SeedFile], Probe]:
    return partial(_probe, rules)


def _probe(rules: str, file: SeedFile) -> Probe:
    from site_gen.extract.boilerplate import cut_boilerplate
    from site_gen.extract.clean import clean
    from site_gen.extract.decode import decode
    from site_gen.extract.duplicates import sketch
    from site_gen.extract.paragraphs import join_lines
    from site_gen.extract.repeats import edge_lines
    from site_gen.extract.text import Line
    from site_gen.parsing.header import read_header

    data = read_whole(file.path)
    sidecar = read_whole(file.sidecar) if file.sidecar else b""
    text = decode(data).text
    header = read_header(file.name, text, _UTC)
    cleaned = clean("\n".join(text.split("\n")[header.lines :]))
    lines = tuple(Line(number, line) for number, line in enumerate(cleaned.split("\n"), header.lines + 1))
    kept, _ = cut_boilerplate(lines, frozenset())
    paragraphs = tuple(paragraph.text for paragraph in join_lines(kept))
    seed_digest = digest(data + b"\0" + sidecar) if sidecar else digest(data)
    return Probe(file.stamp, file.sidecar_stamp, rules, seed_digest, sketch(paragraphs), edge_lines(lines))

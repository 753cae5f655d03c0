"""Measure ingest: seeds of ten forms mixed, about 450 words each, then one `site-gen ingest` of all of them.

Prints seeds a second, processor time a seed, the peak memory of one process and of all together, what a second run
costs, and which part of the time is spent on what. With --against, another checkout ingests the same seeds in turn with
this one, and the ratio is printed. With --growth only the peak of memory is measured, of very many short seeds; with
--kill an ingest is killed at random moments, run to its end, and compared with one that was left alone.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from bench import seed_texts
from bench.killing import killed_ingest
from bench.measure import Run, run
from bench.sampling import shares

HERE = Path(__file__).resolve().parent.parent
_SELDOM = 0.5
"""Seconds between two looks at the memory of a long run."""
_SAMPLE = 200
"""Seeds of which the shares of the parts are measured."""
_WHOLE_PARTS = {"site_gen.ingest.probe": "probe", "site_gen.ingest.write": "write"}
_PARTS = {
    "site_gen.extract.syntax": "parse",
    "site_gen.extract.names": "names",
    "site_gen.extract.headline": "headline",
    "site_gen.extract.claims": "headline",
    "site_gen.extract.summary": "summary",
    "site_gen.extract.boilerplate": "boilerplate",
    "site_gen.extract.forms": "head and forms",
    "site_gen.extract.dates": "dates",
    "site_gen.extract.duplicate_index": "copies",
    "site_gen.extract.paragraphs": "clean and paragraphs",
    "site_gen.extract.clean": "clean and paragraphs",
    "site_gen.extract.languages": "language",
    "site_gen.extract.text_language": "language",
    "site_gen.ingest.lock_file": "write",
}
"""The parts of an ingest, by the modules in which its time is spent."""


class Entrant(NamedTuple):
    """One checkout and what its runs took."""

    name: str
    checkout: Path
    runs: list[Run]

    def rate(self, seeds: int) -> float:
        """Seeds a second, the median of the runs."""
        return seeds / median(run.wall for run in self.runs)

    def processor(self, seeds: int) -> float:
        """Milliseconds of processor time a seed, the median of the runs."""
        return median(run.processor for run in self.runs) / seeds * 1e3

    def largest(self) -> float:
        """Megabytes of the largest process."""
        return max(run.largest for run in self.runs) / 1e6


def main() -> None:
    """The whole command."""
    options = _options().parse_args()
    if options.growth:
        growth(options.growth, options.jobs, HERE if options.against is None else options.against.resolve())
        return
    if options.kill:
        kill(options.kill, options.jobs)
        return
    forms = tuple(options.forms.split(",")) if options.forms else tuple(seed_texts.FORMS)
    if strangers := set(forms) - seed_texts.FORMS.keys():
        sys.exit(f"There is no form '{min(strangers)}'. Choose from {', '.join(seed_texts.FORMS)}.")
    entrants = [Entrant("here", HERE, [])]
    if options.against:
        entrants.append(Entrant(options.against.name, options.against.resolve(), []))
    texts = dict(seed_texts.seeds(options.seeds, forms))
    words = sum(len(text.split()) for text in texts.values()) / len(texts)
    print(f"{options.seeds:,} seeds of {len(forms)} forms, {words:.0f} words each, rounds {options.rounds}")
    for _ in range(options.rounds):
        for entrant in entrants:
            with _site(texts.items()) as root:
                entrant.runs.append(_ingest(entrant, root, options.jobs))
    for entrant in entrants:
        _report(entrant, texts, options.jobs)
    if len(entrants) > 1:
        _compare(entrants[0], entrants[1], options.seeds)
    share, milliseconds = parse_share(dict(list(texts.items())[:_SAMPLE]))
    print(f"parsing sentences: {share:.0%} of the time, {milliseconds:.2f} ms a seed (in one process, first {_SAMPLE})")
    parts = part_shares(dict(list(texts.items())[: 2 * _SAMPLE]))
    print("by part: " + ", ".join(f"{name} {share:.0%}" for name, share in parts.items()))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/seeds", description=__doc__)
    parser.add_argument("--seeds", type=int, default=10_000, metavar="N", help="how many seeds (10000)")
    parser.add_argument("--jobs", type=int, metavar="N", help="how many processes (one a processor)")
    parser.add_argument("--forms", metavar="NAMES", help=f"of {', '.join(seed_texts.FORMS)} (all)")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="how many timed runs; the median counts (1)")
    parser.add_argument("--against", type=Path, metavar="CHECKOUT", help="another checkout to run in turn with this")
    parser.add_argument("--growth", type=int, nargs="+", metavar="N", help="only the memory of these many short seeds")
    parser.add_argument("--kill", type=int, metavar="N", help="only kill an ingest of so many short seeds, five times")
    return parser


def kill(count: int, jobs: int | None) -> None:
    """Kill an ingest of so many short seeds at random moments, and compare it with one that is left alone."""
    os.environ["PYTHONPATH"] = str(HERE)
    with tempfile.TemporaryDirectory() as folder:
        killed_ingest(seed_texts.short_seeds(count), Path(folder), _command(jobs))


def growth(counts: list[int], jobs: int | None, checkout: Path) -> None:
    """Print the peak of memory for these numbers of short seeds, and the bytes that each further seed takes."""
    previous: tuple[int, int] | None = None
    for count in sorted(counts):
        with _site(seed_texts.short_seeds(count)) as root:
            taken = _ingest(Entrant("", checkout, []), root, jobs, watch_memory=_SELDOM)
        more = f", {(taken.memory - previous[1]) / (count - previous[0]):.0f} bytes a further seed" if previous else ""
        rate = f"{taken.processor / count * 1e3:.2f} ms of processor a seed"
        print(f"{count:,} seeds: {taken.memory / 1e6:.0f} MB at the peak{more}; {rate}", flush=True)
        previous = count, taken.memory


@contextmanager
def _site(texts: Iterable[tuple[str, str]]) -> Iterator[Path]:
    """A site with these seeds and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "seeds").mkdir()
        (root / "site.yaml").write_text("title: Bench\n")
        for name, text in texts:
            (root / "seeds" / name).write_text(text)
        yield root


def _ingest(entrant: Entrant, root: Path, jobs: int | None, watch_memory: bool | float = False) -> Run:
    return run(_command(jobs), root, watch_memory, env={**os.environ, "PYTHONPATH": str(entrant.checkout)})


def _command(jobs: int | None) -> list[str]:
    return [sys.executable, "-m", "site_gen", "ingest", "-q", *(("--jobs", str(jobs)) if jobs else ())]


def _report(entrant: Entrant, texts: dict[str, str], jobs: int | None) -> None:
    """The figures of one checkout; memory and a second run are from runs of their own."""
    with _site(texts.items()) as root:
        memory = _ingest(entrant, root, jobs, watch_memory=True).memory
        time.sleep(0.1)
        again = _ingest(entrant, root, jobs)
    print(
        f"{entrant.name}: {entrant.rate(len(texts)):.0f} seeds/s, {entrant.processor(len(texts)):.2f} ms of processor "
        f"a seed; {entrant.largest():.0f} MB the largest process, {memory / 1e6:.0f} MB all; "
        f"a second run, nothing new: {again.wall:.2f} s"
    )


def _compare(here: Entrant, other: Entrant, seeds: int) -> None:
    print(
        f"here to {other.name}: {here.rate(seeds) / other.rate(seeds):.2f} of its seeds/s, "
        f"{other.processor(seeds) / here.processor(seeds):.2f} by processor time; "
        f"{here.largest() - other.largest():+.0f} MB a process"
    )


def parse_share(texts: dict[str, str]) -> tuple[float, float]:
    """The part of an ingest's processor time that is spent on parsing sentences, and its milliseconds a seed."""
    from site_gen.extract import article, syntax  # noqa: F401
    from site_gen.ingest import IngestOptions, ingest
    from site_gen.model.settings import Settings

    parse, spent = syntax.parse, [0.0]
    parse("The weights are read before.")

    def timed(sentence: str) -> syntax.Tree:
        began = time.process_time()
        try:
            return parse(sentence)
        finally:
            spent[0] += time.process_time() - began

    with _replaced(parse, timed), _site(texts.items()) as root:
        began = time.process_time()
        ingest(root, Settings(title="Bench"), IngestOptions(jobs=1))
        whole = time.process_time() - began
    return spent[0] / whole, spent[0] / len(texts) * 1e3


def part_shares(texts: dict[str, str]) -> dict[str, float]:
    """What part of an ingest's processor time each of its parts takes, by name.

    It is measured on half of the seeds, in one process that has ingested the others: by then modules are loaded and
    patterns compiled, while no sentence was met before.
    """
    from site_gen.ingest import IngestOptions, ingest
    from site_gen.model.settings import Settings

    def work(texts: list[tuple[str, str]]) -> None:
        with _site(texts) as root:
            ingest(root, Settings(title="Bench"), IngestOptions(jobs=1))

    seeds, half = list(texts.items()), len(texts) // 2
    work(seeds[:half])
    return shares(lambda: work(seeds[half:]), _PARTS, _WHOLE_PARTS)


@contextmanager
def _replaced(old: Callable[..., Any], new: Callable[..., Any]) -> Iterator[None]:
    """All modules that have a function under its own name have another one instead."""
    name = old.__name__
    holders = [module for module in sys.modules.values() if getattr(module, name, None) is old]
    for module in holders:
        setattr(module, name, new)
    try:
        yield
    finally:
        for module in holders:
            setattr(module, name, old)

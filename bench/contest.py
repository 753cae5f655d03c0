"""Several generators in turn, again and again, each run into a new folder."""

import os
import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.census import census
from bench.measure import Run, run
from bench.peers import Peer


@dataclass(frozen=True)
class Entrant:
    """One generator on one site."""

    peer: Peer
    site: Path

    def run(self, output: Path, watch_memory: bool = False) -> Run:
        """Build from nothing: into a new folder, and what an earlier build remembered is moved away."""
        kept = self.site / self.peer.state
        if self.peer.state and kept.exists():
            kept.rename(f"{output}-state")
        os.sync()  # what the run before wrote does not reach the disk during this one
        return run(self.peer.command(output), self.site, watch_memory)


@dataclass
class Result:
    """What the runs of one entrant took."""

    label: str
    memory: int = 0
    pages: Counter[str] = field(default_factory=Counter)
    runs: list[Run] = field(default_factory=list)

    @property
    def wall(self) -> float:
        """The median of the wall times."""
        return statistics.median(one.wall for one in self.runs)

    @property
    def processor(self) -> float:
        """The median of the processor times."""
        return statistics.median(one.processor for one in self.runs)


def contest(entrants: Sequence[Entrant], runs: int, outputs: Path, say: Callable[[str], None]) -> list[Result]:
    """Measure each entrant: one run for its memory and pages, which also warms the caches, then `runs` timed ones.

    Nothing is deleted here: a file system that has just deleted thousands of files creates new ones slowly for a while.
    """
    results = [_first(entrant, outputs / f"{at}-first", say) for at, entrant in enumerate(entrants)]
    for number in range(1, runs + 1):
        for at, (entrant, result) in enumerate(zip(entrants, results, strict=True)):
            say(f"{entrant.peer.label}: run {number} of {runs}")
            result.runs.append(entrant.run(outputs / f"{at}-{number}"))
    return results


def _first(entrant: Entrant, output: Path, say: Callable[[str], None]) -> Result:
    say(f"{entrant.peer.label}: memory and pages")
    memory = entrant.run(output, watch_memory=True).memory
    return Result(entrant.peer.label, memory, census(output))

"""Figures as Markdown tables, to be pasted into docs/performance.md as they are."""

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.census import KINDS
from bench.contest import Result
from bench.reach import Figure
from bench.rebuild import Rebuilds


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def times(results: Sequence[Result], base: Result | None) -> str:
    """What each generator took, and its ratios to the base; that of processor time holds on a busy machine too."""
    rows = [
        (
            result.label,
            f"{result.wall:.2f} s",
            _ratio(result.wall, base.wall if base else None),
            f"{min(run.wall for run in result.runs):.2f} to {max(run.wall for run in result.runs):.2f} s",
            f"{result.processor:.1f} s",
            _ratio(result.processor, base.processor if base else None),
            f"{result.memory / 1e6:.0f} MB",
        )
        for result in results
    ]
    of_base = f"of {base.label}" if base else ""
    return table(("", "wall", of_base, "from, to", "processor", of_base, "memory"), rows)


def pages(results: Sequence[Result]) -> str:
    """How many files of each kind each generator wrote."""
    kinds = [kind for kind in KINDS if any(result.pages[kind] for result in results)]
    rows = [
        (result.label, *(f"{result.pages[kind]:,}" for kind in kinds), f"{result.pages.total():,}")
        for result in results
    ]
    return table(("files", *kinds, "all"), rows)


def second_builds(label: str, rebuilt: Rebuilds, base: Result | None) -> str:
    """What second builds took, and their ratio to the base's only build."""
    took = {
        "nothing changed, fresh process": rebuilt.unchanged,
        "one body edited, fresh process": rebuilt.edited,
    }
    rows = [(name, f"{wall:.3f} s", _ratio(wall, base.wall if base else None)) for name, wall in took.items()]
    return table((label, "wall", f"of {base.label}" if base else ""), rows)


def figures(found: Iterable[Figure]) -> str:
    """What was to be reached, and what was."""
    rows = [
        (
            figure.what,
            f"{figure.bound} {figure.reach:g}{figure.unit}",
            f"{figure.measured:.3g}{figure.unit}",
            figure.verdict,
        )
        for figure in found
    ]
    return table(("to reach", "", "measured", ""), rows)


def machine(versions: Iterable[str]) -> str:
    """The machine, how busy it was already, and what ran on it, in one line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    parts = (
        f"{os.cpu_count()} processors ({_processor()})",
        f"{memory:.0f} GiB",
        f"load {os.getloadavg()[0]:.1f} beforehand",
        f"Linux {platform.release().split('-')[0]}",
        f"Python {platform.python_version()}",
    )
    return ", ".join((*parts, *versions))


def _ratio(measured: float, base: float | None) -> str:
    return f"{measured / base:.2f}" if base else ""


def _processor() -> str:
    rows = Path("/proc/cpuinfo").read_text().splitlines()
    return next((row.partition(": ")[2] for row in rows if row.startswith("model name")), platform.machine())

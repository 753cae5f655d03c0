"""What a second build costs: nothing changed, or the body of one post edited, in a fresh process or a living one."""

import json
import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import Run, run
from bench.peers.site_gen import SiteGen

_SETTLED = 0.1  # seconds after which a file's time of modification proves that it is as it was


@dataclass(frozen=True)
class Rebuilds:
    """Medians of seconds."""

    unchanged: float
    edited: float
    served_to_page: float
    served_to_end: float


def rebuilds(peer: SiteGen, site: Path, runs: int, say: Callable[[str], None]) -> Rebuilds:
    """Measure second builds of a site that may have been built already or not."""
    say(f"{peer.label}: edits in one process")
    served = _served(peer, site, max(3, runs))
    post = Path(served["post"])  # of its own by now: editors save a new file in the place of the old
    page = site / "output" / served["page"]
    unchanged, edited = [], []
    for number in range(runs + 1):
        say(f"{peer.label}: second builds, run {number} of {runs}")
        time.sleep(_SETTLED)
        run(peer.build, site)  # an edit just now is proven by digest once; the next build finds all settled
        unchanged.append(run(peer.build, site))
        edited.append(_edit(peer, site, post, page, number))
    return Rebuilds(
        _median(unchanged[1:]),
        _median(edited[1:]),
        statistics.median(served["to_page"]) / 1e3,
        statistics.median(served["to_end"]) / 1e3,
    )


def _served(peer: SiteGen, site: Path, count: int) -> dict[str, Any]:
    script = Path(__file__).parent / "served.py"
    done = subprocess.run(
        [peer.python, str(script), str(site), str(count)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{script} failed:\n{done.stderr[-2000:]}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _edit(peer: SiteGen, site: Path, post: Path, page: Path, number: int) -> Run:
    line = f"An edit between two processes, number {number}."
    with post.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    time.sleep(_SETTLED)
    measured = run(peer.build, site)
    if line not in page.read_text(encoding="utf-8"):
        raise SystemExit(f"{page} does not show the edit.")
    return measured


def _median(runs: list[Run]) -> float:
    return statistics.median(one.wall for one in runs)

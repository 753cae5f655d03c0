"""What a second build costs: nothing changed, or the body of one post edited."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Run, run
from bench.peers.site_gen import SiteGen

_SETTLED = 0.1  # seconds after which a file's time of modification proves that it is as it was


@dataclass(frozen=True)
class Rebuilds:
    """Medians of seconds."""

    unchanged: float
    edited: float


def rebuilds(peer: SiteGen, site: Path, runs: int, say: Callable[[str], None]) -> Rebuilds:
    """Measure second builds of a site that may have been built already or not."""
    run(peer.build, site)
    post = sorted((site / "content" / "posts").glob("*.md"))[0]
    unchanged, edited = [], []
    for number in range(runs + 1):
        say(f"{peer.label}: second builds, run {number} of {runs}")
        time.sleep(_SETTLED)
        run(peer.build, site)  # an edit just now is proven by digest once; the next build finds all settled
        unchanged.append(run(peer.build, site))
        edited.append(edit(peer, site, post, number))
    return Rebuilds(_median(unchanged[1:]), _median(edited[1:]))


def edit(peer: SiteGen, site: Path, post: Path, number: int, measure: Callable[[list[str], Path], Run] = run) -> Run:
    """Edit the body of a post, and measure the build that shows it."""
    line = f"An edit between two processes, number {number}."
    text = post.read_text(encoding="utf-8")
    post.unlink()  # which may be the same file as that of another site
    post.write_text(f"{text}\n{line}\n", encoding="utf-8")
    time.sleep(_SETTLED)
    measured = measure(peer.build, site)
    slug = next(row.split()[1] for row in post.read_text(encoding="utf-8").splitlines() if row.startswith("slug:"))
    pages = [page.read_text(encoding="utf-8") for page in (site / "output").glob(f"*/*/{slug}/index.html")]
    if not any(line in page for page in pages):
        raise SystemExit(f"No page of {slug} shows the edit.")
    return measured


def _median(runs: list[Run]) -> float:
    return statistics.median(one.wall for one in runs)

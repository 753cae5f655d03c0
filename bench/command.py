"""Measure site_gen beside other generators on this machine, and print the tables of docs/performance.md.

Peers and site_gen itself are installed into .bench/. Each run is a whole process that builds from nothing into a new
folder; runs alternate. Memory is that of all processes together (PSS), from a run of its own.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench import corpus, reach, table
from bench.contest import Entrant, Result, contest
from bench.installing import HOME
from bench.peers import Peer, site_gen
from bench.peers.eleventy import Eleventy
from bench.peers.hugo import Hugo
from bench.peers.pelican import Pelican
from bench.reach import Figure
from bench.rebuild import rebuilds

PEERS: dict[str, Peer] = {"hugo": Hugo(), "eleventy": Eleventy(), "pelican": Pelican()}


def main() -> None:
    """The whole command."""
    parser = _options()
    options = parser.parse_args()
    if options.large and options.corpus:
        parser.error("--large writes its own posts, and --corpus measures given ones: choose one of them.")
    peers = _ready(options)
    HOME.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="run-", dir=HOME) as folder:
        bench = _Bench(options, peers, Path(folder))
        ours = site_gen.plain(here=options.no_install)
        bench.print(table.machine(peer.version() for peer in (ours, *peers.values())))
        few = bench.cold()
        if options.rich:
            bench.rich()
        if options.large:
            bench.large(few)
        bench.print(table.figures(bench.figures))
        _say("taking the outputs away")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("--posts", type=int, metavar="N", help="how many posts (10000)")
    parser.add_argument("--runs", type=int, metavar="N", help="how many timed runs, of which the median counts (5)")
    parser.add_argument("--peers", default="hugo", metavar="NAMES", help=f"of {', '.join(PEERS)}; all; none (hugo)")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="measure these Markdown posts, not written ones")
    parser.add_argument("--rich", action="store_true", help="also both engines, on posts heavy in markup or the corpus")
    parser.add_argument("--large", action="store_true", help="also ten times the posts, site_gen alone")
    parser.add_argument("--quick", action="store_true", help="1000 posts and one run where not said otherwise")
    parser.add_argument(
        "--no-install", action="store_true", help="site_gen of this Python, and the peers that are there"
    )
    return parser


def _ready(options: argparse.Namespace) -> dict[str, Peer]:
    """The peers asked for, installed."""
    names = {"all": list(PEERS), "none": []}.get(options.peers, options.peers.split(","))
    if strangers := set(names) - PEERS.keys():
        sys.exit(f"There is no peer '{strangers.pop()}'. Choose from {', '.join(PEERS)}, all, none.")
    if options.no_install:
        return {name: PEERS[name] for name in names if PEERS[name].installed()}
    _say("installing")
    for name in names:
        PEERS[name].install()
    site_gen.plain().install()
    return {name: PEERS[name] for name in names}


class _Bench:
    """The parts of one run of the bench, and the figures that they find."""

    def __init__(self, options: argparse.Namespace, peers: dict[str, Peer], work: Path) -> None:
        self.peers, self.work, self.here = peers, work, options.no_install
        self.count = options.posts or (1000 if options.quick else 10_000)
        self.runs = options.runs or (1 if options.quick else 5)
        self.corpus: Path | None = options.corpus
        self.figures: list[Figure] = []

    def cold(self) -> list[Result]:
        """Every generator from nothing, then second builds of site_gen with the default theme; site_gen's results."""
        plain, full = site_gen.plain(here=self.here), site_gen.full(here=self.here)
        posts, about = self._posts("cold")
        results = self._contest("cold", posts, [*self.peers.values(), plain, full])
        by_peer = dict(zip(self.peers, results, strict=False))
        self._tell(f"{about}, from nothing", results)
        rebuilt = rebuilds(full, self.work / "cold" / full.label, self.runs, _say)
        self.print(table.second_builds(full.label, rebuilt, by_peer.get("hugo")))
        self.figures += reach.cold(results[-2], results[-1], by_peer)
        self.figures += reach.second(rebuilt, by_peer)
        return results[-2:]

    def rich(self) -> None:
        """Rich Markdown through both engines of site_gen."""
        engines = [site_gen.plain(engine, self.here) for engine in ("python-markdown", "commonmark")]
        posts, about = self._posts("rich", rich=True)
        results = self._contest("rich", posts, [*self.peers.values(), *engines])
        self._tell(f"{about}, both engines, from nothing", results)
        self.figures += reach.rich(results[-2], results[-1], dict(zip(self.peers, results, strict=False)))

    def large(self, few: Sequence[Result]) -> None:
        """Ten times the posts, fewer times, beside the results for few."""
        count, runs = self.count * 10, min(self.runs, 2)
        posts = self._written("large", count)
        dresses = [site_gen.plain(here=self.here), site_gen.full(here=self.here)]
        many = self._contest("large", posts, dresses, runs)
        self._tell(f"{count:,} news posts, from nothing", many)
        for one, other in zip(few, many, strict=True):
            self.figures += reach.large(one, other)

    def print(self, text: str) -> None:
        """A part of the report."""
        print(text, end="\n\n", flush=True)

    def _tell(self, title: str, results: Sequence[Result]) -> None:
        base = results[0] if results[0].label == "Hugo" else None
        self.print(f"{title}, median of {len(results[0].runs)}:")
        self.print(table.times(results, base))
        self.print(table.pages(results))

    def _contest(self, name: str, posts: Path, peers: Iterable[Peer], runs: int = 0) -> list[Result]:
        sites = self.work / name
        entrants = [Entrant(peer, peer.site(sites / peer.label, posts)) for peer in peers]
        outputs = self.work / f"{name}-outputs"
        outputs.mkdir()
        return contest(entrants, runs or self.runs, outputs, _say)

    def _posts(self, name: str, rich: bool = False) -> tuple[Path, str]:
        """The posts to measure, and what they are."""
        if self.corpus is None:
            kind = "posts heavy in links, lists, code and tables" if rich else "news posts"
            return self._written(name, self.count, rich), f"{self.count:,} {kind}"
        posts = self.work / f"{name}-posts"
        shutil.copytree(self.corpus, posts)
        return posts, f"{sum(1 for _ in posts.glob('*.md')):,} posts of {self.corpus.name}"

    def _written(self, name: str, count: int, rich: bool = False) -> Path:
        _say(f"writing {count:,} posts")
        posts = self.work / f"{name}-posts"
        corpus.write(count, posts, rich)
        return posts


def _say(what: str) -> None:
    """What goes on, for whoever waits; the report is on the standard output alone."""
    print(f"  {what} ...", file=sys.stderr, flush=True)

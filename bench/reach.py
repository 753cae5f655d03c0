"""The figures that site_gen has set itself, and whether a run of the bench reached them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bench.contest import Result
from bench.rebuild import Rebuilds


class Figure(NamedTuple):
    """One figure: what it is of, what was to be reached ("at most", "at least"), and what was measured."""

    what: str
    bound: str
    reach: float
    unit: str
    measured: float

    @property
    def verdict(self) -> str:
        """Whether it was reached."""
        reached = self.measured <= self.reach if self.bound == "at most" else self.measured >= self.reach
        return "reached" if reached else "**missed**"


def cold(ours: Result, full: Result, peers: Mapping[str, Result]) -> Iterator[Figure]:
    """Builds from nothing, beside those of the peers that ran."""
    if hugo := peers.get("hugo"):
        yield Figure("cold, plain theme, of Hugo", "at most", 0.4, "", ours.wall / hugo.wall)
        yield Figure("cold, default theme with all its pages, of Hugo plain", "at most", 0.8, "", full.wall / hugo.wall)
        yield Figure("memory, plain theme, of Hugo", "at most", 0.5, "", ours.memory / hugo.memory)
    for name, factor in (("pelican", 8.0), ("eleventy", 5.0)):
        if peer := peers.get(name):
            yield Figure(f"times faster than {peer.label}", "at least", factor, "", peer.wall / ours.wall)


def rich(ours: Result, commonmark: Result, peers: Mapping[str, Result]) -> Iterator[Figure]:
    """Builds of Markdown heavy in links, lists, code and tables."""
    if hugo := peers.get("hugo"):
        yield Figure("rich Markdown, default engine, of Hugo", "at most", 1.0, "", ours.wall / hugo.wall)
        yield Figure("rich Markdown, commonmark, of Hugo", "at most", 0.4, "", commonmark.wall / hugo.wall)


def second(rebuilt: Rebuilds, peers: Mapping[str, Result]) -> Iterator[Figure]:
    """Builds of what was built before."""
    yield Figure("nothing changed, fresh process", "at most", 0.5, " s", rebuilt.unchanged)
    if hugo := peers.get("hugo"):
        yield Figure("nothing changed, of Hugo's build", "at most", 0.05, "", rebuilt.unchanged / hugo.wall)
    yield Figure("one body edited, fresh process", "at most", 0.6, " s", rebuilt.edited)


def large(few: Result, many: Result) -> Iterator[Figure]:
    """Ten times the posts."""
    yield Figure(f"ten times the posts, {few.label}: time", "at most", 11, " times", many.wall / few.wall)
    yield Figure(f"ten times the posts, {many.label}: memory", "at most", 1.5, " GiB", many.memory / 2**30)

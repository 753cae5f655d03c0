"""Measure how site_gen grows: 10,000, 100,000 and a million posts, and print one table for docs/performance.md.

Each size is a site of its own with the plain theme: built from nothing, built again unchanged, built after the body of
one post was edited, each in a fresh process; then the preview, until its first page and until a saved text is shown;
and with --deploy the plan of a deployment. Memory is that of all processes together (PSS) in the same run.

A million posts need 40 GB of disk and half an hour.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import corpus, previewing, table
from bench.census import census
from bench.installing import HOME, ROOT
from bench.measure import Run, memory_of, run
from bench.peers import site_gen
from bench.rebuild import edit

_SIZES = (10_000, 100_000, 1_000_000)
_SAVES = 5
_PATIENCE = 600  # seconds that a save may take to be shown
_SETTLED = 1.0  # seconds after which a file's time of modification proves that it is as it was
_ADDRESS = "https://site-gen-bench.org/"  # a deployment refuses addresses that are examples
_TARGET = """deploy:
  live: {type: folder, path: ../deployed}
"""


def main() -> None:
    """The whole command."""
    options = _options().parse_args()
    HOME.mkdir(exist_ok=True)
    peer = site_gen.plain(here=True)
    with tempfile.TemporaryDirectory(prefix="growth-", dir=options.folder or HOME) as folder, _this_checkout():
        print(table.machine([peer.version()]), end="\n\n", flush=True)
        columns = [_Growth(peer, Path(folder) / str(count), count, options.deploy) for count in options.posts or _SIZES]
        for one in columns:
            one.measure()
        print(table.table(("", *(f"{one.count:,} posts" for one in columns)), _rows(columns)), flush=True)
        _say("taking the sites away")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench/million", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--posts", type=int, nargs="+", metavar="N", help="how many posts, one column each")
    parser.add_argument("--folder", type=Path, help="where the sites are made, and taken away after (.bench/)")
    parser.add_argument("--deploy", action="store_true", help="also a deployment's plan, which builds the whole site")
    return parser


@contextmanager
def _this_checkout() -> Iterator[None]:
    """Commands run this checkout, whatever is installed, with this Python."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(ROOT)
    try:
        yield
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before


class _Growth:
    """One size: what each step took, by its name in the table."""

    def __init__(self, peer: site_gen.SiteGen, folder: Path, count: int, deploy: bool) -> None:
        self.peer, self.count, self.deploy = peer, count, deploy
        self.site = folder / "site"
        self.found: dict[str, str] = {}
        self._every = max(0.02, count / 400_000)  # looking at gigabytes takes a tenth of a second

    def measure(self) -> None:
        """All steps, one after the other."""
        self._tell("writing the posts")
        posts = self.site / "content" / "posts"
        corpus.write(self.count, posts)
        settings = self.peer.settings() + (_TARGET if self.deploy else "")
        (self.site / "site.yaml").write_text(settings)
        time.sleep(_SETTLED)
        self._cold()
        time.sleep(_SETTLED)
        self._build("nothing changed")
        first = min(posts.iterdir())
        self._tell("one body edited")
        edited = edit(self.peer, self.site, first, 0, lambda command, cwd: run(command, cwd, self._every))
        self._note("one body edited", edited)
        self._preview(posts)
        if self.deploy:
            plan = [self.peer.python, "-m", "site_gen", "deploy", "live", "--dry-run", "--base-url", _ADDRESS]
            self._tell("plan of a deployment")
            self._note("plan of a deployment", run(plan, self.site, self._every))

    def _cold(self) -> None:
        built = self._build("from nothing")
        pages = census(self.site / "output").total()
        self.found["files"] = f"{pages:,}"
        self.found["from nothing, a file"] = f"{built.wall / pages * 1e3:.2f} ms"

    def _build(self, name: str) -> Run:
        self._tell(name)
        built = run(self.peer.build, self.site, self._every)
        self._note(name, built)
        return built

    def _preview(self, posts: Path) -> None:
        self._tell("preview")
        server = previewing.Running(self.site)
        try:
            self.found["preview ready"] = f"{server.started:.1f} s"
            post = posts / f"story-{self.count // 2:06d}.md"
            text = post.read_text(encoding="utf-8")
            page = previewing.page_of(text)
            server.get(page)
            shown = []
            for number in range(_SAVES):
                previewing.save(post, f"{text}\nMarked {number} here.\n")
                shown.append(previewing.until(server, page, f"Marked {number} here", _PATIENCE))
            self.found["text of a post saved, until it is shown"] = f"{statistics.median(shown) * 1e3:.0f} ms"
            self.found["preview: memory"] = _size(memory_of(server.process.pid))
        finally:
            server.stop()

    def _note(self, name: str, found: Run) -> None:
        self.found[name] = f"{found.wall:.1f} s" if found.wall >= 10 else f"{found.wall:.2f} s"
        self.found[f"{name}: processor"] = f"{found.processor:.1f} s"
        # A command may end between two looks; its largest process is known all the same.
        self.found[f"{name}: memory"] = _size(max(found.memory, found.largest))

    def _tell(self, what: str) -> None:
        _say(f"{self.count:,} posts: {what}")


def _rows(columns: list[_Growth]) -> Iterator[tuple[str, ...]]:
    for name in columns[0].found:
        yield name, *(one.found[name] for one in columns)


def _size(memory: int) -> str:
    return f"{memory / 2**30:.2f} GiB"


def _say(what: str) -> None:
    """What goes on, for whoever waits; the report is on the standard output alone."""
    print(f"  {what} ...", file=sys.stderr, flush=True)

"""Build one site alone, on a LocalCluster, and on one whose workers are killed at random; the bytes must be the same.

Files travel, as on machines that share none. Times are of one run each.
"""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bench import corpus, photographs
from site_gen.build import BuildOptions, Built, build
from site_gen.cluster import connect
from site_gen.cluster.connect import Address, DaskCluster
from site_gen.storage.copies import same_bytes

_AS_OF = datetime(2027, 1, 1, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench/cluster", description=__doc__)
    parser.add_argument("--posts", type=int, default=300, metavar="N")
    parser.add_argument("--photographs", type=int, default=6, metavar="N", help="of 12 megapixels")
    parser.add_argument("--kills", type=int, default=20, metavar="N")
    parser.add_argument("--processes", type=int, default=4, metavar="N")
    options = parser.parse_args()
    connect._is_shared = lambda *_: False
    with tempfile.TemporaryDirectory(prefix="site_gen-cluster-") as folder:
        _measure(Path(folder), options)


def _measure(home: Path, options: argparse.Namespace) -> None:
    root = _site(home / "site", options.posts, options.photographs)
    seconds, done = _built(root, home / "alone", None)
    print(f"alone, --jobs {len(os.sched_getaffinity(0))}: {seconds:.1f} s, {len(done.files)} files", flush=True)
    with DaskCluster(Address(), options.processes) as cluster:
        began = time.perf_counter()
        cluster.client()
        print(f"LocalCluster of {options.processes}: started in {time.perf_counter() - began:.1f} s")
        seconds, _ = _built(root, home / "far", cluster)
        print(f"on it: {seconds:.1f} s, {cluster.sent / 1e6:.1f} MB sent; {_compared(home, 'far')}", flush=True)
        killer = _Killer(cluster, options.kills)
        builds = 0
        while killer.left:
            seconds, _ = _built(root, home / "killed", cluster)
            builds += 1
            same, killed = _compared(home, "killed"), options.kills - killer.left
            print(f"  build {builds}: {seconds:.1f} s, {killed} killed so far; {same}", flush=True)
        killer.join()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{options.kills} workers killed in {builds} builds; this process took at most {peak:.0f} MiB")


def _site(root: Path, posts: int, count: int) -> Path:
    corpus.write(posts, root / "content" / "posts")
    rows = {"title": "Bench", "base_url": "https://bench.test/", "search": "browse", "images": {"credit": "optional"}}
    (root / "site.yaml").write_text("".join(f"{key}: {json.dumps(value)}\n" for key, value in rows.items()))
    _with_photographs(root, count)
    return root


def _with_photographs(root: Path, count: int) -> None:
    folder = root / "content" / "images"
    photographs.write(count, folder)
    names = sorted(path.name for path in folder.iterdir())
    text = "".join(f"![A view.](../images/{name})\n\n" for name in names)
    post = f"---\ntitle: Photographs\ndate: 2026-01-01T09:00:00+00:00\n---\n\n{text}"
    (root / "content" / "posts" / "2026-01-01-photographs.md").write_text(post)


def _built(root: Path, output: Path, cluster: DaskCluster | None) -> tuple[float, Built]:
    shutil.rmtree(root / ".site_gen", ignore_errors=True)
    shutil.rmtree(output, ignore_errors=True)
    began = time.perf_counter()
    done = build(root, BuildOptions(as_of=_AS_OF, output=str(output), clean=True, cluster=cluster))
    return time.perf_counter() - began, done


def _compared(home: Path, name: str) -> str:
    paths = {path.relative_to(home / place) for place in ("alone", name) for path in (home / place).rglob("*")}
    files = sorted(path for path in paths if not (home / "alone" / path).is_dir())
    wrong = [path for path in files if not same_bytes(home / "alone" / path, home / name / path)]
    if wrong:
        raise SystemExit(f"{len(wrong)} files differ, the first is {wrong[0]}")
    return "same bytes"


class _Killer:
    """Kills a worker now and then, while there is work."""

    def __init__(self, cluster: DaskCluster, times: int) -> None:
        self.left = times
        self._cluster, self._chance = cluster, random.Random(20261129)
        self.thread = threading.Thread(target=self._kill)
        self.thread.start()
        self.join: Callable[[], None] = self.thread.join

    def _kill(self) -> None:
        while self.left:
            time.sleep(self._chance.uniform(0.5, 2.5))
            alive = sorted(self._cluster.client().run(os.getpid, on_error="ignore").values())
            if alive:
                os.kill(self._chance.choice(alive), signal.SIGKILL)
                self.left -= 1

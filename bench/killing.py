"""An ingest that is killed again and again: whether what is left at the end is what one that is left alone makes."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

_KILLS = 5


def killed_ingest(texts: Iterable[tuple[str, str]], folder: Path, command: list[str]) -> None:
    """Ingest the same seeds in two sites, one of them killed at random numbers of posts; print what differs, if any."""
    quiet, killed = folder / "quiet", folder / "killed"
    for root in (quiet, killed):
        (root / "seeds").mkdir(parents=True)
        (root / "site.yaml").write_text("title: Bench\n")
    count = 0
    for name, text in texts:
        count += 1
        for root in (quiet, killed):
            (root / "seeds" / name).write_text(text)
    subprocess.run(command, cwd=quiet, check=True)
    moments = sorted(random.randrange(count) for _ in range(_KILLS))
    reached = [_kill_at(moment, killed, command) for moment in moments]
    subprocess.run(command, cwd=killed, check=True)
    print(
        f"{count:,} seeds, all processes killed at {', '.join(map(str, reached))} posts, then run to the end: ", end=""
    )
    wrong = [name for name in sorted(_files(quiet) | _files(killed)) if not _same(quiet / name, killed / name)]
    print(f"{len(wrong)} files differ: {wrong[:3]}" if wrong else "the same posts and lock as in one go")
    if wrong:
        sys.exit(1)


def _kill_at(moment: int, root: Path, command: list[str]) -> int:
    """Kill an ingest and its workers once there are so many posts; how many there are then."""
    posts = root / "content" / "posts"
    process = subprocess.Popen(command, cwd=root, start_new_session=True)
    while process.poll() is None and _count(posts) < moment:
        time.sleep(0.02)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    time.sleep(1)  # its workers hold the lock of the site until the system has ended them
    return _count(posts)


def _count(folder: Path) -> int:
    return sum(1 for _ in os.scandir(folder)) if folder.is_dir() else 0


def _files(root: Path) -> set[str]:
    return {f"content/posts/{path.name}" for path in (root / "content" / "posts").iterdir()} | {"seeds.lock"}


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()

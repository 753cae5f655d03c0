import os
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from tests.newsroom import Newsroom
from tests.support import COMMAND, run_json, tree, write
from tests.test_ingest import article

ROUNDS = 6
AS_OF = ("--as-of", "2026-03-01 12:00")


def edition(room: Newsroom, number: int) -> None:
    """A site every page of which differs from that of another number."""
    room.settings |= {"title": f"Notes {number}", "tagline": f"Edition {number}"}
    room.write_settings()
    for at in range(60):
        room.posts[f"post-{at}"] = room.posts.get(f"post-{at}", {}) | {
            "title": f"Report {at} of edition {number}",
            "date": f"202{at % 6}-0{at % 9 + 1}-10T10:00:00+00:00",
            "body": f"# Edition {number}\n\n" + "A sentence with *marks*. \n\n" * 30,
            "tags": [f"Tag {at % 7}"],
            "slug": f"report-{at}" if at % 5 else f"report-{at}-{number}",
        }
        room.write_post(f"post-{at}")


def start(root: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, *arguments, "--root", str(root)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill_after(process: subprocess.Popen[bytes], seconds: float, all_of_it: bool) -> bool:
    """Kill the command, or it and its workers; whether it was still at work."""
    time.sleep(seconds)
    running = process.poll() is None
    if running:
        (os.killpg if all_of_it else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    return running


def build_again(root: Path) -> Any:
    """The next build, as soon as the workers of the killed one have let go of the site."""
    for _ in range(100):
        done = subprocess.run(
            [*COMMAND, "build", *AS_OF, "--json", "--root", str(root)], capture_output=True, timeout=120
        )
        if b"at work in this site" not in done.stdout:
            break
        time.sleep(0.05)
    assert done.returncode == 0, done.stdout
    return done


def test_a_killed_build_leaves_whole_files_and_the_next_one_is_right(tmp_path: Path) -> None:
    chance = random.Random(20260301)
    room = Newsroom(tmp_path / "site")
    output = room.root / "output"
    edition(room, 0)
    began = time.monotonic()
    run_json("build", *AS_OF, root=room.root)
    whole = time.monotonic() - began
    old = tree(output)
    killed = 0
    for number in range(1, ROUNDS + 1):
        edition(room, number)
        place = ("--output", str(tmp_path / "clean"))
        run_json("build", *AS_OF, *place, "--clean", root=room.root)
        new = tree(tmp_path / "clean")
        process = start(room.root, "build", *AS_OF, "--jobs", str(chance.choice((1, 2, 4))))
        killed += kill_after(process, chance.uniform(0.3, 0.9) * whole, chance.random() < 0.7)
        for path, data in tree(output).items():
            assert data in (old.get(path), new.get(path)), path
        build_again(room.root)
        old = tree(output)
        assert old == new
        assert sorted(path.name for path in output.iterdir() if path.name.startswith(".site_gen")) == [
            ".site_gen.manifest"
        ]
    assert killed >= 2  # or nothing was tried


def test_a_killed_ingest_loses_and_doubles_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)
    seeds = {f"seeds/{n:03}.txt": f"Date: 2026-01-05\nTitle: Report {n}\n\n" + article(n) for n in range(120)}
    quiet = write(tmp_path / "quiet", {"site.yaml": "title: T\n", **seeds})
    began = time.monotonic()
    run_json("ingest", root=quiet)
    whole = time.monotonic() - began
    killed = 0
    for number in range(4):
        root = write(tmp_path / str(number), {"site.yaml": "title: T\n", **seeds})
        for _ in range(3):
            killed += kill_after(start(root, "ingest"), chance.uniform(0.3, 1.0) * whole, True)
        done = run_json("ingest", root=root)
        assert done["problems"] == done["warnings"] == []
        assert tree(root) == tree(quiet)
        left = list((root / "content").rglob(".site_gen*"))
        assert left == []
    assert killed >= 2


@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_told_to_stop_leaves_no_worker_behind(tmp_path: Path, word: signal.Signals) -> None:
    room = Newsroom(tmp_path / "site")
    edition(room, 0)
    process = start(room.root, "build", *AS_OF, "--jobs", "2")
    time.sleep(0.5)
    process.send_signal(word)
    assert process.wait(20) in (0, 130, -word, 128 + word)
    for _ in range(100):
        if not _group_lives(process.pid):
            break
        time.sleep(0.05)
    assert not _group_lives(process.pid)
    build_again(room.root)


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from site_gen.build import Built
from site_gen.ingest import IngestOptions, ingest, lock_file
from site_gen.model.lock import SeedLock
from site_gen.model.settings import Settings
from tests.edited_site import Newsroom
from tests.ingest.test_ingest import article
from tests.support import COMMAND, run, run_json, tree, write
from tests.test_faults import assert_whole

ROUNDS = 4
SECONDS = 60  # within which a process that was killed is gone, however busy the machine
AS_OF = ("--as-of", "2026-03-01 12:00")


def current(room: Newsroom, number: int) -> None:
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


def build_again(root: Path) -> None:
    """The next build, as soon as the workers of the killed one have let go of the site."""
    until = time.monotonic() + SECONDS
    while "running in this site" in (done := run("build", *AS_OF, "--json", root=root)).stdout:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert done.returncode == 0, done.stdout


def test_a_killed_build_leaves_whole_files_and_the_next_one_is_right(tmp_path: Path) -> None:
    chance = random.Random(20260301)
    room = Newsroom(tmp_path / "site")
    output = room.root / "output"
    current(room, 0)
    run_json("build", *AS_OF, root=room.root)
    old = tree(output)
    killed = 0
    for number in range(1, ROUNDS + 1):
        current(room, number)
        place = ("--output", str(tmp_path / "clean"))
        began = time.monotonic()
        run_json("build", *AS_OF, *place, "--clean", root=room.root)
        whole = time.monotonic() - began
        new = tree(tmp_path / "clean")
        for _ in range(2):  # the second one may find what the first one left
            process = start(room.root, "build", *AS_OF, "--jobs", str(chance.choice((1, 2, 4))))
            killed += kill_after(process, chance.uniform(0.1, 0.7) * whole, chance.random() < 0.7)
            assert_whole(old, new, tree(output))
        build_again(room.root)
        old = tree(output)
        assert old == new
        assert sorted(path.name for path in output.iterdir() if path.name.startswith(".site_gen")) == [
            ".site_gen.manifest"
        ]
    assert killed >= 2  # or nothing was tried


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """The worker processes of a command that runs."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True)
    return [int(number) for number in listed.stdout.split()]


@pytest.mark.parametrize("cold", [True, False], ids=["first build", "later build"])
def test_a_killed_worker_ends_the_build_with_the_page_it_held(tmp_path: Path, cold: bool) -> None:
    room = Newsroom(tmp_path / "site")
    output = room.root / "output"
    current(room, 0)
    if not cold:
        run_json("build", *AS_OF, root=room.root)
        current(room, 1)
    # Each page takes a while, so that its worker can be met at work.
    template = "{% for a in range(900) %}{% for b in range(900) %}{% endfor %}{% endfor %}{{ content.html }}"
    write(room.root, {"templates/post.html": template})
    old = tree(output)
    command = [*COMMAND, "build", *AS_OF, "--jobs", "2", "--json", "--root", str(room.root)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while not list((output / ".site_gen-tmp").rglob("index.html")):  # pages are being made
        assert process.poll() is None and time.monotonic() < until
        time.sleep(0.01)
    os.kill(workers_of(process)[0], signal.SIGKILL)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 3, said
    assert b"A worker died (signal 9) while working on content/posts/post-" in said
    assert tree(output) == old
    (room.root / "templates/post.html").unlink()
    build_again(room.root)
    run_json("build", *AS_OF, "--output", str(tmp_path / "clean"), "--clean", root=room.root)
    assert tree(output) == tree(tmp_path / "clean")


def forked(room: Newsroom, jobs: int) -> int:
    """A build in a process and a group of its own, its modules loaded."""
    child = os.fork()
    if child == 0:
        os.setsid()
        try:
            room.build(jobs=jobs)
        finally:
            os._exit(0)
    return child


@pytest.mark.parametrize("kills", (20, pytest.param(200, marks=pytest.mark.slow)))
def test_builds_killed_at_many_random_moments(memory: Path, kills: int) -> None:
    chance = random.Random()
    room = Newsroom(memory / "site")
    editions = []
    for number in (0, 1):
        current(room, number)
        room.build(clean=True, output=str(memory / "clean"), state=str(memory / "state"))
        editions.append(tree(memory / "clean"))
    room.build()
    now, killed, whole = 1, 0, 0.0
    for at in range(kills):
        cold = at % 4 == 3
        if cold:
            shutil.rmtree(room.root / ".site_gen", ignore_errors=True)
            shutil.rmtree(room.output, ignore_errors=True)
        now = 1 - now
        current(room, now)
        old = tree(room.output)
        began = time.monotonic()
        child = forked(room, jobs=1 + at % 2)
        if at < 2:
            os.waitpid(child, 0)
            whole = max(whole, time.monotonic() - began)
        else:
            time.sleep(chance.uniform(0, whole))
            os.killpg(child, signal.SIGKILL) if _group_lives(child) else os.kill(child, signal.SIGKILL)
            died = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
            whole *= 1.05 if died else 0.8  # a machine that is more or less busy than before
            killed += died
        assert_whole(old, editions[now], tree(room.output))
        _wait_for_end_of(child)
        assert isinstance(room.build(), Built)
        assert tree(room.output) == editions[now]
    assert killed > kills // 3


def _wait_for_end_of(group: int) -> None:
    until = time.monotonic() + SECONDS
    while _group_lives(group):
        assert time.monotonic() < until
        time.sleep(0.01)


def kill_after_posts(process: subprocess.Popen[bytes], folder: Path, more: int) -> bool:
    """Kill a command and its workers when it has written so many posts; whether it was still at work."""
    before = len(list(folder.glob("*")))
    while process.poll() is None and len(list(folder.glob("*"))) < before + more:
        time.sleep(0.002)
    return kill_after(process, 0, True)


def test_a_killed_ingest_loses_and_doubles_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)
    seeds = {f"seeds/{n:03}.txt": f"Date: 2026-01-05\nTitle: Report {n}\n\n" + article(n) for n in range(120)}
    quiet = write(tmp_path / "quiet", {"site.yaml": "title: T\n", **seeds})
    run_json("ingest", root=quiet)
    killed = 0
    for number in range(3):
        root = write(tmp_path / str(number), {"site.yaml": "title: T\n", **seeds})
        for most in (1, 40):  # the first kill comes early, so that there is work left for the second
            killed += kill_after_posts(start(root, "ingest"), root / "content/posts", chance.randint(1, most))
        done = run_json("ingest", root=root)
        assert done["problems"] == done["warnings"] == []
        assert tree(root) == tree(quiet)
        left = list((root / "content").rglob(".site_gen*"))
        assert left == []
    assert killed >= 3  # or nothing was tried


def test_a_killed_ingest_need_not_be_done_again_from_the_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = {f"seeds/{n:03}.txt": f"Date: 2026-01-05\nTitle: Report {n}\n\n" + article(n) for n in range(9)}
    root = write(tmp_path / "site", {"site.yaml": "title: T\n", **seeds})
    monkeypatch.setattr(lock_file, "SAVED_EVERY", 0.0)

    def until_the_fifth(stage: str, count: int, _: int) -> None:
        if (stage, count) == ("ingest", 5):
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if child == 0:
        try:
            ingest(root, Settings(title="T"), IngestOptions(jobs=1), until_the_fifth)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    lock = lock_file.load_lock(root / lock_file.LOCK)
    assert isinstance(lock, SeedLock)
    assert sorted(lock.seeds) == sorted(seeds)[:4]
    left: set[tuple[str, int]] = set()
    ingest(root, Settings(title="T"), IngestOptions(jobs=1), lambda stage, _, of: left.add((stage, of)))
    assert ("ingest", 5) in left
    assert len(list((root / "content" / "posts").iterdir())) == len(seeds)


@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_told_to_stop_leaves_no_worker_behind(tmp_path: Path, word: signal.Signals) -> None:
    room = Newsroom(tmp_path / "site")
    current(room, 0)
    process = start(room.root, "build", *AS_OF, "--jobs", "2")
    time.sleep(0.5)
    process.send_signal(word)
    assert process.wait(SECONDS) in (0, 130, -word, 128 + word)
    _wait_for_end_of(process.pid)
    build_again(room.root)


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True

"""Items on two real processes, which are killed."""

import os
import random
import signal
import threading
import time
from pathlib import Path

import pytest

from site_gen.cluster.announced import announced
from site_gen.cluster.connect import Address, DaskCluster
from site_gen.cluster.contents import Contents
from site_gen.cluster.run import Chunk, Run
from site_gen.cluster.task import Late
from site_gen.model.problem import SiteError
from tests.cluster.work import PROCESSES, failing, hanging, reading

COUNT = 300


def expected(item: int) -> str:
    return f"{item}: " + f"text {item % 5} " * 1000


def test_results_come_in_order_from_other_processes(dask: DaskCluster, root: Path) -> None:
    counts: list[int] = []
    assert list(dask.work(reading(root), range(COUNT), counts.append)) == [expected(item) for item in range(COUNT)]
    assert os.getpid() not in PROCESSES
    assert PROCESSES
    assert counts == sorted(counts)
    assert counts[0] == 0, "at once, since a cluster may take a while to begin"
    assert counts[-1] == COUNT
    assert list(dask.work(reading(root), [])) == []
    assert list((root / ".site_gen").iterdir()) == []


@pytest.mark.usefixtures("unshared")
def test_without_a_common_file_system_each_content_travels_once(dask: DaskCluster, root: Path) -> None:
    before = dask.sent
    assert list(dask.work(reading(root), range(COUNT))) == [expected(item) for item in range(COUNT)]
    size = sum(path.stat().st_size for path in root.glob("*.txt"))
    assert size <= dask.sent - before <= size + 2000, "with the function, which is small"
    (root / "3.txt").write_text("new")
    assert list(dask.work(reading(root), [3])) == ["3: new"]


def test_an_exception_comes_home_as_it_was_raised(dask: DaskCluster, root: Path) -> None:
    with pytest.raises(SiteError) as caught:
        list(dask.work(failing(root), range(COUNT)))
    assert str(caught.value.problems[0]) == "content/posts/a.md:1:2: It is wrong. Fix it."
    assert list(dask.work(reading(root), range(9))) == [expected(item) for item in range(9)]


@pytest.mark.usefixtures("unshared")
def test_an_item_that_kills_its_workers_is_named_and_the_rest_is_done(dask: DaskCluster, root: Path) -> None:
    results = list(dask.work(reading(root, deadly=frozenset({7})), range(60)))
    what = "Workers of the cluster die of it, one after the other, possibly out of memory or of time."
    assert results[7] == f"7 is lost: {what}"
    assert [one for item, one in enumerate(results) if item != 7] == [expected(item) for item in range(60) if item != 7]


@pytest.mark.parametrize("kind", ["pipe", pytest.param("alone", marks=pytest.mark.slow)])
def test_an_item_that_hangs_is_tried_twice_and_named_and_the_rest_is_done(
    dask: DaskCluster, root: Path, kind: str
) -> None:
    os.mkfifo(root / "pipe")
    hung = frozenset({7})
    work = hanging(root, pipes=hung) if kind == "pipe" else hanging(root, alone=hung)
    before = set(dask.client().nthreads())
    with DaskCluster(Address(dask.client().scheduler.address), limit=1) as cluster:
        results = list(cluster.work(work, range(60)))
    whats = {
        "pipe": "It took longer than 1 seconds on a worker of the cluster, twice.",
        "alone": "Workers of the cluster die of it, one after the other, possibly out of memory or of time.",
    }
    assert results[7] == f"7 is lost: {whats[kind]}"
    assert [one for item, one in enumerate(results) if item != 7] == [expected(item) for item in range(60) if item != 7]
    dask.client().wait_for_workers(2, timeout=60)
    began = time.monotonic()
    while before & set(dask.client().nthreads()) and time.monotonic() - began < 60:
        time.sleep(0.2)
    assert not before & set(dask.client().nthreads()), "what hung is replaced by another process"
    assert list(dask.work(reading(root), range(9))) == [expected(item) for item in range(9)]


def test_an_item_that_was_in_time_the_second_time_is_not_lost(dask: DaskCluster, root: Path) -> None:
    """A worker can be found late when its last result is there already."""
    with announced(root) as asked:
        run = Run(dask.client(), reading(root), [3, 4], Contents(dask.client()), asked)
        run.waiting.clear()
        for chunk in (Chunk(0, [3], late="tcp://elsewhere"), Chunk(1, [4])):
            run._keep(chunk, Late(((f"read {chunk.items[0]}", 0),)))
    assert run.results == {0: "read 3", 1: "read 4"}
    assert not run.waiting


def kill_some(dask: DaskCluster, times: int, done: threading.Event) -> None:
    chance = random.Random(20261129)
    while times and not done.wait(0.3):
        alive = sorted(dask.client().run(os.getpid).values())
        if alive:
            os.kill(chance.choice(alive), signal.SIGKILL)
            times -= 1
            done.wait(chance.uniform(1, 3))


@pytest.mark.parametrize("times", [2, pytest.param(12, marks=pytest.mark.slow)])
@pytest.mark.usefixtures("unshared")
def test_workers_that_are_killed_change_nothing(dask: DaskCluster, root: Path, times: int) -> None:
    done = threading.Event()
    killer = threading.Thread(target=kill_some, args=(dask, times, done))
    killer.start()
    try:
        began = time.monotonic()
        while killer.is_alive() and time.monotonic() - began < 200:
            results = list(dask.work(reading(root, slow=0.02), range(COUNT)))
            assert results == [expected(item) for item in range(COUNT)]
    finally:
        done.set()
        killer.join()

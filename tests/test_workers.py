import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from site_gen import workers
from site_gen.build import BuildOptions, build
from site_gen.model.problem import OutsideError, Problem, SiteError
from site_gen.workers import WorkQueue, prefetch
from tests.support import tree, write

COUNT = workers.FEWEST_A_WORKER * 8
WAYS = ["fork", "spawn"]


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How workers begin: as the system has it, or as on systems that cannot fork."""
    if request.param == "spawn":
        monkeypatch.setattr(workers, "_forks", lambda: False)
    return str(request.param)


def prepare_square() -> Callable[[int], tuple[int, int]]:
    return lambda number: (number * number, os.getpid())


@pytest.mark.parametrize(("count", "jobs", "needed"), [(1, 9, 1), (47, 9, 1), (48, 9, 2), (960, 3, 3), (960, 1, 1)])
def test_few_items_are_not_worth_a_worker(count: int, jobs: int, needed: int) -> None:
    assert workers.workers_for(count, jobs) == needed
    assert 1 <= workers.workers_for(10_000, None) <= (os.cpu_count() or 1)


@pytest.mark.parametrize("jobs", [1, 2, 3, 5])
def test_the_results_are_the_same_for_any_number_of_workers(jobs: int) -> None:
    for count in (0, 1, COUNT - 1, COUNT):
        results = list(workers.run(prepare_square, range(count), jobs))
        assert [square for square, _ in results] == [number * number for number in range(count)]
        processes = {process for _, process in results} - {os.getpid()}
        assert bool(processes) == (jobs > 1 and count > 2)
        assert len(processes) <= jobs


def test_workers_of_many_items_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_LIFE", COUNT // 6)
    finished: list[int] = []
    results = list(workers.run(prepare_square, range(COUNT), 2, done=finished.append))
    assert [square for square, _ in results] == [number * number for number in range(COUNT)]
    assert len({process for _, process in results}) == 6
    assert finished == sorted(finished) and finished[-1] == COUNT


def test_the_results_are_the_same_whatever_way_workers_begin(way: str) -> None:
    results = list(workers.run(prepare_square, range(COUNT), 2))
    assert [square for square, _ in results] == [number * number for number in range(COUNT)]
    assert os.getpid() not in {process for _, process in results}


PROBLEM = Problem("content/posts/a.md", 1, 2, "It is wrong.", "Fix it.")


def prepare_failing() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 30:
            raise SiteError((PROBLEM, PROBLEM))
        return number

    return work


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_comes_out_as_it_was_raised(way: str, jobs: int) -> None:
    with pytest.raises(SiteError) as caught:
        list(workers.run(prepare_failing, range(COUNT), jobs))
    assert caught.value.problems == (PROBLEM, PROBLEM)


class Awkward(Exception):
    """Breaks on its way between processes, as many exceptions of libraries do."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(f"{what} at {where}")


def prepare_awkward() -> Callable[[int], int]:
    def work(number: int) -> int:
        raise Awkward("it broke", "sea")

    return work


def test_an_exception_that_cannot_travel_sends_its_words() -> None:
    with pytest.raises(RuntimeError, match="Awkward: it broke at sea"):
        list(workers.run(prepare_awkward, range(COUNT), 2))


def prepare_unready() -> Callable[[int], int]:
    raise ValueError("no tools")


def test_a_worker_that_cannot_begin_says_why(way: str) -> None:
    with pytest.raises(ValueError, match="no tools"):
        list(workers.run(prepare_unready, range(COUNT), 2))


def prepare_dying() -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == 77:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


def test_a_worker_that_is_killed_is_reported_with_the_item_it_held(way: str) -> None:
    with pytest.raises(OutsideError, match=r"A worker died \(signal 9\) while working on item 77\.") as caught:
        list(workers.run(prepare_dying, range(COUNT), 2, lambda number: f"item {number}"))
    assert "--jobs 1" in str(caught.value)


def prepare_dying_amid_an_answer() -> Callable[[int], bytes]:
    def half(pipe: Connection, data: bytes, write: Any = None) -> None:
        os.write(pipe.fileno(), data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)

    Connection._send = half  # type: ignore[attr-defined]
    return lambda number: b"x" * 10_000


def test_a_worker_that_is_killed_amid_an_answer_is_reported(way: str) -> None:
    with pytest.raises(OutsideError, match=r"A worker died \(signal 9\)"):
        list(workers.run(prepare_dying_amid_an_answer, range(COUNT), 2))
    assert multiprocessing.active_children() == []


def prepare_stillborn() -> Callable[[int], int]:
    os._exit(3)


def test_a_worker_that_dies_before_it_begins_is_reported() -> None:
    with pytest.raises(OutsideError, match=r"A worker died \(exit code 3\) before it began"):
        list(workers.run(prepare_stillborn, range(COUNT), 2))


def prepare_slow() -> Callable[[int], int]:
    def work(number: int) -> int:
        time.sleep(0.02)
        return number

    return work


def test_no_worker_outlives_a_run_that_is_given_up() -> None:
    before = set(multiprocessing.active_children())
    run = workers.run(prepare_slow, range(COUNT), 2)
    assert next(iter(run)) == 0
    assert set(multiprocessing.active_children()) - before
    run.close()  # type: ignore[attr-defined]
    assert set(multiprocessing.active_children()) - before == set()


def test_results_come_while_others_are_still_made() -> None:
    run = workers.run(prepare_slow, range(COUNT), 2)
    began = time.monotonic()
    next(iter(run))
    assert time.monotonic() - began < COUNT * 0.02 / 2
    run.close()  # type: ignore[attr-defined]


class Weighed(Struct, frozen=True):
    """A result as builds have them."""

    number: int
    when: datetime
    parts: tuple[int, ...] = ()


def prepare_weighing() -> Callable[[int], Weighed]:
    return lambda number: Weighed(number, datetime(2026, 1, 1, tzinfo=UTC), (number, number * 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_of_a_named_kind_come_home_as_they_were(way: str, jobs: int) -> None:
    results = list(workers.run(prepare_weighing, range(COUNT), jobs, kind=Weighed))
    assert results == [prepare_weighing()(number) for number in range(COUNT)]


def prepare_marks(folder: Path) -> Callable[[int], None]:
    def mark(number: int) -> None:
        if number % 7 == 0:
            raise ValueError(number)
        (folder / str(number)).touch()

    return mark


def test_prefetching_items_are_worked_through_whatever_goes_wrong_with_some(tmp_path: Path) -> None:
    with prefetch(partial(prepare_marks, tmp_path), range(600), 3):
        for _ in range(200):
            if len(list(tmp_path.iterdir())) == 514:
                break
            time.sleep(0.05)
    assert {int(path.name) for path in tmp_path.iterdir()} == {number for number in range(600) if number % 7}
    assert multiprocessing.active_children() == []


def test_prefetching_ends_with_its_block_and_never_before_an_error(tmp_path: Path) -> None:
    def slow() -> Callable[[int], None]:
        mark = prepare_marks(tmp_path)
        return lambda number: (time.sleep(0.02), mark(number))[1]  # type: ignore[func-returns-value]

    with pytest.raises(ValueError, match="mine"), prefetch(slow, range(5000), 2):
        raise ValueError("mine")
    assert len(list(tmp_path.iterdir())) < 100
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(("count", "jobs"), [(600, 1), (10, 4)])
def test_prefetching_nothing_is_done_where_no_processor_is_free(tmp_path: Path, count: int, jobs: int) -> None:
    with prefetch(partial(prepare_marks, tmp_path), range(count), jobs):
        assert multiprocessing.active_children() == []
    assert list(tmp_path.iterdir()) == []


@given(st.integers(0, 300), st.lists(st.integers(0, 4), max_size=400), st.integers(1, 5))
def test_every_item_is_given_out_once_whoever_asks(items: int, askers: list[int], count: int) -> None:
    queue = WorkQueue(items, count)
    given_out: list[int] = []
    for asker in [*(number % count for number in askers), *([0] * (items + 1))]:
        if (chunk := queue.take(asker)) is not None:
            assert chunk[0] < chunk[1]
            given_out += range(*chunk)
    assert sorted(given_out) == list(range(items))
    assert queue.take(0) is None


def test_a_worker_has_neighbours_before_it_takes_anothers() -> None:
    queue = WorkQueue(200, 2)
    assert [queue.take(0), queue.take(1), queue.take(0)] == [(0, 25), (100, 125), (25, 50)]
    assert [queue.take(0), queue.take(0), queue.take(0)] == [(50, 75), (75, 100), (175, 200)]


@given(askers=st.lists(st.integers(0, 2), min_size=30, max_size=60), items=st.integers(1, 900))
def test_in_turn_the_items_are_given_out_from_the_front_whoever_asks(askers: list[int], items: int) -> None:
    queue = WorkQueue(items, 3, in_turn=True)
    given_out = [number for asker in askers if (chunk := queue.take(asker)) for number in range(*chunk)]
    assert given_out == list(range(items))[: len(given_out)]
    assert len(given_out) >= min(items, len(askers))


def test_progress_is_reported_for_all_items() -> None:
    counts: list[int] = []
    for jobs in (1, 2):
        counts.clear()
        list(workers.run(prepare_square, range(COUNT), jobs, done=counts.append))
        assert counts[-1] == COUNT
        assert counts == sorted(counts)


@pytest.fixture(params=["processes", "threads"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Where work may go that this module starts no process for."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, spawn) if request.param == "processes" else ThreadPoolExecutor(2) as made:
        yield made


@pytest.mark.parametrize("count", [1, COUNT, 2500])
def test_an_executor_gives_the_same_results(executor: Executor, count: int) -> None:
    counts: list[int] = []
    results = list(workers.run(prepare_weighing, range(count), executor, kind=Weighed, done=counts.append))
    assert results == [prepare_weighing()(number) for number in range(count)]
    assert counts[-1] == count and counts == sorted(counts)
    assert [square for square, _ in workers.run(prepare_square, range(count), executor)] == [
        number * number for number in range(count)
    ]


def test_an_exception_comes_out_of_an_executor_as_it_was_raised(executor: Executor) -> None:
    with pytest.raises(SiteError) as caught:
        list(workers.run(prepare_failing, range(COUNT), executor))
    assert caught.value.problems == (PROBLEM, PROBLEM)
    with pytest.raises(RuntimeError, match="Awkward: it broke at sea"):
        list(workers.run(prepare_awkward, range(COUNT), executor))
    with pytest.raises(ValueError, match="no tools"):
        list(workers.run(prepare_unready, range(COUNT), executor))


def test_an_executor_that_loses_a_process_ends_the_run_with_the_items_it_held() -> None:
    with (
        ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as executor,
        pytest.raises(
            OutsideError, match=r"A worker died while working on one of the items from item \d+ to item \d+\."
        ),
    ):
        list(workers.run(prepare_dying, range(COUNT), executor, lambda number: f"item {number}"))


class Counting(Executor):
    """Works at once, and counts what it is given."""

    given = 0

    def submit(self, work: Any, /, *arguments: Any, **named: Any) -> "Future[Any]":
        """Do the work."""
        self.given += 1
        done: Future[Any] = Future()
        done.set_result(work(*arguments, **named))
        return done


def test_an_executor_is_given_the_work_as_it_is_done() -> None:
    executor = Counting()
    run = workers.run(prepare_square, range(100_000), executor)
    next(iter(run))
    assert executor.given < 100
    run.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("where", ["spawned", "executor"])
def test_a_site_is_the_same_wherever_its_pages_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    text = "---\ntitle: Post {0}\ndate: 2026-01-01T{0:02}:00:00Z\ntags: [Navy]\n---\n\nText {0}.\n"
    posts = {f"content/posts/{number}.md": text.format(number % 24) for number in range(50)}
    root = write(tmp_path, {"site.yaml": "title: T\ntheme: plain\nbase_url: https://example.org/\n", **posts})
    options = BuildOptions(as_of=datetime(2026, 2, 1, tzinfo=UTC), clean=True, jobs=1)
    build(root, options)
    alone = tree(root / "output")
    monkeypatch.setattr(workers, "_forks", lambda: False)
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as executor:
        build(root, replace(options, output="other", jobs=2 if where == "spawned" else executor))
    assert tree(root / "other") == alone

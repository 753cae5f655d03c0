"""A function applied to items: in this process, in workers that inherit it, or through an executor.

The results are the same. Where the system can fork, workers inherit the items and only numbers are sent to them;
elsewhere items are pickled.
"""

import gc
import itertools
import os
import pickle
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

import msgspec

from site_gen.model.problem import OutsideError

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from multiprocessing.connection import Connection  # loaded when there is work for several

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[str, int, int], None]  # what is done, how many of it, of how many
Prepare = Callable[[], Callable[[Item], Result]]
Jobs: TypeAlias = "int | Executor | None"
"""How many processes work (None: one for each processor), or an executor that does the work elsewhere."""

FEWEST_A_WORKER = 24  # a worker costs about what this many pages cost
_CHUNK = 32  # items at most
_LIFE = 16_384  # items; a worker copies the inherited memory that it touches, and gives it back when it ends
_FEWEST_PREFETCHED = 200  # a process that prefetches must be worth its start, since nobody waits for it
_MOST_PREFETCHED = 196_608  # while it lives, all memory that either process touches is there twice
_AHEAD = 2  # numbers of chunks on their way to a worker, so that it never waits; items themselves could fill the pipe
_TRY_AGAIN = "Possibly out of memory. Try again, or with --jobs 1."
_AHEAD_ELSEWHERE = 64  # chunks that an executor is given before the first of them is back


def workers_for(count: int, jobs: Jobs, fewest: int | None = None) -> int:
    """How many processes of this machine suit so many items, at least `fewest` each; 0 where an executor works."""
    if jobs is not None and not isinstance(jobs, int):
        return 0
    most = (
        jobs
        if jobs is not None
        else len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count() or 1
    )
    return max(1, min(most, count // (fewest or FEWEST_A_WORKER)))


def run(
    prepare: "Prepare[Item, Result]",
    items: Sequence[Item],
    jobs: Jobs = None,
    name_of: Callable[[Item], str] = str,
    kind: Any = None,
    done: Callable[[int], None] = lambda _: None,
    fewest: int | None = None,
    in_turn: bool = False,
) -> Iterator[Result]:
    """The results in the order of the items. `prepare` is called once in each process that works.

    With `in_turn` the workers take the items from the front in turn, so that results come about when they are due and
    few wait for those before them; without, each has neighbours, and half of all results may wait.

    `done` is given the number of items that are finished, in any order. `kind` is the type of a result; where it is
    given, results are sent as MessagePack, several times faster than pickled. A datetime then arrives as the same
    instant in UTC.

    An exception of the function is raised here unchanged. A worker that dies ends the run with an `OutsideError` naming
    the item that it was working on.
    """
    if not items:
        return
    count = workers_for(len(items), jobs, fewest)
    decoder = msgspec.msgpack.Decoder(list[kind]) if kind is not None else None
    if count == 0:
        yield from _run_elsewhere(cast("Executor", jobs), prepare, items, name_of, decoder, done)
    elif count == 1:
        for number, result in enumerate(map(prepare(), items), 1):
            done(number)
            yield result
    else:
        span = count * _LIFE if _forks() else len(items)
        for start in range(0, len(items), span):
            shift = partial(_done_after, done, start)
            yield from _Workers(prepare, items[start : start + span], count, name_of, decoder, in_turn).results(shift)


def _done_after(done: Callable[[int], None], before: int, count: int) -> None:
    done(before + count)


@contextmanager
def prefetch(prepare: "Prepare[Item, Result]", items: Sequence[Item], jobs: Jobs = None) -> Iterator[None]:
    """Work through items on idle processors while the block runs; the results are dropped.

    It is for work that fills a cache: what fails here fails again where it is needed. Nothing is done where the system
    cannot fork, no processor is free, or an executor works.
    """
    count = min(workers_for(len(items), jobs) - 1, len(items) // _FEWEST_PREFETCHED) if _forks() else 0
    if count < 1:
        yield
        return
    import multiprocessing

    context: Any = multiprocessing.get_context("fork")
    over = context.RawValue("b", 0)
    items = items[:_MOST_PREFETCHED]
    shares = [items[number::count] for number in range(count)]
    helpers = [context.Process(target=_fill, args=(prepare, share, over, os.getpid()), daemon=True) for share in shares]
    for helper in helpers:
        helper.start()
    try:
        yield
    finally:
        over.value = 1
        for helper in helpers:
            helper.join()


def _fill(prepare: Any, items: Sequence[Any], over: Any, parent: int) -> None:
    """The main function of a process that prefetches."""
    init_worker()
    with suppress(Exception):
        function = prepare()
        for item in items:
            if over.value or os.getppid() != parent:
                break
            with suppress(Exception):
                function(item)


def _forks() -> bool:
    """Whether workers can inherit this process's memory; macOS can fork, but its libraries do not support it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def init_worker() -> None:
    """Set up a worker process; each of them calls this first."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # inherited objects are not scanned for garbage repeatedly, nor copied by that
    gc.set_threshold(50_000)
    gc.enable()


class _Workers(Generic[Item, Result]):
    """A run in several processes, each with a pipe of its own: one that dies closes it, so nobody waits forever."""

    def __init__(
        self,
        prepare: "Prepare[Item, Result]",
        items: Sequence[Item],
        count: int,
        name_of: Callable[[Item], str],
        decoder: "msgspec.msgpack.Decoder[list[Result]] | None",
        in_turn: bool,
    ) -> None:
        import multiprocessing
        from multiprocessing.connection import wait

        self.items, self.name_of, self.decoder, self.wait = items, name_of, decoder, wait
        self.forks = _forks()
        context = cast(Any, multiprocessing.get_context("fork" if self.forks else "spawn"))
        self.current = context.RawArray("l", [-1] * count)
        self.queue = WorkQueue(len(items), count, in_turn)
        self.idle = False
        self.workers: dict[Connection, tuple[int, Any]] = {}
        for number in range(count):
            ours, theirs = context.Pipe()
            inherited = items if self.forks else None
            # A forked worker has copies of our ends, and would never see them closed if it kept them open.
            foreign_pipes = (*self.workers, ours) if self.forks else ()
            arguments = (theirs, foreign_pipes, prepare, inherited, self.current, number, decoder is not None)
            process = context.Process(target=_work, args=arguments, daemon=True)
            process.start()
            theirs.close()
            self.workers[ours] = (number, process)

    def results(self, done: Callable[[int], None]) -> Iterator[Result]:
        """The results in order; workers are ended in any case."""
        early: dict[int, list[Result]] = {}
        following = finished = 0
        try:
            for pipe in list(self.workers):
                for _ in range(_AHEAD if self.forks else 1):
                    self._feed(pipe)
            while following < len(self.items):
                for start, results in self._received():
                    early[start] = results
                    finished += len(results)
                    done(finished)
                while following in early:
                    chunk = early.pop(following)
                    yield from chunk
                    following += len(chunk)
            self.idle = True
        finally:
            self._dismiss()

    def _feed(self, pipe: "Connection") -> None:
        number, _ = self.workers[pipe]
        chunk = self.queue.take(number)
        if chunk is not None:
            start, stop = chunk
            try:
                pipe.send((start, stop, None if self.forks else list(self.items[start:stop])))
            except (BrokenPipeError, ConnectionResetError):
                pass  # it has ended; what it sent last, or the end of the pipe, is received next

    def _received(self) -> Iterator[tuple[int, list[Result]]]:
        for pipe in cast("list[Connection]", self.wait(list(self.workers))):
            try:
                start, results, error = pipe.recv()
            except (EOFError, OSError):  # the latter where it died in the middle of a message
                self._report_death(pipe)
            if error is not None:
                raise error
            self._feed(pipe)
            yield start, self.decoder.decode(results) if self.decoder is not None else results

    def _report_death(self, pipe: "Connection") -> None:
        number, process = self.workers[pipe]
        process.join(2)
        current = self.current[number]
        what = f"while working on {self.name_of(self.items[current])}" if current >= 0 else "before it began"
        code = process.exitcode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        raise OutsideError(f"A worker died ({how}) {what}. {_TRY_AGAIN}")

    def _dismiss(self) -> None:
        """Tell every worker that the work is done; one that does not end is terminated."""
        for pipe in self.workers:
            with suppress(OSError):
                pipe.send(None)
        for pipe, (_, process) in self.workers.items():
            process.join(1 if self.idle else 0)
            if process.is_alive():
                process.terminate()
                process.join()
            pipe.close()


class WorkQueue:
    """Which items are left for which worker: each has a range of its own, then takes from the end of the longest one.

    Neighbours have much in common (folders written to, inherited memory, cards shown), so one worker gets them.
    `in_turn`, all have one range together.
    """

    def __init__(self, items: int, workers: int, in_turn: bool = False) -> None:
        edges = [items * number // workers for number in range(workers + 1)]
        self.left = [[0, items]] * workers if in_turn else [list(pair) for pair in itertools.pairwise(edges)]
        self.size = max(1, min(_CHUNK, items // (workers * 4)))

    def take(self, worker: int) -> tuple[int, int] | None:
        """The next chunk for a worker: the number of its first item, and of the one after its last."""
        own = self.left[worker]
        if own[0] < own[1]:
            start = own[0]
            own[0] = min(start + self.size, own[1])
            return start, own[0]
        longest = max(self.left, key=lambda span: span[1] - span[0])
        if longest[0] == longest[1]:
            return None
        stop = longest[1]
        longest[1] = max(stop - self.size, longest[0])
        return longest[1], stop


def _work(
    pipe: "Connection",
    foreign_pipes: tuple["Connection", ...],
    prepare: Any,
    inherited: Any,
    current: Any,
    number: int,
    packed: bool,
) -> None:
    """The main function of a worker: chunks in, results out, until the pipe closes."""
    init_worker()
    for other in foreign_pipes:
        other.close()
    try:
        function = prepare()
        while True:
            order = pipe.recv()
            if order is None:
                break
            start, stop, items = order
            items = inherited[start:stop] if items is None else items
            results = []
            for at, item in enumerate(items, start):
                current[number] = at
                results.append(function(item))
            current[number] = -1
            pipe.send((start, msgspec.msgpack.encode(results) if packed else results, None))
    except (EOFError, BrokenPipeError, ConnectionError):
        pass
    except BaseException as error:
        pipe.send((0, [], _portable(error)))
    finally:
        pipe.close()


def _run_elsewhere(
    executor: "Executor",
    prepare: "Prepare[Item, Result]",
    items: Sequence[Item],
    name_of: Callable[[Item], str],
    decoder: "msgspec.msgpack.Decoder[list[Result]] | None",
    done: Callable[[int], None],
) -> Iterator[Result]:
    """The results by way of an executor, which is given a limited number of chunks ahead."""
    from concurrent.futures import BrokenExecutor

    function = pickle.dumps(prepare)
    size = max(1, min(_CHUNK, len(items) // _AHEAD_ELSEWHERE))
    chunks = [items[start : start + size] for start in range(0, len(items), size)]

    def submitted(chunk: Sequence[Item]) -> "Future[Any]":
        return executor.submit(_work_elsewhere, function, list(chunk), decoder is not None)

    waiting = deque(map(submitted, chunks[:_AHEAD_ELSEWHERE]))
    finished = 0
    try:
        for number, chunk in enumerate(chunks):
            try:
                outcome = waiting[0].result()
                waiting.popleft()
                waiting += map(submitted, chunks[number + _AHEAD_ELSEWHERE :][:1])
            except BrokenExecutor as error:
                span = f"one of the items from {name_of(chunk[0])} to {name_of(chunk[-1])}"
                raise OutsideError(f"A worker died while working on {span}. {_TRY_AGAIN}") from error
            finished += len(chunk)
            done(finished)
            yield from decoder.decode(outcome) if decoder is not None else outcome
    finally:
        for future in waiting:
            future.cancel()


_local = threading.local()


def _work_elsewhere(prepare: bytes, items: list[Any], packed: bool) -> Any:
    """The results of a chunk, in a process or thread of an executor, which keeps the function for the next chunk."""
    try:
        if getattr(_local, "prepare", None) != prepare:
            _local.function, _local.prepare = pickle.loads(prepare)(), prepare
        results = [_local.function(item) for item in items]
    except Exception as error:
        raise _portable(error) from None
    return msgspec.msgpack.encode(results) if packed else results


def _portable(error: BaseException) -> BaseException:
    """The error, or a `RuntimeError` with its message where it cannot be pickled."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error

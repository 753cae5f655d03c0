"""A limit of time for each item of a worker.

A thread cannot be ended. So items are worked on in a thread of their own, which is left alone when one takes too long.
Where that thread lets nothing else of Python run, nobody can leave it: then a timer of `faulthandler`, which needs no
Python, ends the process after twice the limit.
"""

import contextlib
import faulthandler
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class TookTooLong(Exception):
    """An item took longer than the limit; `results` are those of the items before it."""

    def __init__(self, results: Sequence[Any]) -> None:
        super().__init__(results)
        self.results = tuple(results)


def results_within(function: Callable[[Item], Result], items: Sequence[Item], limit: float) -> list[Result]:
    """The results of a function, which has `limit` seconds for each item; 0 is no limit. Its exceptions are raised."""
    if not limit:
        return [function(item) for item in items]
    with _last_resort(limit) as renew:
        work = _Work(function, items)
        while not work.over.wait(max(0.01, work.began + limit - time.monotonic())):
            renew()
            count = len(work.results)  # before the time is read: an item that ends now has been in time
            is_in_one = work.begun > count  # and not between two, or at the end
            if is_in_one and time.monotonic() - work.began >= limit and count == len(work.results):
                raise TookTooLong(work.results[:count])
    if work.error is not None:
        raise work.error
    return work.results


class _Work(Generic[Item, Result]):
    """Items that a thread of its own works on; it began with `begun` of them, with the last when `began` says."""

    def __init__(self, function: Callable[[Item], Result], items: Sequence[Item]) -> None:
        self.results: list[Result] = []
        self.error: BaseException | None = None
        self.began, self.begun = time.monotonic(), 0
        self.over = threading.Event()
        threading.Thread(target=self._run, args=(function, items), name="site_gen-items", daemon=True).start()

    def _run(self, function: Callable[[Item], Result], items: Sequence[Item]) -> None:
        try:
            for item in items:
                self.began = time.monotonic()
                self.begun += 1
                self.results.append(function(item))
        except BaseException as error:
            self.error = error
        self.over.set()


_lock = threading.Lock()
_limits: list[float] = []  # of the threads of this process that wait for items: all have one timer


@contextlib.contextmanager
def _last_resort(limit: float) -> Iterator[Callable[[], None]]:
    """While it lasts: end this process unless the function that is given is called again within twice the limit."""

    def renew() -> None:
        with _lock:
            faulthandler.dump_traceback_later(2 * max(_limits), exit=True, file=_log())

    with _lock:
        _limits.append(limit)
    renew()
    try:
        yield renew
    finally:
        with _lock:
            _limits.remove(limit)
            if not _limits:
                faulthandler.cancel_dump_traceback_later()


def _log() -> Any:
    """Where it is written what the process was doing: its log, but not the terminal of a user."""
    global _nowhere
    if sys.__stderr__ is not None and not sys.__stderr__.isatty():
        return sys.__stderr__
    if _nowhere is None:
        _nowhere = Path(os.devnull).open("w")  # noqa: SIM115 - for as long as the process lives
    return _nowhere


_nowhere: Any = None

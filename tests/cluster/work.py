"""Work for a cluster, which its workers import: some of it kills them."""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from site_gen.model.problem import Problem, SiteError
from site_gen.remote import Needed, Remote, WorkFolder


def reading(root: Path, deadly: frozenset[int] = frozenset(), slow: float = 0.0) -> Remote[int, str]:
    """Each item reads its file below the root, and says in which process; deadly ones kill it."""
    return Remote(root, partial(_needs, root), partial(_prepare, deadly, slow), _received, _lost)


def failing(root: Path) -> Remote[int, str]:
    return Remote(root, lambda _: (), _prepare_failing, _received, _lost)


def hanging(root: Path, pipes: frozenset[int] = frozenset(), alone: frozenset[int] = frozenset()) -> Remote[int, str]:
    """Items that read a pipe into which nobody writes, as one reads from a server of files that is gone.

    `alone` are those that let nothing else of Python run meanwhile.
    """
    return Remote(root, partial(_needs, root), partial(_prepare_hanging, root, pipes, alone), _received, _lost)


def _prepare_hanging(
    root: Path, pipes: frozenset[int], alone: frozenset[int], folder: WorkFolder
) -> Callable[[int], tuple[str, int]]:
    read = _prepare(frozenset(), 0, folder)

    def work(item: int) -> tuple[str, int]:
        if item in pipes:
            (root / "pipe").read_bytes()
        if item in alone:
            re.match(r"(a+)+$", "a" * 60 + "b")
        return read(item)

    return work


def _needs(root: Path, item: int) -> Iterator[Needed]:
    yield Needed(f"{item % 5}.txt", str(root / f"{item % 5}.txt"))


def _prepare(deadly: frozenset[int], slow: float, folder: WorkFolder) -> Callable[[int], tuple[str, int]]:
    def read(item: int) -> tuple[str, int]:
        if item in deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(slow)
        return f"{item}: {(folder.root / f'{item % 5}.txt').read_text()}", os.getpid()

    return read


def _prepare_failing(folder: WorkFolder) -> Callable[[int], tuple[str, int]]:
    def fail(item: int) -> tuple[str, int]:
        if item == 7:
            raise SiteError((Problem("content/posts/a.md", 1, 2, "It is wrong.", "Fix it."),))
        return str(item), os.getpid()

    return fail


PROCESSES: set[int] = set()


def _received(_: int, result: tuple[str, int]) -> str:
    PROCESSES.add(result[1])
    return result[0]


def _lost(item: int, what: str) -> str:
    return f"{item} is lost: {what}"

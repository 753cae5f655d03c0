"""Items on a cluster: which are on their way, what is tried again, and which one kills whoever works on it.

Dask gives the tasks of a lost worker to others. After some losses it blames every task that the worker had been given,
innocent ones too (https://distributed.dask.org/en/stable/killed.html). So blamed chunks wait until all others are done
and are tried again one at a time, then item by item: what is blamed even then is the item. One that takes too long
is tried once more by itself, on another worker if there is one.
"""

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_gen.cluster.announced import announced
from site_gen.cluster.contents import Contents
from site_gen.cluster.task import Asked, Late, OtherProgram, Unseen, end_soon, perform
from site_gen.model.problem import OutsideError
from site_gen.remote import Item, Remote, Result

_CHUNK = 32  # items at most
_AHEAD = 4  # chunks for each thread of the cluster, so that it never waits
_FULL = 256 << 20  # bytes of contents on their way
_TRIES = 10  # for a chunk that is cancelled, as when a scheduler starts again
_PATIENCE = 300  # seconds without any worker
_LOOK = 5.0


class Chunk(Struct, frozen=True):
    """Neighbouring items: the number of the first, how often they were cancelled, and whether nothing else runs.

    `late` is the worker on which its one item took too long, if it did.
    """

    start: int
    items: Sequence[Any]
    tries: int = 0
    alone: bool = False
    late: str | None = None


class Sent(Struct, frozen=True):
    """A chunk on its way, with its future, the digests of the contents that it waits for, and their bytes."""

    chunk: Chunk
    future: Any
    names: tuple[str, ...]
    size: int


class Run:
    """One sequence of items on a cluster."""

    def __init__(
        self,
        client: Any,
        remote: "Remote[Any, Any]",
        items: Sequence[Any],
        contents: Contents,
        asked: Asked,
    ) -> None:
        self.client, self.remote, self.contents, self.asked = client, remote, contents, asked
        self.threads = max(1, sum(client.nthreads().values()))
        size = max(1, min(_CHUNK, len(items) // (self.threads * _AHEAD)))
        self.waiting = deque(Chunk(start, items[start : start + size]) for start in range(0, len(items), size))
        self.blamed: deque[Chunk] = deque()
        self.sent: dict[str, Sent] = {}  # by the key of the future
        self.results: dict[int, Any] = {}
        self.prepare = pickle.dumps(remote.prepare)
        self.alone = 0.0

    def results_in_order(self, count: int, done: Callable[[int], None]) -> Iterator[Any]:
        """Each result, as soon as all before it are there."""
        following = 0
        try:
            while following < count:
                self._send()
                self._receive()
                done(following + len(self.results))
                while following in self.results:
                    yield self.results.pop(following)
                    following += 1
        finally:
            if self.sent:
                self.client.cancel([one.future for one in self.sent.values()], force=True)

    def _send(self) -> None:
        while self.waiting and len(self.sent) < self.threads * _AHEAD:
            if self.sent and sum(one.size for one in self.sent.values()) > _FULL:
                return
            self._submit(self.waiting.popleft())
        if not self.sent and self.blamed:
            self._submit(self.blamed.popleft())

    def _submit(self, chunk: Chunk) -> None:
        names: dict[str, tuple[str, Any, int]] = {}
        if not self.asked.token:
            for item in chunk.items:
                for needed in self.remote.needs(item):
                    if needed.name not in names:
                        data = _read(needed.path)
                        names[needed.name] = (*self.contents.put(data), len(data))
        prepare_name, prepare = self.contents.put(self.prepare)
        files = [(name, content) for name, (content, _, _) in names.items()]
        futures = [future for _, future, _ in names.values()]
        future = self.client.submit(
            perform, self.asked, prepare, files, futures, list(chunk.items), pure=False, **self._where(chunk)
        )
        used = (prepare_name, *(content for content, _, _ in names.values()))
        self.sent[future.key] = Sent(chunk, future, used, sum(size for _, _, size in names.values()))
        self.contents.trim(name for one in self.sent.values() for name in one.names)

    def _where(self, chunk: Chunk) -> dict[str, Any]:
        """Which workers are preferred: for an item that took too long, the others."""
        others = [] if chunk.late is None else [one for one in self.client.nthreads() if one != chunk.late]
        return {"workers": others, "allow_other_workers": True} if others else {}

    def _receive(self) -> None:
        import distributed

        dask: Any = distributed
        with suppress(TimeoutError, CancelledError):
            dask.wait([one.future for one in self.sent.values()], timeout=_LOOK, return_when="FIRST_COMPLETED")
        finished = [key for key, one in self.sent.items() if one.future.done()]
        self.alone = 0.0 if finished or self.client.nthreads() else self.alone + _LOOK
        if self.alone >= _PATIENCE:
            raise OutsideError("The cluster has no workers any more. Start some, and try again.")
        for key in finished:
            self._take(key, self.sent[key].chunk, self.sent[key].future)

    def _take(self, key: str, chunk: Chunk, future: Any) -> None:
        """What became of a chunk; a result that is lost before it is here is made again by Dask, and waited for."""
        from distributed.scheduler import KilledWorker

        try:
            found = future.result(timeout=_LOOK)
        except TimeoutError:
            return
        except KilledWorker:
            self._blame(chunk)
        except OtherProgram as error:
            raise other_program(str(error)) from None
        except CancelledError:
            if chunk.tries >= _TRIES:
                raise OutsideError("The cluster cancelled the same work again and again. Look at its logs.") from None
            (self.blamed if chunk.alone else self.waiting).append(replace(chunk, tries=chunk.tries + 1))
        else:
            self._keep(chunk, found)
        del self.sent[key]

    def _keep(self, chunk: Chunk, found: Any) -> None:
        if isinstance(found, Unseen):  # a worker that came later and has no part in the file system
            self.asked = replace(self.asked, token="", text="")
            self.waiting.appendleft(chunk)
            return
        results = found.results if isinstance(found, Late) else found
        for at, (item, result) in enumerate(zip(chunk.items, results, strict=results is found), chunk.start):
            self.results[at] = self.remote.receive(item, result)
        if isinstance(found, Late):
            self._retry(chunk, len(results), found.worker)
            if found.restarts:  # else what hangs takes a processor, and the worker is not lost for good
                ending = partial(self.client.run, end_soon, workers=[found.worker], on_error="ignore")
                self.client.loop.add_callback(ending)

    def _retry(self, chunk: Chunk, late: int, worker: str) -> None:
        """Try the item with this number in its chunk once more, by itself; those after it were not begun."""
        if late == len(chunk.items):  # none was late
            return
        if chunk.late is not None:
            what = f"It took longer than {self.asked.limit:g} seconds on a worker of the cluster, twice."
            self.results[chunk.start] = self.remote.lost(chunk.items[0], what)
            return
        queue = self.blamed if chunk.alone else self.waiting
        at = chunk.start + late
        if rest := chunk.items[late + 1 :]:
            queue.append(replace(chunk, start=at + 1, items=rest))
        queue.append(replace(chunk, start=at, items=chunk.items[late : late + 1], late=worker))

    def _blame(self, chunk: Chunk) -> None:
        """Try a chunk again by itself, then each of its items; who is alone and kills again is lost."""
        if not chunk.alone:
            self.blamed.append(replace(chunk, alone=True))
        elif len(chunk.items) > 1:
            singles = [Chunk(at, [item], alone=True) for at, item in enumerate(chunk.items, chunk.start)]
            self.blamed.extendleft(reversed(singles))
        else:
            what = "Workers of the cluster die of it, one after the other, possibly out of memory or of time."
            self.results[chunk.start] = self.remote.lost(chunk.items[0], what)


def other_program(difference: str) -> OutsideError:
    """The error of a cluster whose workers are another program."""
    what = f"The workers of the cluster make other bytes than this machine: they have {difference}."
    return OutsideError(f"{what} Install the same versions everywhere.")


def _read(path: str) -> bytes:
    """The bytes of a file; none where there is no such file, which the function then says in its own words."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def run(
    client: Any,
    remote: Remote[Item, Result],
    items: Sequence[Item],
    contents: Contents,
    shared: bool,
    done: Callable[[int], None],
    limit: float = 0,
) -> Iterator[Result]:
    """The results of items on the cluster of a client, in their order; each has `limit` seconds, 0 is no limit."""
    if items:
        with announced(remote.root, limit, shared) as asked:
            yield from Run(client, remote, items, contents, asked).results_in_order(len(items), done)

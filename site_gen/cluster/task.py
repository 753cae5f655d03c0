"""What a worker of a cluster does: put the files in place that came along, and call the function.

A worker is any process with the same site_gen; what differs is refused, since its bytes might.
"""

import os
import pickle
import shutil
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_gen.cluster.time_limit import TookTooLong, results_within
from site_gen.model.program import Program
from site_gen.remote import WorkFolder
from site_gen.storage.files import write_whole
from site_gen.storage.program import program
from site_gen.text.digest import digest

_FULL = 256 << 20  # bytes of files in the folder of a worker, after which it is emptied


class OtherProgram(Exception):
    """A worker is another program than the one that asks; its text says what differs."""


class Unseen(Struct, frozen=True):
    """The answer of a worker that does not see the files of the site, as it should."""


class Late(Struct, frozen=True):
    """The answer of a worker that took too long for an item: the results of those before it.

    `worker` is its address, "" outside of Dask; `restarts`, whether Dask starts another process when this one ends.
    """

    results: tuple[Any, ...]
    worker: str = ""
    restarts: bool = False


class Asked(Struct, frozen=True):
    """What all tasks of a run have in common.

    `token` is a file of the site, and its text; "" where files travel. `limit` are the seconds for an item, 0 is none.
    """

    program: Program
    root: str
    token: str = ""
    text: str = ""
    limit: float = 0


class Worker(Struct, frozen=True):
    """What a worker says of itself."""

    program: Program
    sees: bool


def introduce(asked: Asked) -> Worker:
    """What this process is, and whether it sees the files of the site."""
    return Worker(program(), _sees(asked))


def given(data: bytes) -> bytes:
    """A content, which is a task of its own, so that it is sent once, and again if the worker that had it is lost."""
    return data


def perform(
    asked: Asked, prepare: bytes, names: Sequence[tuple[str, str]], contents: Sequence[bytes], items: Sequence[Any]
) -> Any:
    """The results for some items; `names` are those of the files that came along, with the digests of their bytes."""
    if difference := program().difference(asked.program):
        raise OtherProgram(difference)
    if asked.token and not _sees(asked):
        return Unseen()
    place = _place()
    root = Path(asked.root) if asked.token else place.arranged(names, contents)
    function = place.function(prepare, WorkFolder(root, place.folder / "state", bool(asked.token)))
    try:
        return results_within(function, items, asked.limit)
    except TookTooLong as late:
        _local.place = None  # what still runs may write there
        worker = _worker_of_dask()
        return Late(late.results, str(worker.address), bool(worker.nanny)) if worker is not None else Late(late.results)


def end_soon() -> None:
    """End this process, and what hangs in it, when it has answered."""
    threading.Timer(0.1, os._exit, (1,)).start()


def _sees(asked: Asked) -> bool:
    try:
        return bool(asked.token) and Path(asked.token).read_text(encoding="ascii") == asked.text
    except (OSError, UnicodeDecodeError):
        return False


class _Place:
    """The folder of one thread of a worker, and the function that it called last."""

    def __init__(self) -> None:
        self._owner = tempfile.TemporaryDirectory(prefix="site_gen-", dir=_folder_of_dask(), ignore_cleanup_errors=True)
        self.folder = Path(self._owner.name)
        self._present: dict[str, str] = {}
        self._size = 0
        self._function: tuple[str, Any] = "", None

    def arranged(self, names: Sequence[tuple[str, str]], contents: Sequence[bytes]) -> Path:
        """The root of a site that has these files, and maybe others of it."""
        root = self.folder / "site"
        if self._size > _FULL:
            shutil.rmtree(root, ignore_errors=True)
            self._present, self._size = {}, 0
        root.mkdir(exist_ok=True)
        for (name, expected), data in zip(names, contents, strict=True):
            if self._present.get(name) != expected:
                write_whole(root / name, data)
                self._present[name] = expected
                self._size += len(data)
        return root

    def function(self, prepare: bytes, folder: WorkFolder) -> Any:
        """The function for items, made once for all tasks of a run."""
        key = digest(prepare + str(folder).encode())
        if self._function[0] != key:
            folder.state.mkdir(exist_ok=True)
            self._function = key, pickle.loads(prepare)(folder)
        return self._function[1]


_local = threading.local()


def _place() -> _Place:
    place: _Place | None = getattr(_local, "place", None)
    if place is None:
        place = _local.place = _Place()
    return place


def _folder_of_dask() -> str | None:
    """The folder that Dask cleans up when a worker is lost; None outside of a worker of Dask."""
    worker = _worker_of_dask()
    return str(worker.local_directory) if worker is not None else None


def _worker_of_dask() -> Any:
    dask = sys.modules.get("distributed")
    try:
        return dask.get_worker() if dask is not None else None
    except ValueError:
        return None

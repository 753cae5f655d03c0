"""One build at a time in one site."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from site_gen.model.problem import OutsideError

_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


PATIENCE = (
    1.0  # seconds: workers of a killed process hold its lock until they notice, so that nobody writes beside them
)
_PAUSE = 0.02


@contextmanager
def site_lock(
    folder: Path, work: str = "site_gen is running in this site", patience: float = PATIENCE
) -> Iterator[None]:
    """Hold a folder's lock; `OutsideError` where another process keeps it for so many seconds.

    The system frees it when the process and its workers end.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / "lock", _OPEN, 0o666)
    try:
        if not _acquired(handle, patience):
            raise OutsideError(f"Another {work}. Wait for it, or end it.")
        yield
    finally:
        os.close(handle)


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Wait until no other process has its turn at what this file stands for, however long that takes."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, _OPEN, 0o666)
    except OSError:  # where nothing can be written, nobody waits
        yield
        return
    try:
        with suppress(ImportError):  # Windows has no flock
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _acquired(handle: int, patience: float) -> bool:
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows has no flock
        return True
    for attempt in range(1 + round(patience / _PAUSE)):
        if attempt:
            time.sleep(_PAUSE)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            continue
    return False

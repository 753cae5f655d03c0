"""One build at a time in one site."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.model.problem import OutsideError

_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def site_lock(folder: Path, work: str = "site_gen is running in this site") -> Iterator[None]:
    """Hold a folder's lock; `OutsideError` where another process has it. The system frees it when the process ends."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / "lock", _OPEN, 0o666)
    try:
        try:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # pragma: no cover - Windows has no flock
            pass
        except BlockingIOError:
            raise OutsideError(f"Another {work}. Wait for it, or end it.") from None
        yield
    finally:
        os.close(handle)

"""A file of its own in the state folder, written to see whether the system reports it."""

import os
import threading
from pathlib import Path

NAME = "preview-heartbeat"
_PATIENCE = 4.0  # seconds within which a write must be reported, on a busy machine too


class Heartbeat:
    """Written by one thread with `beat`, confirmed by any with `confirm`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._written: float | None = None  # when the file was written, until that is reported
        self._count = 0

    def beat(self, now: float) -> None:
        """Write the file, unless a write has not been reported yet. One that fails is not waited for."""
        with self._lock:
            if self._written is not None:
                return
            self._written = now
        try:
            self._write()
        except OSError:
            self.confirm()

    def _write(self) -> None:
        self._folder.mkdir(exist_ok=True)
        self._count += 1
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(self._folder / NAME, flags, 0o666)
        try:
            os.write(handle, b"%d\n" % self._count)
        finally:
            os.close(handle)

    def confirm(self) -> None:
        """Note that the write was reported."""
        with self._lock:
            self._written = None

    def is_missed(self, now: float) -> bool:
        """Whether a write was not reported in time."""
        with self._lock:
            return self._written is not None and now - self._written > _PATIENCE

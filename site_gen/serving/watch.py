"""Which of the site's sources were touched: told by the system, or looked for where it does not tell.

A save reaches the page at once; a storm (a checkout, a thousand seeds) is waited out and becomes one rebuild.
"""

import os
import queue
import time
from pathlib import Path
from typing import Any

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from site_gen.disk.seeds import LOCK
from site_gen.reading.redirects import REDIRECTS

ROOMS = ("content", "seeds", "themes", "static", "templates")
_QUIET = 0.01  # seconds without an event after a single save
_STORM = 20  # paths from which on edits are a storm
_STORM_QUIET = 0.1
_LONGEST = 2.0  # a storm that does not end is looked at all the same
_TOLD = (
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirCreatedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
)

Touched = frozenset[str] | None


class Watcher(events.FileSystemEventHandler):
    """Watches the sources of the site at `root`; `batch` gives what was touched."""

    def __init__(self, root: Path, poll: bool = False) -> None:
        self.root = Path(os.path.realpath(root))
        self._queue: queue.Queue[Touched] = queue.Queue()
        self._rooms: set[str] = set()
        self.polling = poll
        self._observer = self._started(PollingObserver(timeout=0.5) if poll else Observer())

    def _started(self, observer: BaseObserver) -> BaseObserver:
        try:
            observer.schedule(self, str(self.root), recursive=False, event_filter=list(_TOLD))
            observer.start()
            self._observer = observer
            self._watch_rooms()
        except OSError:  # no more watches, or none on this file system
            if self.polling:
                raise
            observer.stop()
            self.polling = True
            self._rooms.clear()
            return self._started(PollingObserver(timeout=0.5))
        return observer

    def _watch_rooms(self) -> bool:
        """Watch rooms that have come; whether any has."""
        there = {room for room in ROOMS if (self.root / room).is_dir()}
        new = there - self._rooms
        for room in sorted(new):
            self._observer.schedule(self, str(self.root / room), recursive=True, event_filter=list(_TOLD))
        self._rooms = there
        return bool(new)

    def on_any_event(self, event: Any) -> None:
        """Note what was touched; what happens to a folder may have happened to all in it."""
        paths = [path for path in (event.src_path, event.dest_path) if path]
        names = [os.path.relpath(os.fsdecode(path), self.root).replace(os.sep, "/") for path in paths]
        ours = frozenset(name for name in names if is_source(name))
        if not ours:
            return
        self._queue.put(None if event.is_directory else ours)

    def batch(self, timeout: float) -> Touched | bool:
        """All that was touched until it was quiet (None: anything may have been); False where nothing was."""
        try:
            touched = self._queue.get(timeout=timeout)
        except queue.Empty:
            return False
        end = time.monotonic() + _LONGEST
        while time.monotonic() < end:
            many = touched is None or len(touched) >= _STORM
            try:
                more = self._queue.get(timeout=_STORM_QUIET if many else _QUIET)
            except queue.Empty:
                break
            touched = None if touched is None or more is None else touched | more
        if touched is None and self._watch_rooms():
            self._drain()
        return touched

    def _drain(self) -> None:
        while not self._queue.empty():
            self._queue.get_nowait()

    def stir(self) -> None:
        """Wake whoever waits for a batch."""
        self._queue.put(frozenset())

    def stop(self) -> None:
        """Stop watching."""
        self._observer.stop()


def is_source(name: str) -> bool:
    """Whether a path from the root is one that the site is made from, and not an editor's or the program's own."""
    parts = name.split("/")
    if name in ("site.yaml", LOCK, REDIRECTS):
        return True
    if parts[0] not in ROOMS:
        return False
    last = parts[-1]
    if (
        last.endswith("~")
        or last.startswith((".site_gen-", ".#", "._", ".DS_Store"))
        or last.endswith((".swp", ".swx"))
    ):
        return False
    return parts[0] == "static" or not any(part.startswith(".") for part in parts) or len(parts) == 1

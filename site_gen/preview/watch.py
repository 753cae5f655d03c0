"""Which of the site's sources were touched: reported by the system, and checked for where it does not report.

A save reaches the page at once; a storm (a checkout, a thousand seeds) is waited out and becomes one rebuild. The
system watches folders, not names: it reports nothing more of one that is removed, moved or replaced. So all watches are
set again whenever a folder comes or goes. A heartbeat, and a check of the stamps of all files now and then, show where
edits are not reported all the same.
"""

import os
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from site_gen.preview import heartbeat
from site_gen.preview.heartbeat import Heartbeat
from site_gen.preview.source_files import (
    SOURCE_FOLDERS,
    Stamps,
    Touched,
    changed_since,
    is_source,
    source_stamps,
    stamp_of,
    stamps_unless,
)
from site_gen.session import STATE

_QUIET = 0.01  # seconds without an event after a single save
_STORM = 20  # paths; so many edits or more are a storm
_STORM_QUIET = 0.1
_LONGEST = 2.0  # seconds after which a storm that goes on is handled all the same
_FLOOD = 5000  # reports; with so many the system may have dropped some: it keeps 16,384 at most
_POLL = 0.5  # seconds between checks where the system does not report
_CHECK = 2.0  # seconds between checks where it does
_SHARE = 100  # a check may take one hundredth of the time; a tenth where it is the only way
_RELAPSE = 600.0  # seconds; after a second failure within them the system's reports are not relied on
_ATTEMPTS = 5  # to set watches while folders vanish
_EVENTS = (
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirCreatedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
)


class Watcher:
    """Watches the sources of the site at `root`; `batch` gives what was touched. `notify` shows the user a message."""

    def __init__(self, root: Path, poll: bool = False, notify: Callable[[str], None] = lambda _: None) -> None:
        self.root = Path(os.path.realpath(root))
        self.polling = poll
        self._notify = notify
        self._queue: queue.Queue[Touched] = queue.Queue()
        self._listener: _Listener | None = None
        self._heartbeat = Heartbeat(self.root / STATE)
        self._missing: frozenset[str] = frozenset()  # what a check found and the system has not reported
        self._lock = threading.Lock()
        self._stamps: Stamps = {}
        self._next_check = 0.0
        self._failed_at: float | None = None
        self._watch_again()
        self._set_stamps(source_stamps(self.root))

    def batch(self, timeout: float) -> Touched | bool:
        """Everything that was touched until it was quiet (None: any file may have been); False where nothing was."""
        first = self._first(timeout)
        if first is False:
            return False
        assert not isinstance(first, bool)
        touched = self._gather(first)
        if touched is None:
            self._watch_again()
            self._set_stamps(source_stamps(self.root))
        else:
            for name in touched:
                self._update_stamp(name)
        return touched

    def wake(self) -> None:
        """Wake whoever waits for a batch."""
        self._queue.put(frozenset())

    def stop(self) -> None:
        """Stop watching."""
        if self._listener is not None:
            self._listener.stop()

    def report(self, touched: Touched) -> None:
        """Note what the system reports. From any thread."""
        with self._lock:
            self._missing = frozenset() if touched is None else self._missing - touched
        self._queue.put(touched)

    def _first(self, timeout: float) -> Touched | bool:
        """The first report, or what a check that is due has found."""
        end = time.monotonic() + timeout
        while True:
            now = time.monotonic()
            try:
                return self._queue.get(timeout=max(0.0, min(end, self._next_check) - now))
            except queue.Empty:
                pass
            now = time.monotonic()
            if now >= self._next_check:
                changed = self._check(now)
                if changed is None or changed:
                    return changed
            elif now >= end:
                return False

    def _gather(self, touched: Touched) -> Touched:
        end = time.monotonic() + _LONGEST
        reports = 0
        while time.monotonic() < end:
            many = touched is None or len(touched) >= _STORM
            try:
                more = self._queue.get(timeout=_STORM_QUIET if many else _QUIET)
            except queue.Empty:
                break
            reports += 1
            touched = None if touched is None or more is None or reports >= _FLOOD else touched | more
        return touched

    def _check(self, now: float) -> Touched:
        """What changed since the last check or report; watches again where the system has missed something."""
        if self._listener is not None and (self._missing or self._heartbeat.is_missed(now)):
            return self._recover(now)
        if self._listener is None and not self.polling and self.root.is_dir():
            return None  # the watches could not be set, since folders were coming and going
        stamps = stamps_unless(self.root, lambda: not self._queue.empty())
        if stamps is None:  # an edit was reported, which is more urgent, and shows that edits are reported
            self._next_check = time.monotonic() + _CHECK
            return frozenset()
        previous, self._stamps = self._stamps, stamps
        changed = changed_since(previous, self._stamps)
        if self._listener is not None:
            self._heartbeat.beat(now)
            self._expect(changed or frozenset())
        spent = time.monotonic() - now
        every, share = (_CHECK, _SHARE) if self._listener is not None else (_POLL, _SHARE / 10)
        self._next_check = now + max(every, spent * share)
        return changed

    def _expect(self, changed: frozenset[str]) -> None:
        """Expect a report of what a check has found, unless it has been reported already."""
        with self._lock:
            self._missing = changed
        reported: list[Touched] = []
        while not self._queue.empty():
            reported.append(self._queue.get_nowait())
        for touched in reported:
            self.report(touched)

    def _recover(self, now: float) -> Touched:
        """Watch again, since edits were not reported; where that happens twice, poll from now on."""
        what = f"An edit of {min(self._missing)}" if self._missing else "A write to the folder .site_gen"
        if self._failed_at is not None and now - self._failed_at < _RELAPSE:
            self._poll_instead(f"{what} was not reported by the system, as is usual for network drives and containers.")
        else:
            self._notify(f"{what} was not reported by the system. The folders are watched again, and all files read.")
        self._failed_at = now
        self._next_check = now
        return None

    def _poll_instead(self, why: str) -> None:
        self.polling = True
        self._notify(f"{why} From now on the preview checks for edits itself, twice a second (as with --poll).")

    def _watch_again(self) -> None:
        """Remove all watches and set them on the folders that exist now.

        All files must be checked afterwards: what happens until the last watch is set is not reported.
        """
        self.stop()
        self._listener = None
        while not self._queue.empty():
            self._queue.get_nowait()
        with self._lock:
            self._missing = frozenset()
        self._heartbeat.confirm()
        for _ in range(0 if self.polling else _ATTEMPTS):
            try:
                self._listener = _Listener(self)
                break
            except FileNotFoundError:  # a folder has gone meanwhile, or the whole site has: the next check tries again
                continue
            except OSError as error:
                self._poll_instead(f"Folders cannot be watched: {error.strerror or error}.")
                break

    def confirm_heartbeat(self) -> None:
        """Note that the heartbeat was reported."""
        self._heartbeat.confirm()

    def _set_stamps(self, stamps: Stamps) -> None:
        self._stamps = stamps
        self._next_check = time.monotonic() + (_POLL if self._listener is None else _CHECK)

    def _update_stamp(self, name: str) -> None:
        """Note a file's stamp: it is read after this, so no later edit is missed."""
        stamp = stamp_of(self.root / name)
        if stamp is None:
            self._stamps.pop(name, None)
        else:
            self._stamps[name] = stamp


class _Listener(events.FileSystemEventHandler):
    """Watches on the root, the state folder and all source folders that exist."""

    def __init__(self, watcher: Watcher) -> None:
        self._watcher, self._root = watcher, watcher.root
        self._is_stopped = False
        self._observer: BaseObserver = Observer()
        self._observer.start()
        try:
            self._schedule_state(self._root / STATE)  # first, so that its creation is not reported
            self._schedule(self._root, recursive=False)
            for top in SOURCE_FOLDERS:
                if (self._root / top).is_dir():
                    self._schedule(self._root / top, recursive=True)
        except OSError:
            self.stop()
            raise

    def _schedule(self, folder: Path, recursive: bool) -> None:
        self._observer.schedule(self, str(folder), recursive=recursive, event_filter=list(_EVENTS))

    def _schedule_state(self, folder: Path) -> None:
        try:
            folder.mkdir(exist_ok=True)
        except FileNotFoundError:  # the whole site has gone
            raise
        except OSError:  # a site on a read-only disk has no heartbeat
            return
        self._schedule(folder, recursive=False)

    def stop(self) -> None:
        """Stop watching."""
        self._is_stopped = True
        self._observer.stop()

    def on_any_event(self, event: Any) -> None:
        """Note what was touched; what happens to a folder may have happened to everything in it."""
        if self._is_stopped:
            return
        paths = [path for path in (event.src_path, event.dest_path) if path]
        names = [os.path.relpath(os.fsdecode(path), self._root).replace(os.sep, "/") for path in paths]
        if f"{STATE}/{heartbeat.NAME}" in names:
            self._watcher.confirm_heartbeat()
        ours = frozenset(name for name in names if is_source(name))
        if any(name in (".", STATE, *SOURCE_FOLDERS) for name in names) or (ours and event.is_directory):
            self._watcher.report(None)
        elif ours:
            self._watcher.report(ours)

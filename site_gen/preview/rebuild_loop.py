"""The thread that keeps the preview up to date: waits for edits, refreshes the site, notifies pages."""

import gc
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from site_gen.model.problem import Problem
from site_gen.preview.background_check import BackgroundCheck
from site_gen.preview.hub import Hub
from site_gen.preview.preview_site import PreviewSite
from site_gen.preview.source_files import Touched
from site_gen.preview.watch import Watcher
from site_gen.storage.os_faults import os_problem

_GRACE = 0.06  # seconds in which an editor that saves in two steps may do the second, before a problem is shown
_LATEST = 1.0  # seconds between checks whether a post has come due
_QUIET = 0.25  # seconds without edit or request after which pages are checked
_QUIET_FOR_PICTURES = 3.0  # the same for pictures: the next edit waits until one is made
_GATHERED = 1.0  # seconds after a first error in which others, and more pages of it, are gathered into one report


class RebuildLoop:
    """Runs beside the server; `report` says at the terminal what is wrong, or that the site was refreshed."""

    def __init__(
        self,
        preview_site: PreviewSite,
        watcher: Watcher,
        hub: Hub,
        report: Callable[[tuple[Problem, ...]], None],
        navigate: bool,
    ) -> None:
        self.preview_site, self.watcher, self.hub = preview_site, watcher, hub
        self.report, self.navigate = report, navigate
        self._check = BackgroundCheck(preview_site)
        self._report_at = 0.0
        self._failed = False  # whether the last turn ended with an error
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rebuild-loop", daemon=True)

    def start(self) -> None:
        """Start watching."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait for the thread for a moment."""
        self._stopped.set()
        self.watcher.stop()
        self.watcher.wake()
        self._thread.join(0.3)

    def _run(self) -> None:
        with suppress(Exception):  # a file that has just gone; anything else is reported with the first edit
            self.preview_site.warm()
        self._check.restart()
        while not self._stopped.is_set():
            try:
                self._turn()
            except Exception as error:  # without this thread no edit would ever be noticed again
                self._fail(error)

    def _turn(self) -> None:
        touched = self.watcher.batch(self._patience())
        if self._stopped.is_set():
            return
        if touched is False and not self._failed:
            if not self._is_due():
                self._check_pages()
                return
            touched = frozenset()
        fresh = None if self._failed or isinstance(touched, bool) else self.preview_site.unread(touched)
        self._failed = False
        if fresh is None or fresh or self._is_due():
            self._refresh(fresh)

    def _fail(self, error: Exception) -> None:
        """Report what went wrong, and prepare the whole site with the next edit, or in a moment."""
        what = f"Internal error in site-gen: {type(error).__name__}: {error}."
        problem = Problem("", 0, 0, what, "The preview tries again; please report it if it persists.")
        if isinstance(error, OSError):
            problem = os_problem(error)
        if self.preview_site.problems != (problem,):
            self.preview_site.problems = (problem,)
            self.hub.notify()
            self._report(self.preview_site.problems)
        self._failed = True
        self._stopped.wait(_LATEST)

    def _patience(self) -> float:
        """Seconds to wait for an edit: none while there are pages to check and nobody requests any."""
        if self._check.is_done:
            return _LATEST
        quiet = _QUIET_FOR_PICTURES if self._check.has_only_pictures else _QUIET
        return max(0.0, self.preview_site.busy_at + quiet - time.monotonic())

    def _check_pages(self) -> None:
        if self._check.is_done:
            return
        if self._check.resume():
            self._report_at = self._report_at or time.monotonic() + _GATHERED
        complete = self._check.is_done or self._check.has_only_pictures
        if complete or (self._report_at and time.monotonic() >= self._report_at):
            self._report_at = 0.0
            if errors := self._check.unreported():
                self.hub.notify()
                self._report(errors)

    def _is_due(self) -> bool:
        return self.preview_site.until is not None and self.preview_site.clock() >= self.preview_site.until

    def _refresh(self, touched: Touched) -> None:
        self.preview_site.behind = True
        gc.disable()  # a snapshot is a hundred thousand values, none of them garbage yet
        try:
            if not self.preview_site.refresh(touched):
                second = self.watcher.batch(_GRACE)
                if second is not False:
                    assert not isinstance(second, bool)
                    self.preview_site.refresh(second)
        finally:
            self.preview_site.behind = False
            gc.freeze()  # nor are they worth scanning later: they are freed with their last reference
            gc.enable()
        self._check.restart()
        self._report_at = 0.0
        self.hub.notify(self._target(touched))
        self._report(self.preview_site.problems or self.preview_site.page_errors)

    def _report(self, problems: tuple[Problem, ...]) -> None:
        with suppress(OSError):  # a terminal that has gone
            self.report(problems)

    def _target(self, touched: Touched) -> str:
        """The address of the post that was edited, where pages should follow edits."""
        if not self.navigate or touched is None:
            return ""
        return next((url for path in sorted(touched) if (url := self.preview_site.address_of(path))), "")

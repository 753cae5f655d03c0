"""The thread that keeps the studio up to date: waits for edits, renews, tells the pages; in quiet times proves them."""

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

_GRACE = 0.06  # seconds in which an editor that saves in two steps may take the second, before a problem is shown
_LATEST = 1.0  # seconds between looks at the clock, when no post comes due
_QUIET = 0.25  # seconds without edit or request after which pages are proved
_GATHERED = 1.0  # seconds after a first flaw in which more may be found, and on how many pages, to be told together


class RebuildLoop:
    """Runs beside the server; `tell` says at the terminal what is wrong, or that the site was renewed."""

    def __init__(
        self,
        preview_site: PreviewSite,
        watcher: Watcher,
        hub: Hub,
        tell: Callable[[tuple[Problem, ...]], None],
        navigate: bool,
    ) -> None:
        self.preview_site, self.watcher, self.hub = preview_site, watcher, hub
        self.tell, self.navigate = tell, navigate
        self._checked = BackgroundCheck(preview_site)
        self._told_by = 0.0
        self._failed = False  # whether the last turn ended before it was through
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="newsdesk", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End, and wait for it."""
        self._over.set()
        self.watcher.stop()
        self.watcher.stir()
        self._thread.join(0.3)

    def _run(self) -> None:
        with suppress(Exception):  # a file that has just gone; what is wrong otherwise is said with the first edit
            self.preview_site.warm()
        self._checked.begin()
        while not self._over.is_set():
            try:
                self._turn()
            except Exception as error:  # without this thread no edit would ever be seen again
                self._fail(error)

    def _turn(self) -> None:
        touched = self.watcher.batch(self._patience())
        if self._over.is_set():
            return
        if touched is False and not self._failed:
            if not self._is_due():
                self._prove()
                return
            touched = frozenset()
        fresh = None if self._failed or isinstance(touched, bool) else self.preview_site.unseen(touched)
        self._failed = False
        if fresh is None or fresh or self._is_due():
            self._renew(fresh)

    def _fail(self, error: Exception) -> None:
        """Say what went wrong, and prepare the whole site with the next edit, or in a moment."""
        what = f"Internal error in site-gen: {type(error).__name__}: {error}."
        problem = Problem("", 0, 0, what, "The preview tries again; please report it if it persists.")
        if isinstance(error, OSError):
            problem = os_problem(error)
        if self.preview_site.problems != (problem,):
            self.preview_site.problems = (problem,)
            self.hub.stir()
            self._say(self.preview_site.problems)
        self._failed = True
        self._over.wait(_LATEST)

    def _patience(self) -> float:
        """Seconds to wait for an edit: while there are pages to prove none, as long as nobody asks for pages."""
        if self._checked.are_done:
            return _LATEST
        return max(0.0, self.preview_site.busy_at + _QUIET - time.monotonic())

    def _prove(self) -> None:
        if self._checked.are_done:
            return
        if self._checked.go_on():
            self._told_by = self._told_by or time.monotonic() + _GATHERED
        if self._checked.are_done or (self._told_by and time.monotonic() >= self._told_by):
            self._told_by = 0.0
            if told := self._checked.untold():
                self.hub.stir()
                self._say(told)

    def _is_due(self) -> bool:
        return self.preview_site.until is not None and self.preview_site.clock() >= self.preview_site.until

    def _renew(self, touched: Touched) -> None:
        self.preview_site.behind = True
        gc.disable()  # an edition is a hundred thousand values, none of them garbage yet
        try:
            if not self.preview_site.renew(touched):
                more = self.watcher.batch(_GRACE)
                if more is not False:
                    assert not isinstance(more, bool)
                    self.preview_site.renew(more)
        finally:
            self.preview_site.behind = False
            gc.freeze()  # nor are they worth searching later: what an edition held goes when nobody holds it
            gc.enable()
        self._checked.begin()
        self._told_by = 0.0
        self.hub.stir(self._target(touched))
        self._say(self.preview_site.problems or self.preview_site.page_errors)

    def _say(self, problems: tuple[Problem, ...]) -> None:
        with suppress(OSError):  # a terminal that has gone
            self.tell(problems)

    def _target(self, touched: Touched) -> str:
        """The address of the post that was edited, where pages shall go there."""
        if not self.navigate or touched is None:
            return ""
        return next((url for path in sorted(touched) if (url := self.preview_site.address_of(path))), "")

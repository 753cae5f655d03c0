"""The thread that keeps the studio up to date: wait for edits, renew, tell the pages."""

import gc
import threading
from collections.abc import Callable
from contextlib import suppress

from site_gen.serving.hub import Hub
from site_gen.serving.studio import Studio
from site_gen.serving.watch import Touched, Watcher

_GRACE = 0.06  # seconds in which an editor that saves in two steps may take the second, before a problem is shown
_LATEST = 1.0  # seconds between looks at the clock, when no post comes due


class Newsdesk:
    """Runs beside the server; `tell` is given what there is to say at the terminal."""

    def __init__(self, studio: Studio, watcher: Watcher, hub: Hub, tell: Callable[[], None], navigate: bool) -> None:
        self.studio, self.watcher, self.hub = studio, watcher, hub
        self.tell, self.navigate = tell, navigate
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
        self.studio.warm()
        while not self._over.is_set():
            touched = self.watcher.batch(_LATEST)
            if self._over.is_set():
                return
            if touched is False:
                if not self._is_due():
                    continue
                touched = frozenset()
            assert not isinstance(touched, bool)
            fresh = self.studio.unseen(touched)
            if fresh is None or fresh or self._is_due():
                self._renew(fresh)

    def _is_due(self) -> bool:
        return self.studio.until is not None and self.studio.clock() >= self.studio.until

    def _renew(self, touched: Touched) -> None:
        self.studio.behind = True
        gc.disable()  # an edition is a hundred thousand values, none of them garbage yet
        try:
            if not self.studio.renew(touched):
                more = self.watcher.batch(_GRACE)
                if more is not False:
                    assert not isinstance(more, bool)
                    self.studio.renew(more)
        finally:
            self.studio.behind = False
            gc.freeze()  # nor are they worth searching later: what an edition held goes when nobody holds it
            gc.enable()
        self.hub.stir(self._target(touched))
        with suppress(OSError):
            self.tell()

    def _target(self, touched: Touched) -> str:
        """The address of the post that was edited, where pages shall go there."""
        if not self.navigate or touched is None:
            return ""
        return next((url for path in sorted(touched) if (url := self.studio.address_of(path))), "")

"""Notifies every open page that something changed: one queue for each page, and one message, "check again"."""

import asyncio
from collections.abc import AsyncIterator

_ALIVE = 15.0  # seconds between keep-alive messages, by which a closed page is noticed


class Hub:
    """The pages that listen. Everything but `notify` is called in the server's event loop."""

    def __init__(self) -> None:
        self._open: set[asyncio.Queue[str | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closed = False

    def start(self) -> None:
        """Bind the hub to the running event loop."""
        self._loop = asyncio.get_running_loop()

    def notify(self, go: str = "") -> None:
        """Have every page check again; `go` is an address to go to. From any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._send, go)

    def close(self) -> None:
        """Disconnect every page."""
        self.closed = True
        self._send(None)

    def _send(self, message: str | None) -> None:
        for waiting in self._open:
            waiting.put_nowait(message)

    def __len__(self) -> int:
        return len(self._open)

    async def messages(self) -> AsyncIterator[str | None]:
        """An address to go to, or "", whenever something changed, and once at first; None is a keep-alive."""
        waiting: asyncio.Queue[str | None] = asyncio.Queue()
        self._open.add(waiting)
        try:
            yield ""
            while not self.closed:
                try:
                    message = await asyncio.wait_for(waiting.get(), _ALIVE)
                except TimeoutError:
                    yield None
                    continue
                if message is None:
                    return
                yield message
        finally:
            self._open.discard(waiting)

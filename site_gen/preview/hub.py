"""Tell every open page that something changed: one queue a page, and one word that means "look again"."""

import asyncio
from collections.abc import AsyncIterator

_ALIVE = 15.0  # seconds between signs of life, by which a page that is gone is noticed


class Hub:
    """The pages that listen. All but `stir` is called in the server's loop."""

    def __init__(self) -> None:
        self._open: set[asyncio.Queue[str | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closed = False

    def start(self) -> None:
        """Bind the hub to the loop that runs."""
        self._loop = asyncio.get_running_loop()

    def stir(self, go: str = "") -> None:
        """Let every page look again; `go` is an address to go to. From any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell, go)

    def close(self) -> None:
        """Let every page go."""
        self.closed = True
        self._tell(None)

    def _tell(self, word: str | None) -> None:
        for waiting in self._open:
            waiting.put_nowait(word)

    def __len__(self) -> int:
        return len(self._open)

    async def words(self) -> AsyncIterator[str | None]:
        """An address to go to, or "", whenever something changed, and once at first; None is a sign of life."""
        waiting: asyncio.Queue[str | None] = asyncio.Queue()
        self._open.add(waiting)
        try:
            yield ""
            while not self.closed:
                try:
                    word = await asyncio.wait_for(waiting.get(), _ALIVE)
                except TimeoutError:
                    yield None
                    continue
                if word is None:
                    return
                yield word
        finally:
            self._open.discard(waiting)

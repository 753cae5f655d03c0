"""What one run may spend on an assistant: calls, tokens, and patience with a server that does not answer."""

import threading

_PATIENCE = 3  # requests in a row that failed after all their tries


class Budget:
    """Shared by the threads of a run. Once it is exhausted or the server is given up, no call is made any more."""

    def __init__(self, calls: int, tokens: int) -> None:
        self._lock = threading.Lock()
        self._calls, self._tokens, self._failures = calls, tokens, 0
        self._why = ""

    def take(self) -> str:
        """Take one call; or the reason why there is none left."""
        with self._lock:
            if not self._why and self._calls <= 0:
                self._why = "the limit of calls for one run is reached (max_calls)"
            if not self._why and self._tokens <= 0:
                self._why = "the limit of tokens for one run is reached (max_tokens)"
            if not self._why:
                self._calls -= 1
            return self._why

    def spent(self, tokens: int) -> None:
        """Count the tokens of a call."""
        with self._lock:
            self._tokens -= tokens

    def succeeded(self) -> None:
        """Note that the server answers."""
        with self._lock:
            self._failures = 0

    def failed(self, unanswered: bool) -> None:
        """Note a failed request; after some in a row that were not answered at all, the server is given up."""
        with self._lock:
            self._failures = self._failures + 1 if unanswered else 0
            if self._failures >= _PATIENCE and not self._why:
                self._why = f"the server was given up after {_PATIENCE} failures in a row"

    def stop(self, why: str) -> None:
        """Make no more calls."""
        with self._lock:
            self._why = self._why or why

"""The contents of files on their way to workers: each travels once, named by its digest.

A content is a task without inputs, not scattered data: what a lost worker held is sent again by the scheduler.
"""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from site_gen.cluster.task import given
from site_gen.text.digest import digest

_KEPT = 256 << 20  # bytes that stay with the cluster although no task waits for them


class Contents:
    """What the cluster has at present; what was used longest ago is given up first."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._held: OrderedDict[str, tuple[Any, int]] = OrderedDict()
        self._size = 0
        self.sent = 0  # bytes so far

    def put(self, data: bytes) -> tuple[str, Any]:
        """The digest of a content, and what stands for it among the arguments of a task."""
        name = digest(data)
        held = self._held.pop(name, None)
        if held is None or held[0].status not in ("pending", "finished"):
            self._size -= held[1] if held else 0
            # Another key where an earlier one failed with the workers that had it.
            key = f"site_gen-{name}" if held is None else None
            held = self._client.submit(given, data, key=key, pure=False), len(data)
            self._size += len(data)
            self.sent += len(data)
        self._held[name] = held
        return name, held[0]

    def trim(self, used: Iterable[str]) -> None:
        """Give up what is too much, apart from what tasks wait for."""
        if self._size <= _KEPT:
            return
        used = set(used)
        for name in list(self._held):
            if self._size <= _KEPT:
                break
            if name not in used:
                _, size = self._held.pop(name)
                self._size -= size

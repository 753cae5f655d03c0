"""Bytes that are needed later, but not all at once: in a file without a name, which goes with the process."""

from tempfile import TemporaryFile
from weakref import finalize

Place = tuple[int, int]
"""Where bytes are in a spool, and how many there are."""


class Spool:
    """Keeps bytes out of memory. Nothing in it is ever changed."""

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="site-gen-")  # noqa: SIM115 - closed by the next line
        finalize(self, self._file.close)  # when nobody holds the spool any more
        self._end = 0

    def put(self, data: bytes) -> Place:
        """Keep bytes, and give their place."""
        self._file.seek(self._end)
        self._file.write(data)
        place = self._end, len(data)
        self._end += len(data)
        return place

    def get(self, place: Place) -> bytes:
        """The bytes at a place."""
        self._file.seek(place[0])
        return self._file.read(place[1])

"""Bytes that are needed later, but not all at once: in a file without a name, which goes with the process."""

import io
from struct import Struct
from tempfile import TemporaryFile
from weakref import finalize

_LENGTH = Struct("<I")
_BUFFER = 1 << 18

Place = int
"""The number of bytes in a spool."""


class Spool:
    """Keeps bytes out of memory. Nothing in it is ever changed. It is for one process, not for those forked from it."""

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="site-gen-", buffering=_BUFFER)  # noqa: SIM115 - closed by the next line
        finalize(self, self._file.close)  # when nobody holds the spool any more
        self._end, self._is_at_end = 0, True

    def put(self, data: bytes) -> Place:
        """Keep bytes; the place at which `get` finds them."""
        if not self._is_at_end:
            self._file.seek(0, io.SEEK_END)
            self._is_at_end = True
        place = self._end
        self._file.write(_LENGTH.pack(len(data)))
        self._file.write(data)
        self._end += _LENGTH.size + len(data)
        return place

    def get(self, place: Place) -> bytes:
        """The bytes at a place."""
        self._is_at_end = False
        self._file.seek(place)
        (length,) = _LENGTH.unpack(self._file.read(_LENGTH.size))
        data: bytes = self._file.read(length)
        return data

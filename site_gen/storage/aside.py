"""Bytes that are set aside on disk for as long as a process needs them, so that they are not in memory."""

import io
import tempfile
import weakref
from struct import Struct

_LENGTH = Struct("<I")


class Aside:
    """A file without a name, which is gone when the process ends, however it does."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(buffering=1 << 18)  # noqa: SIM115 - closed with this object
        weakref.finalize(self, self._file.close)
        self._end, self._writes = 0, True

    def add(self, data: bytes) -> int:
        """Set some bytes aside; the number by which `get` gives them again."""
        if not self._writes:
            self._file.seek(0, io.SEEK_END)
            self._writes = True
        place = self._end
        self._file.write(_LENGTH.pack(len(data)))
        self._file.write(data)
        self._end += _LENGTH.size + len(data)
        return place

    def get(self, place: int) -> bytes:
        """The bytes that were set aside under a number."""
        self._writes = False
        self._file.seek(place)
        (length,) = _LENGTH.unpack(self._file.read(_LENGTH.size))
        data: bytes = self._file.read(length)
        return data

"""Bytes that are needed later, but not all at once: in a file without a name, which goes with the process."""

import os
from io import FileIO
from pathlib import Path
from struct import Struct
from tempfile import TemporaryFile
from weakref import finalize

_LENGTH = Struct("<I")
_BUFFER = 1 << 18  # bytes that are put before they are written
_READ = 1 << 12  # bytes that are read at first: most of what is put is shorter

Place = int
"""The number of bytes in a spool."""


class Spool:
    """Keeps bytes out of memory, in a `folder` if it is there, or where temporary files are.

    Nothing in it is ever changed. Processes that are forked from its own may read it, but put nothing in it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder, self._handle = folder, -1  # there is no file until one is needed
        self._written, self._waiting = 0, bytearray()  # the bytes in the file, and those that come after them

    def put(self, data: bytes) -> Place:
        """Keep bytes; the place at which `get` finds them. After an `OSError`, all other places are still right."""
        place = self._written + len(self._waiting)
        self._waiting += _LENGTH.pack(len(data))
        self._waiting += data
        if len(self._waiting) >= _BUFFER:
            self._write()
        return place

    def get(self, place: Place) -> bytes:
        """The bytes at a place."""
        start = place - self._written
        if start >= 0:
            (length,) = _LENGTH.unpack_from(self._waiting, start)
            start += _LENGTH.size
            return bytes(self._waiting[start : start + length])
        head = os.pread(self._handle, _READ, place)
        (length,) = _LENGTH.unpack_from(head)
        data = head[_LENGTH.size : _LENGTH.size + length]
        return data if len(data) == length else data + self._read(place + len(head), length - len(data))

    def _write(self) -> None:
        """Write what waits, at its place, so that what an earlier call could not write to the end is written over."""
        if self._handle < 0:
            file = _nameless(self._folder)
            finalize(self, file.close)  # when nobody holds the spool any more
            self._handle = file.fileno()
        at = 0
        with memoryview(self._waiting) as waiting:
            while at < len(waiting):
                at += os.pwrite(self._handle, waiting[at:], self._written + at)
        self._written += at
        self._waiting = bytearray()

    def _read(self, place: int, length: int) -> bytes:
        pieces = []
        while length:
            piece = os.pread(self._handle, length, place)  # one call reads two gigabytes at most
            if not piece:
                raise EOFError("a temporary file is shorter than what was written to it")
            pieces.append(piece)
            place, length = place + len(piece), length - len(piece)
        return b"".join(pieces)


def _nameless(folder: Path | None) -> FileIO:
    """A file without a name: where temporary files are in memory, a folder of the site is the better place."""
    if folder is not None:
        try:
            return TemporaryFile(prefix="site-gen-", buffering=0, dir=folder)
        except OSError:  # it is not there, or nothing may be written to it
            pass
    return TemporaryFile(prefix="site-gen-", buffering=0)

"""A state file to which rows with tags are added one by one: a run that is killed leaves what it noted."""

import os
from pathlib import Path
from struct import Struct

from site_gen.model.problem import SiteError
from site_gen.storage.files import read_whole
from site_gen.storage.state_file import TAG_SIZE, report_damage, tag

_HEAD = Struct(f"<I{TAG_SIZE}s")  # the length of a row, and its tag
_OPEN = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Journal:
    """`rows` are those that an earlier process added. One that a kill cut short at the end is not among them."""

    def __init__(self, path: Path) -> None:
        self._path, self._handle = path, -1
        self._end = 0  # of the rows that are whole
        self.rows = self._read()

    def add(self, row: bytes) -> None:
        """Add a row: it is there when this returns, whatever becomes of this process."""
        if self._handle < 0:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(self._path, _OPEN, 0o666)
            os.ftruncate(self._handle, self._end)
        data, at = _HEAD.pack(len(row), tag(self._path.name, row)) + row, 0
        while at < len(data):  # at its place, so that what could not be written to the end is written over
            at += os.pwrite(self._handle, data[at:], self._end + at)
        self._end += at

    def clear(self) -> None:
        """Remove the file with all rows."""
        self.close()
        self._path.unlink(missing_ok=True)
        self._end = 0

    def close(self) -> None:
        """Close the file."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __del__(self) -> None:
        self.close()

    def _read(self) -> tuple[bytes, ...]:
        try:
            data = read_whole(str(self._path))
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except (OSError, SiteError):
            report_damage(self._path)
            return ()
        rows = []
        while self._end + _HEAD.size <= len(data):
            length, made = _HEAD.unpack_from(data, self._end)
            start = self._end + _HEAD.size
            row = data[start : start + length]
            if len(row) < length:
                break
            if made != tag(self._path.name, row):
                report_damage(self._path)
                break
            rows.append(row)
            self._end = start + length
        return tuple(rows)

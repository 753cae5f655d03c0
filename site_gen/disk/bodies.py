"""Rendered bodies, kept by the digest of their text: dear to make, so made once.

Each process appends to a pack of its own; a record is a key, a length, a checksum and the HTML. A record that was cut
short is simply not there.
"""

import os
import struct
import zlib
from pathlib import Path

_RECORD = struct.Struct("<16sII")


class Bodies:
    """The packs of one cache folder, which belong to one kind of engine (`kind` is its digest)."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder, self.kind = folder, kind
        self._places: dict[bytes, tuple[Path, int, int, int]] = {}
        self._open: dict[Path, int] = {}
        self._mine: tuple[int, Path, int] | None = None
        for pack in sorted(folder.glob("*.pack")):
            if pack.name.startswith(kind):
                self._index(pack)
            else:
                pack.unlink(missing_ok=True)

    def get(self, key: bytes) -> str | None:
        """The HTML under a key, if it is here and whole."""
        place = self._places.get(key)
        if place is None:
            return None
        pack, offset, length, checksum = place
        handle = self._open.get(pack)
        try:
            if handle is None:
                handle = self._open[pack] = os.open(pack, os.O_RDONLY)
            data = os.pread(handle, length, offset)
        except OSError:
            return None
        return data.decode() if zlib.crc32(data) == checksum and len(data) == length else None

    def put(self, key: bytes, html: str) -> None:
        """Keep the HTML under a key."""
        data = html.encode()
        pack, handle = self._pack()
        offset = os.lseek(handle, 0, os.SEEK_END)
        checksum = zlib.crc32(data)
        os.write(handle, _RECORD.pack(key, len(data), checksum) + data)
        self._places[key] = (pack, offset + _RECORD.size, len(data), checksum)

    def compact(self, live: frozenset[bytes]) -> None:
        """Drop what no page shows, when that is the larger part, or the packs have become many."""
        packs = sorted(self.folder.glob(f"{self.kind}*.pack"))
        dead = len(self._places) - len(live & self._places.keys())
        if len(packs) <= 8 and dead <= max(64, len(live)):
            return
        kept = {key: html for key in sorted(live & self._places.keys()) if (html := self.get(key)) is not None}
        self.close()
        self._places.clear()
        for key, html in kept.items():
            self.put(key, html)
        mine = self._mine[1] if self._mine else None
        for pack in packs:
            if pack != mine:
                pack.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of all files."""
        for handle in self._open.values():
            os.close(handle)
        self._open.clear()
        if self._mine and self._mine[0] == os.getpid():
            os.close(self._mine[2])
        self._mine = None

    def _pack(self) -> tuple[Path, int]:
        if self._mine is None or self._mine[0] != os.getpid():
            self.folder.mkdir(parents=True, exist_ok=True)
            number = 0
            while True:
                path = self.folder / f"{self.kind}-{os.getpid()}-{number}.pack"
                try:
                    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o666)
                    break
                except FileExistsError:
                    number += 1
            self._mine = (os.getpid(), path, handle)
        return self._mine[1], self._mine[2]

    def _index(self, pack: Path) -> None:
        try:
            data = pack.read_bytes()
        except OSError:
            return
        at = 0
        while at + _RECORD.size <= len(data):
            key, length, checksum = _RECORD.unpack_from(data, at)
            at += _RECORD.size
            if at + length > len(data):
                break
            self._places[key] = (pack, at, length, checksum)
            at += length

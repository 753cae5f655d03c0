"""Rendered bodies, kept by the digest of their text: dear to make, so made once.

Each process appends to a pack of its own, and then to the index beside it: a record is a key, and the place, length and
authentication tag of the HTML in the pack. What was cut short is simply not there.
"""

import os
import struct
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from site_gen.storage.handles import remove_file
from site_gen.storage.state_file import TAG_SIZE, report_damage, tag

_RECORD = struct.Struct(f"<16sQI{TAG_SIZE}s")
_MOST_PACKS = 24
_SMALL = 16  # a pack is small that holds less than this part of all bodies
_FEW = 64  # dead bodies that are not worth the trouble


class Bodies:
    """The packs of one cache folder, which belong to one kind of engine (`kind` is its digest)."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder, self.kind = folder, kind
        self._open: dict[Path, int] = {}
        self._mine: _Pack | None = None
        self._packs: list[Path] = []
        # What is found twice is taken from the newest pack: an older one of the two is damaged.
        for pack in sorted(folder.glob("*.pack"), key=_age):
            if pack.name.startswith(kind):
                self._packs.append(pack)
            else:
                _remove(pack)

    @cached_property
    def _places(self) -> dict[bytes, tuple[Path, int, int, bytes]]:
        """Where each body is: its pack, and place, length and tag there."""
        places: dict[bytes, tuple[Path, int, int, bytes]] = {}
        for pack in self._packs:
            with suppress(OSError):
                data = pack.with_suffix(".index").read_bytes()
                whole = memoryview(data)[: len(data) - len(data) % _RECORD.size]
                places.update((key, (pack, *place)) for key, *place in _RECORD.iter_unpack(whole))
        return places

    def is_crowded(self, live: int) -> bool:
        """Whether it may be worth while to look for bodies that are not among the `live` ones."""
        records = 0
        for pack in self._packs:
            with suppress(OSError):
                records += pack.with_suffix(".index").stat().st_size // _RECORD.size
        return len(self._packs) > _MOST_PACKS or records - live > max(_FEW, live)

    def get(self, key: bytes) -> str | None:
        """The HTML under a key, if it is here and whole."""
        place = self._places.get(key)
        if place is None:
            return None
        pack, offset, length, expected = place
        handle = self._open.get(pack)
        try:
            if handle is None:
                handle = self._open[pack] = os.open(pack, os.O_RDONLY)
            whole = offset + length <= os.fstat(handle).st_size  # or a damaged length could ask for gigabytes
            data = os.pread(handle, length, offset) if whole else b""
        except OSError:
            data = b""
        if self._tag(key, data) != expected:
            report_damage(pack)
            del self._places[key]
            return None
        return data.decode()

    def _tag(self, key: bytes, data: bytes) -> bytes:
        return tag(f"body {self.kind}", key, data)

    def put(self, key: bytes, html: str) -> None:
        """Keep the HTML under a key."""
        if self._mine is None or self._mine.process != os.getpid():
            self._mine = _Pack(self.folder, self.kind)
        data = html.encode()
        made = self._tag(key, data)
        offset = self._mine.append(key, data, made)
        self._places[key] = (self._mine.path, offset, len(data), made)

    def compact(self, live: frozenset[bytes]) -> None:
        """Drop what no page shows where that is the larger part; where packs have become many, join the small ones."""
        held: dict[Path, int] = dict.fromkeys(self._packs, 0)
        for pack, *_ in self._places.values():
            held[pack] = held.get(pack, 0) + 1
        if len(self._places) - len(live & self._places.keys()) > max(_FEW, len(live)):
            self._rewrite(frozenset(held), live)
        elif len(held) > _MOST_PACKS:
            small = frozenset(pack for pack, count in held.items() if count * _SMALL < len(self._places))
            self._rewrite(small, live)

    def _rewrite(self, packs: frozenset[Path], live: frozenset[bytes]) -> None:
        """Put the live bodies of some packs into a new one, and the packs away."""
        inside = sorted(key for key, (pack, *_) in self._places.items() if pack in packs)
        kept = {key: html for key in inside if key in live and (html := self.get(key)) is not None}
        self.close()
        for key in inside:
            del self._places[key]
        for key, html in kept.items():
            self.put(key, html)
        for pack in packs:
            _remove(pack)

    def __del__(self) -> None:
        self.close()  # a process that lives on builds again and again, each time with bodies of its own

    def close(self) -> None:
        """Let go of all files."""
        for handle in self._open.values():
            os.close(handle)
        self._open.clear()
        if self._mine and self._mine.process == os.getpid():
            self._mine.close()
        self._mine = None


class _Pack:
    """A pack that this process appends to, and its index."""

    def __init__(self, folder: Path, kind: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.process, number = os.getpid(), 0
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
        while True:
            self.path = folder / f"{kind}-{self.process}-{number}.pack"
            try:
                self._pack = os.open(self.path, flags, 0o666)
                break
            except FileExistsError:
                number += 1
        # Another hand may have left an index without its pack: what it says is nobody's.
        self._index = os.open(self.path.with_suffix(".index"), flags & ~os.O_EXCL | os.O_TRUNC, 0o666)
        self._end = 0

    def append(self, key: bytes, data: bytes, made: bytes) -> int:
        """Write the HTML, then its record; where the HTML stands. What does not fit on the disk raises `OSError`."""
        offset = self._end
        self._end += os.write(self._pack, data)
        os.write(self._index, _RECORD.pack(key, offset, len(data), made))
        return offset

    def close(self) -> None:
        """Let go of both files."""
        os.close(self._pack)
        os.close(self._index)


def _age(pack: Path) -> tuple[int, str]:
    """When a pack was last written to, to sort by; what cannot be asked comes first."""
    try:
        return pack.stat().st_mtime_ns, pack.name
    except OSError:
        return 0, pack.name


def _remove(pack: Path) -> None:
    for name in (pack.name, pack.with_suffix(".index").name):
        remove_file(pack.parent.parent, f"{pack.parent.name}/{name}")

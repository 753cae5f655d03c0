"""Rendered bodies, kept by the digest of their text: expensive to render, so rendered once.

Each process appends to a pack of its own, and then to the index beside it: a record is a key, and the place, length and
authentication tag of the HTML in the pack. A truncated record is ignored.
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
_SMALL = 16  # a pack is small if it holds less than one in so many of all bodies
_LARGE = 8_192  # bodies; a pack of so many is not small, however many there are besides
_FEW = 64  # unused bodies that are not worth a rewrite


class Bodies:
    """The packs of one cache folder, which belong to one kind of engine (`kind` is its digest)."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder, self.kind = folder, kind
        self._open: dict[Path, int] = {}
        self._own: _Pack | None = None
        self._packs: list[Path] = []
        # Of duplicates the newest pack counts: the older copy is damaged.
        for pack in sorted(folder.glob("*.pack"), key=_age):
            if pack.name.startswith(kind):
                self._packs.append(pack)
            else:
                _remove(pack)

    @cached_property
    def _places(self) -> dict[bytes, tuple[Path, int, int, bytes]]:
        """Where each body is: its pack, and its offset, length and tag there."""
        places: dict[bytes, tuple[Path, int, int, bytes]] = {}
        for pack in self._packs:
            with suppress(OSError):
                data = pack.with_suffix(".index").read_bytes()
                complete = memoryview(data)[: len(data) - len(data) % _RECORD.size]
                places.update((key, (pack, *place)) for key, *place in _RECORD.iter_unpack(complete))
        return places

    def is_crowded(self, live: int) -> bool:
        """Whether `compact` may be worth it: there are many small packs, or many more bodies than the `live` ones."""
        counts = []
        for pack in self._packs:
            with suppress(OSError):
                counts.append(pack.with_suffix(".index").stat().st_size // _RECORD.size)
        few = sum(1 for count in counts if count < _LARGE)
        return few > _MOST_PACKS or sum(counts) - live > max(_FEW, live)

    def get(self, key: bytes) -> str | None:
        """The HTML under a key, if it is here and intact."""
        place = self._places.get(key)
        if place is None:
            return None
        pack, offset, length, expected = place
        handle = self._open.get(pack)
        try:
            if handle is None:
                handle = self._open[pack] = os.open(pack, os.O_RDONLY)
            is_inside = offset + length <= os.fstat(handle).st_size  # or a damaged length could ask for gigabytes
            data = os.pread(handle, length, offset) if is_inside else b""
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
        if self._own is None or self._own.process != os.getpid():
            self._own = _Pack(self.folder, self.kind)
        data = html.encode()
        made = self._tag(key, data)
        offset = self._own.append(key, data, made)
        self._places[key] = (self._own.path, offset, len(data), made)

    def compact(self, live: frozenset[bytes]) -> None:
        """Drop unused bodies where they are the larger part; where packs have become many, join the small ones."""
        counts: dict[Path, int] = dict.fromkeys(self._packs, 0)
        for pack, *_ in self._places.values():
            counts[pack] = counts.get(pack, 0) + 1
        if len(self._places) - len(live & self._places.keys()) > max(_FEW, len(live)):
            self._rewrite(frozenset(counts), live)
        elif len(counts) > _MOST_PACKS:
            most = min(_LARGE, len(self._places) / _SMALL)
            small = frozenset(pack for pack, count in counts.items() if count < most)
            self._rewrite(small, live)

    def _rewrite(self, packs: frozenset[Path], live: frozenset[bytes]) -> None:
        """Move the live bodies of some packs into a new one, and delete the packs."""
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
        self.close()  # a long-lived process builds repeatedly, each time with bodies of its own

    def close(self) -> None:
        """Close all files."""
        for handle in self._open.values():
            os.close(handle)
        self._open.clear()
        if self._own and self._own.process == os.getpid():
            self._own.close()
        self._own = None


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
        # An index may have been left without its pack: its records are void.
        self._index = os.open(self.path.with_suffix(".index"), flags & ~os.O_EXCL | os.O_TRUNC, 0o666)
        self._end = 0

    def append(self, key: bytes, data: bytes, made: bytes) -> int:
        """Write the HTML, then its record, and give the HTML's offset. `OSError` where the disk is full."""
        offset = self._end
        self._end += os.write(self._pack, data)
        os.write(self._index, _RECORD.pack(key, offset, len(data), made))
        return offset

    def close(self) -> None:
        """Close both files."""
        os.close(self._pack)
        os.close(self._index)


def _age(pack: Path) -> tuple[int, str]:
    """When a pack was last written to, to sort by; one that cannot be read comes first."""
    try:
        return pack.stat().st_mtime_ns, pack.name
    except OSError:
        return 0, pack.name


def _remove(pack: Path) -> None:
    for name in (pack.name, pack.with_suffix(".index").name):
        remove_file(pack.parent.parent, f"{pack.parent.name}/{name}")

"""Many small values under keys that say all they depend on: rendered bodies, and the values of pages that show them.

Each process appends to a pack of its own, and then to the index beside it: a record is a key, and the place, length and
authentication tag of the value in the pack. A truncated record is ignored.
"""

import os
import struct
from contextlib import suppress
from functools import cached_property
from itertools import count
from pathlib import Path

from site_gen.storage.handles import remove_file
from site_gen.storage.state_file import TAG_SIZE, report_damage, tag

_RECORD = struct.Struct(f"<16sQI{TAG_SIZE}s")
_MOST_PACKS = 24
_SMALL = 16  # a pack is small if it holds less than one in so many of all values
_LARGE = 8_192  # values; a pack of so many is not small, however many there are besides
_FEW = 64  # unused values that are not worth a rewrite
_FEW_LOOKS = 16  # that many keys are found in the bytes of an index sooner than all of it is read
_Place = tuple[Path, int, int, bytes]  # the pack, the offset, length and tag there
_numbers = count()  # of the packs of this process: no two have one name, or a place in the first is one in the other


class Packs:
    """The packs of one cache folder: `what` is in them, of one `kind`, whose digest is in their names."""

    def __init__(self, folder: Path, what: str, kind: str) -> None:
        self.folder, self.what, self.kind = folder, what, kind
        self._open: dict[Path, int] = {}
        self._own: _Pack | None = None
        self._packs: list[Path] = []
        self._put: dict[bytes, _Place] = {}  # by this process
        self._damaged: set[bytes] = set()
        self._looks = 0
        # Of duplicates the newest pack counts: the older copy is damaged.
        for pack in sorted(folder.glob("*.pack"), key=_age):
            if pack.name.startswith(kind):
                self._packs.append(pack)
            else:
                _remove(pack)

    @property
    def exist(self) -> bool:
        """Whether an earlier process left any."""
        return bool(self._packs)

    @cached_property
    def _indexes(self) -> list[tuple[Path, bytes]]:
        """The packs with the records of each, oldest first."""
        indexes = []
        for pack in self._packs:
            with suppress(OSError):
                data = pack.with_suffix(".index").read_bytes()
                indexes.append((pack, data[: len(data) - len(data) % _RECORD.size]))
        return indexes

    @cached_property
    def _places(self) -> dict[bytes, _Place]:
        """Where each value of an earlier process is."""
        places: dict[bytes, _Place] = {}
        for pack, records in self._indexes:
            places.update((key, (pack, *place)) for key, *place in _RECORD.iter_unpack(records))
        return places

    def _place(self, key: bytes) -> _Place | None:
        if key in self._put or key in self._damaged:
            return self._put.get(key)
        self._looks += 1
        return self._found(key) if self._looks <= _FEW_LOOKS else self._places.get(key)

    def _found(self, key: bytes) -> _Place | None:
        """The place of a key by a look through the indexes; of many millions of records none becomes a value."""
        for pack, records in reversed(self._indexes):
            at = records.rfind(key)
            while at > 0 and at % _RECORD.size:
                at = records.rfind(key, 0, at + len(key) - 1)
            if at >= 0:
                _, *place = _RECORD.unpack_from(records, at)
                return pack, *place
        return None

    def is_crowded(self, live: int | None = None) -> bool:
        """Whether `compact` may be worth it: there are many small packs, or many more values than the `live` ones.

        Without a number, all are taken for live.
        """
        counts = []
        for pack in self._packs:
            with suppress(OSError):
                counts.append(pack.with_suffix(".index").stat().st_size // _RECORD.size)
        few = sum(1 for count in counts if count < _LARGE)
        return few > _MOST_PACKS or (live is not None and sum(counts) - live > max(_FEW, live))

    def get(self, key: bytes) -> bytes | None:
        """The value under a key, if it is here and intact; not if another process has joined its pack to others."""
        place = self._place(key)
        if place is None:
            return None
        pack, offset, length, expected = place
        handle = self._open.get(pack)
        try:
            if handle is None:
                handle = self._open[pack] = os.open(pack, os.O_RDONLY)
            is_inside = offset + length <= os.fstat(handle).st_size  # or a damaged length could ask for gigabytes
            data = os.pread(handle, length, offset) if is_inside else b""
        except FileNotFoundError:
            self._put.pop(key, None)
            return None
        except OSError:
            data = b""
        if self._tag(key, data) != expected:
            report_damage(pack)
            self._put.pop(key, None)
            self._damaged.add(key)
            return None
        return data

    def _tag(self, key: bytes, data: bytes) -> bytes:
        return tag(f"{self.what} {self.kind}", key, data)

    def put(self, key: bytes, data: bytes) -> None:
        """Keep a value under a key."""
        if self._own is None or not self._own.is_writable:
            self._close_own()
            self._own = _Pack(self.folder, self.kind)
        made = self._tag(key, data)
        offset = self._own.append(key, data, made)
        self._put[key] = (self._own.path, offset, len(data), made)

    def compact(self, live: frozenset[bytes] | None = None) -> None:
        """Drop unused values where they are the larger part; where packs have become many, join the small ones.

        Without `live`, all are taken for used.
        """
        places = self._places | self._put
        live = frozenset(places) if live is None else live
        counts: dict[Path, int] = dict.fromkeys(self._packs, 0)
        for pack, *_ in places.values():
            counts[pack] = counts.get(pack, 0) + 1
        if len(places) - len(live & places.keys()) > max(_FEW, len(live)):
            self._rewrite(frozenset(counts), live, places)
        elif len(counts) > _MOST_PACKS:
            most = min(_LARGE, len(places) / _SMALL)
            small = frozenset(pack for pack, count in counts.items() if count < most)
            self._rewrite(small, live, places)

    def _rewrite(self, packs: frozenset[Path], live: frozenset[bytes], places: dict[bytes, _Place]) -> None:
        """Move the live values of some packs into a new one, and delete the packs."""
        inside = sorted(key for key, (pack, *_) in places.items() if pack in packs)
        self.close()
        for key in inside:
            data = self.get(key) if key in live else None
            self._put.pop(key, None)
            self._places.pop(key, None)
            if data is not None:
                self.put(key, data)
        self._indexes = [(pack, records) for pack, records in self._indexes if pack not in packs]
        for pack in packs:
            handle = self._open.pop(pack, None)
            if handle is not None:
                os.close(handle)
            _remove(pack)

    def __del__(self) -> None:
        self.close()  # a long-lived process builds repeatedly, each time with bodies of its own

    def close(self) -> None:
        """Close all files."""
        for handle in self._open.values():
            os.close(handle)
        self._open.clear()
        self._close_own()

    def _close_own(self) -> None:
        if self._own and self._own.process == os.getpid():
            self._own.close()
        self._own = None


class _Pack:
    """A pack that this process appends to, and its index."""

    def __init__(self, folder: Path, kind: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.process = os.getpid()
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
        while True:
            self.path = folder / f"{kind}-{self.process}-{next(_numbers)}.pack"
            with suppress(FileExistsError):
                self._pack = os.open(self.path, flags, 0o666)
                break
        # An index may have been left without its pack: its records are void.
        self._index = os.open(self.path.with_suffix(".index"), flags & ~os.O_EXCL | os.O_TRUNC, 0o666)
        self._end = 0

    @property
    def is_writable(self) -> bool:
        """Whether it is this process's, and no other has joined it to others meanwhile."""
        return self.process == os.getpid() and os.path.exists(self.path)

    def append(self, key: bytes, data: bytes, made: bytes) -> int:
        """Write a value, then its record, and give the value's offset. `OSError` where the disk is full."""
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

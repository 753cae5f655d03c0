"""The entries of seeds.lock, each as the bytes that its line has: in memory, or on disk where there are very many."""

from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

import msgspec

from site_gen.model.lock import LockedSeed
from site_gen.storage.spool import Spool

_decoder = msgspec.json.Decoder(LockedSeed)
_encoder = msgspec.json.Encoder()
_PIECE = 512  # lines


class LockedSeeds(MutableMapping[str, LockedSeed]):
    """Entries by the names of their seeds; where memory `is_lean` they are on disk, in a `folder` if it is there."""

    def __init__(self, seeds: Mapping[str, LockedSeed], is_lean: bool = False, folder: Path | None = None) -> None:
        self._store: Spool | _InMemory = Spool(folder) if is_lean else _InMemory()
        self._places: dict[str, Any] = {}
        self.update(seeds)

    def __getitem__(self, name: str) -> LockedSeed:
        return _decoder.decode(self._store.get(self._places[name]))

    def __setitem__(self, name: str, locked: LockedSeed) -> None:
        self._places[name] = self._store.put(_encoder.encode(locked))

    def __delitem__(self, name: str) -> None:
        del self._places[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def unsure(self) -> list[str]:
        """The names of the seeds that have doubts."""
        mark = b'"unsure":['  # within a string the quotes would have backslashes
        return [name for name, place in self._places.items() if mark in self._store.get(place)]

    def pieces(self) -> Iterator[bytes]:
        """The bytes of seeds.lock: a line a seed, sorted by name, so that the changes of two editors merge."""
        if not self._places:
            yield b'{"seeds": {}}\n'
            return
        names, before = sorted(self._places), b'{"seeds": {\n  '
        for start in range(0, len(names), _PIECE):
            some = names[start : start + _PIECE]
            lines = (b"%b: %b" % (_encoder.encode(name), self._store.get(self._places[name])) for name in some)
            yield before + b",\n  ".join(lines)
            before = b",\n  "
        yield b"\n}}\n"


class _InMemory:
    """As `Spool`, but what is put is its own number."""

    def put(self, data: bytes) -> bytes:
        return data

    def get(self, place: bytes) -> bytes:
        return place

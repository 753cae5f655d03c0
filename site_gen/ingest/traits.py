"""What shows copies of seeds and lines that many share: on disk while it is not looked at, a kilobyte a seed."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from site_gen.extract.duplicates import Sketch
from site_gen.extract.text import Edges
from site_gen.storage.spool import Spool


class Traits(Struct, frozen=True, array_like=True):
    """A seed's sketch, and the lines at its edges."""

    sketch: Sketch
    edges: Edges


_decoder = msgspec.msgpack.Decoder(Traits)


def packed(traits: Traits) -> bytes:
    """The traits as they are sent and kept."""
    return msgspec.msgpack.encode(traits)


class TraitStore:
    """The traits of the probed seeds of a process, by the numbers that their probes have.

    They are in a `folder` if it is there. `is_lean`: whether what else is known of each seed is to be packed as well.
    """

    def __init__(self, is_lean: bool, folder: Path | None = None) -> None:
        self.is_lean = is_lean
        self._spool = Spool(folder)
        self._memory: dict[int, Traits] | None = None

    def add(self, traits: bytes) -> int:
        """Keep packed traits; their number."""
        return self._spool.put(traits)

    def packed(self, number: int) -> bytes:
        """The packed traits with a number."""
        return self._spool.get(number)

    def of(self, number: int) -> Traits:
        """The traits with a number."""
        if self._memory is None:
            return _decoder.decode(self._spool.get(number))
        if (known := self._memory.get(number)) is None:
            known = self._memory[number] = _decoder.decode(self._spool.get(number))
        return known

    def forget(self, numbers: Iterable[int]) -> None:
        """Traits that nobody will ask for again, such as those of a seed that changed, do not stay in memory."""
        for number in numbers:
            if self._memory is not None:
                self._memory.pop(number, None)

    def stay_in_memory(self) -> None:
        """From now on traits that were looked at stay in memory, for a process that looks at them again and again."""
        self._memory = {}

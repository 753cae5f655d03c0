"""State files with an authentication tag: what is damaged, is in the wrong place or comes from elsewhere is not used.

A tag is a keyed BLAKE2b of a file's purpose and its data. The purpose names the one entry that the data may be used as,
so a valid file that was copied to another name does not match there.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from struct import Struct
from typing import NamedTuple

from site_gen.model.problem import SiteError
from site_gen.storage.files import read_whole, write_whole, write_whole_pieces
from site_gen.storage.inside import open_regular
from site_gen.storage.state_key import state_key

TAG_SIZE = 16
_ROW = Struct(f"<Q{TAG_SIZE}s")  # the length of a section or index, and its tag
_damaged: set[str] = set()  # what this process has found and not reported yet


def tag(purpose: str, *data: bytes | memoryview) -> bytes:
    """The tag of some data for a purpose."""
    state = hashlib.blake2b(f"{purpose}\0".encode(), digest_size=TAG_SIZE, key=state_key())
    for piece in data:
        state.update(piece)
    return state.digest()


def read_state(path: str | Path, purpose: str) -> memoryview | None:
    """The data of a state file; None for one that is missing or that this user's program did not write for the purpose.

    The latter is reported by `damaged_files`.
    """
    try:
        whole = memoryview(read_whole(str(path)))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, SiteError):
        report_damage(path)
        return None
    data = whole[TAG_SIZE:]
    if whole[:TAG_SIZE] != tag(purpose, data):
        report_damage(path)
        return None
    return data


def write_state(path: Path, purpose: str, data: bytes) -> None:
    """Write a state file atomically, with its tag."""
    write_whole(path, tag(purpose, data) + data)


class Damaged(Exception):
    """A state file of sections that this user's program did not write for the purpose, or not to its end."""


class Section(NamedTuple):
    """A section as it is in a state file, with its tag: it is copied into the next one without a look at it."""

    data: bytes
    tag: bytes


def write_sections(path: Path, purpose: str, sections: Iterable[bytes | Section]) -> bytes:
    """Write a state file of many sections atomically, and give its tag; only one of them need be in memory.

    At its end is an index of the length and tag of each section, with a tag of its own, which is that of the file: no
    section can be left out, moved, or taken from another file.
    """
    index = bytearray()
    write_whole_pieces(path, _written(purpose, sections, index))
    return _tag_of_index(purpose, index)


def _written(purpose: str, sections: Iterable[bytes | Section], index: bytearray) -> Iterator[bytes]:
    for one in sections:
        data, made = one if isinstance(one, Section) else (one, _tag_of_section(purpose, one))
        index += _ROW.pack(len(data), made)
        yield data
    yield bytes(index) + _ROW.pack(len(index), _tag_of_index(purpose, index))


def _tag_of_section(purpose: str, data: bytes) -> bytes:
    return tag(f"{purpose}, a section", data)


def _tag_of_index(purpose: str, index: bytes | bytearray) -> bytes:
    return tag(f"{purpose}, the index", bytes(index))


class Sections:
    """A state file of sections, opened: each is verified when it is read, and no other is looked at.

    What cannot be used is `Damaged`, and reported as by `read_state`. `tag` is that of the file.
    """

    def __init__(self, path: Path, purpose: str) -> None:
        self._handle, self._path, self._purpose = -1, path, purpose
        self._rows: list[tuple[int, bytes]] = []
        self._starts: list[int] = []
        with self._reported():
            self._handle = open_regular(path)
            self.tag = self._read_index()

    def __len__(self) -> int:
        """How many sections there are."""
        return len(self._rows)

    def __getitem__(self, number: int) -> bytes:
        """The data of a section, verified."""
        with self._reported():
            data = self._read(number)
            if _tag_of_section(self._purpose, data) != self._rows[number][1]:
                raise Damaged
            return data

    def raw(self, number: int) -> Section:
        """A section as it is, to be copied: damage stays visible, since its tag does not match."""
        with self._reported():
            return Section(self._read(number), self._rows[number][1])

    def close(self) -> None:
        """Close the file, which then can be replaced anywhere."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __del__(self) -> None:
        self.close()

    def _read_index(self) -> bytes:
        end = os.fstat(self._handle).st_size - _ROW.size
        length, made = _ROW.unpack(self._at(end, _ROW.size))
        index = self._at(end - length, length)
        if made != _tag_of_index(self._purpose, index) or length % _ROW.size:
            raise Damaged
        self._rows = list(_ROW.iter_unpack(index))
        *self._starts, whole = accumulate((size for size, _ in self._rows), initial=0)
        if whole != end - length:
            raise Damaged
        return bytes(made)

    def _read(self, number: int) -> bytes:
        return self._at(self._starts[number], self._rows[number][0])

    def _at(self, start: int, length: int) -> bytes:
        """Bytes of the file; `Damaged` where it does not have them."""
        if start < 0 or start + length > os.fstat(self._handle).st_size:  # a damaged length could ask for gigabytes
            raise Damaged
        pieces = []
        while length and (piece := os.pread(self._handle, length, start)):  # one call reads two gigabytes at most
            pieces.append(piece)
            start, length = start + len(piece), length - len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except (FileNotFoundError, NotADirectoryError):
            raise
        except (OSError, SiteError, Damaged) as error:
            report_damage(self._path)
            raise Damaged(self._path) from error


def open_sections(path: Path, purpose: str) -> Sections | None:
    """A state file of sections; None where there is none, `Damaged` where it cannot be used."""
    try:
        return Sections(path, purpose)
    except (FileNotFoundError, NotADirectoryError):
        return None


def last_tag(path: Path) -> bytes:
    """The tag of the end of a file of sections, not verified; nothing where there is no such file."""
    try:
        with open(open_regular(path), "rb") as file:
            file.seek(-TAG_SIZE, os.SEEK_END)
            return file.read(TAG_SIZE)
    except (OSError, SiteError):
        return b""


def report_damage(path: str | Path) -> None:
    """Remember that a state file could not be used."""
    _damaged.add(str(path))


def damaged_files() -> tuple[str, ...]:
    """The state files that could not be used since this was last called in this process."""
    found = tuple(sorted(_damaged))
    _damaged.clear()
    return found

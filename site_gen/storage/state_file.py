"""State files with an authentication tag: what is damaged, is in the wrong place or comes from elsewhere is not used.

A tag is a keyed BLAKE2b of a file's purpose and its data. The purpose names the one entry that the data may be used as,
so a valid file that was copied to another name does not match there.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from struct import Struct
from typing import BinaryIO

from site_gen.model.problem import SiteError
from site_gen.storage.files import read_whole, write_whole, write_whole_pieces
from site_gen.storage.inside import open_regular
from site_gen.storage.state_key import state_key

TAG_SIZE = 16
_SECTION = Struct(f"<Q{TAG_SIZE}s")  # the length of a section, and its tag
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


def write_sections(path: Path, purpose: str, sections: Iterable[bytes]) -> None:
    """Write a state file of many sections atomically; only one of them need be in memory.

    A section's tag depends on the tag before, so that none can be left out, moved, or taken from another file.
    """
    write_whole_pieces(path, _tagged(purpose, sections))


def _tagged(purpose: str, sections: Iterable[bytes]) -> Iterator[bytes]:
    made = b""
    for data in chain(sections, (b"",)):  # the last one is empty
        made = tag(purpose, made, data)
        yield _SECTION.pack(len(data), made)
        yield data


def read_sections(path: Path, purpose: str) -> Iterator[bytes]:
    """The sections of a state file, each verified before it is given; none where there is no file.

    `Damaged`, which is reported as by `read_state`, where one of them cannot be used.
    """
    try:
        with open(open_regular(path), "rb") as file:
            yield from _verified(file, purpose)
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, SiteError, Damaged) as error:
        report_damage(path)
        raise Damaged(path) from error


def _verified(file: BinaryIO, purpose: str) -> Iterator[bytes]:
    left, made = os.fstat(file.fileno()).st_size, b""
    while True:
        head = file.read(_SECTION.size)
        if len(head) < _SECTION.size:
            raise Damaged
        length, expected = _SECTION.unpack(head)
        left -= _SECTION.size + length
        data = file.read(length) if left >= 0 else b""  # or a damaged length could ask for gigabytes
        made = tag(purpose, made, data)
        if made != expected or len(data) != length:
            raise Damaged
        if not data:
            return
        yield data


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

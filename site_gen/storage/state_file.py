"""State files with an authentication tag: what is damaged, is in the wrong place or comes from elsewhere is not used.

A tag is a keyed BLAKE2b of a file's purpose and its data. The purpose names the one entry that the data may be used as,
so a valid file that was copied to another name does not match there.
"""

import hashlib
from pathlib import Path

from site_gen.model.problem import SiteError
from site_gen.storage.files import read_whole, write_whole
from site_gen.storage.state_key import state_key

TAG_SIZE = 16
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


def report_damage(path: str | Path) -> None:
    """Remember that a state file could not be used."""
    _damaged.add(str(path))


def damaged_files() -> tuple[str, ...]:
    """The state files that could not be used since this was last called in this process."""
    found = tuple(sorted(_damaged))
    _damaged.clear()
    return found

"""The ledger and the up-to-date record on disk: authenticated, written atomically, and disposable."""

from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from site_gen.model.ledger import Ledger, UpToDateRecord
from site_gen.storage.state_file import read_state, write_state

_VERSION = 4  # of the format; files of another version are not used
Kept = TypeVar("Kept", bound=Struct)


def load(path: Path) -> Ledger:
    """The last build's ledger; an empty one where there is none that can be read, which is never an error."""
    return _load(path, Ledger) or Ledger()


def load_record(path: Path) -> UpToDateRecord | None:
    """The last build's up-to-date record, if there is one that can be read."""
    return _load(path, UpToDateRecord)


def save(path: Path, kept: Struct) -> None:
    """Save a ledger or an up-to-date record for the next build."""
    write_state(path, _purpose(path, type(kept)), msgspec.msgpack.encode(kept))


def _load(path: Path, kind: type[Kept]) -> Kept | None:
    data = read_state(path, _purpose(path, kind))
    if data is None:
        return None
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None  # another version of the program wrote it in the same format


def _purpose(path: Path, kind: type[Struct]) -> str:
    return f"{kind.__name__} {_VERSION} {path.name}"

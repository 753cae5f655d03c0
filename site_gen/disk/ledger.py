"""The ledger and the receipt on disk: versioned, written whole, and disposable."""

from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from site_gen.disk.files import write_whole
from site_gen.model.ledger import Ledger, Receipt

_VERSION = b"site_gen ledger 2\n"
Kept = TypeVar("Kept", bound=Struct)


def load(path: Path) -> Ledger:
    """The last build's ledger; an empty one where there is none that can be read, which is never an error."""
    return _load(path, Ledger) or Ledger()


def load_receipt(path: Path) -> Receipt | None:
    """The last build's receipt, if there is one that can be read."""
    return _load(path, Receipt)


def save(path: Path, kept: Struct) -> None:
    """Put a ledger or a receipt down for the next build."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, _VERSION + msgspec.msgpack.encode(kept))


def _load(path: Path, kind: type[Kept]) -> Kept | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if not data.startswith(_VERSION):
        return None
    try:
        return msgspec.msgpack.decode(memoryview(data)[len(_VERSION) :], type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None

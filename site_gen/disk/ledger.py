"""The ledger on disk: versioned, written whole, and disposable."""

from pathlib import Path

import msgspec

from site_gen.disk.files import write_whole
from site_gen.model.ledger import Ledger

_VERSION = b"site_gen ledger 1\n"
_DECODER = msgspec.msgpack.Decoder(Ledger)


def load(path: Path) -> Ledger:
    """The last build's ledger; an empty one where there is none that can be read, which is never an error."""
    try:
        data = path.read_bytes()
    except OSError:
        return Ledger()
    if not data.startswith(_VERSION):
        return Ledger()
    try:
        return _DECODER.decode(memoryview(data)[len(_VERSION) :])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return Ledger()


def save(path: Path, ledger: Ledger) -> None:
    """Put the ledger down for the next build."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, _VERSION + msgspec.msgpack.encode(ledger))

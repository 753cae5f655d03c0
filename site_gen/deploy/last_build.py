"""What was built for the last deployment to a target, kept here so that the next one makes only what differs.

Nothing of it is used unless it carries this user's tag and belongs to the very ledger that lies beside it (0069).
"""

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from site_gen.model.deployment import Manifest
from site_gen.pipeline.addresses import addresses_text
from site_gen.pipeline.records import ledger_path, record_path
from site_gen.pipeline.up_to_date import with_addresses
from site_gen.session import STATE
from site_gen.storage.ledger import load_record, save_record, seal_of
from site_gen.storage.state_file import read_state, write_state

_VERSION = 1  # of the format; a file of another version is not used


class LastBuild(Struct, frozen=True):
    """The manifest of what was built last, and the file of the ledger of that build with its seal."""

    manifest: Manifest
    ledger: Path
    seal: bytes

    @property
    def is_valid(self) -> bool:
        """Whether the ledger is still that of this build."""
        return bool(self.seal) and seal_of(self.ledger) == self.seal


class _Kept(Struct, frozen=True, array_like=True):
    seal: bytes
    manifest: Manifest


def load(root: Path, name: str) -> LastBuild | None:
    """What was built last for a target; None where that is not known for certain."""
    data = read_state(_file(root, name), _purpose(name))
    if data is None:
        return None
    try:
        kept = msgspec.msgpack.decode(data, type=_Kept)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None  # another version of the program wrote it
    last = LastBuild(kept.manifest, _ledger(root, name), kept.seal)
    return last if last.is_valid else None


def save(root: Path, name: str, manifest: Manifest, seal: bytes) -> None:
    """Keep the manifest of what was just built for a target, with the tag of the ledger that this build saved.

    Where it could save none, nothing is kept. What cannot be kept is built from scratch again.
    """
    path = _file(root, name)
    with suppress(OSError):
        if seal:
            write_state(path, _purpose(name), msgspec.msgpack.encode(_Kept(seal, manifest)))
        else:
            path.unlink(missing_ok=True)


def recorded_addresses(root: Path, name: str) -> None:
    """Let the record of what was built last hold with addresses.lock as it is now, which lists its addresses, too."""
    path = record_path(_ledger(root, name))
    record = load_record(path)
    if record is not None:
        with suppress(OSError):
            save_record(path, with_addresses(record, addresses_text(root)))


def site_folder(root: Path, name: str) -> Path:
    """Where the site is built for a target."""
    return root.absolute() / STATE / "deploy" / name / "site"


def _ledger(root: Path, name: str) -> Path:
    return ledger_path(root, STATE, str(site_folder(root, name)))


def _file(root: Path, name: str) -> Path:
    return site_folder(root, name).with_name("built")


def _purpose(name: str) -> str:
    return f"deployed build {_VERSION} {name}"

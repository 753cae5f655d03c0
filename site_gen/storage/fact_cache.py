"""What an earlier run found out about each file, by name: disposable, and used only where this program wrote it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from site_gen.storage.state_file import read_state, write_state

Fact = TypeVar("Fact")


def load_facts(path: Path, kind: type[Fact]) -> dict[str, Fact]:
    """The facts that are kept in a file; none where it cannot be read."""
    data = read_state(path, path.name)
    try:
        return msgspec.msgpack.decode(data, type=dict[str, kind]) if data is not None else {}  # type: ignore[valid-type]
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return {}


def save_facts(path: Path, facts: Mapping[str, Struct]) -> None:
    """Keep facts for the next run."""
    write_state(path, path.name, msgspec.msgpack.encode(facts))

"""What a shard, and a site put together from shards, says of itself: one file in its folder.

Its first line carries a digest of the second, which shows a file that was truncated on its way between machines. It
does not prove who wrote it: whoever joins shards, or deploys the result, trusts where they come from.
"""

import os
from pathlib import Path
from typing import TypeVar

import msgspec

from site_gen.model.problem import SiteError
from site_gen.model.shard import ShardNote, SiteNote
from site_gen.storage.files import read_whole, write_whole
from site_gen.storage.handles import remove_file
from site_gen.text.digest import digest

SHARD = ".site_gen.shard"
JOINED = ".site_gen.joined"
_HEAD = "site_gen shard, format 1; digest "
Note = TypeVar("Note", ShardNote, SiteNote)


def write_note(folder: Path, note: ShardNote | SiteNote) -> None:
    """Write the note of a folder atomically."""
    text = msgspec.json.encode(note, order="deterministic")
    write_whole(_place(folder, type(note)), f"{_HEAD}{digest(text)}\n".encode() + text + b"\n")


def read_note(folder: Path, kind: type[Note]) -> Note | None:
    """The note of a folder; None where there is none, or one that is damaged or of another format."""
    try:
        head, _, text = read_whole(_place(folder, kind)).partition(b"\n")
        text = text.removesuffix(b"\n")
        return msgspec.json.decode(text, type=kind) if head == f"{_HEAD}{digest(text)}".encode() else None
    except (OSError, SiteError, msgspec.MsgspecError, ValueError):
        return None


def has_note(folder: Path, kind: type[ShardNote] | type[SiteNote]) -> bool:
    """Whether there is a note, good or damaged."""
    return os.path.lexists(_place(folder, kind))


def remove_note(folder: Path, kind: type[ShardNote] | type[SiteNote]) -> None:
    """Remove the note of a folder that is about to hold something else."""
    remove_file(folder, _place(folder, kind).name)


def _place(folder: Path, kind: type[ShardNote] | type[SiteNote]) -> Path:
    return folder / (SHARD if kind is ShardNote else JOINED)

"""Copies of files of any size: by reference where the file system shares blocks, else by the kernel.

Never a hard link: editing a source in place would change what is published without the ledger's knowledge, and editing
what is published would change the source.
"""

import hashlib
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import IO

from site_gen.model.ledger import Stamp
from site_gen.storage.files import stamp_of
from site_gen.storage.inside import open_regular

_FICLONE = 0x40049409  # Linux: let a file share the blocks of another until one of them is written to
_CHUNK = 1 << 18


def digest_of(path: str | Path) -> str:
    """The digest of a file's bytes, as `digest` gives it, without holding more than a chunk of them."""
    with open(open_regular(path), "rb", buffering=0) as file:
        return digest_of_rest(file)


def digest_of_rest(file: IO[bytes]) -> str:
    """As `digest_of`, for an open file, from its position on."""
    return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()  # type: ignore[arg-type]


def same_bytes(one: str | Path, other: str | Path) -> bool:
    """Whether two files exist and hold the same bytes."""
    try:
        if not all(stat.S_ISREG(os.stat(path).st_mode) for path in (one, other)):
            return False
        with open(one, "rb") as left, open(other, "rb") as right:
            return os.fstat(left.fileno()).st_size == os.fstat(right.fileno()).st_size and _same(left, right)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _same(left: IO[bytes], right: IO[bytes]) -> bool:
    while chunk := left.read(_CHUNK):
        if right.read(_CHUNK) != chunk:
            return False
    return not right.read(1)


def copy_new(source: str | Path, target: str | Path) -> Stamp:
    """Copy a file to a path that nobody reads yet, and give the copy's stamp."""
    if not _cloned(source, target):
        shutil.copyfile(source, target)  # sendfile, fcopyfile or chunks, by system
    return stamp_of(target)


def _cloned(source: str | Path, target: str | Path) -> bool:
    """Share the source's blocks with the target where system and file system can."""
    if sys.platform != "linux":
        return False
    from fcntl import ioctl

    with open(source, "rb", buffering=0) as left, open(target, "wb", buffering=0) as right:
        try:
            ioctl(right.fileno(), _FICLONE, left.fileno())
        except OSError:
            return False
    return True

"""The key that authenticates state files: one for each user, outside of every site.

A repository can bring a `.site_gen` folder. Whoever made it does not have this key, so nothing in it is used.
"""

import os
import secrets
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

_SIZE = 32


@lru_cache(maxsize=1)
def state_key() -> bytes:
    """The user's key, made on first use; where none can be kept, one that lasts as long as the process."""
    with suppress(OSError, RuntimeError):  # no home, a read-only one, or a full disk
        return _kept(cache_folder() / "site-gen" / "state-key")
    return secrets.token_bytes(_SIZE)


def cache_folder() -> Path:
    """Where this user's programs keep what can be deleted at any time."""
    if (named := os.environ.get("XDG_CACHE_HOME", "")) and os.path.isabs(named):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")


def _kept(path: Path) -> bytes:
    """The key in a file; one that is missing or has another length is replaced."""
    with suppress(FileNotFoundError):
        key = path.read_bytes()
        if len(key) == _SIZE:
            return key
        path.unlink()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    mine = path.with_name(f"{path.name}-{os.getpid()}-{secrets.token_hex(4)}")
    handle = os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with open(handle, "wb") as file:
            file.write(secrets.token_bytes(_SIZE))
        with suppress(FileExistsError):
            os.link(mine, path)  # unlike a rename, it fails where another process was quicker
    finally:
        mine.unlink(missing_ok=True)
    return path.read_bytes()

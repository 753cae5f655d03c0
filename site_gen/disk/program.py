"""Which program this is: what it and the libraries that shape its output look like on disk."""

import hashlib
import importlib.util
import os
from functools import lru_cache
from pathlib import Path

from site_gen import __version__

_LIBRARIES = (
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "PIL",
    "pyromark",
    "text_unidecode",
    "tinycss2",
    "yaml",
)


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Changes when the program's files or one of the libraries that it renders with do."""
    state = hashlib.blake2b(__version__.encode(), digest_size=16)
    package = Path(__file__).resolve().parent.parent
    for folder, folders, files in os.walk(package):
        folders[:] = sorted(name for name in folders if name not in ("__pycache__", "themes", "data"))
        for name in sorted(files):
            found = os.stat(os.path.join(folder, name))
            state.update(f"{folder}/{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    for name in _LIBRARIES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin:
            found = os.stat(spec.origin)
            state.update(f"{name} {spec.origin} {found.st_size} {found.st_mtime_ns}\n".encode())
    return state.hexdigest()

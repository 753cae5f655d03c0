"""Compiled templates on disk, for the next process."""

import shutil
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from site_gen.disk.program import program_digest


def compiled_templates(folder: Path) -> FileSystemBytecodeCache:
    """Jinja2's own cache, in a folder for this program alone: what another version compiled is taken away."""
    own = folder / program_digest()[:16]
    if not own.is_dir():
        shutil.rmtree(folder, ignore_errors=True)
        own.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(own))

"""Compiled templates on disk, for the next process."""

import shutil
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from site_gen.disk.program import program_digest


class _Disposable(FileSystemBytecodeCache):
    """Jinja2's cache, but a file that cannot be read is as one that is not there."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # pickle and marshal raise whatever they like on what was cut short
            bucket.reset()


def compiled_templates(folder: Path) -> FileSystemBytecodeCache:
    """The cache, in a folder for this program alone: what another version compiled is taken away."""
    own = folder / program_digest()[:16]
    if not own.is_dir():
        shutil.rmtree(folder, ignore_errors=True)
        own.mkdir(parents=True, exist_ok=True)
    return _Disposable(str(own))

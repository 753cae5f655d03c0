"""Compiled templates on disk, for the next process."""

import shutil
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from site_gen.disk.program import program_digest
from site_gen.wording.digest import digest


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja2's cache, but what cannot be read is not there, and what cannot be written is done without.

    What is compiled for one base URL is not for another: the compiler works out `'/tags/'|url` once and for all.
    """

    def __init__(self, folder: str, base_url: str) -> None:
        super().__init__(folder, f"{digest(base_url.encode())[:16]}-%s.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, or leave it empty."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # pickle and marshal raise whatever they like on what was cut short
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket where that can be."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def prepare_templates(folder: Path) -> Path:
    """The folder for this program's compiled templates; what another version compiled is taken away."""
    own = folder / program_digest()[:16]
    if not own.is_dir():
        shutil.rmtree(folder, ignore_errors=True)
        own.mkdir(parents=True, exist_ok=True)
    return own

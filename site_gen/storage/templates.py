"""Compiled templates on disk, for the next process."""

import marshal
import os
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache, bc_magic

from site_gen.storage.files import write_new
from site_gen.storage.handles import remove_tree
from site_gen.storage.program import program_digest
from site_gen.storage.state_file import read_state, tag
from site_gen.text.digest import digest


class CompiledTemplates(BytecodeCache):
    """One file a template. It is code, so it is loaded only where this user's program wrote it, by its tag.

    What is compiled for one base URL and language is not for another: the compiler evaluates `'/tags/'|url` and
    `_("Tags")`. `strings` is the key of the language's catalogue.
    """

    def __init__(self, folder: str, base_url: str, strings: str = "en") -> None:
        self._folder, self._base = Path(folder), digest(f"{base_url} {strings}".encode())[:16]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, or leave it empty."""
        data = read_state(self._path(bucket), self._purpose(bucket))
        made_from = _made_from(bucket)
        if data is not None and data[: len(made_from)] == made_from:
            bucket.code = marshal.loads(data[len(made_from) :])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Save the bucket if possible. Several workers may save the same one, each under a name of its own."""
        path = self._path(bucket)
        data = _made_from(bucket) + marshal.dumps(bucket.code)
        temporary = path.with_name(f"{path.name}-{os.getpid()}")
        with suppress(OSError):
            try:
                write_new(temporary, tag(self._purpose(bucket), data) + data)
                os.replace(temporary, path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{self._base}-{bucket.key}.cache"

    def _purpose(self, bucket: Bucket) -> str:
        return f"template {program_digest()} {self._base} {bucket.key}"


def _made_from(bucket: Bucket) -> bytes:
    """What the code of a bucket depends on: the Python and Jinja versions, and the template's text."""
    return bytes(bc_magic) + bucket.checksum.encode()


def prepare_templates(folder: Path) -> Path:
    """The folder for this program's compiled templates; those of another version are deleted."""
    own = folder / program_digest()[:16]
    if not own.is_dir():
        remove_tree(folder.parent, folder.name)
        own.mkdir(parents=True, exist_ok=True)
    return own

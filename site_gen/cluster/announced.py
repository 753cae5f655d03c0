"""What all tasks of a run are told, and the file by which a worker shows that it sees the site's folder."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.cluster.task import Asked
from site_gen.storage.program import program


@contextmanager
def announced(root: Path, limit: float = 0, shared: bool = True) -> Iterator[Asked]:
    """The announcement of a site, which is valid while the block runs; without a file where nothing is `shared`.

    `limit` are the seconds for an item, 0 is none.
    """
    folder = root.absolute()
    token, text = folder / ".site_gen" / f".site_gen-{secrets.token_hex(8)}", secrets.token_hex(16)
    if not (shared and token.parent.is_dir()):
        yield Asked(program(), str(folder), limit=limit)
        return
    try:
        token.write_text(text, encoding="ascii")
        yield Asked(program(), str(folder), str(token), text, limit)
    finally:
        token.unlink(missing_ok=True)

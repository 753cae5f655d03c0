"""import.lock: what was imported, and what was written for it. Committed with the site, like seeds.lock."""

from pathlib import Path

import msgspec
from msgspec import Struct

from site_gen.model.problem import Problem, SiteError
from site_gen.storage.files import read_source, write_if_different

LOCK = "import.lock"


class Locked(Struct, frozen=True, omit_defaults=True):
    """The file of an item, its slug, and the digest of the bytes that import wrote.

    With `pending` these bytes were about to be written when the import was interrupted; `before` is the digest of what
    was there then, "" for nothing.
    """

    path: str
    slug: str
    written: str
    pending: bool = False
    before: str = ""


class ImportLock(Struct, frozen=True):
    """All items that were ever imported, by their keys; `redirects` are the lines that it wrote to redirects.yaml."""

    items: dict[str, Locked] = {}
    redirects: tuple[str, ...] = ()


def load_import_lock(root: Path) -> ImportLock:
    """The lock, empty where there is none; `SiteError` where it cannot be read, since guessing could lose edits."""
    try:
        data = read_source(root, LOCK)
    except FileNotFoundError:
        return ImportLock()
    try:
        lock = msgspec.json.decode(data, type=ImportLock) if data.strip() else ImportLock()
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        hint = "Fix it, or restore the version of your last commit: it records which posts were edited."
        raise SiteError((Problem(LOCK, 1, 1, f"This file cannot be read: {error}.", hint),)) from None
    bad = next((one.path for one in lock.items.values() if not _is_ours(one.path)), "")
    if bad:
        what = f"'{bad}' is not a post or page of this site."
        raise SiteError((Problem(LOCK, 1, 1, what, "Remove the line, or restore the version of your last commit."),))
    return lock


def save_import_lock(root: Path, lock: ImportLock) -> None:
    """Write the lock with one line for each item, sorted, so that the changes of two editors merge."""
    rows = [
        f"  {msgspec.json.encode(key).decode()}: {msgspec.json.encode(lock.items[key]).decode()}"
        for key in sorted(lock.items)
    ]
    lines = [f"  {msgspec.json.encode(line).decode()}" for line in lock.redirects]
    text = '{"items": {\n' + ",\n".join(rows) + '\n},\n"redirects": [\n' + ",\n".join(lines) + "\n]}\n"
    write_if_different(root / LOCK, text.encode())


def _is_ours(path: str) -> bool:
    parts = path.split("/")
    return (
        path.startswith(("content/posts/", "content/pages/"))
        and path.endswith(".md")
        and not any(not part or part.startswith(".") or "\\" in part or "\0" in part for part in parts)
    )

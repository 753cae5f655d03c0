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
    """All items that were ever imported, by their keys, and what else was written.

    `redirects` are the lines that import wrote to redirects.yaml, `media` the digests of files that it brought, by
    their paths; one of either that is not there any more was removed here, unless `redirects_pending`, which says that
    redirects.yaml was about to be written when the import was interrupted.
    """

    items: dict[str, Locked] = {}
    redirects: tuple[str, ...] = ()
    media: dict[str, str] = {}
    redirects_pending: bool = False

    @property
    def is_interrupted(self) -> bool:
        """Whether an import did not come to its end."""
        return self.redirects_pending or any(one.pending for one in self.items.values())


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
    bad = bad or next((path for path in lock.media if not _is_media(path)), "")
    if bad:
        what = f"'{bad}' is not a post, page or picture of this site."
        raise SiteError((Problem(LOCK, 1, 1, what, "Remove the line, or restore the version of your last commit."),))
    return lock


def save_import_lock(root: Path, lock: ImportLock) -> None:
    """Write the lock with one line for each item, sorted, so that the changes of two editors merge."""
    rows = [f"  {_json(key)}: {_json(lock.items[key])}" for key in sorted(lock.items)]
    lines = [f"  {_json(line)}" for line in lock.redirects]
    media = [f"  {_json(path)}: {_json(lock.media[path])}" for path in sorted(lock.media)]
    text = '{"items": {\n' + ",\n".join(rows) + '\n},\n"redirects": [\n' + ",\n".join(lines) + "\n]"
    text += ',\n"media": {\n' + ",\n".join(media) + "\n}" if media else ""
    text += ',\n"redirects_pending": true' if lock.redirects_pending else ""
    text += "}\n"
    write_if_different(root / LOCK, text.encode())


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _is_ours(path: str) -> bool:
    return path.startswith(("content/posts/", "content/pages/")) and path.endswith(".md") and _is_inside(path)


def _is_media(path: str) -> bool:
    return path.startswith(("static/", "content/images/")) and _is_inside(path)


def _is_inside(path: str) -> bool:
    return not any(not part or part.startswith(".") or "\\" in part or "\0" in part for part in path.split("/"))

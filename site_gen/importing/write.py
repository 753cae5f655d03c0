"""Writing an import so that a kill at any moment loses nothing, and that nothing edited or removed here is touched."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from msgspec.structs import replace

from site_gen.importing.converted import Texts
from site_gen.importing.import_lock import ImportLock, Locked, save_import_lock
from site_gen.importing.links import IMAGES
from site_gen.importing.media import Found
from site_gen.importing.place import Placed
from site_gen.storage.files import read_source, write_source
from site_gen.text.digest import digest

Progress = Callable[[str, int, int], None]


def write_files(
    root: Path,
    placed: Collection[Placed],
    due: Collection[Placed],
    texts: Texts,
    media: Mapping[str, Found],
    lock: ImportLock,
    progress: Progress,
) -> ImportLock:
    """Write those of the texts that are due, and all media. The lock says before which texts will be written."""
    items = dict(lock.items)
    for one in due:
        known = items.get(one.item.key)
        before = known.before if known and known.pending else known.written if known else ""
        written = texts[one.item.key].written
        items[one.item.key] = Locked(one.path, one.slug, written, pending=True, before=before)
    if due:
        save_import_lock(root, replace(lock, items=items))
    brought = _write_media(root, media, lock.media, progress)
    for number, one in enumerate(due, 1):
        write_source(root, one.path, texts.data(one.item.key))
        progress("write", number, len(due))
    for one in placed:
        known = items.get(one.item.key)
        if known is not None and known.pending:
            items[one.item.key] = Locked(known.path, known.slug, known.written)
    lock = replace(lock, items=items, media=brought)
    save_import_lock(root, lock)
    return lock


def _write_media(
    root: Path, media: Mapping[str, Found], known: Mapping[str, str], progress: Progress
) -> dict[str, str]:
    """Write files that are new or that changed in the source, and give the digests of all that import brought.

    A file that was edited or removed here stays so. One that is there with the same bytes is ours: an interrupted
    import may have brought it.
    """
    brought = dict(known)
    for number, (path, found) in enumerate(sorted(media.items()), 1):
        data = found.read()
        new, old = digest(data), known.get(path)
        if new != old:
            there = _digest_of(root, path)
            if there != new and there == (old or ""):
                write_source(root, path, data)
                there = new
            if there == new:
                brought[path] = new
        progress("media", number, len(media))
    return brought


def _digest_of(root: Path, path: str) -> str:
    """The digest of a file, "" where there is none."""
    try:
        return digest(read_source(root, path))
    except FileNotFoundError:
        return ""


def brought_media(root: Path, lock: ImportLock) -> dict[str, Path]:
    """The files that an earlier import brought and that are still here, by their old paths."""
    files = {path.removeprefix(IMAGES).removeprefix("static/"): root / path for path in lock.media}
    return {path: file for path, file in files.items() if file.is_file()}

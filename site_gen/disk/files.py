"""Single files: stamps, whole reads, writes that are whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

from site_gen.model.ledger import NO_STAMP, Stamp
from site_gen.model.problem import Problem, SiteError
from site_gen.wording.digest import digest


def stamp_of(path: str | Path) -> Stamp:
    """A file's stamp; `NO_STAMP` for one that is not there."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return NO_STAMP
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def source_stamp(path: str | Path) -> Stamp:
    """A source file's stamp; `NO_STAMP` for one that is not there."""
    try:
        return _source_stamp(os.stat(path))
    except (FileNotFoundError, NotADirectoryError):
        return NO_STAMP


def _source_stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def walk(folder: Path, suffix: str | tuple[str, ...] = "", hidden: bool = False) -> Iterator[tuple[str, Stamp]]:
    """Every file below a folder as (path from it, with `/`; stamp), in no particular order.

    Names that begin with a dot or end with `~` are editors' and systems' own and are passed over, as are links that
    lead nowhere; with `hidden` such as `.well-known` and `.htaccess` are not. A folder that is not there has no files.
    A name that is no UTF-8 raises `SiteError`.
    """
    waiting = [("", str(folder))]
    while waiting:
        prefix, where = waiting.pop()
        try:
            entries = list(os.scandir(where))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.name.endswith("~") or (entry.name.startswith(".") and not (hidden and _is_meant(entry.name))):
                continue
            if not entry.name.isascii():
                _refuse_undecoded(prefix + entry.name)
            if entry.is_dir(follow_symlinks=True):
                if not entry.is_symlink():
                    waiting.append((f"{prefix}{entry.name}/", entry.path))
            elif entry.name.endswith(suffix):
                try:
                    found = entry.stat()
                except FileNotFoundError:
                    continue
                yield prefix + entry.name, _source_stamp(found)


def is_walked(root: Path, path: str) -> bool:
    """Whether `walk` would come upon a file: it has no name of an editor's, and no folder on its way is a link.

    As there, a name that is no UTF-8 raises `SiteError`.
    """
    if not path.isascii():
        _refuse_undecoded(path)
    parts = path.split("/")
    if any(part.startswith(".") or part.endswith("~") for part in parts):
        return False
    return not any((root / "/".join(parts[:depth])).is_symlink() for depth in range(2, len(parts)))


def _is_meant(name: str) -> bool:
    """Whether a hidden file is meant for the site: not version control's, an editor's or the system's."""
    return not name.startswith((".git", ".DS_Store", ".#", "._", ".site_gen")) and not name.endswith((".swp", ".swo"))


def _refuse_undecoded(name: str) -> None:
    """`SiteError` for a name that is no UTF-8: it could stand in no address and in no ledger."""
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    if shown != name:
        raise SiteError((Problem(shown, 0, 0, "The name of this file is not UTF-8 text.", "Give it another name."),))


_A_PIECE = 1 << 15  # most texts are shorter; a larger buffer costs more than what it saves


def read_whole(path: str) -> bytes:
    """A file's bytes, by as few calls as they take: `open()` makes nine of them, which counts in ten thousand texts."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        pieces = [os.read(handle, _A_PIECE)]
        while pieces[-1]:
            pieces.append(os.read(handle, _A_PIECE))
    finally:
        os.close(handle)
    return pieces[0] if len(pieces) == 2 else b"".join(pieces)


def write_new(path: str | Path, data: bytes) -> Stamp:
    """Write a file that nobody reads yet, and give its stamp."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        found = os.fstat(handle)
    finally:
        os.close(handle)
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def write_whole(path: Path, data: bytes) -> Stamp:
    """Write a file so that it is at any moment the old one or the new one, and give its new stamp.

    What is not whole yet has a name of its own for each file, so that the next writer clears away what a killed one
    left;
    that there is one writer at a time is the site's lock's business.
    """
    temporary = path.with_name(f".site_gen-{digest(path.name.encode())[:16]}")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        stamp = write_new(temporary, data)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return stamp


def write_if_different(path: Path, data: bytes) -> Stamp | None:
    """As `write_whole`, but leave a file alone that has these bytes already; None tells that it was left."""
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return None
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        pass
    return write_whole(path, data)

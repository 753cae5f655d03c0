"""Single files: stamps, full reads, atomic writes."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

from site_gen.model.ledger import NO_STAMP, Stamp
from site_gen.model.problem import Problem, SiteError, raise_problems
from site_gen.storage.inside import (
    FOLDER,
    Fault,
    broken_fault,
    folder_fault,
    link_fault,
    open_regular,
    refuse_source,
    refuse_way_out,
    source_fault,
    special_fault,
)
from site_gen.text.digest import digest


def stamp_of(path: str | Path) -> Stamp:
    """A file's stamp; `NO_STAMP` where there is none."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return NO_STAMP
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def source_stamp(path: str | Path) -> Stamp:
    """A source file's stamp; `NO_STAMP` where there is none."""
    try:
        return _source_stamp(os.stat(path))
    except (FileNotFoundError, NotADirectoryError):
        return NO_STAMP


def _source_stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def walk(
    folder: Path,
    suffix: str | tuple[str, ...] = "",
    hidden: bool = False,
    home: Path | None = None,
    texts: str | tuple[str, ...] = (),
    misnamed: list[Problem] | None = None,
    any_case: bool = False,
    passed: list[str] | None = None,
) -> Iterator[tuple[str, Stamp]]:
    """Every file below a folder as (path from it, with `/`; stamp), in no particular order.

    Names that begin with a dot or end with `~` belong to editors and systems and are passed over, as are broken links;
    with `hidden`, names such as `.well-known` and `.htaccess` are not. A missing folder has no files.

    After the last file, `SiteError` reports each name that is no UTF-8, each link that leads out of `home` (the
    folder itself if not given), what is no regular file, and a folder whose name ends as `suffix` or `texts` say.
    Where `misnamed` is given, problems of names are added to it instead; `passed` receives the files whose names do not
    end so, and links to folders. With `any_case` a suffix may be in capitals.
    """
    inside = str(home or folder)
    odd: list[tuple[str, Fault]] = []
    pending = [("", str(folder))]
    if os.path.isdir(folder) and (fault := folder_fault(str(folder), inside)):
        odd.append((str(folder), fault))
        pending.clear()
    texts = texts or suffix or ()
    while pending:
        prefix, where = pending.pop()
        for entry in _entries(where, hidden):
            name = entry.name
            if not name.isascii() and undecoded(name):
                odd.append((entry.path, UNDECODED_FOLDER if entry.is_dir() else UNDECODED))
                continue
            name = name.lower() if any_case else name
            found = _look(entry, name, suffix, inside)
            if type(found) is Stamp:
                yield prefix + entry.name, found
            elif isinstance(found, tuple):
                odd.append((entry.path, found))
            elif found:
                pending.append((f"{prefix}{entry.name}/", entry.path))
                if entry.name.endswith(texts):
                    odd.append((entry.path, FOLDER))
            elif passed is not None and not name.endswith(suffix):
                passed.append(prefix + entry.name)
    problems = tuple(Problem(_shown(path, inside), 0, 0, *fault) for path, fault in odd)
    if misnamed is not None:
        of_names = (UNDECODED[0], UNDECODED_FOLDER[0])
        misnamed += [problem for problem in problems if problem.what in of_names]
        problems = tuple(problem for problem in problems if problem.what not in of_names)
    raise_problems(problems)


def _shown(path: str, inside: str) -> str:
    name = os.path.relpath(path, inside).replace(os.sep, "/")
    return undecoded(name) or name


def _entries(where: str, hidden: bool) -> Iterator["os.DirEntry[str]"]:
    """The entries of a folder, without files of editors and systems."""
    try:
        entries = list(os.scandir(where))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        name = entry.name
        if name[-1] == "~" or (name[0] == "." and not (hidden and _is_for_site(name))):
            continue
        yield entry


def _look(entry: "os.DirEntry[str]", name: str, suffix: str | tuple[str, ...], inside: str) -> Stamp | Fault | bool:
    """A file's stamp, or why it may not be read; True for a folder to go into, False for what is passed over."""
    try:
        if entry.is_file(follow_symlinks=False):  # as nearly all are; the listing said so
            return _source_stamp(entry.stat(follow_symlinks=False)) if name.endswith(suffix) else False
        if entry.is_dir():
            return not entry.is_symlink()
        if not name.endswith(suffix):
            return False
        found = entry.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        return broken_fault(error) if name.endswith(suffix) else False
    fault = link_fault(entry.path, inside) if entry.is_symlink() else None
    return fault or special_fault(found.st_mode) or _source_stamp(found)


def is_walked(root: Path, path: str) -> bool:
    """Whether `walk` would give a file: its name is not an editor's, and no folder on its path is a link.

    As there, `SiteError` for a name that is no UTF-8, a link that leads out, and what is no regular file.
    """
    if not path.isascii() and (shown := undecoded(path)):
        raise SiteError((Problem(shown, 0, 0, *UNDECODED),))
    parts = path.split("/")
    if any(part.startswith(".") or part.endswith("~") for part in parts):
        return False
    if any((root / "/".join(parts[:depth])).is_symlink() for depth in range(2, len(parts))):
        return False
    if not os.path.isdir(f"{root}/{path}"):
        refuse_source(root, path)
    return True


def _is_for_site(name: str) -> bool:
    """Whether a hidden file is meant for the site: not version control's, an editor's or the system's."""
    return not name.startswith((".git", ".DS_Store", ".#", "._", ".site_gen")) and not name.endswith((".swp", ".swo"))


UNDECODED: Fault = ("The name of this file is not UTF-8 text.", "Give it another name.")
UNDECODED_FOLDER: Fault = ("The name of this folder is not UTF-8 text.", "Give it another name.")


def undecoded(name: str) -> str:
    """The printable name of a file whose own is not UTF-8, which no address or ledger can hold; "" for others."""
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    return shown if shown != name else ""


_A_PIECE = 1 << 15  # most texts are shorter; a larger buffer costs more than what it saves


def read_whole(path: str | Path) -> bytes:
    """A file's bytes, by as few system calls as possible: `open()` makes nine, which matters for ten thousand texts.

    `SiteError`, at once, where the path names a pipe, a device or a folder.
    """
    handle = open_regular(path)
    try:
        pieces = [os.read(handle, _A_PIECE)]
        while pieces[-1]:
            pieces.append(os.read(handle, _A_PIECE))
    finally:
        os.close(handle)
    return pieces[0] if len(pieces) == 2 else b"".join(pieces)


def read_start(path: str | Path, size: int) -> bytes:
    """The first bytes of a file, as far as it has them."""
    with opened(path) as file:
        return file.read(size)


def opened(path: str | Path) -> FileIO:
    """A file to be read piece by piece; `SiteError` as `read_whole` has it."""
    return FileIO(open_regular(path))


def read_source(root: Path, name: str, home: Path | None = None, shown: str = "") -> bytes:
    """The bytes of a file of the site, by its path from the root; `SiteError` where it may not be read.

    `home` is the folder that links must not lead out of, the root if not given; `shown` is its name in messages.
    """
    if fault := source_fault(f"{root}/{name}", str(home or root)):
        raise SiteError((Problem(shown or name, 0, 0, *fault),))
    return read_whole(f"{root}/{name}")


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_new(path: str | Path, data: bytes) -> Stamp:
    """Write a file that nobody reads yet, and give its stamp. An old file of that name is removed, never written to."""
    return _write_pieces(path, (data,))


def _write_pieces(path: str | Path, pieces: Iterable[bytes]) -> Stamp:
    try:
        handle = os.open(path, _NEW, 0o666)
    except FileExistsError:
        os.unlink(path)  # a link, or what a killed writer left
        handle = os.open(path, _NEW, 0o666)
    try:
        for data in pieces:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
        found = os.fstat(handle)
    finally:
        os.close(handle)
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def write_whole(path: Path, data: bytes) -> Stamp:
    """Write a file so that it is complete at any moment, old or new, and give its new stamp."""
    return write_whole_pieces(path, (data,))


def write_whole_pieces(path: Path, pieces: Iterable[bytes]) -> Stamp:
    """As `write_whole`, piece by piece, so that not all of a large file is in memory.

    The temporary name is the same each time, so that the next writer removes what a killed one left; the site's lock
    makes sure that there is one writer at a time.
    """
    temporary = path.with_name(f".site_gen-{digest(path.name.encode())[:16]}")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        stamp = _write_pieces(temporary, pieces)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return stamp


def write_source(root: Path, path: str, data: bytes) -> Stamp:
    """As `write_whole`, a file of the site by its path from the root; `SiteError` where that would be outside of it."""
    refuse_way_out(root, path)
    return write_whole(root / path, data)


def write_pieces_if_different(path: Path, pieces: Callable[[], Iterable[bytes]]) -> None:
    """As `write_whole_pieces`, but leave a file alone that has these bytes already."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if stat.S_ISREG(path.lstat().st_mode):
            with open(path, "rb") as file:
                if all(file.read(len(piece)) == piece for piece in pieces()) and not file.read(1):
                    return
    write_whole_pieces(path, pieces())


def write_if_different(path: Path, data: bytes) -> Stamp | None:
    """As `write_whole`, but leave a file alone that has these bytes already; None means that it was left."""
    try:
        found = path.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_size == len(data) and path.read_bytes() == data:
            return None
    except (FileNotFoundError, NotADirectoryError):
        pass
    return write_whole(path, data)

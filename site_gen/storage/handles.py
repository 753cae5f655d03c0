"""Deletes and moves files by folder handles, which follow no link.

A path is looked up again by each call: between a check and a deletion somebody may put a link in its place. A handle
stays with the folder that was opened. Where the system has no such calls (Windows), each part is checked first.
"""

import os
import shutil
from collections.abc import Container, Iterator
from contextlib import contextmanager, suppress

_CALLS = (os.open, os.unlink, os.rmdir, os.rename, os.stat)
BY_HANDLE = all(call in os.supports_dir_fd for call in _CALLS) and os.scandir in os.supports_fd
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_NO_LINK = _FOLDER | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def opened(home: str | os.PathLike[str], path: str = "") -> Iterator[int]:
    """A handle of the folder at a path below `home`; `OSError` where there is none, or a part of the path is a link."""
    handle = os.open(home, _FOLDER)
    try:
        for part in path.split("/") if path else ():
            inner = os.open(part, _NO_LINK, dir_fd=handle)
            os.close(handle)
            handle = inner
        yield handle
    finally:
        os.close(handle)


def remove_file(home: str | os.PathLike[str], path: str) -> bool:
    """Delete a file or a link, by its path below `home`; False where there is none, or a part of the path is a link."""
    folder, _, name = path.rpartition("/")
    try:
        if not BY_HANDLE:
            return _removed_by_path(home, folder, name)
        with opened(home, folder) as handle:
            os.unlink(name, dir_fd=handle)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        if is_linked(home, folder) or os.path.isdir(os.path.join(home, path)):
            return False
        raise
    return True


def remove_empty(home: str | os.PathLike[str], path: str) -> None:
    """Delete a folder below `home` if it is empty and no part of the path is a link."""
    folder, _, name = path.rpartition("/")
    with suppress(OSError):
        if not BY_HANDLE:
            if not is_linked(home, path):
                os.rmdir(os.path.join(home, path))
            return
        with opened(home, folder) as handle:
            os.rmdir(name, dir_fd=handle)


def remove_tree(home: str | os.PathLike[str], path: str) -> None:
    """Delete a folder below `home` with everything in it, as far as possible; no link in path or folder is followed."""
    folder, _, name = path.rpartition("/")
    with suppress(OSError):
        if not BY_HANDLE or not shutil.rmtree.avoids_symlink_attacks:
            if not is_linked(home, path):
                shutil.rmtree(os.path.join(home, path), ignore_errors=True)
            return
        with opened(home, folder) as handle:
            shutil.rmtree(name, ignore_errors=True, dir_fd=handle)


def remove_others(home: str | os.PathLike[str], path: str, kept: Container[str]) -> None:
    """Delete the files of a folder below `home` except those whose names are kept, as far as possible."""
    with suppress(OSError):
        if BY_HANDLE:
            with opened(home, path) as handle:
                _remove_names([entry.name for entry in os.scandir(handle) if entry.name not in kept], handle)
        elif not is_linked(home, path):
            folder = os.path.join(home, path)
            names = [entry.name for entry in os.scandir(folder) if entry.name not in kept]
            for name in names:
                with suppress(OSError):
                    os.unlink(os.path.join(folder, name))


def move_in(source: str | os.PathLike[str], target: str | os.PathLike[str]) -> None:
    """Move the contents of one folder into another; a folder that both have is merged, and no link is followed."""
    if not BY_HANDLE:
        _moved_by_path(os.fspath(source), os.fspath(target))
        return
    with opened(source) as left, opened(target) as right:
        _move(left, right)


def is_linked(home: str | os.PathLike[str], path: str) -> bool:
    """Whether a part of a path below `home`, its end too, is a link."""
    parts = path.split("/") if path else []
    return any(os.path.islink(os.path.join(home, *parts[:depth])) for depth in range(1, len(parts) + 1))


def _move(source: int, target: int) -> None:
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        name = entry.name
        if not entry.is_dir(follow_symlinks=False):
            os.replace(name, name, src_dir_fd=source, dst_dir_fd=target)
            continue
        try:
            right = os.open(name, _NO_LINK, dir_fd=target)
        except FileNotFoundError:
            os.rename(name, name, src_dir_fd=source, dst_dir_fd=target)
            continue
        try:
            left = os.open(name, _NO_LINK, dir_fd=source)
            try:
                _move(left, right)
            finally:
                os.close(left)
        finally:
            os.close(right)


def _remove_names(names: list[str], handle: int) -> None:
    for name in names:
        with suppress(OSError):
            os.unlink(name, dir_fd=handle)


def _removed_by_path(home: str | os.PathLike[str], folder: str, name: str) -> bool:
    if is_linked(home, folder):
        return False
    os.unlink(os.path.join(home, folder, name))
    return True


def _moved_by_path(source: str, target: str) -> None:
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        place = os.path.join(target, entry.name)
        if not entry.is_dir(follow_symlinks=False):
            os.replace(entry.path, place)
        elif not os.path.lexists(place):
            os.rename(entry.path, place)
        elif os.path.islink(place):
            raise NotADirectoryError(20, "This is a link, not a folder", place)
        else:
            _moved_by_path(entry.path, place)

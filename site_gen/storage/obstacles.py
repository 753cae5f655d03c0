"""What is in the output folder where a file of ours must go: a folder in its place, or a file in place of a folder."""

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from site_gen.model.problem import Problem, raise_problems

_HINT = "Move it out of the output folder, and build again."


def clear_way(folder: Path, staged: Iterable[str], going: Collection[str], display_name: str) -> None:
    """Remove empty folders where files must go; refuse whatever else is in the way and is not `going` to be removed.

    `display_name` is the output folder's name in messages.
    """
    staged = tuple(staged)
    problems = [
        *_files_for_folders(folder, staged, going, display_name),
        *_folders_for_files(folder, staged, going, display_name),
    ]
    raise_problems(tuple(problems))


def _files_for_folders(
    folder: Path, staged: Iterable[str], going: Collection[str], display_name: str
) -> Iterator[Problem]:
    parents = {path.rpartition("/")[0] for path in staged}
    for parent in sorted(parents):
        parts = parent.split("/")
        for path in ("/".join(parts[:depth]) for depth in range(1, len(parts) + 1)):
            mode = _mode(folder / path)
            if mode is None:
                break
            if stat.S_ISREG(mode) and path not in going:
                yield Problem(f"{display_name}/{path}", 0, 0, "This file is where a folder of the site must be.", _HINT)
                break


def _folders_for_files(
    folder: Path, staged: Iterable[str], going: Collection[str], display_name: str
) -> Iterator[Problem]:
    for path in staged:
        place = folder / path
        mode = _mode(place)
        if mode is None or not stat.S_ISDIR(mode):
            continue
        inner = (os.path.relpath(f"{where}/{name}", folder) for where, _, names in os.walk(place) for name in names)
        others = [name for name in (one.replace(os.sep, "/") for one in inner) if name not in going]
        if others:
            what = f"This folder is where a file of the site must be, and it holds other files ({min(others)})."
            yield Problem(f"{display_name}/{path}", 0, 0, what, _HINT)
        elif not any(names for _, _, names in os.walk(place)):
            _remove_empty(place)


def _mode(place: Path) -> int | None:
    try:
        return os.lstat(place).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _remove_empty(place: Path) -> None:
    for where, _, _ in os.walk(place, topdown=False):
        os.rmdir(where)

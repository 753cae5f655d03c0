"""One rule for what the site is made from: regular files, and links that stay inside it.

A repository that somebody else made may hold a link to any file of the machine, or a pipe that is never written to.
Build, preview and deployment read the site's sources by this rule alone.
"""

import errno
import os
import stat
from pathlib import Path

from site_gen.model.problem import Problem, SiteError, raise_problems

Fault = tuple[str, str]  # what is wrong, and what to do
FOLDER: Fault = ("This is a folder where a file is expected.", "Give it another name, or move it away.")

# What every command checks before it reads anything: folders that must be folders, and files that must be files.
_CONTENT = ("content", "content/posts", "content/pages", "content/tags", "content/images")
_FOLDERS = (*_CONTENT, "seeds", "static", "themes", "templates", "archetypes", "i18n")
_FILES = ("site.yaml", "redirects.yaml", "seeds.lock", "addresses.lock", "archetypes/post.md")
_CLOSED = "seeds"  # raw articles are published only as posts
_ANNEX = (".git", "annex", "objects")  # where git-annex keeps large files, each of which is a link to it
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def home_of(root: Path, path: str | Path) -> str:
    """The folder that a file's links must stay in: the site, or for a file of the program's own themes its folder."""
    return str(root if Path(path).is_relative_to(root) else Path(path).parent)


def is_below(path: str, home: str) -> bool:
    """Whether a real path is strictly below a real folder."""
    return path.startswith(home.rstrip(os.sep) + os.sep)


def link_fault(path: str, home: str) -> Fault | None:
    """Why a link may not be followed; None for one that ends inside the folder `home`, in a part that is published."""
    real, base = os.path.realpath(path), os.path.realpath(home)
    if not is_below(real, base):
        return "This link leads out of the site.", "Copy what it leads to into the site instead."
    parts = os.path.relpath(real, base).split(os.sep)
    first, of_seeds = parts[0], os.path.relpath(path, home).split(os.sep)[0] == _CLOSED
    if tuple(parts[: len(_ANNEX)]) == _ANNEX:
        return None
    if first.startswith(".") or (first == _CLOSED and not of_seeds):
        return f"This link leads into '{first}', which is not published.", "Copy what it leads to instead."
    return None


def special_fault(mode: int) -> Fault | None:
    """Why what has this mode cannot be read as a file; None for a regular file."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return FOLDER
    kind = next((name for is_one, name in _KINDS if is_one(mode)), "no file")
    return f"This is {kind}, not a file.", "Remove it, or put a file in its place."


def broken_fault(error: OSError) -> Fault:
    """What is wrong with a file that the system cannot read."""
    if error.errno == errno.ELOOP:
        return "This link leads to itself.", "Remove it, or make it point to a file."
    return f"This file cannot be read: {error.strerror}.", "Check who owns the file."


def source_fault(path: str, home: str) -> Fault | None:
    """Why a file may not be read; None for one that may, or that is not there."""
    try:
        found = os.lstat(path)
        if stat.S_ISLNK(found.st_mode):
            if fault := link_fault(path, home):
                return fault
            found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return broken_fault(error)
    return special_fault(found.st_mode)


def folder_fault(path: str, home: str) -> Fault | None:
    """Why a folder may not be read; None for one that may, or that is not there."""
    try:
        if not stat.S_ISDIR(os.stat(path).st_mode):
            return "This is not a folder.", "Move it away: site_gen keeps a folder under this name."
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return broken_fault(error)
    base = os.path.realpath(home)
    expected = os.path.normpath(os.path.join(base, os.path.relpath(path, home)))
    return None if os.path.realpath(path) == expected else link_fault(path, home)


def refuse_source(root: Path, name: str) -> None:
    """`SiteError` where a file of the site, named by its path from the root, may not be read."""
    if fault := source_fault(f"{root}/{name}", str(root)):
        raise SiteError((Problem(name, 0, 0, *fault),))


def refuse_odd_sources(root: Path) -> None:
    """`SiteError` with each of the site's folders and files that is of another kind, or a link that leads out."""
    home = str(root)
    faults = [(name, folder_fault(f"{home}/{name}", home)) for name in _FOLDERS]
    faults += [(name, source_fault(f"{home}/{name}", home)) for name in _FILES]
    raise_problems(tuple(Problem(name, 0, 0, *fault) for name, fault in faults if fault))


def refuse_way_out(root: Path, path: str) -> None:
    """`SiteError` where a file of the site that is about to be written is in a folder that a link leads out of it."""
    home = str(root)
    folder = os.path.dirname(path)
    outside = os.path.isabs(path) or ".." in path.replace("\\", "/").split("/")
    if outside or (folder and os.path.lexists(f"{home}/{folder}") and folder_fault(f"{home}/{folder}", home)):
        what = "This file would be written outside of the site."
        raise SiteError((Problem(path, 0, 0, what, f"Look at '{folder}': it must be a folder of the site."),))


def open_regular(path: str | Path) -> int:
    """A handle to read a file with, opened without blocking; `SiteError` where the path names no regular file."""
    try:
        handle = os.open(path, _OPEN)
    except OSError as error:
        if error.errno in (errno.ENXIO, errno.ELOOP):  # a socket; a link to itself
            fault = broken_fault(error) if error.errno == errno.ELOOP else special_fault(stat.S_IFSOCK)
            raise SiteError((Problem(str(path), 0, 0, *(fault or ("", ""))),)) from None
        raise
    if fault := special_fault(os.fstat(handle).st_mode):
        os.close(handle)
        raise SiteError((Problem(str(path), 0, 0, *fault),))
    return handle

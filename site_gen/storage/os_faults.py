"""Errors of the operating system, as problems that say how to fix them."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from site_gen.model.problem import OutsideError, Problem

_STATE = ".site_gen"
_ADVICE = {
    errno.ENOSPC: ("The disk is full.", "Free some space and build again; what was published before is untouched."),
    errno.EDQUOT: ("The quota is used up.", "Free some space and build again; what was published before is untouched."),
    errno.ENAMETOOLONG: ("That name is too long for the file system.", "Give a shorter slug."),
    errno.ENOTDIR: ("A folder on this path is a file.", "Move that file away, or name another path."),
    errno.EMFILE: ("Too many files are open.", "Raise the limit (ulimit -n), or build with --jobs 1."),
}
_REFUSED = (errno.EACCES, errno.EPERM)


def os_problem(error: OSError) -> Problem:
    """The problem of an error of the system: the file or folder, what is wrong with it, what to do."""
    where = str(error.filename2 or error.filename or "")
    if error.errno == errno.EROFS:
        return Problem(where, 0, 0, *_read_only(where))
    if error.errno in _REFUSED and where:
        return _refused(where)
    what, hint = _ADVICE.get(error.errno or 0, (f"{error.strerror or error}.", ""))
    return Problem(where or "the disk", 0, 0, what, hint)


def outside_problem(error: OutsideError | OSError) -> Problem:
    """As `os_problem`, also for errors that have a message already."""
    return os_problem(error) if isinstance(error, OSError) else Problem("", 0, 0, str(error))


def _read_only(where: str) -> tuple[str, str]:
    what = "The file system is read-only."
    if _is_state(where):
        return what, f"Ledger and caches are kept in the site's folder ({_STATE}): copy the site to where it can be."
    return what, "Build with --output into another place."


def _refused(where: str) -> Problem:
    """Which right is missing, of the file itself or of the nearest existing folder above it."""
    path = Path(where)
    if not _is_there(path) or (path.is_file() and os.access(path, os.R_OK) and not os.access(path.parent, os.W_OK)):
        path = next(above for above in path.absolute().parents if _is_there(above))
        path = path if Path(where).is_absolute() else Path(os.path.relpath(path))
    name, owner = str(path), _other_owner(path)
    whose = f"; it belongs to {owner}" if owner else ""
    if _is_state(where) and _is_state(name):
        what = f"The folder of ledger and caches may not be written to{whose}."
        return Problem(name, 0, 0, what, f"Move {_STATE} away to have it made again, or build as its owner.")
    what, right = _missing_right(path)
    advice = f"sudo chown \"$USER\" '{name}'" if owner else f"chmod u+{right} '{name}'"
    return Problem(name, 0, 0, f"{what}{whose}.", f"Run: {advice}")


def _missing_right(path: Path) -> tuple[str, str]:
    """What may not be done, and the letter of that right."""
    if not path.is_dir():
        return (
            ("This file may not be read", "r")
            if not os.access(path, os.R_OK)
            else ("This file may not be written", "w")
        )
    if not os.access(path, os.R_OK | os.X_OK):
        return "This folder may not be looked into", "rx"
    return "This folder may not be written to", "w"


def _is_state(where: str) -> bool:
    return _STATE in Path(where).parts


def _is_there(path: Path) -> bool:
    with suppress(OSError):
        return os.path.lexists(path)
    return False


def _other_owner(path: Path) -> str:
    """The owner, where that is another user."""
    with suppress(OSError, KeyError, NotImplementedError, AttributeError):
        if path.stat().st_uid != os.getuid():
            return path.owner()
    return ""

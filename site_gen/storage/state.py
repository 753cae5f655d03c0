"""The folder of ledger and caches: a real folder with our mark, and only folders and files in it.

Everything in it may be deleted at any time, so it must be certain whose it is: a link, or a folder that somebody else
filled, is refused before anything is read, written or deleted.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.model.problem import Problem, SiteError, raise_problems
from site_gen.storage.lock import PATIENCE, site_lock

MARK = "CACHEDIR.TAG"  # https://bford.info/cachedir/: backup programs leave such folders out
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# Ledger and caches of site_gen; they can be deleted.\n"
_OURS = ("lock", "ledger-", "preview", "deploy", "bodies", "pages", "pictures", "templates", "search", "pagefind")
_CACHES = (".cache",)
_HINT = "Move it away; site_gen makes what it needs again."


@contextmanager
def state_lock(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Claim the folder and hold its lock, which is waited for as `site_lock` does."""
    claim_state(folder)
    with site_lock(folder, patience=patience):
        yield


def claim_state(folder: Path) -> None:
    """Make the folder, or check that it is ours; `SiteError` with every link and special file in it."""
    if os.path.islink(folder):
        what = "This is a link, but the ledger and caches need a real folder here."
        raise SiteError((Problem(folder.name, 0, 0, what, _HINT),))
    if os.path.lexists(folder) and not os.path.isdir(folder):
        what = "This is not a folder, but the ledger and caches need one here."
        raise SiteError((Problem(folder.name, 0, 0, what, _HINT),))
    folder.mkdir(parents=True, exist_ok=True)
    raise_problems(tuple(_odd(str(folder))))
    if not os.path.isfile(folder / MARK):
        _put_mark(folder)


def _put_mark(folder: Path) -> None:
    """Mark a folder as ours if it is empty, or holds only what an earlier version left without a mark."""
    strangers = [name for name in sorted(os.listdir(folder)) if not _is_ours(name)]
    if strangers:
        what = f"This folder holds what site_gen did not write: {', '.join(strangers[:3])}."
        raise SiteError((Problem(folder.name, 0, 0, what, "Move it away; ledger and caches are kept here."),))
    try:
        (folder / MARK).write_text(_SIGNATURE, encoding="utf-8")
    except OSError:
        pass  # a full or read-only disk shows where it matters


def _is_ours(name: str) -> bool:
    return name.startswith((*_OURS, ".site_gen-")) or name.endswith(_CACHES)


def _entries(folder: str) -> "list[os.DirEntry[str]]":
    """What a folder holds; nothing where another process has just removed it."""
    try:
        return list(os.scandir(folder))
    except FileNotFoundError:
        return []


def _odd(home: str) -> Iterator[Problem]:
    """A problem for each link, pipe, socket and device below the folder."""
    pending = [home]
    while pending:
        for entry in _entries(pending.pop()):
            if entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)
            elif not entry.is_file(follow_symlinks=False):
                shown = f"{os.path.basename(home)}/{os.path.relpath(entry.path, home).replace(os.sep, '/')}"
                kind = "link" if entry.is_symlink() else "special file"
                what = f"This {kind} is among ledger and caches, where site_gen makes none."
                yield Problem(shown, 0, 0, what, _HINT)

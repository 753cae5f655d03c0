"""Seeds, their sidecars and seeds.lock on disk."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from site_gen.disk.files import is_walked, read_source, source_stamp, undecoded, walk, write_if_different
from site_gen.disk.state_file import read_state, write_state
from site_gen.model.ledger import NO_STAMP, Stamp
from site_gen.model.lock import SeedLock
from site_gen.model.problem import Problem

LOCK = "seeds.lock"
SIDECARS = (".yaml", ".yml")
Fact = TypeVar("Fact")
_A_POST = re.compile(r"content/posts/[^\\\0]+\.md")


class SeedFile(Struct, frozen=True):
    """A seed that lies on disk: its name for people (from the root, or as it was given), its place, and its stamps."""

    name: str
    path: str
    stamp: Stamp
    sidecar: str
    sidecar_stamp: Stamp


class Ignored(Struct, frozen=True):
    """A file below `seeds/` that is not taken in, why, and what can be done."""

    path: str
    why: str
    hint: str = ""


class SeedFolder(Struct, frozen=True):
    """What lies in `seeds/`, or what was named instead, each in the order of names.

    `problems` keep all seeds from being taken in; `misnamed` tell of single ones that cannot be.
    """

    files: tuple[SeedFile, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    problems: tuple[Problem, ...] = ()
    misnamed: tuple[Problem, ...] = ()


def seed_files(root: Path, given: tuple[str, ...]) -> SeedFolder:
    """The seeds below `seeds/`, or those that are given as files and folders; a file that is named is always taken."""
    found: dict[str, SeedFile] = {}
    ignored: dict[str, Ignored] = {}
    problems, misnamed = [], list[Problem]()
    for place in given or ("seeds",):
        path = root / place if not Path(place).is_absolute() else Path(place)
        if given and not path.exists() and Path(place).exists():
            path = Path(place).absolute()
        if path.is_dir():
            files, others = _below(path, _shown(path, root), root, misnamed)
            found.update((file.name, file) for file in files)
            ignored.update((other.path, other) for other in others)
        elif path.is_file():
            found[_shown(path, root)] = _seed_file(_shown(path, root), path, source_stamp(path))
        elif given:
            problems.append(Problem(place, 0, 0, "There is no such seed or folder of seeds.", "Is the name right?"))
    left = (ignored[name] for name in sorted(ignored) if name not in found)
    seeds = tuple(found[name] for name in sorted(found))
    return SeedFolder(seeds, tuple(left), tuple(problems), tuple(misnamed))


def seed_files_again(root: Path, before: SeedFolder, touched: Iterable[str]) -> SeedFolder:
    """What lies in `seeds/` now, where `touched` names every file that came, went or changed."""
    found = {file.name: file for file in before.files}
    ignored = {other.path: other for other in before.ignored}
    stems = set()
    for path in touched:
        if not path.startswith("seeds/"):
            continue
        if undecoded(path):
            return seed_files(root, ())
        stem, suffix = _parts(path)
        if suffix == ".txt" or suffix in SIDECARS:
            stems.add(stem)
        there = is_walked(root, path) and (root / path).is_file()
        if suffix == ".txt" and there:
            found[path] = _seed_file(path, root / path, source_stamp(root / path))
        elif suffix == ".txt":
            found.pop(path, None)
        elif there and (reason := _reason(path)):
            ignored[path] = reason
        else:
            ignored.pop(path, None)
    for name in [name for name in found if _parts(name)[0] in stems]:
        found[name] = _seed_file(name, root / name, found[name].stamp)
    used = {file.sidecar for file in found.values() if file.sidecar}
    for path in [stem + suffix for stem in stems for suffix in SIDECARS]:
        ignored.pop(path, None)
        if is_walked(root, path) and (root / path).is_file() and str(root / path) not in used:
            ignored[path] = Ignored(path, *_IDLE_SIDECAR)
    seeds, others = (found[name] for name in sorted(found)), (ignored[name] for name in sorted(ignored))
    return SeedFolder(tuple(seeds), tuple(others), before.problems, before.misnamed)


def ignored_notices(ignored: tuple[Ignored, ...]) -> tuple[Problem, ...]:
    """Warnings that name each file that is not taken in; many of one kind share one."""
    alike: dict[tuple[str, str], list[Ignored]] = {}
    for one in ignored:
        alike.setdefault((one.why, one.hint), []).append(one)
    notices = []
    for (why, hint), files in alike.items():
        if len(files) <= _FEW:
            notices += [Problem(file.path, 0, 0, why, hint) for file in files]
            continue
        named = ", ".join(file.path.partition("/")[2] for file in files[:_FEW])
        what = f"{len(files)} files are not taken in ({named} and {len(files) - _FEW} more)."
        notices.append(Problem("seeds", 0, 0, what, hint))
    return tuple(notices)


_FEW = 3
_ONLY_TEXT = "This file is not taken in: only .txt files are."
_IDLE_SIDECAR = ("This file is not taken in: no seed has it as its sidecar.", "Is the seed's name right?")
_HINTS = {
    **dict.fromkeys((".md", ".markdown"), "Move a finished post to content/posts/, or rename it to .txt."),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "Rename it to .txt, and its tags are read; or save it as plain text."),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".tif", ".tiff", ".bmp", ".heic"),
        "Pictures belong in content/images/.",
    ),
    "": "Give it a name that ends with .txt if it is a text.",
}
_SILENT = frozenset(("readme", "readme.md", "thumbs.db", "desktop.ini"))


def _parts(path: str) -> tuple[str, str]:
    """A path without its ending, and the ending; that of a text in small letters ("A.TXT" is a seed, too)."""
    stem, dot, suffix = path.rpartition(".")
    if not dot or "/" in suffix:
        return path, ""
    return stem, ".txt" if suffix.lower() == "txt" else dot + suffix


def _reason(path: str) -> Ignored | None:
    """Why a file that is no seed is not taken in; None for those that nobody expects to be."""
    if path.rpartition("/")[2].lower() in _SILENT:
        return None
    suffix = _parts(path)[1]
    if suffix in SIDECARS:
        return Ignored(path, *_IDLE_SIDECAR)
    return Ignored(path, _ONLY_TEXT, _HINTS.get(suffix.lower(), "Save it as plain text (.txt)."))


def _shown(path: Path, root: Path) -> str:
    real, home = os.path.abspath(path), os.path.abspath(root)
    return os.path.relpath(real, home).replace(os.sep, "/") if real.startswith(home + os.sep) else str(path)


def _below(folder: Path, shown: str, root: Path, misnamed: list[Problem]) -> tuple[list[SeedFile], list[Ignored]]:
    """The seeds of a folder, with sidecars from the same walk (to ask for each costs more), and the rest."""
    where = str(folder)
    home = folder if os.path.isabs(shown) or shown.startswith("..") else root  # outside: somebody wants a look at it
    stamps = dict(walk(folder, home=home, texts=(".txt", *SIDECARS), misnamed=misnamed))
    seeds: list[SeedFile] = []
    others: list[str] = []
    used: set[str] = set()
    for name, stamp in stamps.items():
        stem, ending = _parts(name)
        if ending != ".txt":
            others.append(name)
            continue
        sidecar = next((stem + suffix for suffix in SIDECARS if stem + suffix in stamps), "")
        used.add(sidecar)
        beside = (f"{where}/{sidecar}", stamps[sidecar]) if sidecar else ("", NO_STAMP)
        seeds.append(SeedFile(f"{shown}/{name}", f"{where}/{name}", stamp, *beside))
    reasons = (_reason(f"{shown}/{name}") for name in others if name not in used)
    return seeds, [reason for reason in reasons if reason is not None]


def _seed_file(name: str, path: Path, stamp: Stamp) -> SeedFile:
    for suffix in SIDECARS:
        sidecar = path.with_suffix(suffix)
        if sidecar.is_file():
            return SeedFile(name, str(path), stamp, str(sidecar), source_stamp(sidecar))
    return SeedFile(name, str(path), stamp, "", NO_STAMP)


def load_lock(path: Path) -> SeedLock | Problem:
    """The lock; an empty one where there is none. A lock that cannot be read is a problem: nothing may be guessed."""
    try:
        data = read_source(path.parent, path.name)
    except FileNotFoundError:
        return SeedLock()
    if not data.strip():
        return SeedLock()
    try:
        lock = msgspec.json.decode(data, type=SeedLock)
        return _misplaced(path.name, lock, data) or lock
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        hint = "Mend it, or take the version of your last commit: it tells which posts were edited."
        rows = data.decode("utf-8", "replace").split("\n")
        mark = next(
            (number for number, row in enumerate(rows) if row.startswith(("<<<<<<<", "=======", ">>>>>>>"))), -1
        )
        if mark >= 0:
            keep = "Keep the lines of both sides, one a seed, and take the marks out."
            return Problem(path.name, mark + 1, 1, "A merge left its marks here.", keep, rows[mark])
        return Problem(path.name, 1, 1, f"This file cannot be read: {error}.", hint)


def _misplaced(name: str, lock: SeedLock, data: bytes) -> Problem | None:
    """A lock that names a post elsewhere is not believed: ingest would read that file, and write to it."""
    for locked in lock.seeds.values():
        if locked.post and (not _A_POST.fullmatch(locked.post) or ".." in locked.post.split("/")):
            rows = data.decode("utf-8", "replace").split("\n")
            line = next((number for number, row in enumerate(rows, 1) if locked.post in row), 1)
            what = f"'{locked.post}' is no post of this site."
            return Problem(name, line, 1, what, "Take the line out, or the version of your last commit.")
    return None


def save_lock(path: Path, lock: SeedLock) -> None:
    """Write the lock with one seed a line, by name, so that two editors' changes merge."""
    rows = [
        f"  {msgspec.json.encode(name).decode()}: {msgspec.json.encode(lock.seeds[name]).decode()}"
        for name in sorted(lock.seeds)
    ]
    text = '{"seeds": {\n' + ",\n".join(rows) + "\n}}\n" if rows else '{"seeds": {}}\n'
    write_if_different(path, text.encode())


def load_cache(path: Path, kind: type[Fact]) -> dict[str, Fact]:
    """What an earlier run found out about each seed, by name; empty where that cannot be read."""
    data = read_state(path, path.name)
    try:
        return msgspec.msgpack.decode(data, type=dict[str, kind]) if data is not None else {}  # type: ignore[valid-type]
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return {}


def save_cache(path: Path, facts: Mapping[str, Struct]) -> None:
    """Keep what was found out about each seed."""
    write_state(path, path.name, msgspec.msgpack.encode(facts))

"""Seeds, their sidecars and seeds.lock on disk."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from site_gen.disk.files import is_walked, source_stamp, walk, write_if_different, write_whole
from site_gen.model.ledger import NO_STAMP, Stamp
from site_gen.model.lock import SeedLock
from site_gen.model.problem import Problem

LOCK = "seeds.lock"
SIDECARS = (".yaml", ".yml")
Fact = TypeVar("Fact")


class SeedFile(Struct, frozen=True):
    """A seed that lies on disk: its name for people (from the root, or as it was given), its place, and its stamps."""

    name: str
    path: str
    stamp: Stamp
    sidecar: str
    sidecar_stamp: Stamp


def seed_files(root: Path, given: tuple[str, ...]) -> tuple[tuple[SeedFile, ...], tuple[Problem, ...]]:
    """The seeds below `seeds/`, or those that are given as files and folders; in the order of their names."""
    found: dict[str, SeedFile] = {}
    problems = []
    for place in given or ("seeds",):
        path = root / place if not Path(place).is_absolute() else Path(place)
        if given and not path.exists() and Path(place).exists():
            path = Path(place).absolute()
        if path.is_dir():
            found.update((file.name, file) for file in _below(path, _shown(path, root)))
        elif path.is_file():
            found[_shown(path, root)] = _seed_file(_shown(path, root), path, source_stamp(path))
        elif given:
            problems.append(Problem(place, 0, 0, "There is no such seed or folder of seeds.", "Is the name right?"))
    return tuple(found[name] for name in sorted(found)), tuple(problems)


def seed_files_again(root: Path, before: tuple[SeedFile, ...], touched: Iterable[str]) -> tuple[SeedFile, ...]:
    """The seeds below `seeds/` as they are now, where `touched` names every file that came, went or changed."""
    found = {file.name: file for file in before}
    for path in touched:
        stem, dot, suffix = path.rpartition(".")
        if not path.startswith("seeds/") or dot + suffix not in (".txt", *SIDECARS):
            continue
        name = f"{stem}.txt"
        if is_walked(root, name) and (root / name).is_file():
            found[name] = _seed_file(name, root / name, source_stamp(root / name))
        else:
            found.pop(name, None)
    return tuple(found[name] for name in sorted(found))


def _shown(path: Path, root: Path) -> str:
    real, home = os.path.abspath(path), os.path.abspath(root)
    return os.path.relpath(real, home).replace(os.sep, "/") if real.startswith(home + os.sep) else str(path)


def _below(folder: Path, shown: str) -> Iterator[SeedFile]:
    """The seeds of a folder, with sidecars from the same walk: asking for each by its name costs more than the walk."""
    where = str(folder)
    stamps = dict(walk(folder, (".txt", *SIDECARS)))
    for name, stamp in stamps.items():
        if name.endswith(".txt"):
            stem = name.removesuffix(".txt")
            sidecar = next((stem + suffix for suffix in SIDECARS if stem + suffix in stamps), "")
            beside = (f"{where}/{sidecar}", stamps[sidecar]) if sidecar else ("", NO_STAMP)
            yield SeedFile(f"{shown}/{name}", f"{where}/{name}", stamp, *beside)


def _seed_file(name: str, path: Path, stamp: Stamp) -> SeedFile:
    for suffix in SIDECARS:
        sidecar = path.with_suffix(suffix)
        if sidecar.is_file():
            return SeedFile(name, str(path), stamp, str(sidecar), source_stamp(sidecar))
    return SeedFile(name, str(path), stamp, "", NO_STAMP)


def load_lock(path: Path) -> SeedLock | Problem:
    """The lock; an empty one where there is none. A lock that cannot be read is a problem: nothing may be guessed."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return SeedLock()
    if not data.strip():
        return SeedLock()
    try:
        return msgspec.json.decode(data, type=SeedLock)
    except (msgspec.MsgspecError, ValueError) as error:
        hint = "Mend it, or take the version of your last commit: it tells which posts were edited."
        rows = data.decode("utf-8", "replace").split("\n")
        mark = next(
            (number for number, row in enumerate(rows) if row.startswith(("<<<<<<<", "=======", ">>>>>>>"))), -1
        )
        if mark >= 0:
            keep = "Keep the lines of both sides, one a seed, and take the marks out."
            return Problem(path.name, mark + 1, 1, "A merge left its marks here.", keep, rows[mark])
        return Problem(path.name, 1, 1, f"This file cannot be read: {error}.", hint)


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
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, kind])  # type: ignore[valid-type]
    except (OSError, msgspec.MsgspecError, ValueError):
        return {}


def save_cache(path: Path, facts: Mapping[str, Struct]) -> None:
    """Keep what was found out about each seed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, msgspec.msgpack.encode(facts))

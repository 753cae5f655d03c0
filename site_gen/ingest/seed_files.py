"""The seeds on disk, each with its sidecar, and what lies among them that is none."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from site_gen.ingest.ignored import SIDECARS, Ignored, reason_for
from site_gen.model.ledger import NO_STAMP, Stamp
from site_gen.model.problem import Problem
from site_gen.storage.files import is_walked, source_stamp, undecoded, walk

Listing = Mapping[str, tuple[str, Stamp]]  # by name: where the file is, and its stamp


class SeedFile(Struct, frozen=True):
    """A seed that lies on disk: its name for people (from the root, or as it was given), its place, and its stamps."""

    name: str
    path: str
    stamp: Stamp
    sidecar: str
    sidecar_stamp: Stamp


class SeedFolder(Struct, frozen=True):
    """What lies in `seeds/`, or what was named instead, each in the order of names.

    `problems` keep all seeds from being taken in; `misnamed` report single ones that cannot be. `listing` are all
    files that were found.
    """

    files: tuple[SeedFile, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    problems: tuple[Problem, ...] = ()
    misnamed: tuple[Problem, ...] = ()
    listing: Listing = {}


def seed_files(
    root: Path,
    given: tuple[str, ...] = (),
    previous: SeedFolder | None = None,
    touched: Iterable[str] | None = None,
) -> SeedFolder:
    """The seeds below `seeds/`, or those that are given as files and folders; a file that is named is always taken.

    Where `touched` names every file that came, went or changed since the `previous` look, no other is looked at.
    """
    touched = None if touched is None else [path for path in touched if path.startswith("seeds/")]
    if previous is not None and touched is not None and not any(map(undecoded, touched)):
        listing, named = _listed_again(root, previous.listing, touched), frozenset[str]()
        problems, misnamed = previous.problems, previous.misnamed
    else:
        listing, named, problems, misnamed = _listed(root, given)
    return SeedFolder(*_parted(listing, named), problems, misnamed, listing)


def _listed(
    root: Path, given: tuple[str, ...]
) -> tuple[Listing, frozenset[str], tuple[Problem, ...], tuple[Problem, ...]]:
    """The files of the places given, those of them that were named themselves, and what is wrong with either."""
    listing: dict[str, tuple[str, Stamp]] = {}
    problems, misnamed, named = [], list[Problem](), set[str]()
    for place in given or ("seeds",):
        path = root / place if not Path(place).is_absolute() else Path(place)
        if given and not path.exists() and Path(place).exists():
            path = Path(place).absolute()
        shown = _shown(path, root)
        if path.is_dir():
            listing.update(_below(path, shown, root, misnamed))
        elif path.is_file():
            named.add(shown)
            listing.update(_alone(path, shown))
        elif given:
            problems.append(Problem(place, 0, 0, "There is no such seed or folder of seeds.", "Is the name right?"))
    return listing, frozenset(named), tuple(problems), tuple(misnamed)


def _shown(path: Path, root: Path) -> str:
    real, home = os.path.abspath(path), os.path.abspath(root)
    return os.path.relpath(real, home).replace(os.sep, "/") if real.startswith(home + os.sep) else str(path)


def _below(folder: Path, shown: str, root: Path, misnamed: list[Problem]) -> Iterator[tuple[str, tuple[str, Stamp]]]:
    """The files of a folder: sidecars come from the same walk, since asking for each costs more."""
    where = str(folder)
    home = folder if os.path.isabs(shown) or shown.startswith("..") else root  # outside: somebody wants a look at it
    for name, stamp in walk(folder, home=home, texts=(".txt", *SIDECARS), misnamed=misnamed):
        yield f"{shown}/{name}", (f"{where}/{name}", stamp)


def _alone(path: Path, shown: str) -> Iterator[tuple[str, tuple[str, Stamp]]]:
    """A file that was named, and its sidecar."""
    yield shown, (str(path), source_stamp(path))
    for suffix in SIDECARS:
        sidecar = path.with_suffix(suffix)
        if sidecar != path and sidecar.is_file():
            yield _stem(shown)[0] + suffix, (str(sidecar), source_stamp(sidecar))
            return


def _listed_again(root: Path, listing: Listing, touched: Iterable[str]) -> Listing:
    """The files of `seeds/`, where no others than these may have come, gone or changed since."""
    now = dict(listing)
    for path in touched:
        if is_walked(root, path) and (root / path).is_file():
            now[path] = str(root / path), source_stamp(root / path)
        else:
            now.pop(path, None)
    return now


def _parted(listing: Listing, named: frozenset[str]) -> tuple[tuple[SeedFile, ...], tuple[Ignored, ...]]:
    """The seeds of a listing, with their sidecars, and the files that are not taken in."""
    seeds, others = [], []
    used = set()
    for name in sorted(listing):
        stem, suffix = _stem(name)
        if suffix != ".txt" and name not in named:
            others.append((name, suffix))
            continue
        sidecar = next((beside for ending in SIDECARS if (beside := stem + ending) in listing), "")
        used.add(sidecar)
        seeds.append(SeedFile(name, *listing[name], *(listing[sidecar] if sidecar else ("", NO_STAMP))))
    reasons = (reason_for(name, suffix) for name, suffix in others if name not in used)
    return tuple(seeds), tuple(reason for reason in reasons if reason is not None)


def _stem(path: str) -> tuple[str, str]:
    """A path without its ending, and the ending; that of a text in small letters ("A.TXT" is a seed, too)."""
    stem, dot, suffix = path.rpartition(".")
    if not dot or "/" in suffix:
        return path, ""
    return stem, ".txt" if suffix.lower() == "txt" else dot + suffix

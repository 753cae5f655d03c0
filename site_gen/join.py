"""Shards of one site, put together: the proof that they are one whole site, then one folder with all their files."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from site_gen.model.problem import Problem, SiteError, raise_problems
from site_gen.model.shard import ShardNote, SiteNote
from site_gen.pipeline.move_in import publish
from site_gen.pipeline.proven_copies import MadeFile, stage_proven
from site_gen.pipeline.shards import difference, plan_digest
from site_gen.storage.manifest import read_manifest
from site_gen.storage.output import Output
from site_gen.storage.shard_notes import has_note, read_note, remove_note, write_note
from site_gen.text.paths import path_fault
from site_gen.workers import Progress


class JoinOptions(Struct, frozen=True, kw_only=True):
    """The folders of the shards, and the folder to put them together in, which is relative to the site.

    Only one that is `given` on the command line may be outside of the site.
    """

    shards: tuple[str, ...]
    output: str
    given: bool = False
    jobs: int | None = None


class Joined(Struct, frozen=True, kw_only=True):
    """The result: how many files there are, and how many were written and removed."""

    shards: int
    files: int
    written: int
    removed: int
    output: str


class _Part(Struct, frozen=True):
    """A shard's folder with its note."""

    folder: str
    note: ShardNote


def join(root: Path, options: JoinOptions, progress: Progress = lambda *_: None) -> Joined:
    """Put the shards of a site together.

    `SiteError` with every problem where they are not one whole site; the output folder then stays as it is.
    """
    parts = _parts(options.shards)
    raise_problems(tuple(_misfits(parts)))
    files = {path: MadeFile(part.folder, path, fact) for part in parts for path, fact in part.note.files.items()}
    folder = root / options.output
    output = Output.claim(folder, root, options.output, given=options.given)
    if any(folder.samefile(part.folder) for part in parts):
        raise SiteError((Problem(options.output, 0, 0, "This is the folder of a shard.", "Name another --output."),))
    gone = tuple(sorted(output.owned - files.keys()))
    output.refuse_links_on_way([*files, *gone], options.output)
    output.refuse_strangers_at(files, options.output)
    try:
        output.announce(files)
        ordered = sorted(files.values(), key=lambda file: file.path)
        staged = stage_proven(ordered, output, options.jobs, progress, "join")
        remove_note(folder, SiteNote)
        remove_note(folder, ShardNote)
        removed = publish(output, staged, gone, options.output)
        output.settle(frozenset(files))
    except BaseException:
        output.abandon()
        raise
    first = parts[0].note
    facts = {path: file.fact for path, file in files.items()}
    write_note(folder, SiteNote(plan=first.plan, origin=first.origin, shards=len(parts), files=facts))
    return Joined(shards=len(parts), files=len(files), written=len(staged), removed=removed, output=str(folder))


def _parts(folders: Iterable[str]) -> tuple[_Part, ...]:
    """The shards in the order of their numbers; `SiteError` for each folder that is no finished shard."""
    parts, problems = [], []
    for folder in dict.fromkeys(folders):
        note = read_note(Path(folder), ShardNote)
        if note is None:
            problems.append(Problem(folder, 0, 0, *_no_shard(Path(folder))))
        elif not note.finished:
            what = f"Shard {note.shard} is not finished: its build was interrupted, or had problems."
            problems.append(Problem(folder, 0, 0, what, f"Build it again with --shard {note.shard}."))
        elif faults := [path for path in note.files if path_fault(path)]:
            what = f"This shard names a file '{faults[0]}', which no site has."
            problems.append(Problem(folder, 0, 0, what, "Do not use it; find out where it comes from."))
        else:
            parts.append(_Part(folder, note))
    raise_problems(tuple(problems))
    return tuple(sorted(parts, key=lambda part: (part.note.shard.of, part.note.shard.number)))


def _no_shard(folder: Path) -> tuple[str, str]:
    if not folder.is_dir():
        return "There is no such folder.", "Name the folders of all shards."
    if has_note(folder, ShardNote):
        return (
            "The file .site_gen.shard is damaged, or of another version of site_gen.",
            "Copy the folder again, or build the shard again.",
        )
    if read_manifest(folder) is not None:
        return "This is a whole site, not a shard.", "Name folders that were built with --shard."
    return (
        "This folder has no file .site_gen.shard, so it is no shard, or was not copied with its hidden files.",
        "Name folders that were built with --shard; copy them with hidden files.",
    )


def _misfits(parts: Sequence[_Part]) -> Iterator[Problem]:
    """Why shards are not one whole site; what differs most is said first, and alone."""
    first = parts[0]
    others = [part for part in parts if part.note.plan != first.note.plan or part.note.shard.of != first.note.shard.of]
    if others:
        for part in others:
            yield Problem(part.folder, 0, 0, *_other_plan(part, first))
        return
    yield from _miscounted(parts)


def _other_plan(part: _Part, first: _Part) -> tuple[str, str]:
    names = f"Shard {part.note.shard}", f"shard {first.note.shard} in '{first.folder}'"
    if part.note.shard.of != first.note.shard.of:
        return f"{names[0]} does not belong to {names[1]}.", "Join the shards of one division."
    why = difference(part.note.origin, first.note.origin)
    what = f"{names[0]} is part of another site than {names[1]}: {why}."
    return what, "Build all shards from the same commit, with the same options and versions."


def _miscounted(parts: Sequence[_Part]) -> Iterator[Problem]:
    """Shards of one plan that are missing or doubled, and what proves that together they are not that plan."""
    of = parts[0].note.shard.of
    numbers: dict[int, _Part] = {}
    for part in parts:
        number = part.note.shard.number
        if number in numbers:
            what = f"Shard {part.note.shard} is in '{numbers[number].folder}' too."
            yield Problem(part.folder, 0, 0, what, "Name each shard once.")
        numbers.setdefault(number, part)
    missing = [number for number in range(1, of + 1) if number not in numbers]
    if missing:
        some = ", ".join(f"{number}/{of}" for number in missing[:5]) + (", ..." if len(missing) > 5 else "")
        what = f"Of {of} shards, {len(missing)} {'is' if len(missing) == 1 else 'are'} missing: {some}."
        yield Problem("", 0, 0, what, "Build each, and name the folders of all.")
    elif len(parts) == of:
        yield from _unproven(parts)


def _unproven(parts: Sequence[_Part]) -> Iterator[Problem]:
    """Whether every path is there once, and all together are the plan that each of them names."""
    owners: dict[str, _Part] = {}
    for part in parts:
        for path in part.note.files:
            if path in owners:
                what = f"Shards {owners[path].note.shard} and {part.note.shard} both have '{path}'."
                yield Problem(part.folder, 0, 0, what, "Build all shards again, and please report it.")
            owners[path] = part
    units = [unit for part in parts for unit in part.note.units]
    note = parts[0].note
    if not all(map(_is_complete, parts)) or plan_digest(units, note.origin) != note.plan:
        what = "Together the shards are not the site that each of them says it is part of."
        yield Problem("", 0, 0, what, "Build all shards again, and please report it.")


def _is_complete(part: _Part) -> bool:
    """Whether a shard has the files of its units, and no others."""
    files, units = part.note.files, {unit.path for unit in part.note.units}
    folders = tuple(unit for unit in units if unit.endswith("/"))
    inside = [path for path in files if path not in units]
    return (
        all(unit in files for unit in units if not unit.endswith("/"))
        and all(path.startswith(folders) for path in inside)
        and all(any(path.startswith(folder) for path in inside) for folder in folders)
    )

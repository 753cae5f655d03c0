"""Files of finished sites, copied with the proof that each has exactly the bytes that were made."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from site_gen import workers
from site_gen.model.deployment import FileFact
from site_gen.model.problem import Problem, SiteError, raise_problems
from site_gen.storage.files import read_whole
from site_gen.storage.handles import is_linked
from site_gen.storage.output import Output
from site_gen.text.digest import digest
from site_gen.workers import Jobs, Progress

_SMALL = 1 << 20  # bytes of a file that is read at once
_FEWEST = 500  # files that are worth a worker


class MadeFile(Struct, frozen=True):
    """A file of a finished site or shard: its folder, its path there, its bytes as they were made."""

    folder: str
    path: str
    fact: FileFact


class _Staged(Struct, frozen=True):
    """Whether a file is staged, or in place already; or why it cannot be."""

    staged: bool
    problem: Problem | None = None


def stage_proven(
    files: Sequence[MadeFile], output: Output, jobs: Jobs, progress: Progress, stage: str
) -> tuple[str, ...]:
    """Stage the files that are not in place; their paths. `SiteError` with each file that is not as it was made."""
    copied = list(
        workers.run(
            partial(_copier, str(output.folder), output.fresh),
            files,
            jobs,
            lambda file: f"{file.folder}/{file.path}",
            _Staged,
            lambda count: progress(stage, count, len(files)),
            _FEWEST,
        )
    )
    raise_problems(tuple(one.problem for one in copied if one.problem))
    return tuple(file.path for file, one in zip(files, copied, strict=True) if one.staged)


def _copier(folder: str, fresh: bool) -> Callable[[MadeFile], _Staged]:
    output = Output(Path(folder), fresh)

    def copy(file: MadeFile) -> _Staged:
        if is_linked(file.folder, file.path):
            return _broken(file, "is a link")
        try:
            return _copied(file, f"{file.folder}/{file.path}", output)
        except (FileNotFoundError, NotADirectoryError):
            return _broken(file, "is missing")
        except SiteError:
            return _broken(file, "is no regular file")

    return copy


def _copied(file: MadeFile, source: str, output: Output) -> _Staged:
    if file.fact.size > _SMALL:
        _, is_staged, proof = output.put_copy(file.path, source)
        return _Staged(is_staged) if proof == file.fact.digest else _broken(file, _DIFFERS)
    data = read_whole(source)
    if digest(data) != file.fact.digest:
        return _broken(file, _DIFFERS)
    return _Staged(output.put(file.path, data)[1])


_DIFFERS = "is not as it was made"


def _broken(file: MadeFile, what: str) -> _Staged:
    hint = "Copy its folder again, or make it again."
    return _Staged(False, Problem(f"{file.folder}/{file.path}", 0, 0, f"This file {what}.", hint))

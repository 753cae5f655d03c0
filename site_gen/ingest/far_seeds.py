"""Seeds read and derived by a cluster: their files go there under names that keep their suffix."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from site_gen.ingest.seed_files import SeedFile
from site_gen.model.problem import Problem
from site_gen.remote import Cluster, Needed, Remote, WorkFolder
from site_gen.text.digest import digest

Files = tuple[SeedFile, ...]  # the seeds of one file
Result = TypeVar("Result")
_HINT = "Look at the logs of the workers; give them more memory or time, or move this file out of seeds/."


class FarSeeds(Struct, frozen=True):
    """A cluster, and the root of the site whose seeds it has to do with."""

    cluster: Cluster
    root: Path

    def work(
        self,
        prepare: Callable[[], Callable[[Files], Result]],
        groups: Sequence[Files],
        lost: Callable[[Files, Problem], Result],
        done: Callable[[int], None],
    ) -> Iterator[Result]:
        """What the function gives for the seeds of each file; `lost` is for one that kills whoever reads it."""
        remote: Remote[Files, Result] = Remote(
            root=self.root,
            needs=_needs,
            prepare=partial(_prepare, prepare, str(Path.cwd())),
            receive=_receive,
            lost=partial(_lost, lost),
        )
        return self.cluster.work(remote, groups, done)


def _needs(files: Files) -> Iterator[Needed]:
    paths = {path: None for file in files for path in (file.path, file.sidecar) if path}
    return (Needed(_name(path), path) for path in paths)


def _name(path: str) -> str:
    """The name of a file among those of other folders."""
    return f"{digest(path.encode('utf-8', 'surrogateescape'))[:12]}/{Path(path).name}"


def _prepare(
    prepare: Callable[[], Callable[[Files], Any]], working_folder: str, folder: WorkFolder
) -> Callable[[Files], Any]:
    """The function that a worker calls: that of this program, on files that are elsewhere."""
    function = prepare()

    def place(path: str) -> str:
        return str(Path(working_folder, path) if folder.shared else folder.root / _name(path)) if path else ""

    def work(files: Files) -> Any:
        return function(tuple(replace(file, path=place(file.path), sidecar=place(file.sidecar)) for file in files))

    return work


def _receive(_: Files, result: Any) -> Any:
    return result


def _lost(lost: Callable[[Files, Problem], Result], files: Files, what: str) -> Result:
    return lost(files, Problem(files[0].file_name, 0, 0, f"This file cannot be read. {what}", _HINT))

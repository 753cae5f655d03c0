"""Files as the site was prepared with them: whether they are unchanged, and the bytes of those that are copied."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from site_gen.model.ledger import SourceFact
from site_gen.model.problem import Problem, SiteError
from site_gen.model.theme import StaticFile
from site_gen.pipeline.pictures import picture_without_metadata
from site_gen.storage.files import read_whole
from site_gen.storage.inside import home_of, source_fault
from site_gen.text.digest import digest


class FileChanged(OSError):
    """A file has changed or gone since the site was prepared: an edit is under way."""


def copied_bytes(root: Path, path: str, file: StaticFile, as_it_is: bool = False) -> bytes:
    """A file's bytes. `FileChanged` where it has gone or (unless `as_it_is`) changed, `SiteError` if not served."""
    if fault := source_fault(file.source, home_of(root, file.source)):  # it may have become a link since it was scanned
        raise SiteError((Problem(f"static/{path}", 0, 0, *fault),))
    if file.stripped:
        return _picture(path, file)
    try:
        data = read_whole(file.source)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileChanged(f"{path} has gone.") from error
    except OSError as error:
        raise SiteError((Problem(f"static/{path}", 0, 0, f"It cannot be read: {error.strerror}."),)) from error
    if not as_it_is and digest(data) != file.digest:
        raise FileChanged(f"{path} is being changed.")
    return data


def is_overtaken(root: Path, sources: Mapping[str, SourceFact], problems: Iterable[Problem]) -> bool:
    """Whether a source with a problem has changed since the site was prepared: an edit is under way."""
    return any(_is_changed(root / path, sources[path]) for problem in problems if (path := problem.path) in sources)


def _is_changed(path: Path, fact: SourceFact) -> bool:
    try:
        return digest(read_whole(path)) != fact.digest
    except (OSError, SiteError):
        return True


def _picture(path: str, file: StaticFile) -> bytes:
    """A theme's picture without its metadata; `FileChanged` where its file is not the one that was prepared."""
    try:
        return picture_without_metadata(file)
    except SiteError as error:
        raise FileChanged(f"{path} is being changed.") from error

"""What a judge says: a fault in a file; or that the judge could not run, which is no acquittal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault, of the file it stands in (a path below the site), as one judge words it."""

    judge: str
    file: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.what} [{self.judge}]"


class NotRun(Exception):
    """A judge that could not do its work; the text says why."""

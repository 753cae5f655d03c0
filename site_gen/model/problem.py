"""What is wrong, where, and what to do: problems are values until a command prints them."""

from typing import Any

from msgspec import Struct


class Problem(Struct, frozen=True, order=True):
    """One thing that keeps a file from being right; `line` and `column` count from 1, 0 means the whole file."""

    path: str
    line: int
    column: int
    what: str
    hint: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line or "", self.column or "") if part != "")
        return (f"{place}: " if place else "") + self.what + (f" {self.hint}" if self.hint else "")


class SiteError(Exception):
    """The site cannot be built as it stands; carries every problem found. Raised by the stories alone."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __reduce__(self) -> tuple[Any, ...]:
        return (SiteError, (self.problems,))

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def refuse(problems: tuple[Problem, ...]) -> None:
    """Raise all problems as one `SiteError`, each once and in the order of files; nothing where there are none."""
    if problems:
        raise SiteError(tuple(sorted(set(problems))))


class OutsideError(Exception):
    """Disk, network or a worker failed: not the user's content. The message says what and what to do."""

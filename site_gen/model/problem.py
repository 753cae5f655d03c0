"""Problems: what is wrong, where, and what to do. They are values until a command prints them."""

from typing import Any, Generic, TypeVar

from msgspec import Struct

Keys = tuple[str | int, ...]  # the path to a value in a YAML file: keys, and indexes into lists, from 0
Value = TypeVar("Value")


class Problem(Struct, frozen=True, order=True):
    """One thing that is wrong with a file; `line` and `column` count from 1, 0 means the whole file."""

    path: str
    line: int
    column: int
    what: str
    hint: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line or "", self.column or "") if part != "")
        return (f"{place}: " if place else "") + self.what + (f" {self.hint}" if self.hint else "")


class ValueProblem(Struct, frozen=True):
    """A problem with a value of a YAML file or of front matter that shows only after the file was read.

    It becomes a `Problem` when the file is parsed again for the place of the value (`pipeline/excerpts.py`), or of its
    key with `of_key`.
    """

    path: str
    keys: Keys
    what: str
    hint: str = ""
    of_key: bool = False


class Span(Struct, frozen=True):
    """Where a value is in its file: line and column count from 1; the length is that of its part on that line."""

    line: int
    column: int
    length: int


class Result(Struct, Generic[Value], frozen=True):
    """A value, and problems; without a value there is at least one problem."""

    value: Value | None
    problems: tuple[Problem, ...] = ()

    def or_raise(self) -> Value:
        """The value; raises `SiteError` with the problems where there is none."""
        if self.value is None:
            raise SiteError(self.problems)
        return self.value


class SiteError(Exception):
    """The site cannot be built as it is; carries every problem that was found. Raised by the pipeline alone."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __reduce__(self) -> tuple[Any, ...]:
        return (SiteError, (self.problems,))

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def raise_problems(problems: tuple[Problem, ...]) -> None:
    """Raise all problems as one `SiteError`, each once and in the order of files; does nothing without any."""
    if problems:
        raise SiteError(tuple(sorted(set(problems))))


class OutsideError(Exception):
    """Disk, network or a worker failed, not the user's content. The message says what failed and what to do."""

"""The source lines that problems of the index are about: an index has values before it, not files."""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from site_gen.disk.files import read_source
from site_gen.model.problem import Problem, SiteError

_NAMED = re.compile(r"'([^']+)'")
_FAR = 12  # lines below its key within which a value stands


def with_excerpts(root: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems, each at the place where what it names in quotes stands, at or soon after its line."""
    return tuple(problem if problem.excerpt or not problem.line else _placed(root, problem) for problem in problems)


def _placed(root: Path, problem: Problem) -> Problem:
    try:
        lines = read_source(root, problem.path).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError, SiteError):
        return problem
    named = _NAMED.search(problem.what)
    sought = named[1] if named else "\n"
    for number in range(problem.line, min(problem.line + _FAR, len(lines) + 1)):
        if (column := lines[number - 1].find(sought)) >= 0:
            return replace(problem, line=number, column=column + 1, excerpt=lines[number - 1].rstrip())
    return problem

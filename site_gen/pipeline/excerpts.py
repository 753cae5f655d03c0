"""Problems with values that have been read: each gets its place, and the line of its file."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from site_gen.model.problem import Problem, SiteError, ValueProblem
from site_gen.parsing.document import with_place
from site_gen.storage.files import read_source


def with_excerpts(root: Path, problems: Iterable[Problem | ValueProblem]) -> tuple[Problem, ...]:
    """The same problems, each with its place and line; only files that have a problem are read again."""
    return tuple(_placed(root, problem) for problem in problems)


def _placed(root: Path, problem: Problem | ValueProblem) -> Problem:
    if isinstance(problem, Problem) and (problem.excerpt or not problem.line):
        return problem
    try:
        data = read_source(root, problem.path)
    except (OSError, SiteError):
        data = b""
    if isinstance(problem, ValueProblem):
        return with_place(problem, data)
    lines = data.decode("utf-8-sig", "replace").splitlines()
    return replace(problem, excerpt=lines[problem.line - 1].rstrip()) if problem.line <= len(lines) else problem

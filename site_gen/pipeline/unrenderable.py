"""Why a text cannot be rendered, and where in its file that is."""

from collections.abc import Callable

from site_gen.markup.engine import TooMuch
from site_gen.model.problem import Problem
from site_gen.text.out_of_memory import is_out_of_memory

LONGEST = 1_000_000  # characters; the longest novels have three times as many

_DEEP = ("The text is nested too deep to be rendered.", "Nest fewer lists, quotes or emphasis.")
_HUGE = ("There is not enough memory to render this text.", "Shorten it, or split it into several.")


def problem_of(error: Exception, path: str, text: str, lines_above: int, render: Callable[[str], object]) -> Problem:
    """The problem of a text that `render` failed on; `lines_above` is the number of lines above it in its file."""
    if isinstance(error, TooMuch):
        line = text.count("\n", 0, error.at) + 1 if error.at >= 0 else 0
        return _at(path, text, lines_above, line, error.what, error.hint)
    if is_out_of_memory(error):
        return _at(path, text, lines_above, 0, *_HUGE)
    return _at(path, text, lines_above, _first_failing(text, render), *_DEEP)


def too_long(path: str, text: str) -> Problem:
    """The problem of a text that is too long."""
    what = f"The text has {len(text):,} characters, and at most {LONGEST:,} are rendered."
    return Problem(path, 0, 0, what, "Split it into several.")


def _first_failing(text: str, render: Callable[[str], object]) -> int:
    """The line of the first block that cannot be rendered by itself; 0 if each can."""
    line = 1
    for block in text.split("\n\n"):
        try:
            render(block)
        except RecursionError:
            return line + len(block) - len(block.lstrip("\n"))
        line += block.count("\n") + 2
    return 0


def _at(path: str, text: str, lines_above: int, line: int, what: str, hint: str) -> Problem:
    excerpt = text.split("\n")[line - 1].rstrip()[:200] if line else ""
    return Problem(path, lines_above + line if line else 0, 1 if line else 0, what, hint, excerpt)

"""What all commands share: common options, printing, and exit codes for errors."""

import functools
import gc
import os
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from site_gen.model.problem import OutsideError, Problem, SiteError
from site_gen.text.out_of_memory import is_out_of_memory

_MANY = 10


class Session:
    """One run of a command: the site's folder, and how to print."""

    def __init__(self, root: str, as_json: bool, quiet: bool, verbose: bool, no_color: bool) -> None:
        self.root = Path(root)
        self.as_json, self.quiet, self.verbose = as_json, quiet, verbose
        self.color = False if no_color or os.environ.get("NO_COLOR") else None

    def say(self, text: str, **style: Any) -> None:
        """Print a line; nothing with --quiet or --json."""
        if not self.quiet and not self.as_json:
            click.echo(click.style(text, **style) if style else text, color=self.color)

    def detail(self, text: str) -> None:
        """Print a line with --verbose."""
        if self.verbose:
            self.say(text)

    def some(self, lines: Sequence[str], more: str) -> None:
        """Print lines, or only the first of many; `more` is the option that shows the rest."""
        shown = lines if self.verbose else lines[:_MANY]
        for line in shown:
            self.say(line)
        if len(lines) > len(shown):
            self.say(f"  ... and {len(lines) - len(shown)} more: {more}")

    def emit(self, result: Any) -> None:
        """Print the one JSON object of `--json`."""
        if self.as_json:
            sys.stdout.buffer.write(msgspec.json.encode(result, enc_hook=str) + b"\n")
            sys.stdout.buffer.flush()

    def problems(self, problems: Sequence[Problem], heading: str = "", color: str = "red") -> None:
        """Print all problems on standard error, each with its source line."""
        if heading and problems and not self.as_json:
            click.echo(click.style(heading, fg=color, bold=True), err=True, color=self.color)
        for problem in sorted(set(problems)):
            click.echo(self._formatted(problem, color), err=True, color=self.color)

    def warnings(self, warnings: Sequence[Problem]) -> None:
        """Print warnings on standard error, only the first of many."""
        unique = sorted(set(warnings))
        shown = unique if self.verbose else unique[:_MANY]
        self.problems(shown, "", "yellow")
        if len(unique) > len(shown):
            more = f"... and {len(unique) - len(shown)} more warnings: see them with -v or --json."
            click.echo(click.style(more, fg="yellow"), err=True, color=self.color)

    def _formatted(self, problem: Problem, color: str) -> str:
        text = visible(str(problem))
        if problem.path:
            place, _, rest = text.partition(": ")
            text = f"{click.style(place, bold=True)}: {rest}"
        if problem.excerpt.strip():
            number = str(problem.line).rjust(5)
            before = problem.excerpt[: problem.column - 1]
            blank = "".join("\t" if character == "\t" else " " * _columns(character) for character in before)
            text += f"\n{number} | {visible(problem.excerpt[:200])}"
            if len(before) < 200:
                text += f"\n{' ' * 5} | {blank}{click.style('^', fg=color)}"
        return text


def visible(text: str) -> str:
    """A text from a file without control characters, which could change the terminal."""
    return "".join(character if character.isprintable() or character == "\t" else "\ufffd" for character in text)


def _columns(character: str) -> int:
    """The number of columns that a character takes on a terminal."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def site_command(name: str, **settings: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """A click command whose function gets a `Session` first; every error becomes a message and an exit code."""

    def decorate(function: Callable[..., Any]) -> click.Command:
        @functools.wraps(function)
        def run(root: str, as_json: bool, quiet: bool, verbose: bool, no_color: bool, **arguments: Any) -> None:
            session = Session(root, as_json, quiet, verbose, no_color)
            gc.disable()  # a short-lived process makes hardly any garbage, and collecting it takes a tenth of the time
            code = _guarded(session, lambda: function(session, **arguments))
            if code:
                raise click.exceptions.Exit(code)

        run.__doc__ = function.__doc__
        with_options: Callable[..., Any] = run
        for add_option in _COMMON:
            with_options = add_option(with_options)
        make: Callable[[Callable[..., Any]], click.Command] = click.command(name, **settings)
        return make(with_options)

    return decorate


_COMMON: tuple[Callable[..., Any], ...] = (
    click.option("--no-color", is_flag=True, help="No colours, as with the variable NO_COLOR."),
    click.option("-v", "--verbose", is_flag=True, help="Print more."),
    click.option("-q", "--quiet", is_flag=True, help="Print only problems."),
    click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output, nothing else."),
    click.option("--root", default=".", metavar="DIR", help="The site's folder (default: here)."),
)


def _guarded(session: Session, work: Callable[[], int | None]) -> int:
    try:
        return work() or 0
    except SiteError as error:
        count = len(error.problems)
        heading = f"{count} problem{'s' if count != 1 else ''}; nothing was written to the site."
        session.problems(error.problems)
        if not session.as_json and not session.quiet:
            click.echo(click.style(heading, fg="red"), err=True, color=session.color)
        session.emit({"problems": error.problems})
        return 1
    except OutsideError as error:
        return _outside(session, str(error))
    except KeyboardInterrupt:
        click.echo("Interrupted. Each file is complete, old or new; build again to be sure.", err=True)
        return 130
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            return 141
        from site_gen.storage.os_faults import os_problem

        return _outside(session, os_problem(error))
    except click.ClickException:
        raise
    except Exception as error:
        if is_out_of_memory(error):
            return _outside(session, "Out of memory. Close other programs, or try again with --jobs 1.")
        if session.verbose:
            raise
        what = f"Internal error in site-gen: {type(error).__name__}: {error}."
        return _outside(session, f"{what} Please run it again with -v and report the output.")


def _outside(session: Session, what: str | Problem) -> int:
    click.echo(click.style(visible(str(what)), fg="red"), err=True, color=session.color)
    session.emit({"problems": [what if isinstance(what, Problem) else Problem("", 0, 0, what)]})
    return 3


class Progress:
    """A bar on a terminal for work that takes longer than a second; nothing elsewhere."""

    def __init__(self, session: Session) -> None:
        self.wanted = sys.stderr.isatty() and not (session.quiet or session.as_json)
        self.began = time.monotonic()
        self.bar: Any = None
        self.tasks: dict[str, Any] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Report the progress of a stage."""
        if not self.wanted or (self.bar is None and time.monotonic() - self.began < 1):
            return
        if self.bar is None:
            from rich.console import Console
            from rich.progress import Progress as Bar

            self.bar = Bar(console=Console(stderr=True), transient=True)
            self.bar.start()
        if stage not in self.tasks:
            self.tasks[stage] = self.bar.add_task(stage, total=total)
        self.bar.update(self.tasks[stage], completed=done, total=total)

    def pause(self) -> None:
        """Remove the bar before something is printed; it comes back by itself."""
        if self.bar is not None:
            self.bar.stop()
            self.bar, self.tasks = None, {}

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()

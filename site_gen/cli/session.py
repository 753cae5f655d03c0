"""What all commands share: their common options, how they print, and how they end when something is wrong."""

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

_MANY = 10


class Session:
    """One run of a command: where the site is, and how to speak."""

    def __init__(self, root: str, as_json: bool, quiet: bool, verbose: bool, no_color: bool) -> None:
        self.root = Path(root)
        self.as_json, self.quiet, self.verbose = as_json, quiet, verbose
        self.color = False if no_color or os.environ.get("NO_COLOR") else None

    def say(self, text: str, **style: Any) -> None:
        """A line for the person at the terminal; nothing when quiet or when JSON is wanted."""
        if not self.quiet and not self.as_json:
            click.echo(click.style(text, **style) if style else text, color=self.color)

    def detail(self, text: str) -> None:
        """A line for those who asked for more."""
        if self.verbose:
            self.say(text)

    def some(self, lines: Sequence[str], more: str) -> None:
        """Lines, or the first of them when they are many; `more` tells where the rest can be seen."""
        shown = lines if self.verbose else lines[:_MANY]
        for line in shown:
            self.say(line)
        if len(lines) > len(shown):
            self.say(f"  ... and {len(lines) - len(shown)} more: {more}")

    def emit(self, result: Any) -> None:
        """The one JSON object of `--json`."""
        if self.as_json:
            sys.stdout.buffer.write(msgspec.json.encode(result, enc_hook=str) + b"\n")
            sys.stdout.buffer.flush()

    def problems(self, problems: Sequence[Problem], heading: str = "", color: str = "red") -> None:
        """All problems on standard error, each with its source line."""
        if heading and problems and not self.as_json:
            click.echo(click.style(heading, fg=color, bold=True), err=True, color=self.color)
        for problem in sorted(set(problems)):
            click.echo(self._worded(problem, color), err=True, color=self.color)

    def warnings(self, warnings: Sequence[Problem]) -> None:
        """Warnings on standard error, the first of them where they are many."""
        told = sorted(set(warnings))
        shown = told if self.verbose else told[:_MANY]
        self.problems(shown, "", "yellow")
        if len(told) > len(shown):
            more = f"... and {len(told) - len(shown)} more warnings: see them with -v or --json."
            click.echo(click.style(more, fg="yellow"), err=True, color=self.color)

    def _worded(self, problem: Problem, color: str) -> str:
        text = visible(str(problem))
        if problem.path:
            place, _, rest = text.partition(": ")
            text = f"{click.style(place, bold=True)}: {rest}"
        if problem.excerpt.strip():
            number = str(problem.line).rjust(5)
            before = problem.excerpt[: problem.column - 1]
            blank = "".join("\t" if sign == "\t" else " " * _columns(sign) for sign in before)
            text += f"\n{number} | {visible(problem.excerpt[:200])}"
            if len(before) < 200:
                text += f"\n{' ' * 5} | {blank}{click.style('^', fg=color)}"
        return text


def visible(text: str) -> str:
    """What a file says, fit to be printed: control characters would speak to the terminal, not to its reader."""
    return "".join(sign if sign.isprintable() or sign == "\t" else "\ufffd" for sign in text)


def _columns(sign: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def site_command(name: str, **settings: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """A click command whose function is given a `Session` first; every error it may meet becomes words and a code."""

    def decorate(function: Callable[..., Any]) -> click.Command:
        @functools.wraps(function)
        def run(root: str, as_json: bool, quiet: bool, verbose: bool, no_color: bool, **arguments: Any) -> None:
            session = Session(root, as_json, quiet, verbose, no_color)
            gc.disable()  # one run, then the end: hardly anything becomes garbage, and looking for it costs a tenth
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
    except MemoryError:
        return _outside(session, "Out of memory. Close other programs, or try again with --jobs 1.")
    except Exception as error:
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
        """Tell how far a stage has come."""
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
        """Take the bar away, for something is to be said; it comes back by itself."""
        if self.bar is not None:
            self.bar.stop()
            self.bar, self.tasks = None, {}

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()

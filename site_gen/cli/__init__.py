"""The commands: one file each, loaded only when it is run."""

import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

# Their help is repeated here, so that `--help` need not load the commands.
COMMANDS = {
    "init": ("init", "Make a new site that builds at once."),
    "new": ("new", "Start a post from the archetype."),
    "fetch": ("fetch", "Save pages and feeds from the web as seeds."),
    "import": ("import", "Bring a site of WordPress, Hugo or Jekyll here, and account for each item."),
    "ingest": ("ingest", "Turn seeds into posts."),
    "review": ("review", "Show what ingest is unsure of, and settle it."),
    "build": ("build", "Ingest what is new, then build the site."),
    "join": ("join", "Put the parts together that build --shard made."),
    "serve": ("serve", "Preview the site; every save shows at once."),
    "deploy": ("deploy", "Publish the site to a target."),
    "rules": ("rules", "Print redirects and headers for a web server."),
    "redirect": ("redirect", "Keep every published address answered."),
    "tags": ("tags", "List tags, rename and merge them."),
    "rename": ("rename", "Give a post another name and keep its address."),
    "why": ("why", "Say what makes an address."),
    "impact": ("impact", "Say which addresses change if a text is edited."),
    "list": ("list", "List posts and their state."),
}


class _Commands(click.Group):
    """A group whose commands are imported when they run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"site_gen.cli.{COMMANDS[name][0]}_command")
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            import difflib

            near = difflib.get_close_matches(name, list(COMMANDS), n=1)
            hint = f" Did you mean '{near[0]}'?" if near else f" There are: {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command '{name}'.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from site_gen import __version__

        click.echo(f"site-gen {__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help="Show it.")
def site_gen() -> None:
    """Raw article texts become a published news site.

    Drop texts into seeds/, run `site-gen build`, publish output/. Exit codes: 0 done; 1 problems in the content or the
    site; 2 wrong usage; 3 the outside failed (disk, network); 130 interrupted.
    """


def main() -> None:
    """The entry point of `site-gen`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a character is no reason to fail
    _leave(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command with these arguments, or the process's own, and give its exit code."""
    try:
        code: int | None = site_gen.main(arguments, prog_name="site-gen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        click.echo("Interrupted.", err=True)
        return 130
    return code or 0  # without standalone mode, click returns the code of an Exit


def _leave(code: int) -> None:
    """Exit at once: freeing a large site's values one by one takes as long as building a small site."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # the reader is gone
            code = code or 1
    os._exit(code)

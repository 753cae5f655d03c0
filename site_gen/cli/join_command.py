"""`site-gen join`."""

from pathlib import Path

import click

from site_gen.cli.build_command import near
from site_gen.cli.session import Progress, Session, site_command


@site_command("join")
@click.argument("folders", nargs=-1, required=True, metavar="DIR...")
@click.option("--output", metavar="DIR", help="Put the site together in this folder (default: the site's own).")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Worker processes (default: one per processor).")
def command(session: Session, folders: tuple[str, ...], output: str | None, jobs: int | None) -> int:
    """Put the shards of a site together, which `build --shard` made.

    They must be one whole site: every shard once, all of the same plan, made by the same program, each file as it was
    made. Otherwise nothing is written.
    """
    from site_gen.join import JoinOptions, join

    options = JoinOptions(
        shards=folders,
        output=str(Path(output).absolute()) if output else _own_output(session.root),
        given=bool(output),
        jobs=jobs,
    )
    with Progress(session) as progress:
        joined = join(session.root, options, progress)
    removed = f", {joined.removed} removed" if joined.removed else ""
    session.say(
        f"Joined {joined.shards} shards: {joined.files} files, {joined.written} written{removed}. "
        f"The site is in {near(joined.output)}.",
        fg="green",
    )
    session.emit({name: getattr(joined, name) for name in joined.__struct_fields__} | {"problems": ()})
    return 0


def _own_output(root: Path) -> str:
    """The output folder of the site's settings; "output" where there is no site, as in a job that only joins."""
    from site_gen.pipeline.settings import load_settings

    return load_settings(root).output if (root / "site.yaml").is_file() else "output"

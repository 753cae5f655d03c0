"""`site-gen init`."""

from importlib import resources
from pathlib import Path

import click

from site_gen.cli.install_line import (
    REQUIREMENTS,
    WHEELS,
    extras_for,
    names_site_gen,
    source_installed,
    source_named,
)
from site_gen.cli.session import Session, site_command
from site_gen.model.problem import Problem, SiteError, raise_problems

STARTER = {
    "site.yaml": "site.yaml",
    "gitignore": ".gitignore",
    "about.md": "content/pages/about.md",
    "empty": "content/posts/.gitkeep",
    "seeds.md": "seeds/README.md",
}
BARE = {source: path for source, path in STARTER.items() if not path.startswith("content/pages/")}
# The pipelines that build, check and publish a site, by host.
PIPELINES = {
    "github": {"ci/github.yml": ".github/workflows/site.yml"},
    "gitlab": {"ci/gitlab.yml": ".gitlab-ci.yml"},
    "netlify": {"ci/netlify.toml": "netlify.toml", "ci/rebuild.mjs": "netlify/functions/rebuild.mjs"},
    "cloudflare": {"ci/cloudflare.yml": ".github/workflows/site.yml"},
}


@site_command("init")
@click.argument("folder", metavar="DIR", default="")
@click.option(
    "--ci", type=click.Choice(tuple(PIPELINES)), help="Also write the pipeline that builds and publishes it there."
)
@click.option(
    "--install-from",
    metavar="SOURCE",
    help="What the pipeline installs: a wheel, its address, or git+https://...@TAG (default: as installed here).",
)
def command(session: Session, folder: str, ci: str | None, install_from: str | None) -> int:
    """Make a new site in DIR that builds at once.

    With --ci a pipeline is written too, into a site that is there already as well (DIR is then the site's folder if
    it is left out). No file that differs is ever written over. The pipeline installs what requirements.txt names.
    """
    if not folder and not ci:
        raise click.UsageError("Where? Name a folder: site-gen init DIR.")
    if install_from and not ci:
        raise click.UsageError("--install-from says what a pipeline installs: name its host with --ci.")
    home = session.root / folder
    new = not (home / "site.yaml").exists()
    _refuse_place(home, folder, taken=not (new or ci))
    pipeline = _texts(PIPELINES[ci]) if ci else {}
    _refuse_others(home, pipeline)
    if ci:
        pipeline |= _to_install(home, install_from, new)
    written = _write(home, _texts(STARTER) if new else {}) + _write(home, pipeline)
    if new:
        here = f"cd {folder}\n  " if folder and Path(folder) != Path() else ""
        session.say(f"Created a new site in {home}. Next:\n  {here}cp your-articles/*.txt seeds/\n  site-gen build")
    _say_pipeline(session, ci, tuple(pipeline), written)
    session.emit({"site": str(home), "written": written})
    return 0


def write_bare_site(home: Path) -> None:
    """Make a new site without any text of its own."""
    _write(home, _texts(BARE))


def _refuse_place(home: Path, folder: str, taken: bool) -> None:
    """Raise `SiteError` where no new site can be made: there is one already, or a file."""
    if taken:
        shown = (Path(folder) / "site.yaml").as_posix()
        raise SiteError((Problem(shown, 0, 0, "There is already a site here.", "Name another folder."),))
    if home.exists() and not home.is_dir():
        raise SiteError((Problem(folder, 0, 0, "This is a file.", "Name another folder."),))


def _say_pipeline(session: Session, ci: str | None, pipeline: tuple[str, ...], written: tuple[str, ...]) -> None:
    """Print what the files of a pipeline are for, and which existed already."""
    guides = dict.fromkeys(PIPELINES[ci].values() if ci else (), ": its first lines say what to do next.")
    guides[REQUIREMENTS] = ": the pipeline installs what it names."
    for path in pipeline:
        added = guides.get(path, "")
        session.say(f"  {path}" + (added if path in written else " is already there."))


def _to_install(home: Path, named: str | None, new: bool) -> dict[str, bytes]:
    """The files by which a pipeline installs site-gen; an existing entry in requirements.txt is kept."""
    from site_gen.pipeline.settings import load_settings

    there = home / REQUIREMENTS
    if there.is_file() and names_site_gen(there.read_text(encoding="utf-8", errors="replace")):
        if named:
            what = "This file already says where site-gen is installed from."
            raise SiteError((Problem(REQUIREMENTS, 0, 0, what, "Change it there, or leave out --install-from."),))
        return {REQUIREMENTS: there.read_bytes()}
    source = source_named(named) if named else source_installed()
    line = source.line(extras_for(None if new else load_settings(home)))
    if there.exists():
        what = "There is another file of this name, and it does not name site-gen."
        raise SiteError((Problem(REQUIREMENTS, 0, 0, what, f"Add this line to it: {line}"),))
    wheel = {} if source.wheel is None else {f"{WHEELS}/{source.wheel.name}": source.wheel.read_bytes()}
    return {REQUIREMENTS: f"{line}\n".encode()} | wheel


def _refuse_others(home: Path, files: dict[str, bytes]) -> None:
    """Raise `SiteError` where one of the files exists with other contents."""
    what, hint = "There is another file of this name.", "Move it away and run this again, then merge the two."
    raise_problems(
        tuple(
            Problem(path, 0, 0, what, hint)
            for path, data in files.items()
            if (home / path).exists() and (home / path).read_bytes() != data
        )
    )


def _write(home: Path, files: dict[str, bytes]) -> tuple[str, ...]:
    """Write the missing ones of the files; returns their paths."""
    missing = {path: data for path, data in files.items() if not (home / path).exists()}
    for path, data in missing.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_bytes(data)
    return tuple(missing)


def _texts(files: dict[str, str]) -> dict[str, bytes]:
    """The bytes of files of this package, by their paths in a site."""
    starter = resources.files("site_gen.cli").joinpath("starter")
    return {path: starter.joinpath(*source.split("/")).read_bytes() for source, path in files.items()}

"""`site-gen init`."""

from importlib import resources
from pathlib import Path

import click

from site_gen.cli.session import Session, site_command
from site_gen.model.problem import Problem, SiteError, refuse

STARTER = {
    "site.yaml": "site.yaml",
    "gitignore": ".gitignore",
    "about.md": "content/pages/about.md",
    "empty": "content/posts/.gitkeep",
    "seeds.md": "seeds/README.md",
}
# What builds, checks and publishes a site, for those who run it.
PIPELINES = {
    "github": {"ci/github.yml": ".github/workflows/site.yml"},
    "gitlab": {"ci/gitlab.yml": ".gitlab-ci.yml"},
    "netlify": {"ci/netlify.toml": "netlify.toml", "ci/rebuild.mjs": "netlify/functions/rebuild.mjs"},
    "cloudflare": {"ci/cloudflare.yml": ".github/workflows/site.yml"},
}


@site_command("init")
@click.argument("folder", metavar="DIR", default="")
@click.option("--ci", type=click.Choice(tuple(PIPELINES)), help="Write what builds and publishes it there, also later.")
def command(session: Session, folder: str, ci: str | None) -> int:
    """Make a new site in DIR that builds at once.

    With --ci a pipeline is written too, into a site that is there already as well (DIR is then the site's folder if
    it is left out). No file that differs is ever written over.
    """
    if not folder and not ci:
        raise click.UsageError("Where? Name a folder: site-gen init DIR.")
    home = session.root / folder
    new = not (home / "site.yaml").exists()
    if not new and not ci:
        shown = (Path(folder) / "site.yaml").as_posix()
        raise SiteError((Problem(shown, 0, 0, "There is a site here already.", "Name another folder."),))
    if home.exists() and not home.is_dir():
        raise SiteError((Problem(folder, 0, 0, "This is a file.", "Name another folder."),))
    pipeline = PIPELINES[ci] if ci else {}
    _refuse_others(home, pipeline)
    written = _write(home, STARTER if new else {}) + _write(home, pipeline)
    here = f"cd {folder}\n  " if folder and Path(folder) != Path() else ""
    if new:
        session.say(f"A new site stands in {home}. Next:\n  {here}cp your-articles/*.txt seeds/\n  site-gen build")
    for path in pipeline.values():
        session.say(f"  {path}" + (": how to go on is told at its top." if path in written else " is there already."))
    session.emit({"site": str(home), "written": written})
    return 0


def _refuse_others(home: Path, files: dict[str, str]) -> None:
    """`SiteError` where one of the files is there and says something else."""
    what, hint = "There is another file of this name.", "Move it away and run this again, then bring the two together."
    refuse(
        tuple(
            Problem(path, 0, 0, what, hint)
            for source, path in files.items()
            if (home / path).exists() and (home / path).read_bytes() != _text(source).encode()
        )
    )


def _write(home: Path, files: dict[str, str]) -> tuple[str, ...]:
    """Write those that are not there; their paths."""
    missing = {path: source for source, path in files.items() if not (home / path).exists()}
    for path, source in missing.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(_text(source), encoding="utf-8")
    return tuple(missing)


def _text(source: str) -> str:
    return resources.files("site_gen.cli").joinpath("starter", *source.split("/")).read_text(encoding="utf-8")

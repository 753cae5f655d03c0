"""`site-gen init`."""

from importlib import resources
from pathlib import Path

import click

from site_gen.cli.session import Session, site_command
from site_gen.model.problem import Problem, SiteError

STARTER = {
    "site.yaml": "site.yaml",
    "gitignore": ".gitignore",
    "about.md": "content/pages/about.md",
    "empty": "content/posts/.gitkeep",
    "seeds.md": "seeds/README.md",
}


@site_command("init")
@click.argument("folder", metavar="DIR")
def command(session: Session, folder: str) -> int:
    """Make a new site in DIR that builds at once."""
    home = session.root / folder
    if (home / "site.yaml").exists():
        shown = (Path(folder) / "site.yaml").as_posix()
        raise SiteError((Problem(shown, 0, 0, "There is a site here already.", "Name another folder."),))
    if home.exists() and not home.is_dir():
        raise SiteError((Problem(folder, 0, 0, "This is a file.", "Name another folder."),))
    starter = resources.files("site_gen.cli").joinpath("starter")
    for source, target in STARTER.items():
        path = home / target
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(starter.joinpath(source).read_text(encoding="utf-8"), encoding="utf-8")
    here = "" if Path(folder) == Path() else f"cd {folder}\n  "
    session.say(f"A new site stands in {home}. Next:\n  {here}cp your-articles/*.txt seeds/\n  site-gen build")
    session.emit({"site": str(home)})
    return 0

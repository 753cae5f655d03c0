"""Theme folders read from disk."""

from importlib import resources
from pathlib import Path

from site_gen.disk.files import walk
from site_gen.model.problem import Problem
from site_gen.model.theme import StaticFile, Template
from site_gen.wording.digest import digest


def find_theme(root: Path, name: str) -> Path | None:
    """The folder of a theme: the site's own, else one that comes with the program."""
    if not name or "/" in name or "\\" in name or name.startswith("."):
        return None
    for place in (root / "themes", *_shipped()):
        if (place / name).is_dir():
            return place / name
    return None


def theme_names(root: Path) -> tuple[str, ...]:
    """Every theme within reach."""
    names = {
        folder.name
        for place in (root / "themes", *_shipped())
        if place.is_dir()
        for folder in place.iterdir()
        if folder.is_dir() and not folder.name.startswith(".")
    }
    return tuple(sorted(names))


def read_templates(folder: Path, shown: str) -> tuple[tuple[Template, ...], tuple[Problem, ...]]:
    """The templates below a folder by name; `shown` is the folder's name in messages."""
    templates, problems = [], []
    for name, _ in sorted(walk(folder)):
        path = f"{shown}/{name}"
        try:
            text = (folder / name).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            problems.append(Problem(path, 0, 0, "This template is not UTF-8 text.", "Save the file as UTF-8."))
            continue
        templates.append(Template(name, text, path))
    return tuple(templates), tuple(problems)


def read_static(folder: Path) -> tuple[StaticFile, ...]:
    """The files below a folder that are published as they are."""
    return tuple(
        StaticFile(name, str(folder / name), digest((folder / name).read_bytes())) for name, _ in sorted(walk(folder))
    )


def _shipped() -> tuple[Path, ...]:
    """Where the program's own themes lie: inside the package when installed, beside it in a checkout."""
    package = Path(str(resources.files("site_gen")))
    return (package / "themes", package.parent / "themes")

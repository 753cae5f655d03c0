"""Theme folders read from disk."""

import hashlib
from importlib import resources
from pathlib import Path

from msgspec.structs import replace

from site_gen.model.problem import Problem
from site_gen.model.theme import StaticFile, Stylesheet, Template
from site_gen.parsing.conflicts import CONFLICT, conflict_line
from site_gen.storage.files import read_whole, walk
from site_gen.storage.static_files import digest_and_picture, published_picture
from site_gen.text.digest import digest
from site_gen.theming.assets import integrity_of

_SCRIPTS = (".js", ".mjs")
_SHEET = ".css"
_LONGEST_NAME = 200  # bytes; file systems refuse even to look for names that are much longer


def find_theme(root: Path, name: str) -> Path | None:
    """The folder of a theme: the site's own, else one that comes with the program."""
    if not name or "/" in name or "\\" in name or name.startswith(".") or len(name.encode()) > _LONGEST_NAME:
        return None
    for place in (root / "themes", *_shipped()):
        if (place / name).is_dir():
            return place / name
    return None


def theme_names(root: Path) -> tuple[str, ...]:
    """The names of all available themes."""
    names = {
        folder.name
        for place in (root / "themes", *_shipped())
        if place.is_dir()
        for folder in place.iterdir()
        if folder.is_dir() and not folder.name.startswith(".")
    }
    return tuple(sorted(names))


def read_templates(
    folder: Path, display_name: str, home: Path | None = None
) -> tuple[tuple[Template, ...], tuple[Problem, ...]]:
    """The templates below a folder by name; `display_name` is for messages, `home` is what its links must stay in."""
    texts, problems = _read_texts(folder, display_name, home, "template")
    return tuple(Template(name, text, path) for name, text, path in texts), problems


def read_stylesheets(
    folder: Path, display_name: str, home: Path | None = None
) -> tuple[tuple[Stylesheet, ...], tuple[Problem, ...]]:
    """The stylesheets below a folder of static files, as `read_templates` gives templates."""
    texts, problems = _read_texts(folder, display_name, home, "stylesheet", _SHEET)
    return tuple(Stylesheet(name, text, path) for name, text, path in texts), problems


def _read_texts(
    folder: Path, display_name: str, home: Path | None, kind: str, suffix: str = ""
) -> tuple[list[tuple[str, str, str]], tuple[Problem, ...]]:
    """The texts below a folder as (name, text, name in messages)."""
    texts, problems = [], []
    for name, _ in sorted(walk(folder, suffix, home=home)):
        path = f"{display_name}/{name}"
        try:
            text = _unified(read_whole(folder / name).decode("utf-8-sig"))
            texts.append((name, text, path))
            if line := conflict_line(text):
                problems.append(Problem(path, line, 1, *CONFLICT, text.split("\n")[line - 1]))
        except UnicodeDecodeError:
            problems.append(Problem(path, 0, 0, f"This {kind} is not UTF-8 text.", "Save the file as UTF-8."))
    return texts, tuple(problems)


def _unified(text: str) -> str:
    """A text with the line ends that Python uses."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_static(
    folder: Path, display_name: str, home: Path | None = None
) -> tuple[tuple[StaticFile, ...], tuple[Problem, ...]]:
    """The files below a folder that are published, all but stylesheets; and the pictures that cannot be.

    `display_name` is the folder's name in messages, `home` what its links must stay in.
    """
    files, problems = [], []
    for name, stamp in sorted(walk(folder, home=home)):
        if name.endswith(_SHEET):
            continue
        content, picture = digest_and_picture(folder / name, stamp.size)
        file = StaticFile(name, str(folder / name), content, _integrity(folder / name))
        if picture is not None and not picture.kind:
            problems.append(Problem(f"{display_name}/{name}", 0, 0, picture.fault, picture.hint))
        elif picture is not None and picture.tells:
            file = replace(file, digest=digest(published_picture(file)), stripped=True)
        files.append(file)
    return tuple(files), tuple(problems)


def _integrity(path: Path) -> str:
    return integrity_of(hashlib.sha384(read_whole(path)).digest()) if path.suffix in _SCRIPTS else ""


def _shipped() -> tuple[Path, ...]:
    """The folders of the program's own themes: inside the package when installed, beside it in a checkout."""
    package = Path(str(resources.files("site_gen")))
    return (package / "themes", package.parent / "themes")

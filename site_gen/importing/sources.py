"""The sources that can be imported, and which of them a file or folder is."""

import importlib
from importlib.metadata import entry_points
from pathlib import Path

from site_gen.importing.item import Reader
from site_gen.model.problem import Problem, SiteError
from site_gen.storage.files import read_start

SOURCES = {
    "wordpress": "site_gen.importing.wxr",
    "hugo": "site_gen.importing.hugo",
    "jekyll": "site_gen.importing.jekyll",
}
"""Modules with `read(path, zone)`, by the names that `--from` takes."""
_GROUP = "site_gen.importers"


def reader_of(path: Path, named: str = "") -> Reader:
    """The reader of a source: the one that is named, else by what is there. `SiteError` where it is none."""
    if not path.exists():
        raise SiteError((Problem(str(path), 0, 0, "There is no such file or folder.", "Name the export."),))
    name = named or _form_of(path)
    if name in SOURCES:
        module = importlib.import_module(SOURCES[name])
        reader: Reader = module.read
        return reader
    for point in entry_points(group=_GROUP):
        if point.name == name:
            loaded: Reader = point.load()
            return loaded
    what = f"'{name}' is not a source." if name else "It cannot be seen what this is an export of."
    known = ", ".join((*SOURCES, *(point.name for point in entry_points(group=_GROUP))))
    raise SiteError((Problem(str(path), 0, 0, what, f"Say it with --from: {known}."),))


def _form_of(path: Path) -> str:
    if path.is_dir():
        return _folder(path)
    start = read_start(path, 8000)
    if b"wordpress.org/export/" in start or b"<wp:" in start:
        return "wordpress"
    return ""


def _folder(path: Path) -> str:
    if (path / "_posts").is_dir() or (path / "_config.yml").is_file():
        return "jekyll"
    if (path / "content").is_dir():
        return "hugo"
    return "wordpress" if any(path.glob("*.xml")) else ""

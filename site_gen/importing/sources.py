"""The sources that can be imported, and which of them a file or folder is."""

import importlib
import re
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

from site_gen.importing.item import Reader
from site_gen.importing.readers.beginnings import is_feed, is_of_blogger
from site_gen.importing.readers.ghost.tables import export_in, is_export
from site_gen.importing.readers.medium.reader import is_medium
from site_gen.model.problem import Problem, SiteError
from site_gen.storage.files import read_start, walk

SOURCES = {
    "wordpress": "site_gen.importing.readers.wordpress.reader",
    "ghost": "site_gen.importing.readers.ghost.reader",
    "substack": "site_gen.importing.readers.substack.reader",
    "medium": "site_gen.importing.readers.medium.reader",
    "astro": "site_gen.importing.readers.astro.reader",
    "eleventy": "site_gen.importing.readers.eleventy.reader",
    "zola": "site_gen.importing.readers.zola",
    "hugo": "site_gen.importing.readers.hugo.reader",
    "jekyll": "site_gen.importing.readers.jekyll.reader",
    "nikola": "site_gen.importing.readers.nikola.reader",
    "pelican": "site_gen.importing.readers.pelican.reader",
    "blogger": "site_gen.importing.readers.blogger",
    "feed": "site_gen.importing.readers.feeds.reader",
    "html": "site_gen.importing.readers.html.reader",
}
"""Modules with `read(path, zone)`, by the names that `--from` takes."""
_GROUP = "site_gen.importers"
_MOST = 200
"""Files of a folder that are looked at."""


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
    return _export(read_start(path, 8000)) or ("ghost" if is_export(path) else "")


def _export(start: bytes) -> str:
    """What a file of this beginning is."""
    if b"wordpress.org/export/" in start or b"<wp:" in start:
        return "wordpress"
    if b"<feed" in start and is_of_blogger(start):
        return "blogger"
    return "feed" if is_feed(start) else ""


def _folder(path: Path) -> str:
    """What a folder is: by the files that only one program has, else by its exports and pages."""
    return next((name for name, is_it in _FOLDERS if is_it(path)), "") or _exports(path)


def _is_zola(settings: Path) -> bool:
    """Whether a file has the settings of Zola: its name for the address is not that of Hugo."""
    return settings.is_file() and bool(re.search(rb"^\s*base_url\s*=", read_start(settings, 100_000), re.MULTILINE))


_FOLDERS: tuple[tuple[str, Callable[[Path], bool]], ...] = (
    ("pelican", lambda path: (path / "pelicanconf.py").is_file()),
    ("nikola", lambda path: (path / "conf.py").is_file() and any((path / one).is_dir() for one in ("posts", "pages"))),
    ("astro", lambda path: any(path.glob("astro.config.*"))),
    ("eleventy", lambda path: any(path.glob(".eleventy.*")) or any(path.glob("eleventy.config.*"))),
    ("jekyll", lambda path: (path / "_posts").is_dir() or (path / "_config.yml").is_file()),
    ("ghost", lambda path: bool(export_in(path))),
    ("substack", lambda path: (path / "posts.csv").is_file()),
    ("medium", is_medium),
    ("zola", lambda path: any(_is_zola(path / name) for name in ("zola.toml", "config.toml"))),
    ("hugo", lambda path: (path / "content").is_dir()),
)


def _exports(path: Path) -> str:
    """What the files of a folder are: exports, the pages of a site, or feeds."""
    suffixes = (".xml", ".atom", ".rss", ".rdf", ".json")
    names = sorted(name for name, _ in walk(path, suffixes, misnamed=[], any_case=True))
    forms = {_export(read_start(path / name, 8000)) for name in names[:_MOST]}
    has_pages = next(iter(walk(path, (".html", ".htm"), misnamed=[], any_case=True)), None) is not None
    forms |= {"html"} if has_pages else set()
    return next((form for form in ("wordpress", "blogger", "html", "feed") if form in forms), "")

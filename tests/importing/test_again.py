"""Imports after edits, removals and kills: pictures and redirects that were touched here stay as they are."""

import json
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.importing.imports import new_site
from tests.importing.test_wordpress import SOURCES
from tests.support import COMMAND, png, run, tree

SHIP, CREW = "static/wp-content/uploads/2026/05/frigate.png", "static/wp-content/uploads/2026/05/crew.png"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    new_site(tmp_path / "site")
    uploads = tmp_path / "uploads/2026/05"
    uploads.mkdir(parents=True)
    for number, name in enumerate(("frigate", "crew", "map"), 1):
        (uploads / f"{name}.png").write_bytes(png(8 * number, 6 * number))
    shutil.copytree(SOURCES, tmp_path / "export")
    return tmp_path / "site"


def command(site: Path) -> tuple[str, ...]:
    return ("import", str(site.parent / "export"), "--media", str(site.parent / "uploads"), "--json")


def imported(site: Path) -> dict[str, Any]:
    done = run(*command(site), root=site)
    assert done.returncode == 0, done.stdout + done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_a_picture_that_was_edited_or_removed_stays_so(site: Path) -> None:
    imported(site)
    (site / SHIP).write_bytes(png(99, 99))
    (site / CREW).unlink()
    (site.parent / "uploads/2026/05/frigate.png").write_bytes(png(50, 50))
    imported(site)
    assert (site / SHIP).read_bytes() == png(99, 99)
    assert not (site / CREW).exists()


def test_a_picture_that_changed_in_the_source_is_brought_again(site: Path) -> None:
    imported(site)
    (site.parent / "uploads/2026/05/frigate.png").write_bytes(png(50, 50))
    imported(site)
    assert (site / SHIP).read_bytes() == png(50, 50)


def test_a_picture_that_was_there_before_is_not_overwritten(site: Path) -> None:
    (site / SHIP).parent.mkdir(parents=True)
    (site / SHIP).write_bytes(png(99, 99))
    imported(site)
    imported(site)
    assert (site / SHIP).read_bytes() == png(99, 99)


def test_without_their_folder_pictures_that_are_here_are_found(site: Path) -> None:
    imported(site)
    before = tree(site / "content")
    done = run("import", str(site.parent / "export"), "--json", root=site)
    assert done.returncode == 0 and tree(site / "content") == before


def test_a_redirect_that_was_changed_or_removed_stays_so(site: Path) -> None:
    imported(site)
    redirects = site / "redirects.yaml"
    lines = redirects.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = next(line for line in lines if "/category/naval/" in line and "feed" not in line)
    removed = next(line for line in lines if "/comments/feed/" in line)
    edited = "".join(
        '"/category/naval/": /archive/  # ours\n' if line == changed else line for line in lines if line != removed
    )
    redirects.write_text(edited, encoding="utf-8")
    for _ in range(2):
        report = imported(site)
        text = redirects.read_text(encoding="utf-8")
        assert "/comments/feed/" not in text and text.count("/category/naval/") == edited.count("/category/naval/")
        assert '"/category/naval/": /archive/  # ours\n' in text
        told = {one["address"]: one for one in report["addresses"]}
        assert told["/comments/feed/"]["why"] == "its line in redirects.yaml was removed here"


STOP = """
import os, sys
at = int(sys.argv.pop(1))
import site_gen.storage.files as files
whole, seen = files.write_whole, [0]
def write_whole(path, data):
    seen[0] += 1
    if seen[0] == at:
        os.kill(os.getpid(), 9)
    return whole(path, data)
files.write_whole = write_whole
import site_gen.cli
sys.argv[0] = "site-gen"
site_gen.cli.main()
"""


@pytest.mark.law
def test_an_import_that_is_killed_at_any_write_comes_to_the_same_end(site: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(site, whole)
    assert run(*command(site), root=whole).returncode == 0
    wanted = {path: data for path, data in tree(whole).items() if not path.startswith(".site_gen")}
    kills = 0
    for at in range(1, len(wanted) + 12, 3):
        copy = tmp_path / f"killed-{at}"
        shutil.copytree(site, copy)
        started = (COMMAND[0], "-c", STOP, str(at), *command(site), "--root", str(copy))
        killed = subprocess.run(started, capture_output=True, check=False).returncode == -signal.SIGKILL
        kills += killed
        again = run(*command(site), root=copy)
        assert again.returncode == 0, again.stderr
        found = {path: data for path, data in tree(copy).items() if not path.startswith(".site_gen")}
        found.pop("import-report.html"), found.pop("addresses.lock")
        expected = {path: data for path, data in wanted.items() if path not in ("import-report.html", "addresses.lock")}
        assert found.keys() == expected.keys(), at
        assert {path for path in found if found[path] != expected[path]} == set(), at
        if not killed:
            break
    assert kills > 5

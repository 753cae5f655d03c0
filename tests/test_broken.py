"""Broken sites: each folder of tests/broken/ is one, with just what the real command says of it in expected.txt."""

import shutil
from pathlib import Path

import pytest

from tests.support import run, tree

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir())


@pytest.mark.parametrize("name", CASES)
def test_a_broken_site_is_told_what_is_wrong(name: str, tmp_path: Path, accept: bool) -> None:
    site = tmp_path / "site"
    shutil.copytree(BROKEN / name, site, ignore=shutil.ignore_patterns("expected.txt"))
    before = tree(site)
    done = run("build", root=site)
    if accept:
        (BROKEN / name / "expected.txt").write_bytes(done.stderr.encode())
    assert done.stderr == (BROKEN / name / "expected.txt").read_bytes().decode()
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert {path: data for path, data in tree(site).items() if path in before} == before


def test_there_are_many() -> None:
    assert len(CASES) >= 30

"""Whole sites, built and compared byte by byte with tests/sites/<name>/expected; `pytest --accept` writes that anew."""

import shutil
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build
from tests.support import NOON, tree, write

SITES = sorted(path for path in (Path(__file__).parent / "sites").iterdir() if path.is_dir())


@pytest.mark.parametrize("source", SITES, ids=[path.name for path in SITES])
def test_a_whole_site(source: Path, tmp_path: Path, accept: bool) -> None:
    files = {name: data for name, data in tree(source).items() if not name.startswith("expected/")}
    root = write(tmp_path / "site", files)
    build(root, BuildOptions(as_of=NOON, jobs=1))
    made = tree(root / "output")
    if accept:
        shutil.rmtree(source / "expected", ignore_errors=True)
        write(source / "expected", made)
    expected = tree(source / "expected")
    assert sorted(made) == sorted(expected)
    for name, data in made.items():
        assert data.decode("utf-8", "replace") == expected[name].decode("utf-8", "replace"), name
        assert data == expected[name], name
    sources = {name: data for name, data in tree(root).items() if not name.startswith("output/")}
    assert sources == files  # which nothing touched

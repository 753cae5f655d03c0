"""Damaged sites: the command ends with 0 or 1 and tells why, within ten seconds and a gigabyte, without a traceback."""

import os
from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.attack.fuzz import attempt, base_site
from tests.support import run_json, write


def test_the_site_that_is_damaged_is_sound(tmp_path: object) -> None:
    from pathlib import Path

    built = run_json("build", "--as-of", "2026-03-01 12:00", root=write(Path(str(tmp_path)), base_site()))
    assert built["seeds"]["new"] == 1


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_damaged_sites(first: int) -> None:
    assert list(filter(None, map(attempt, range(first, first + 10)))) == []


@pytest.mark.slow
def test_three_thousand_damaged_sites() -> None:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        assert list(filter(None, pool.map(attempt, range(100, 3100), chunksize=10))) == []

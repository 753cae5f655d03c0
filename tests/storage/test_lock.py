import multiprocessing
from pathlib import Path

import pytest

from site_gen.model.problem import OutsideError
from site_gen.storage.lock import site_lock


def test_one_build_at_a_time(tmp_path: Path) -> None:
    with (
        site_lock(tmp_path / "state"),
        pytest.raises(OutsideError, match="is running in this site"),
        site_lock(tmp_path / "state"),
    ):
        raise AssertionError("two hold one lock")
    with site_lock(tmp_path / "state"):
        pass


def _hold(folder: Path) -> None:
    with site_lock(folder):
        raise SystemExit(7)


def test_the_lock_goes_with_the_process_that_held_it(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_hold, args=(tmp_path,))
    process.start()
    process.join(30)
    assert process.exitcode == 7
    with site_lock(tmp_path):
        pass

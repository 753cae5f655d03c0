import multiprocessing
import threading
from pathlib import Path

import pytest

from site_gen.model.problem import OutsideError
from site_gen.storage.lock import site_lock, turn


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


def test_a_lock_that_is_freed_soon_is_waited_for(tmp_path: Path) -> None:
    """Workers of a killed process hold its lock for a moment: the next command said that another one was running."""
    first, freed = site_lock(tmp_path), list[bool]()
    first.__enter__()

    def free() -> None:
        freed.append(True)
        first.__exit__(None, None, None)

    threading.Timer(0.2, free).start()
    with site_lock(tmp_path):
        assert freed == [True]


def test_one_has_its_turn_and_the_next_waits(tmp_path: Path) -> None:
    order = []

    def second() -> None:
        with turn(tmp_path / "deep/turn"):
            order.append("second")

    with turn(tmp_path / "deep/turn"):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.2)
        order.append("first")
    waiting.join(10)
    assert order == ["first", "second"]


def test_where_nothing_can_be_written_nobody_waits(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with turn(tmp_path / "file/turn"), turn(tmp_path / "file/turn"):
        pass

"""The limit of time of each item."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from site_gen.cluster.time_limit import TookTooLong, results_within


def shown(item: int) -> str:
    return str(item)


@pytest.mark.parametrize("limit", [0, 0.5])
def test_the_results_are_those_of_the_function(limit: float) -> None:
    assert results_within(shown, range(99), limit) == [str(item) for item in range(99)]
    assert results_within(shown, [], limit) == []
    with pytest.raises(ZeroDivisionError):
        results_within(lambda item: 1 // item, [2, 1, 0, 1], limit)


def test_it_is_a_limit_of_each_item_and_not_of_all() -> None:
    assert results_within(time.sleep, [0.1] * 6, 0.5) == [None] * 6


def test_an_item_that_takes_longer_is_left_behind_with_the_results_before_it() -> None:
    gate = threading.Event()
    began = time.monotonic()
    with pytest.raises(TookTooLong) as caught:
        results_within(lambda item: gate.wait(60) if item == 3 else item, range(6), 0.2)
    assert caught.value.results == (0, 1, 2)
    assert 0.2 <= time.monotonic() - began < 20
    gate.set()


class Slow(list[int]):
    """Items, each of which takes a while to be given; and so does the end."""

    def __iter__(self) -> Iterator[int]:
        for item in super().__iter__():
            yield item
            time.sleep(0.3)


def test_between_two_items_none_is_late() -> None:
    assert results_within(shown, Slow([1, 2]), 0.2) == ["1", "2"]


CODE = """
import threading, time
from site_gen.cluster.time_limit import results_within
other = threading.Thread(target=results_within, args=(time.sleep, [.6], 9))
other.start()
results_within(eval, ["1"], .2)
other.join()
print("not ended", flush=True)
results_within(eval, ["1", "__import__('re').match('(a+)+$', 'a' * 60 + 'b')"], .2)
"""


def test_a_process_in_which_nothing_of_python_can_run_ends_and_its_log_says_where() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stdout == "not ended\n"
    assert "Timeout (0:00:00.4" in done.stderr
    assert "time_limit.py" in done.stderr

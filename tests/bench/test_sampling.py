"""The parts that processor time goes to are told by the stack."""

import time

from bench import sampling
from bench.sampling import shares

_HERE = {__name__: "here"}


def work(seconds: float = 0.3) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        sum(range(1000))


def test_the_time_of_a_function_is_its_modules() -> None:
    assert shares(work, _HERE, {}) == {"here": 1.0}
    assert shares(work, {}, {}) == {"other": 1.0}


def test_all_that_a_whole_part_calls_is_its_own() -> None:
    assert shares(work, _HERE, {sampling.__name__: "bench"}) == {"bench": 1.0}


def test_a_name_that_only_begins_so_is_another_module() -> None:
    assert shares(work, {__name__[:-1]: "another"}, {}) == {"other": 1.0}

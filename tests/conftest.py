import gc
import os
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from site_gen.images.icon import icon
from site_gen.images.social import social_card
from site_gen.storage.state_file import damaged_files
from tests import programs
from tests.marks import FAST, is_left_out, mark
from tests.servers import moto, ssh
from tools.judging.chromium import browser

__all__ = ("moto", "ssh")  # here, so that no folder has one of its own

MEMORY = Path("/dev/shm")
_NO_CHECKS = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture)
settings.register_profile("quick", max_examples=50, deadline=None, suppress_health_check=_NO_CHECKS)
settings.register_profile("slow", max_examples=1000, deadline=None, suppress_health_check=_NO_CHECKS)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fast", action="store_true", help="only what Python alone can try")
    parser.addoption("--slow", action="store_true", help="also run slow tests, and look for more examples of each law")
    parser.addoption(
        "--sequences", type=int, default=0, help="how many sequences of edits the law of builds is tried on"
    )
    parser.addoption("--accept", action="store_true", help="write the expected output of whole sites anew")


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # until all tests are known: none of what describes ten thousand of them is garbage
    settings.load_profile("slow" if config.getoption("--slow") else "quick")
    if config.getoption("--fast"):
        config.option.markexpr = config.option.markexpr or FAST
        programs.AVAILABLE = False
    # What the tests check must not hang on the shell they are run from.
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "PYTHONHASHSEED", "TZ", "COLUMNS"):
        os.environ.pop(name, None)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # without bytecode, a command that is started takes twice as long


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    return True if config.getoption("--fast") and is_left_out(collection_path) else None


@pytest.hookimpl(tryfirst=True)  # marks are there before pytest chooses by them
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    mark(items)
    if not config.getoption("--slow"):
        chosen: list[pytest.Item] = []
        left: list[pytest.Item] = []
        for item in items:
            (chosen if item.get_closest_marker("slow") is None else left).append(item)
        config.hook.pytest_deselected(items=left)
        items[:] = chosen


def pytest_collection_finish(session: pytest.Session) -> None:
    """From here on, looking for garbage passes over what describes the tests; it took a quarter of the suite's time."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _drawn_once() -> Iterator[None]:
    """Icons and social cards are drawn once in a process, whatever the number of sites that have the same.

    They are half of the time of a build of a small site. What is drawn depends on the view alone, which is the key.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("site_gen.render.icon", lru_cache(maxsize=256)(icon))
        patch.setattr("site_gen.render.social_card", lru_cache(maxsize=256)(social_card))
        yield


@pytest.fixture
def sequences(request: pytest.FixtureRequest) -> int:
    """How many sequences of edits are tried: 200, fifteen times as many with --slow, or as many as are asked for."""
    few_or_many = 3000 if request.config.getoption("--slow") else 200
    return int(request.config.getoption("--sequences") or few_or_many)


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def running() -> Iterator[Any]:
    """A browser, one for all tests: two cannot be driven at a time."""
    assert programs.AVAILABLE, "a test that needs a browser is marked so: tests/marks.py"
    from playwright.sync_api import expect

    expect.set_options(timeout=30_000)  # a busy machine takes its time
    with browser() as started:
        yield started


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory, where the system has such."""
    home = str(MEMORY) if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="site_gen-test-", dir=home) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def _no_damage_of_other_tests() -> None:
    """What an earlier test damaged and nothing reported is not reported by this one's builds."""
    damaged_files()

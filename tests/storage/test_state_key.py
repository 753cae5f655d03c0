import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.storage.state_key import state_key

ASK = "from site_gen.storage.state_key import state_key; print(state_key().hex())"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    state_key.cache_clear()
    yield tmp_path / "cache" / "site-gen"
    state_key.cache_clear()


def asked_again() -> bytes:
    """The key as another process would get it."""
    state_key.cache_clear()
    return state_key()


def test_the_key_is_made_once_and_for_this_user_alone(cache: Path) -> None:
    key = state_key()
    assert len(key) == 32
    assert asked_again() == key
    assert [path.name for path in cache.iterdir()] == ["state-key"]
    assert (cache / "state-key").stat().st_mode & 0o077 == 0
    assert cache.stat().st_mode & 0o077 == 0


def test_a_key_that_was_cut_short_is_replaced(cache: Path) -> None:
    key = state_key()
    (cache / "state-key").write_bytes(key[:31])
    other = asked_again()
    assert len(other) == 32 and other != key
    assert asked_again() == other


def test_where_no_key_can_be_kept_none_outlives_the_process(cache: Path) -> None:
    cache.parent.write_text("a file where the folder should be")
    key = state_key()
    assert len(key) == 32
    assert state_key() == key
    assert asked_again() != key


def test_processes_that_begin_at_once_agree(cache: Path) -> None:
    asking = [subprocess.Popen([sys.executable, "-c", ASK], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {process.communicate(timeout=60)[0] for process in asking}
    assert said == {f"{state_key().hex()}\n"}
    assert [path.name for path in cache.iterdir()] == ["state-key"]

import sys
from pathlib import Path

import pytest

from bench.measure import run

HOLD = "import time; held = bytearray(b'x') * 60_000_000; time.sleep(0.5)"
TWO = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}])"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_time_is_that_of_the_whole_process(tmp_path: Path) -> None:
    slept = run(python("import time; time.sleep(0.3)"), tmp_path)
    assert slept.wall >= 0.3
    assert slept.processor < slept.wall
    assert slept.memory == 0


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").is_file(), reason="memory is read from Linux's /proc")
def test_memory_is_that_of_all_its_processes(tmp_path: Path) -> None:
    assert run(python(TWO), tmp_path, watch_memory=True).memory > 60_000_000


def test_a_command_that_fails_ends_the_bench_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such luck"):
        run(python("import sys; sys.exit('no such luck')"), tmp_path)

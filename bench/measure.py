"""One command as a whole process: its wall time, the processor time and the peak memory of all its processes."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

_EVERY = 0.02  # seconds between two looks at the memory


class Run(NamedTuple):
    """Seconds of wall and of processor; bytes of memory at the peak, 0 where it was not watched.

    `largest`: bytes of the largest process at its peak, what it shares with others included (RSS).
    """

    wall: float
    processor: float
    memory: int = 0
    largest: int = 0


def run(command: list[str], cwd: Path, watch_memory: bool | float = False, env: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end; one that fails ends the bench with what it said. `env` of None is this process's own.

    Watching its memory slows a command down, so that no run gives both its true time and its memory, unless there are
    many seconds between two looks: that is what a number for `watch_memory` says.
    """
    every = _EVERY if watch_memory is True else float(watch_memory)
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        memory = _watched(process.pid, every) if every else 0
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            words = said.read().decode(errors="replace")[-2000:]
            sys.exit(f"{' '.join(command)} failed ({process.returncode}) in {cwd}:\n{words}")
    return Run(wall, usage.ru_utime + usage.ru_stime, memory, usage.ru_maxrss * 1024)


def memory_of(pid: int) -> int:
    """Bytes held by a process and all that descend from it; a page that several share counts once (PSS)."""
    return sum(map(_proportional, _family(pid)))


def _watched(pid: int, every: float) -> int:
    """The peak of memory until a process has ended; it is left for its parent to wait for."""
    peak = 0
    while os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        peak = max(peak, memory_of(pid))
        time.sleep(every)
    return peak


def _family(pid: int) -> list[int]:
    family = [pid]
    for one in family:
        for listed in Path(f"/proc/{one}/task").glob("*/children"):
            family += map(int, _read(listed).split())
    return family


def _proportional(pid: int) -> int:
    rows = _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return sum(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))


def _read(path: Path) -> str:
    """A file of a process, or nothing once the process is gone."""
    try:
        return path.read_text()
    except OSError:
        return ""

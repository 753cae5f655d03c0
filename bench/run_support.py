"""One command as a whole process: its wall time, processor time and peak memory."""

import os
import pathlib
import resource
import subprocess
import sys
import time
from typing import NamedTuple


class Measured(NamedTuple):
    """Seconds of wall and processor, and bytes of memory at the peak, children included, shared pages once (PSS)."""

    wall: float
    processor: float
    memory: int


def measure(command: list[str], cwd: pathlib.Path) -> Measured:
    """Run a command to its end; a failure ends the bench with what it said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory_of(process.pid))
        time.sleep(0.05)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        said = process.stderr.read().decode(errors="replace")[-800:] if process.stderr else ""
        sys.exit(f"{' '.join(command)} failed ({process.returncode}): {said}")
    return Measured(wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, peak)


def memory_of(pid: int) -> int:
    """Memory of a process and its children in bytes."""
    total = 0
    for one in [pid, *_children(pid)]:
        try:
            rollup = pathlib.Path(f"/proc/{one}/smaps_rollup").read_text()
            total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) * 1024
        except (OSError, StopIteration, ValueError):
            continue
    return total


def files_in(folder: pathlib.Path) -> int:
    """How many files a folder holds."""
    return sum(len(files) for _, _, files in os.walk(folder))


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []

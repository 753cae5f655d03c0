"""What Python raises where there is no memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.text.out_of_memory import is_out_of_memory

CODE = """
import re, resource
from site_gen.cli.session import site_command

def deeper(depth):
    return deeper(depth + 1) + 1

@site_command("full")
def command(session):
    taken = int(re.search(r"VmSize:\\s+(\\d+)", open("/proc/self/status").read())[1]) << 10
    resource.setrlimit(resource.RLIMIT_AS, (taken + (8 << 20),) * 2)
    kept = []
    try:
        try:
            while True:
                kept.append(bytearray(4096))
        except MemoryError:
            deeper(0)
    finally:
        kept.clear()

command(["--root", "."])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_call_without_memory_is_reported_as_that(tmp_path: Path) -> None:
    """Python 3.11 and 3.12 raise a SystemError here, others a MemoryError."""
    command = [sys.executable, "-c", CODE]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (
        3,
        "Out of memory. Close other programs, or try again with --jobs 1.\n",
    )


def test_other_errors_are_not() -> None:
    assert is_out_of_memory(MemoryError())
    assert not is_out_of_memory(SystemError("bad argument to internal function"))
    assert not is_out_of_memory(RecursionError("error return without exception set"))

"""Real programs that tests start."""

import os
import shutil
import socket
import subprocess
import time
from typing import Any

AVAILABLE = (
    True  # whether tests may use programs besides Python; `tests/conftest.py` says no where they run with --fast
)


def needed(program: str, package: str) -> str:
    """The path of a program; the test fails with what to install."""
    assert AVAILABLE, f"a test that needs {program} is marked `servers`: tests/marks.py"
    path = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    assert path, f"{program} is not installed, which this test needs: apt install {package}"
    return path


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def answers(port: int, process: "subprocess.Popen[Any]") -> None:
    """Wait for a server."""
    for _ in range(300):
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")

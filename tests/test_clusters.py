"""The tests of clusters, in a process of their own: tests/cluster/conftest.py says why."""

import os
import re
import subprocess
import sys

import pytest

from tests.support import ROOT


def test_those_of_tests_cluster_pass(pytestconfig: pytest.Config) -> None:
    slow = ["--slow"] if pytestconfig.getoption("--slow") else []
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *slow, "tests/cluster"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-10_000:] + done.stderr[-2000:]
    found = re.findall(r"^\.+", done.stdout, re.MULTILINE)
    assert sum(map(len, found)) >= 30

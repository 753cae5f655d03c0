"""A cluster of two processes, one for all tests that need one.

Dask's threads take half a gigabyte of address space, which tests within limits of memory would miss (0072), and
importing it changes how exceptions are pickled: these tests run in a process of their own, which tests/test_clusters.py
starts.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cluster.work import PROCESSES
from tests.support import write


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave these tests out of a run of others."""
    return None if any("cluster" in str(one) for one in config.args) else True


@pytest.fixture(scope="session")
def dask() -> Iterator[Any]:
    """Two processes of this machine, which blame a task after two of its workers died."""
    from dask import config

    from site_gen.cluster.connect import Address, DaskCluster

    config.set({"distributed.scheduler.allowed-failures": 1})
    with DaskCluster(Address(), 2) as cluster:
        cluster.client()
        yield cluster
    assert "distributed" in sys.modules


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with five files to read."""
    PROCESSES.clear()
    (tmp_path / ".site_gen").mkdir()
    return write(tmp_path, {f"{number}.txt": f"text {number} " * 1000 for number in range(5)})


@pytest.fixture
def unshared(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on machines without a common file system: files travel."""
    from site_gen.cluster import connect

    monkeypatch.setattr(connect, "_is_shared", lambda *_: False)

"""The options `--executor` and `--executor-timeout`: work on a cluster of Dask, by its address."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from site_gen.remote import Cluster

_executor: Callable[[Any], Any] = click.option(
    "--executor",
    metavar="NAME",
    help="Do what is heavy on a cluster of Dask: dask://HOST:PORT, dask+tls://HOST:PORT, or dask for one here.",
)
_timeout: Callable[[Any], Any] = click.option(
    "--executor-timeout",
    type=click.IntRange(0),
    metavar="SECONDS",
    help="Give up a file that takes a worker of the cluster longer, twice (default: 600; 0: never).",
)


def executor_options(command: Any) -> Any:
    """Add both options to a command."""
    return _executor(_timeout(command))


@contextmanager
def cluster_of(asked: dict[str, Any]) -> "Iterator[Cluster | None]":
    """The cluster that the options describe, if there is one; it is reached when there is work for it.

    The two options are taken out of `asked`.
    """
    name, timeout, jobs = asked.pop("executor"), asked.pop("executor_timeout"), asked["jobs"]
    if name is None:
        if timeout is not None:
            raise click.UsageError("--executor-timeout needs --executor.")
        yield None
        return
    from site_gen.cluster.connect import LIMIT, DaskCluster, address_named

    address = address_named(name)
    if address is None:
        what = f"'{name}' is no executor. Write dask://HOST:PORT, dask+tls://HOST:PORT, or dask for this machine."
        raise click.BadParameter(what, param_hint="--executor")
    import logging

    for logger in ("distributed", "asyncio"):  # of workers that are lost: what matters of it is said by us
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    with DaskCluster(address, jobs, LIMIT if timeout is None else timeout) as cluster:
        yield cluster

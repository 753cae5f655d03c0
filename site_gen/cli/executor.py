"""The option `--executor`: work on a cluster of Dask, by its address."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from site_gen.remote import Cluster

executor_option: Callable[[Any], Any] = click.option(
    "--executor",
    metavar="NAME",
    help="Do what is heavy on a cluster of Dask: dask://HOST:PORT, dask+tls://HOST:PORT, or dask for one here.",
)


@contextmanager
def cluster_of(name: str | None, jobs: int | None) -> "Iterator[Cluster | None]":
    """The cluster that the option names, if it is given; it is reached when there is work for it."""
    if name is None:
        yield None
        return
    from site_gen.cluster.connect import DaskCluster, address_named

    address = address_named(name)
    if address is None:
        what = f"'{name}' is no executor. Write dask://HOST:PORT, dask+tls://HOST:PORT, or dask for this machine."
        raise click.BadParameter(what, param_hint="--executor")
    import logging

    for logger in ("distributed", "asyncio"):  # of workers that are lost: what matters of it is said by us
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    with DaskCluster(address, jobs) as cluster:
        yield cluster

"""A cluster of Dask by its name: one that runs somewhere, or processes of this machine."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_gen.cluster.announced import announced
from site_gen.cluster.contents import Contents
from site_gen.cluster.run import other_program, run
from site_gen.cluster.task import Worker, introduce
from site_gen.model.problem import OutsideError
from site_gen.remote import Item, Remote, Result
from site_gen.storage.program import program
from site_gen.text.extras import how_to_install

_NAME = re.compile(r"dask(?:(?P<tls>\+tls)?://(?P<address>[^/\s]+:[0-9]{1,5})/?)?")
_PATIENCE = 60  # seconds for a scheduler to answer, and for its first worker
LIMIT = 600  # seconds for an item: far more than any takes that does not hang


class Address(Struct, frozen=True):
    """Where a scheduler is, as Dask writes it; "" for processes of this machine."""

    scheduler: str = ""


def address_named(text: str) -> Address | None:
    """`dask`, `dask://HOST:PORT` or `dask+tls://HOST:PORT`; None for anything else."""
    named = _NAME.fullmatch(text.strip())
    if named is None:
        return None
    return Address(f"{'tls' if named['tls'] else 'tcp'}://{named['address']}" if named["address"] else "")


class DaskCluster:
    """A cluster that is reached, or started, when there is the first work for it; `close` ends what was started.

    Each item has `limit` seconds on a worker, 0 is no limit.
    """

    def __init__(self, address: Address, processes: int | None = None, limit: float = LIMIT) -> None:
        try:
            import distributed  # noqa: F401 - to say at once that it is missing
        except ImportError:
            raise OutsideError(f"Dask, which runs --executor, is not installed. {_INSTALL}") from None
        self._address, self._processes, self._limit = address, processes, limit
        self._client: Any = None
        self._local: Any = None
        self._contents: Contents | None = None

    def __enter__(self) -> "DaskCluster":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def work(
        self, remote: Remote[Item, Result], items: Sequence[Item], done: Callable[[int], None] = lambda _: None
    ) -> Iterator[Result]:
        """The results in the order of the items."""
        if not items:
            return
        done(0)  # a cluster takes seconds to start or to answer, and somebody may look at a bar
        client = self.client()
        shared = _is_shared(client, remote.root)
        assert self._contents is not None
        yield from run(client, remote, items, self._contents, shared, done, self._limit)

    @property
    def sent(self) -> int:
        """The bytes of contents that went to the cluster so far."""
        return self._contents.sent if self._contents else 0

    def client(self) -> Any:
        """The connection, made on first use."""
        if self._client is None:
            self._client = self._connected()
            self._contents = Contents(self._client)
        return self._client

    def close(self) -> None:
        """End the connection, and the processes of this machine."""
        for one in (self._client, self._local):
            if one is not None:
                one.close(timeout=10)
        self._client = self._local = self._contents = None

    def _connected(self) -> Any:
        import distributed

        dask: Any = distributed

        if not self._address.scheduler:
            try:
                self._local = _processes_here(self._processes)
            except (OSError, RuntimeError, TimeoutError) as error:  # one ended before it was there, or memory is short
                raise OutsideError(f"The processes of Dask on this machine did not start: {error} {_AGAIN}") from None
        where = self._address.scheduler or "this machine"
        try:
            client = dask.Client(self._local or self._address.scheduler, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise OutsideError(f"No scheduler of Dask answers at {where}: {error}") from None
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            client.close()
            raise OutsideError(f"The scheduler at {where} has no workers. Start some, and try again.") from None
        return client


def _processes_here(count: int | None) -> Any:
    """A cluster of processes of this machine, one for each processor if no number is given."""
    import dask.config
    import distributed

    local: Any = distributed.LocalCluster
    # Dask looks only some seconds after a process was lost whether there is another, and gives the place up where that
    # one is just being started; by then it may have been lost several times.
    dask.config.set({"distributed.deploy.lost-worker-timeout": "365 days"})
    return local(
        n_workers=count, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0", silence_logs=_NOTHING
    )


_AGAIN = "Close other programs and try again; or leave out --executor, as --jobs does the same."
_INSTALL = f"Install it: {how_to_install('cluster')}; or leave out --executor."
_NOTHING = 60  # a level of messages above all that there are: what is lost is tried again, and reported by us


def _is_shared(client: Any, root: Path) -> bool:
    """Whether all workers see the files of the site; `OutsideError` where one of them is another program."""
    with announced(root) as asked:
        told = client.run(introduce, asked, on_error="return")
    for worker, said in sorted(told.items()):
        if isinstance(said, ImportError):
            raise OutsideError(f"The worker {worker} of the cluster has no site_gen: {said}. {_SAME}")
        if isinstance(said, Worker) and (difference := said.program.difference(program())):
            raise other_program(difference)
    return all(isinstance(said, Worker) and said.sees for said in told.values())


_SAME = "Install the same version there, with the same extras."

"""Work that may be done on other machines: what it needs there, and what comes back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkFolder(Struct, frozen=True):
    """Where a worker finds what it needs: the site's files below `root`, and a folder of its own for caches.

    Where the root is not `shared`, there are only the files that the items need, each under its name.
    """

    root: Path
    state: Path
    shared: bool


class Needed(Struct, frozen=True):
    """A file that an item needs: its name below the root of a worker, and where it is in this process."""

    name: str
    path: str


class Remote(Struct, Generic[Item, Result], frozen=True):
    """How items are worked on by a process that may not see the site's files.

    `prepare`, which is pickled, gives the function that a worker calls with each item; `receive` makes the result of
    what came back, in this process; `lost` makes the result of an item that kills whoever works on it.
    """

    root: Path
    needs: Callable[[Item], Iterable[Needed]]
    prepare: Callable[[WorkFolder], Callable[[Item], Any]]
    receive: Callable[[Item, Any], Result]
    lost: Callable[[Item, str], Result]


class Cluster(Protocol):
    """Machines that work; the results are those of this process."""

    def work(
        self,
        remote: Remote[Item, Result],
        items: Sequence[Item],
        done: Callable[[int], None] = lambda _: None,
    ) -> Iterator[Result]:
        """The results in the order of the items; `done` is given the number of those that are finished."""
        ...

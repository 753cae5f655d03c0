"""Move what is staged into place, and remove what no longer belongs to the site."""

from collections.abc import Iterable, Iterator, Sequence

from site_gen.storage.obstacles import clear_way
from site_gen.storage.output import Output


def publish(output: Output, staged: Sequence[str], gone: tuple[str, ...], display_name: str) -> int:
    """Move the files that are staged into place, then remove what no longer belongs; how many files were removed."""
    if not output.fresh:
        clear_way(output.folder, staged, frozenset(gone), display_name)
    # Where a file must become a folder, or the reverse, the old one is removed first.
    first = clashing(staged, gone)
    removed = output.prune(first)
    output.publish()
    return removed + output.prune(path for path in gone if path not in first)


def clashing(new: Iterable[str], old: Iterable[str]) -> frozenset[str]:
    """The old paths that are a folder of a new one, or have a new one for a folder."""
    old = frozenset(old)
    if not old:
        return old
    new = frozenset(new)
    above = old & {parent for path in new for parent in _parents(path)}
    return above | {path for path in old if not new.isdisjoint(_parents(path))}


def _parents(path: str) -> Iterator[str]:
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)

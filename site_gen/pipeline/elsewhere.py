"""A build for a place other than its output folder, which then gets only the files that are not at that place yet."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from site_gen.model.deployment import FileFact
from site_gen.model.ledger import PageFact


class Elsewhere(Struct, frozen=True, kw_only=True):
    """The place where the site's files are: `there` gives them by path.

    `ledger` is the file of what was built for this place before. Where every file of it is there as it was built, the
    place is `complete`.
    """

    ledger: Path
    there: Mapping[str, FileFact]
    complete: bool = False

    def altered(self, files: Mapping[str, PageFact]) -> frozenset[str]:
        """Those of the files of an earlier build that are not there as they were built."""
        there = self.there
        return frozenset(path for path, fact in files.items() if not _is_same(fact, there.get(path)))


def _is_same(fact: PageFact, there: FileFact | None) -> bool:
    return there is not None and there.size == fact.stamp.size and there.digest == fact.content.hex()

"""What a generator wrote, counted by kind: equal counts prove equal work."""

import os
import re
from collections import Counter
from pathlib import Path

# Every site of the bench has the same addresses, so one table of them serves all generators.
_KINDS = {
    "posts": r"\d{4}/\d\d/[^/]+/index\.html",
    "home lists": r"(page/\d+/)?index\.html",
    "tag lists": r"tags/[^/]+/(page/\d+/)?index\.html",
    "tag index": r"tags/index\.html",
    "feeds": r"(tags/[^/]+/)?(feed|atom)\.(xml|json)",
    "sitemap": r"sitemap[^/]*\.xml",
    "archive": r"archive/index\.html|\d{4}/(\d\d/)?index\.html",
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}
KINDS = (*_KINDS, "other")


def kind_of(path: str) -> str:
    """The kind of a file by its path below the output folder."""
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(path)), "other")


def census(output: Path) -> Counter[str]:
    """How many files of each kind stand in a folder; hidden ones are a generator's own notes."""
    return Counter(kind_of(path) for path in _files(output) if not path.startswith("."))


def _files(folder: Path) -> list[str]:
    return [os.path.relpath(f"{at}/{name}", folder) for at, _, names in os.walk(folder) for name in names]

"""The redirects of a site of Ghost, from redirects.yaml or redirects.json beside its export.

https://ghost.org/docs/themes/routing/#redirects describes both files.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from site_gen.conversion.matter import read_matter
from site_gen.importing.item import Item
from site_gen.importing.readers.ghost.tables import beside

_NAMES = ("redirects.yaml", "redirects.yml", "redirects.json")
_PLACES = ("", "content/data/", "content/settings/")


def read_redirects(path: Path) -> tuple[tuple[tuple[str, str], ...], list[Item]]:
    """Old addresses and where they lead, and redirects by patterns, which no static host has, as items."""
    found: list[tuple[str, str]] = []
    patterns: list[Item] = []
    for old, new in _pairs(beside(path, *(place + name for place in _PLACES for name in _NAMES))):
        plain = re.sub(r"/?\??\$?\Z", "", old.removeprefix("^").replace("\\/", "/"))
        if re.search(r"[\\^$*+?()\[\]{}|]", plain + new) or not new:
            title, why = f"{old} to {new}", "a redirect by a pattern: add what it led to redirects.yaml"
            patterns.append(Item(key=f"redirect {old}", kind="other", place="redirects", title=title, skipped=why))
        else:
            found.append((f"/{plain.strip('/')}/", new))
    return tuple(found), patterns


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Old addresses, which may be patterns, and where they lead."""
    if not text.strip():
        return
    if text.lstrip().startswith("["):
        try:
            listed = json.loads(text)
        except (ValueError, RecursionError):
            listed = []
        rows = [(str(one.get("from", "")), str(one.get("to", ""))) for one in listed if isinstance(one, dict)]
    else:
        inner = "\n".join(f"  {line}" for line in text.splitlines() if line.rstrip() != "---")
        codes = read_matter("redirects.yaml", f"---\nredirects:\n{inner}\n---\n", UTC).values.get("redirects")
        pairs = [one.items() for one in codes.values() if isinstance(one, dict)] if isinstance(codes, dict) else []
        rows = [(old, str(new)) for one in pairs for old, new in one]
    yield from rows

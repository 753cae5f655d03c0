"""The redirects of a site of Ghost, from redirects.yaml or redirects.json beside its export.

https://ghost.org/docs/themes/routing/#redirects describes both files.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from msgspec.structs import replace

from site_gen.conversion.matter import read_matter
from site_gen.importing.item import Item
from site_gen.importing.readers.ghost_tables import beside

_NAMES = ("redirects.yaml", "redirects.yml", "redirects.json")
_PLACES = ("", "content/data/", "content/settings/")


def read_redirects(path: Path, items: list[Item]) -> tuple[list[Item], list[Item]]:
    """The items with the addresses that lead to them, and the redirects that lead to none as items of their own."""
    where = {item.address.rstrip("/"): number for number, item in enumerate(items) if item.address}
    found, others = list(items), list[Item]()
    for old, new in _pairs(beside(path, *(place + name for place in _PLACES for name in _NAMES))):
        number = where.get("/" + new.strip("/"))
        if number is None or not old:
            title = f"{old or 'a pattern'} to {new}"
            skipped = "a redirect by a pattern, or to no post: add it to redirects.yaml"
            others.append(Item(key=f"redirect {title}", kind="other", place="redirects", title=title, skipped=skipped))
            continue
        item = found[number]
        found[number] = replace(item, more_addresses=(*item.more_addresses, old))
    return found, others


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Old addresses and where they lead; an old one that is a pattern is ""."""
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
    for old, new in rows:
        plain = re.sub(r"/?\??\$?\Z", "", old.removeprefix("^").replace("\\/", "/"))
        yield ("" if re.search(r"[\\^$.*+?()\[\]{}|]", plain) else "/" + plain.strip("/") + "/"), new

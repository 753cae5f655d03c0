"""import-map.yaml: the tag that each category of an old site becomes; written by the first import, for editing."""

from collections import Counter
from collections.abc import Collection
from datetime import UTC
from pathlib import Path

from msgspec import Struct

from site_gen.extract.yaml_scalar import yaml_scalar
from site_gen.importing.item import Item, Term
from site_gen.model.problem import SiteError
from site_gen.parsing.document import Reading
from site_gen.parsing.front_matter import decode
from site_gen.parsing.schema import read_yaml
from site_gen.storage.files import read_source, write_if_different
from site_gen.text.slug import fold, slugify

MAP = "import-map.yaml"
_HEAD = """\
# The categories of the old site, and the tags that they become: change the right side, and import again.
# "" leaves a category out. Posts that were edited since keep what they have.
categories:
"""
_LEFT_OUT = frozenset(("uncategorized", "uncategorised", "misc"))


class TagMap(Struct, frozen=True, forbid_unknown_fields=True):
    """The tags of categories, by their names there."""

    categories: dict[str, str] = {}


class Tags(Struct, frozen=True):
    """The tags of terms. `spelled` is the usual name of those that would have one address, by that address."""

    categories: dict[str, str] = {}
    spelled: dict[str, str] = {}

    def tag_of(self, term: Term) -> str:
        """The name of the tag that a term becomes; "" for none."""
        name = self.categories.get(term.name, term.name) if term.kind == "category" else term.name
        return self.spelled.get(slugify(name), name)

    def tags_of(self, item: Item) -> tuple[str, ...]:
        """The tags of an item, each once."""
        found: dict[str, str] = {}
        for term in item.terms:
            if name := " ".join(self.tag_of(term).split()):
                found.setdefault(fold(name), name)
        return tuple(found.values())


def load_tag_map(root: Path, items: Collection[Item]) -> Tags:
    """The map of the site, with the categories that it does not name yet: each becomes the tag of its name."""
    known = _read(root)
    names = dict.fromkeys(term.name for item in items for term in item.terms if term.kind == "category")
    tags = Tags({**{name: "" if name.lower() in _LEFT_OUT else name for name in names}, **known})
    counts = Counter(tags.tag_of(term) for item in items for term in item.terms)
    spelled: dict[str, str] = {}
    for name, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        spelled.setdefault(slugify(name), name)
    return Tags(tags.categories, spelled)


def save_tag_map(root: Path, tags: Tags) -> None:
    """Write the map where it has categories that the file has not."""
    known = _read(root)
    rows = {name: tag for name, tag in tags.categories.items() if name not in known}
    if not rows:
        return
    try:
        text = decode(MAP, read_source(root, MAP)).or_raise()
    except FileNotFoundError:
        text = ""
    lines = "".join(f"  {yaml_scalar(name)}: {yaml_scalar(tag)}\n" for name, tag in rows.items())
    write_if_different(root / MAP, ((text.rstrip("\n") + "\n" if text.strip() else _HEAD) + lines).encode())


def _read(root: Path) -> dict[str, str]:
    try:
        data = read_source(root, MAP)
    except FileNotFoundError:
        return {}
    reading = Reading(MAP, decode(MAP, data).or_raise(), UTC)
    found = read_yaml(TagMap, reading)
    if reading.problems:
        raise SiteError(tuple(reading.problems))
    return dict(found.categories) if found else {}

"""Built-in facts about countries, organisations and equipment (data/facts.txt, see data/LICENCES.md)."""

from functools import cache
from importlib import resources

from msgspec import Struct

from site_gen.text.slug import fold

_SOURCES = {"country": "The World Factbook"}


class KnownFacts(Struct, frozen=True):
    """Names and values for readers, their source, and for a country its ISO 3166 alpha-3 code."""

    facts: dict[str, str]
    source: str = ""
    iso3: str = ""


NOTHING_KNOWN = KnownFacts({})


@cache
def known_facts() -> dict[tuple[str, str], KnownFacts]:
    """All facts, by the kind of a tag and each of its folded names."""
    text = resources.files("site_gen.indexing").joinpath("data/facts.txt").read_text(encoding="utf-8")
    labels: dict[str, list[str]] = {}
    by_name: dict[tuple[str, str], KnownFacts] = {}
    for line in text.splitlines():
        kind, *fields = line.split("|")
        if kind.startswith("#"):
            labels[kind[1:]] = fields
            continue
        iso3, names, *values = fields
        facts = {label: value for label, value in zip(labels[kind], values, strict=True) if value}
        for name in names.split(","):
            by_name[kind, fold(name)] = KnownFacts(facts, _SOURCES.get(kind, ""), iso3)
    return by_name

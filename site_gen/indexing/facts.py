"""Built-in facts about countries, organisations and equipment (data/facts.txt, see data/LICENCES.md)."""

from functools import cache
from importlib import resources

from msgspec import Struct

from site_gen.text.known_names import known_things
from site_gen.text.language.tags import primary
from site_gen.text.slug import fold

_SOURCES = {"country": "The World Factbook"}


class KnownFacts(Struct, frozen=True):
    """Names and values for readers, their source, and for a country its ISO 3166 alpha-3 code."""

    facts: dict[str, str]
    source: str = ""
    iso3: str = ""


NOTHING_KNOWN = KnownFacts({})


def code_of(kind: str, name: str, language: str) -> str:
    """The ISO 3166 alpha-3 code of a country by its name in English or a site's language; empty for anything else."""
    own = known_facts().get((kind, fold(name)), NOTHING_KNOWN).iso3
    if own or kind != "country" or primary(language) in ("", "en"):
        return own
    thing = known_things(frozenset((primary(language),))).get(fold(name))
    return thing.iso3 if thing is not None else ""


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

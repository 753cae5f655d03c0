"""The names to show for known things, and the known things that a name means, in any language that has a table."""

from collections.abc import Iterator
from functools import cache

from site_gen.model.seed import EntityKind
from site_gen.text.known_names.countries import country_names
from site_gen.text.known_names.table import Thing, table_of, tabled_languages
from site_gen.text.slug import fold


def shown_name(kind: EntityKind, name: str, language: str) -> str:
    """The name of a thing in a language (a tag such as `uk` or `pt-BR`); its canonical English one if none is known."""
    primary = language.lower().partition("-")[0]
    if primary in ("", "en"):
        return name
    table = table_of(primary)
    if table is not None and (own := table.shown.get((kind, name))):
        return own
    if kind == "country":
        return _countries_in(primary).get(name, name)
    return name


@cache
def _countries_in(language: str) -> dict[str, str]:
    return {names["en"]: names[language] for names in country_names().values() if language in names}


@cache
def known_things(languages: frozenset[str] = frozenset()) -> dict[str, Thing]:
    """The things by their folded names in some languages (in all for none); a name that two things share is left out.

    "en" stands for the canonical names. Of topics only the names to show: their other forms are any words of a beat.
    """
    found: dict[str, Thing | None] = {}
    for name, thing in _all_names(languages or frozenset((*tabled_languages(), "en"))):
        key = fold(name)
        known = found.setdefault(key, thing)
        if known is not None and (known.kind, known.name) != (thing.kind, thing.name):
            found[key] = None
    return {key: thing for key, thing in found.items() if thing is not None}


def _all_names(languages: frozenset[str]) -> Iterator[tuple[str, Thing]]:
    for iso3, names in country_names().items():
        thing = Thing("country", names["en"], iso3)
        yield from ((names[language], thing) for language in languages if language in names)
    for table in filter(None, map(table_of, sorted(languages))):
        for one in table.spellings:
            if one.use == "name" and one.thing.kind != "topic":
                yield one.text, one.thing
        for (kind, name), own in table.shown.items():
            yield own, Thing(kind, name)
            if "en" in languages:
                yield name, Thing(kind, name)

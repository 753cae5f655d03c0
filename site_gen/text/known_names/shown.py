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
def known_things() -> dict[str, Thing]:
    """The things by their folded names in all languages; a name that two things share is left out.

    Of topics only those to show: the other forms are any words of a beat.
    """
    found: dict[str, Thing | None] = {}
    for name, thing in _all_names():
        key = fold(name)
        known = found.setdefault(key, thing)
        if known is not None and (known.kind, known.name) != (thing.kind, thing.name):
            found[key] = None
    return {key: thing for key, thing in found.items() if thing is not None}


def _all_names() -> Iterator[tuple[str, Thing]]:
    for names in country_names().values():
        thing = Thing("country", names["en"])
        yield from ((name, thing) for name in names.values())
    for language in sorted(tabled_languages()):
        table = table_of(language)
        for (kind, name), own in table.shown.items() if table is not None else ():
            yield own, Thing(kind, name)
            yield name, Thing(kind, name)
        for one in table.spellings if table is not None else ():
            if one.use == "name" and one.thing.kind != "topic":
                yield one.text, one.thing

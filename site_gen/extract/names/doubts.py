"""Doubts about names: two people with one surname, a country that may be a state, an army of either country."""

from collections.abc import Iterable

from site_gen.extract.names.nation import nation_at, turns_between
from site_gen.extract.names.same import surname
from site_gen.extract.names.sighting import Doubt, Names, Nation, Sighting, Weighed
from site_gen.model.seed import Entity

# Countries named in texts about Georgia, the country: neighbours and others in its politics.
_NEAR_GEORGIA = frozenset(("RUS", "ARM", "AZE", "TUR", "UKR", "MDA", "KAZ"))
_CALLED_AS_PEOPLE = frozenset(("Jordan", "Chad", "Israel", "Georgia", "Kenya", "Cuba"))
_LIST = 4


def doubtful_tags(names: Names, tags: Iterable[Entity]) -> tuple[str, ...]:
    """Short reasons for an editor to check the tags: 'two people called "Smith"'; empty where there are none."""
    chosen = {tag.name for tag in tags}
    if not chosen:
        return ("no name stands out",)
    return tuple(dict.fromkeys(doubt.why for doubt in names.doubts if doubt.name in chosen))


def doubts_of(
    sightings: list[Sighting],
    weighed: Iterable[Weighed],
    shared: tuple[str, ...],
    nation: Nation,
    countries: dict[str, str],
) -> tuple[Doubt, ...]:
    """All doubts; `shared` are surnames of two people, `countries` the names of countries by code."""
    found = tuple(weighed)
    services = _services(sightings, found, nation, countries) if nation.rival else ()
    return (*_shared_surnames(found, shared), *_states(found), *services)


def _shared_surnames(weighed: tuple[Weighed, ...], shared: tuple[str, ...]) -> Iterable[Doubt]:
    for called in shared:
        for one in weighed:
            if one.entity.kind == "person" and surname(one.canonical) == called:
                yield Doubt(one.canonical, f'two people called "{called}"')


def _states(weighed: tuple[Weighed, ...]) -> Iterable[Doubt]:
    """Ambiguous names of countries, where nothing else in the text shows that the country is meant."""
    if not any(one.canonical in _CALLED_AS_PEOPLE for one in weighed):
        return
    codes = {one.entity.iso3 for one in weighed if one.entity.kind == "country"}
    surnames = {surname(one.canonical) for one in weighed if one.entity.kind == "person"}
    for one in weighed:
        name = one.canonical
        if one.entity.kind != "country" or one.entity.aliases:
            continue
        if name == "Georgia" and codes.isdisjoint(_NEAR_GEORGIA) and len(codes) < _LIST:
            yield Doubt(name, '"Georgia" may be the country or the state')
        elif name in _CALLED_AS_PEOPLE and name in surnames:
            yield Doubt(name, f'"{name}" may be the country or a person')


def _services(
    sightings: list[Sighting], weighed: tuple[Weighed, ...], nation: Nation, countries: dict[str, str]
) -> Iterable[Doubt]:
    """A service called "the Army" that may be that of two countries, with neither named in full."""
    places = {sighting.surface: sighting.word for sighting in sightings if sighting.use == "service"}
    in_full = {sighting.name for sighting in sightings if sighting.use != "service"}
    turns = turns_between(nation, sightings)
    for one in weighed:
        name = one.entity.name
        if one.entity.kind == "organisation" and name in places and one.canonical not in in_full:
            code = nation_at(places[name], nation, turns)
            if nation.is_open or code != nation.code:
                other = nation.rival if code == nation.code else nation.code
                yield Doubt(one.canonical, f'"the {name}" may be that of {countries.get(other, other)}')

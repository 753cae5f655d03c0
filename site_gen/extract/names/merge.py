"""From sightings to entities: one for each thing, whatever its forms."""

from collections.abc import Callable

import msgspec
from msgspec import Struct

from site_gen.extract.names.doubts import doubts_of
from site_gen.extract.names.gazetteer import FormUse
from site_gen.extract.names.nation import leading_nation, nation_at, turns_between
from site_gen.extract.names.same import SameNames, same_organisations, same_people, surname
from site_gen.extract.names.sighting import Names, Nation, Sighting, Weighed
from site_gen.extract.names.vocabulary import SHIP_PREFIXES
from site_gen.model.seed import Entity, EntityKind

_USE_WEIGHT = {
    "name": 1.0,
    "demonym": 0.6,
    "capital": 0.5,
    "metonym": 0.4,
    "doubtful": 0.3,
    "passing": 0.2,
    "located": 0.3,
    "address": 0.3,
    "hint": 0.2,
}
_SERVICES = frozenset(("service", "rank"))
# A text with more names is a list, or meant to flood a site with names.
_MOST = 120
# Short names of bodies that need no full name in the text.
_ENOUGH_ALONE = frozenset(("Coalition",))
# Services named with the adjective of the country if no table has a name: "Kenyan Army".
_COMMON_SERVICES = frozenset(("Army", "Navy", "Air Force", "Coast Guard", "Marine Corps", "National Guard"))


class Story(Struct, frozen=True):
    """The context of a text.

    `services`, `countries` and `adjectives` are the gazetteer's; `dateline` is the code of the country that the text
    was sent from; `exclude` names who wrote or sent it; `is_known` says whether the gazetteer has a person; `lead` is
    the paragraph that the story begins with and the place of its first word.
    """

    services: dict[tuple[str, str], str] = {}
    countries: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    dateline: str = ""
    exclude: tuple[str, ...] = ()
    is_known: Callable[[str], bool] = str.istitle
    lead: tuple[int, int] = (0, 0)


def merged(sightings: list[Sighting], story: Story) -> Names:
    """The names of a text, grouped by thing, in order of first mention, without those that stayed doubtful."""
    nation = leading_nation(sightings, story.dateline)
    seen, sightings = sightings, _with_services(sightings, nation, story)
    same, shared = same_people(sightings, story.is_known)
    same |= same_organisations(sightings)
    groups = _grouped(sightings, same)
    weighed = [
        _weighed(*_place_or_state(kind, name, group), group)
        for (kind, name), group in groups.items()
        if _is_sure(name, group, nation.code)
        and not (story.exclude and kind == "person" and _is_excluded(name, story.exclude))
    ]
    if len(weighed) > _MOST:
        weightiest = sorted(weighed, key=_by_weight)[:_MOST]
        weighed = sorted(weightiest, key=_by_place)
    return Names(tuple(weighed), nation, doubts_of(seen, weighed, shared, nation, story.countries), *story.lead)


def _grouped(sightings: list[Sighting], same: SameNames) -> dict[tuple[EntityKind, str], list[Sighting]]:
    ships = _ships(sightings)
    firms = _firms(sightings)
    groups: dict[tuple[EntityKind, str], list[Sighting]] = {}
    for sighting in sightings:
        kind, name = sighting.kind, sighting.name
        if kind in ("person", "organisation"):
            name = same.get((kind, name), name)
        if ships and sighting.surface in ships and kind in ("person", "place"):
            kind, name = "equipment", ships[sighting.surface]
        elif firms and kind == "person" and name in firms:
            kind, name = "organisation", firms[name]
        groups.setdefault((kind, name), []).append(sighting)
    return groups


def _by_weight(weighed: Weighed) -> tuple[float, int, str, str]:
    return (-weighed.weight, weighed.word, weighed.entity.kind, weighed.canonical)


def _by_place(weighed: Weighed) -> tuple[int, str, str]:
    return (weighed.word, weighed.entity.kind, weighed.canonical)


def _with_services(sightings: list[Sighting], nation: Nation, story: Story) -> list[Sighting]:
    """The sightings with "the Army" resolved to that of the country that the text is about, plus a hint to the country.

    An unresolved one stays a name in passing if it is descriptive ("Ministry of Defence"), else it is dropped.
    """
    if all(sighting.use not in _SERVICES for sighting in sightings):
        return sightings
    resolved: list[Sighting] = []
    turns = turns_between(nation, sightings)
    in_full = {sighting.name for sighting in sightings if sighting.kind == "organisation"}
    for sighting in sightings:
        if sighting.use not in _SERVICES:
            resolved.append(sighting)
            continue
        code = nation_at(sighting.word, nation, turns)
        for other in (nation.rival, nation.code):
            code = other if other and _service(sighting.name, other, story) in in_full else code
        name = _service(sighting.name, code, story)
        if name:
            use: FormUse = "name" if sighting.use == "service" else "passing"
            resolved.append(msgspec.structs.replace(sighting, name=name, use=use))
            country = story.countries.get(code, "")
            resolved.append(
                msgspec.structs.replace(sighting, name=country, kind="country", iso3=code, surface="", use="hint")
            )
        elif " " in sighting.name or sighting.name.isupper():
            use = "doubtful" if sighting.name.isupper() else "passing"
            resolved.append(msgspec.structs.replace(sighting, use=use))
    return resolved


def _service(service: str, nation: str, story: Story) -> str:
    known = story.services.get((nation, service), "")
    adjective = story.adjectives.get(nation, "")
    return known or (f"{adjective} {service}" if adjective and service in _COMMON_SERVICES else "")


def _is_excluded(name: str, exclude: tuple[str, ...]) -> bool:
    """True for a person in `exclude`, by full name or surname."""
    folded = name.casefold()
    return any(folded == other.casefold() or folded == surname(other).casefold() for other in exclude)


def _ships(sightings: list[Sighting]) -> dict[str, str]:
    """Ships by the name after "USS", which in this text means the ship, not a person or a state."""
    return {
        sighting.surface.split(" ", 1)[1]: sighting.name
        for sighting in sightings
        if sighting.kind == "equipment" and sighting.surface.partition(" ")[0] in SHIP_PREFIXES
    }


def _firms(sightings: list[Sighting]) -> dict[str, str]:
    """Firms by what looked like a person's name: "Halden Brekke" if the text also has "Halden Brekke Inc"."""
    people = {sighting.name for sighting in sightings if sighting.kind == "person" and " " in sighting.name}
    if not people:
        return {}
    bodies = {sighting.name for sighting in sightings if sighting.kind == "organisation" and " " in sighting.name}
    found = {}
    for body in sorted(bodies):
        shorter = body.rsplit(" ", 1)[0]
        if shorter in people:
            found[shorter] = body
    return found


def _is_sure(name: str, group: list[Sighting], leading: str) -> bool:
    """False for a thing with doubtful forms only: a surname without a first name, a body without a country.

    A body of the country that the text is about is sure, and so is that country.
    """
    if any(sighting.use != "doubtful" for sighting in group) or name in _ENOUGH_ALONE:
        return True
    first = group[0]
    if first.kind == "topic":
        return True
    return first.kind != "person" and first.iso3 != "" and leading == first.iso3


def _place_or_state(kind: EntityKind, name: str, group: list[Sighting]) -> tuple[EntityKind, str]:
    """The kind and name; a country seen only as a location ("talks in Paris") is the place that was named."""
    if kind == "country" and all(sighting.use == "located" for sighting in group):
        return "place", group[0].surface
    return kind, name


def _weighed(kind: EntityKind, canonical: str, group: list[Sighting]) -> Weighed:
    first = group[0]
    forms: dict[str, int] = {}
    weight = 0.0
    for sighting in group:
        weight += _USE_WEIGHT[sighting.use]
        if sighting.surface:
            forms[sighting.surface] = forms.get(sighting.surface, 0) + (sighting.use != "doubtful")
    name = _name_here(canonical, kind, forms)
    aliases = tuple(form for form in dict.fromkeys((*forms, canonical)) if form != name)
    entity = Entity(name, kind, first.iso3 if kind == "country" else "", aliases)
    return Weighed(entity, canonical, weight, len(group), first.paragraph, first.word)


def _name_here(canonical: str, kind: EntityKind, forms: dict[str, int]) -> str:
    """The text's name for the thing: a person's fullest, an organisation's most frequent; others have one name."""
    if kind == "person":
        return max(forms, key=_fullness, default=canonical)
    if kind in ("organisation", "equipment"):
        return max(forms, key=lambda form: forms[form], default=canonical)
    return canonical


def _fullness(name: str) -> int:
    return name.count(" ")

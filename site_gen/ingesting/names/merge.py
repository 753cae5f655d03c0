"""From sightings to entities: one for each thing, whatever forms it was met under."""

from site_gen.ingesting.names.sighting import Names, Sighting, Weighed
from site_gen.ingesting.names.vocabulary import SHIP_PREFIXES
from site_gen.model.seed import Entity, EntityKind

_USE_WEIGHT = {
    "name": 1.0,
    "demonym": 0.6,
    "capital": 0.5,
    "metonym": 0.4,
    "doubtful": 0.3,
    "passing": 0.2,
    "located": 0.3,
    "hint": 0.2,
}
# A text that names more than these is a list, or made to flood a site with names.
_MOST = 120
# Short for a body that a text need not have named in full.
_ENOUGH_ALONE = frozenset(("Coalition",))


def merged(sightings: list[Sighting]) -> Names:
    """Groups sightings by thing, in order of first mention; drops what stayed doubtful."""
    full = _full_names(sightings)
    ships = _ships(sightings)
    groups: dict[tuple[EntityKind, str], list[Sighting]] = {}
    for sighting in sightings:
        kind, name = sighting.kind, full.get((sighting.kind, sighting.name), sighting.name)
        if sighting.met in ships and kind in ("person", "place"):
            kind, name = "equipment", ships[sighting.met]
        groups.setdefault((kind, name), []).append(sighting)
    leading = _leading_country(groups)
    weighed = [
        _weighed(*_place_or_state(kind, name, group), group)
        for (kind, name), group in groups.items()
        if _is_sure(name, group, leading)
    ]
    if len(weighed) > _MOST:
        weightiest = sorted(weighed, key=_by_weight)[:_MOST]
        weighed = sorted(weightiest, key=_by_place)
    return Names(tuple(weighed))


def _by_weight(weighed: Weighed) -> tuple[float, int, str, str]:
    return (-weighed.weight, weighed.word, weighed.entity.kind, weighed.canonical)


def _by_place(weighed: Weighed) -> tuple[int, str, str]:
    return (weighed.word, weighed.entity.kind, weighed.canonical)


def _full_names(sightings: list[Sighting]) -> dict[tuple[str, str], str]:
    """Short names, each with the full name it stands for here: a surname, "the Council"."""
    names: dict[tuple[str, str], str] = {}
    last: dict[tuple[str, str], str] = {}
    for sighting in sightings:
        if sighting.kind in ("person", "organisation") and " " in sighting.name and sighting.use == "name":
            last.setdefault((sighting.kind, sighting.name.rsplit(" ", 1)[1]), sighting.name)
    for sighting in sightings:
        key = (sighting.kind, sighting.name.rsplit(" ", 1)[-1])
        full = last.get(key, "")
        doubtful_person = sighting.kind == "person" and sighting.use == "doubtful"
        if full and (" " not in sighting.name or doubtful_person or full.endswith(" " + sighting.name)):
            names[(sighting.kind, sighting.name)] = full
    return names


def _ships(sightings: list[Sighting]) -> dict[str, str]:
    """Ships by the name that follows "USS": what is called so in this text is the ship, not the person or the state."""
    return {
        sighting.met.split(" ", 1)[1]: sighting.name
        for sighting in sightings
        if sighting.kind == "equipment" and sighting.met.partition(" ")[0] in SHIP_PREFIXES
    }


def _leading_country(groups: dict[tuple[EntityKind, str], list[Sighting]]) -> str:
    """The code of the country that the text names most; empty where it names none."""
    most, leading = 0, ""
    for (kind, _), group in groups.items():
        mentions = sum(sighting.use != "doubtful" for sighting in group) if kind == "country" else 0
        if mentions > most:
            most, leading = mentions, group[0].iso3
    return leading


def _is_sure(name: str, group: list[Sighting], leading: str) -> bool:
    """Not sure is what was met under doubtful forms only: a surname without a name, "the Navy" of we do not know whom.

    A state's body, or its country by it, is that of the text's leading country, or else American, as our list is.
    """
    if any(sighting.use != "doubtful" for sighting in group) or name in _ENOUGH_ALONE:
        return True
    first = group[0]
    return first.kind != "person" and first.iso3 != "" and leading in ("", first.iso3)


def _place_or_state(kind: EntityKind, name: str, group: list[Sighting]) -> tuple[EntityKind, str]:
    """A country seen only as where something happened ("talks in Paris") is the place that was named."""
    if kind == "country" and all(sighting.use == "located" for sighting in group):
        return "place", group[0].met
    return kind, name


def _weighed(kind: EntityKind, canonical: str, group: list[Sighting]) -> Weighed:
    first = group[0]
    forms: dict[str, int] = {}
    weight = 0.0
    for sighting in group:
        weight += _USE_WEIGHT[sighting.use]
        if sighting.met:
            forms[sighting.met] = forms.get(sighting.met, 0) + (sighting.use != "doubtful")
    name = _name_here(canonical, kind, forms)
    aliases = tuple(form for form in dict.fromkeys((*forms, canonical)) if form != name)
    entity = Entity(name, kind, first.iso3 if kind == "country" else "", aliases)
    return Weighed(entity, canonical, weight, len(group), first.paragraph, first.word)


def _name_here(canonical: str, kind: EntityKind, forms: dict[str, int]) -> str:
    """The text's own name for the thing: a person's fullest, an organisation's usual one. Countries have one name."""
    if kind == "person":
        return max(forms, key=_fullness, default=canonical)
    if kind in ("organisation", "equipment"):
        return max(forms, key=lambda form: forms[form], default=canonical)
    return canonical


def _fullness(name: str) -> int:
    return name.count(" ")

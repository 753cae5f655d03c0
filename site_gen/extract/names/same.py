"""Which names of a text are the same thing: a surname and a full name, an initial and a forename, an acronym."""

from collections.abc import Callable

from site_gen.extract.names.sighting import Sighting

# From (kind, name) of a sighting to the name that is used for it.
SameNames = dict[tuple[str, str], str]

_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_SMALL = frozenset(("of", "the", "and", "for", "de", "des", "du", "la", "le", "et", "&", "in", "on"))
_SHORTEST_SHORT_FORM = 3
# A surname of more people is meant to flood a site; they stay separate.
_MOST_NAMESAKES = 40


def same_people(sightings: list[Sighting], is_known: Callable[[str], bool]) -> tuple[SameNames, tuple[str, ...]]:
    """The name to use for each person's name, and the surnames that are used alone although two people have them.

    A name in the gazetteer (`is_known`) is preferred to others, and a longer name to a shorter one.
    """
    people = [sighting for sighting in sightings if sighting.kind == "person"]
    if len(people) < 2:
        return {}, ()
    by_surname: dict[str, list[str]] = {}
    for name in dict.fromkeys([sighting.name for sighting in people]):
        if " " in name:
            by_surname.setdefault(surname(name).casefold(), []).append(name)
    same: SameNames = {}
    sure = {sighting.name for sighting in people if sighting.use != "doubtful"}
    for folded, names in by_surname.items():
        if 1 < len(names) <= _MOST_NAMESAKES:
            by_surname[folded] = _distinct(names, sure, is_known, same)
    _begin_longer_ones(by_surname, same)
    return same, _alone(people, by_surname, same)


def _distinct(names: list[str], sure: set[str], is_known: Callable[[str], bool], same: SameNames) -> list[str]:
    """The different people with one surname; their other names are added to `same`."""
    bearers: list[str] = []
    for name in sorted(names, key=lambda name: (name not in sure, not is_known(name), -name.count(" "), -len(name))):
        first = next((other for other in bearers if are_compatible(other, name)), "")
        first = first or (bearers[0] if bearers and name not in sure else "")
        if first:
            same["person", name] = first
        else:
            bearers.append(name)
    return bearers


def _begin_longer_ones(by_surname: dict[str, list[str]], same: SameNames) -> None:
    """Add names that begin a longer one to `same`: "Abdul Karim" of "Abdul Karim Haddad"."""
    begun: dict[str, str] = {}
    for names in by_surname.values():
        for name in names:
            words = name.split(" ")
            for count in range(2, len(words)):
                begun.setdefault(" ".join(words[:count]), name)
    for names in by_surname.values() if begun else ():
        for name in names:
            if name in begun:
                same["person", name] = begun[name]


def _alone(people: list[Sighting], by_surname: dict[str, list[str]], same: SameNames) -> tuple[str, ...]:
    """Add the names of one word to `same`, and return the surnames that are ambiguous between two people."""
    open_to_two: dict[str, None] = {}
    forenames: dict[str, list[str]] = {}
    for names in by_surname.values():
        for name in names:
            forenames.setdefault(name.partition(" ")[0].casefold(), []).append(name)
    for sighting in people:
        bearers = by_surname.get(sighting.surface.casefold(), ())
        if " " not in sighting.surface and len(bearers) > 1 and sighting.use != "doubtful":
            open_to_two[sighting.surface] = None
        if " " in sighting.name or ("person", sighting.name) in same:
            continue
        bearers = bearers or by_surname.get(sighting.name.casefold(), ())
        called = forenames.get(sighting.name.casefold(), ())
        if bearers:
            same["person", sighting.name] = bearers[0]
        elif len(called) == 1:
            same["person", sighting.name] = called[0]
    return tuple(open_to_two)


def surname(name: str) -> str:
    """The last word of a name, without suffixes such as "Jr."."""
    words = name.split(" ")
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words[-1]


def are_compatible(one: str, other: str) -> bool:
    """Whether two names with the same surname can be of one person: "S Jaishankar" and "Subrahmanyam Jaishankar"."""
    first, second = (_given(name) for name in (one, other))
    if not first or not second:
        return True
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    a, b = first[0], second[0]
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) >= _SHORTEST_SHORT_FORM and longer.startswith(shorter)


def _given(name: str) -> list[str]:
    """The words before the surname, case-folded, initials without their full stop."""
    words = name.removesuffix(" " + surname(name)).split(" ") if " " in name else []
    return [word.casefold().strip('."“”') for word in words if word not in _SUFFIXES and word.strip('."“”')]


def same_organisations(sightings: list[Sighting]) -> SameNames:
    """The name to use for each organisation's name: the full one for other case, an acronym or the last word alone."""
    bodies = [sighting for sighting in sightings if sighting.kind == "organisation"]
    if len(bodies) < 2:
        return {}
    plain = {sighting.name for sighting in bodies if sighting.use == "name"}
    folded: dict[str, str] = {name.casefold(): name for name in plain}
    same: SameNames = {}
    last: dict[str, str] = {}
    by_initials: dict[str, str] = {}
    for sighting in bodies:
        name = sighting.name
        if " " not in name or ("organisation", name) in same:
            continue
        bare = name.removeprefix("US ")
        if bare in plain:
            name, bare = bare, name
            same["organisation", bare] = name
        same["organisation", name] = full = folded.setdefault(name.casefold(), name)
        if name in plain:
            last.setdefault(name.rsplit(" ", 1)[1], name)
        by_initials.setdefault(initials(name), full)
    for sighting in bodies:
        name = sighting.name
        if " " not in name:
            full = by_initials.get(name, "")
            if full and sighting.use in ("doubtful", "name"):
                same["organisation", name] = full
            elif sighting.use == "doubtful" and name in last:
                same["organisation", name] = last[name]
    return same


def initials(name: str) -> str:
    """The initials of a name: "IAF" of "Indian Air Force"."""
    return "".join([word[0] for word in name.replace("-", " ").split(" ") if word[:1].isupper() and word not in _SMALL])

"""The known names: countries, people, organisations, equipment, places and beats, by their first words."""

from functools import cache
from importlib import resources
from typing import Literal

from msgspec import Struct

from site_gen.extract.names.tokens import tokens
from site_gen.model.seed import EntityKind

# How a form names its entry: by its name, an adjective or people (Russian), a capital (Moscow), a seat of power
# (Kremlin), a form that counts only with support from the text (a bare surname), a name in passing, which no text is
# about (a news agency, "Iraqi forces"), or a service of the country that the text is about ("the Army"). Others come
# from the text: `rank` is a service in a rank ("Army sergeant"), `located` a capital as a mere place ("talks in
# Paris"), `address` a country that only says where a place is ("Halifax, Canada"), and `hint` is not a form, but the
# country of a state's body ("Royal Navy").
FormUse = Literal[
    "name",
    "demonym",
    "capital",
    "metonym",
    "doubtful",
    "passing",
    "service",
    "rank",
    "located",
    "address",
    "hint",
]

_MARKS: dict[str, FormUse] = {
    "~": "demonym",
    "@": "capital",
    "^": "metonym",
    "?": "doubtful",
    "-": "passing",
    "=": "service",
}
_KINDS: dict[str, EntityKind] = {
    "c": "country",
    "l": "place",
    "p": "person",
    "o": "organisation",
    "e": "equipment",
    "t": "topic",
}


class ExtraEntity(Struct, frozen=True):
    """A name that a site's editor adds; `iso3` only for a country."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    iso3: str = ""


class Entry(Struct, frozen=True):
    """One thing with a canonical name; `iso3` is the code of the country that it is or belongs to."""

    name: str
    kind: EntityKind
    iso3: str = ""


class Form(Struct, frozen=True):
    """One spelling of an entry: the words after the first, the entry, and how the form names it."""

    rest: tuple[str, ...]
    entry: Entry
    use: FormUse


class Gazetteer(Struct, frozen=True):
    """Forms by first word, the longest first; given names of people; countries by code.

    `alone` are words that are a known name by themselves, and so not read as surnames. `services` are the names of a
    country's services, by the code of the country and the service ("Army"); `adjectives` are such as "Indian", by code.
    `owners` are the codes of the countries that things other than countries belong to, by kind and name. `extra` are
    the names that the site adds.
    """

    forms: dict[str, tuple[Form, ...]]
    first_names: frozenset[str]
    countries: dict[str, str]
    alone: frozenset[str]
    services: dict[tuple[str, str], str]
    adjectives: dict[str, str]
    owners: dict[tuple[EntityKind, str], str] = {}
    extra: tuple[ExtraEntity, ...] = ()


def load_gazetteer(extra: tuple[ExtraEntity, ...] = ()) -> Gazetteer:
    """The names of the package and of `extra`, which take precedence form by form."""
    shipped = _shipped()
    if not extra:
        return shipped
    forms = dict(shipped.forms)
    for added in extra:
        entry = Entry(added.name, added.kind, added.iso3)
        for spelling in dict.fromkeys((added.name, *added.aliases)):
            _add(forms, spelling, entry, "name", override=True)
    codes = {added.iso3: added.name for added in extra if added.kind == "country" and added.iso3}
    return Gazetteer(
        forms,
        shipped.first_names,
        {**shipped.countries, **codes},
        _alone(forms),
        shipped.services,
        shipped.adjectives,
        shipped.owners,
        extra,
    )


def _read_form(spelling: str) -> tuple[str, FormUse]:
    use = _MARKS.get(spelling[0])
    return (spelling[1:], use) if use else (spelling, "name")


@cache
def _shipped() -> Gazetteer:
    data = resources.files("site_gen.extract.names") / "data"
    forms: dict[str, tuple[Form, ...]] = {}
    codes: dict[str, str] = {}
    services: dict[tuple[str, str], str] = {}
    adjectives: dict[str, str] = {}
    owners: dict[tuple[EntityKind, str], str] = {}
    for line in (data / "gazetteer.txt").read_text("utf-8").splitlines():
        kind, iso3, name, *spellings = line.split("|")
        if kind == "s":
            services[iso3, spellings[0]] = name
            owners["organisation", name] = iso3
            continue
        entry = Entry(name, _KINDS[kind], iso3)
        if kind == "c":
            codes[iso3] = name
            adjectives[iso3] = next((form[1:] for form in spellings if form[0] == "~"), "")
        elif iso3:
            owners[entry.kind, name] = iso3
        for spelling in spellings:
            form, use = _read_form(spelling)
            _add(forms, form, entry, use)
    first_names = (data / "first_names.txt").read_text("utf-8").split()
    return Gazetteer(forms, frozenset(first_names), codes, _alone(forms), services, adjectives, owners)


def _alone(forms: dict[str, tuple[Form, ...]]) -> frozenset[str]:
    return frozenset(
        word for word, known in forms.items() if not known[-1].rest and known[-1].use not in ("doubtful", "service")
    )


def _add(forms: dict[str, tuple[Form, ...]], spelling: str, entry: Entry, use: FormUse, override: bool = False) -> None:
    words = spelling.split(" ") if spelling.replace(" ", "").isalpha() else tokens(spelling)
    if not words:
        return
    rest = tuple(words[1:])
    known = forms.get(words[0], ())
    if override:
        known = tuple(form for form in known if form.rest != rest)
    form = Form(rest, entry, use)
    forms[words[0]] = tuple(sorted((*known, form), key=_longest_first)) if known else (form,)


def _longest_first(form: Form) -> int:
    return -len(form.rest)

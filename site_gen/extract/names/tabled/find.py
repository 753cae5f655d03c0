"""From paragraphs in a language that has a table to the names in them."""

from functools import lru_cache

from msgspec.structs import replace

from site_gen.extract.names.gazetteer import ExtraEntity, FormUse, Gazetteer
from site_gen.extract.names.merge import Story, merged
from site_gen.extract.names.sighting import Names, Sighting, Weighed
from site_gen.extract.names.tabled.designations import equipment_in
from site_gen.extract.names.tabled.match import Match
from site_gen.extract.names.tabled.spaced import SpacedNames
from site_gen.extract.names.tabled.unspaced import UnspacedNames
from site_gen.extract.text import Paragraph
from site_gen.model.seed import Entity, EntityKind
from site_gen.text.known_names import Spelling, Table, Thing, spellings_of, table_of
from site_gen.text.known_names.words import UNSPACED, plain

# In words; a shorter paragraph that is no sentence is a title or a label.
_SHORTEST_LEAD = 12
_SENTENCE_ENDS = tuple('.!?…。!?؟۔»”"」')
# A word of Chinese or Japanese has about two characters.
_CHARACTERS = 2
# Languages in which people have the given names of English texts, too.
_WESTERN = frozenset(("de", "es", "fr", "it"))
_QUOTES = frozenset("«»„“”\"'")
# In words or characters between a body and its country.
_NEAR = 1
# Countries in whose capitals others meet: "in Vienna" says nothing of Austria, "in Kyiv" does of Ukraine.
_HOSTS = frozenset(("ARE", "AUT", "BEL", "CHE", "EGY", "FRA", "ITA", "KAZ", "NLD", "NOR", "OMN", "QAT", "SAU"))


def find_by_table(
    paragraphs: tuple[Paragraph, ...],
    gazetteer: Gazetteer,
    language: str,
    *,
    dateline: str = "",
    exclude: tuple[str, ...] = (),
) -> Names:
    """The names in a text whose language has a table, under their canonical English names."""
    table = table_of(language)
    if table is None:
        return Names()
    reader = _Reader(table, gazetteer)
    for paragraph in paragraphs:
        reader.read(paragraph.text)
    story = Story(
        countries=gazetteer.countries,
        adjectives=gazetteer.adjectives,
        dateline=_country_of(dateline, table, gazetteer),
        exclude=exclude,
        lead=reader.lead or (0, 0),
    )
    names = merged(_borne_out(reader.sightings), story)
    return replace(names, weighed=tuple(map(_under_canonical_name, names.weighed)))


def _country_of(dateline: str, table: Table, gazetteer: Gazetteer) -> str:
    if not dateline:
        return ""
    reader = _Reader(table, gazetteer)
    reader.read(dateline)
    return next((one.iso3 for one in reversed(reader.sightings) if one.iso3), "")


def _borne_out(sightings: list[Sighting]) -> list[Sighting]:
    """The sightings without doubtful names of countries, and capitals where something happened, that nothing bears out.

    Such a capital is no place of its own, since the tables do not translate its name.
    """
    sure = {one.iso3 for one in sightings if one.kind == "country" and one.use not in ("located", "doubtful")}
    named = {one.iso3 for one in sightings if one.kind == "country" and one.use != "located"}
    return [
        one
        for one in sightings
        if one.kind != "country"
        or (
            (one.use != "located" or one.iso3 in named)
            and (one.use != "doubtful" or not one.surface or one.iso3 in sure)
        )
    ]


def _under_canonical_name(weighed: Weighed) -> Weighed:
    entity, name = weighed.entity, weighed.canonical
    if entity.name == name:
        return weighed
    forms = (entity.name, *(form for form in entity.aliases if form != name))
    return replace(weighed, entity=Entity(name, entity.kind, entity.iso3, forms))


@lru_cache(maxsize=32)
def _names_of(table: Table, extra: tuple[ExtraEntity, ...], first_names: frozenset[str]) -> SpacedNames | UnspacedNames:
    """The names of a table and of the site's settings, which come first, ready to be found."""
    own = tuple(
        Spelling(plain(form), Thing(one.kind, one.name, one.iso3), "name")
        for one in extra
        for form in dict.fromkeys((one.name, *one.aliases))
    )
    taken = {spelling.text for spelling in own}
    spellings = (*own, *(spelling for spelling in spellings_of(table) if spelling.text not in taken))
    if table.language in UNSPACED:
        return UnspacedNames(table, spellings)
    return SpacedNames(table, spellings, first_names if table.language in _WESTERN else frozenset())


class _Reader:
    """Reads one paragraph after another."""

    def __init__(self, table: Table, gazetteer: Gazetteer) -> None:
        self.table, self.gazetteer = table, gazetteer
        self.is_unspaced = table.language in UNSPACED
        self.names = _names_of(table, gazetteer.extra, gazetteer.first_names)
        self.sightings: list[Sighting] = []
        self.lead: tuple[int, int] | None = None
        self.paragraph = -1
        self.offset = 0

    def read(self, text: str) -> None:
        """Read the next paragraph."""
        self.paragraph += 1
        length = len(text) // _CHARACTERS if self.is_unspaced else text.count(" ") + 1
        if self.lead is None and text and (length >= _SHORTEST_LEAD or text.rstrip().endswith(_SENTENCE_ENDS)):
            self.lead = (self.paragraph, self.offset)
        for match in _without_common_bodies(list(self.names.find(text))):
            place = match.start // _CHARACTERS if self.is_unspaced else match.start
            if all(spelling.use != "not" for spelling in match.spellings):
                for spelling in match.spellings:
                    self._see(spelling, match, place)
        prefixes, forms = self.table.designations, self.gazetteer.forms
        for start, surface, entry in equipment_in(plain(text), forms, prefixes, self.is_unspaced):
            place = start // _CHARACTERS if self.is_unspaced else text.count(" ", 0, start)
            self._note(entry.name, "equipment", surface, "name", place)
        self.offset += length

    def _see(self, spelling: Spelling, match: Match, place: int) -> None:
        thing, use = spelling.thing, _use(spelling, match, self.table)
        iso3 = thing.iso3 or self.gazetteer.owners.get((thing.kind, thing.name), "")
        self._note(thing.name, thing.kind, match.surface, use, place, iso3)
        country = self.gazetteer.countries.get(iso3, "") if thing.kind != "country" else ""
        if country:
            hint: FormUse = "doubtful" if use == "doubtful" or thing.kind in ("person", "equipment") else "hint"
            self._note(country, "country", "", hint, place, iso3)

    def _note(self, name: str, kind: EntityKind, surface: str, use: FormUse, at: int, iso3: str = "") -> None:
        self.sightings.append(Sighting(name, kind, iso3, surface, use, self.paragraph, self.offset + at))


def _without_common_bodies(matches: list[Match]) -> list[Match]:
    """The matches without bodies whose country stands beside them: "the Ministry of Defence" of another country."""
    kept = []
    for at, match in enumerate(matches):
        if match.spellings[0].use == "metonym":
            beside = (*matches[max(at - 1, 0) : at], *matches[at + 1 : at + 2])
            near = (one for one in beside if one.end + _NEAR >= match.start and match.end + _NEAR >= one.start)
            if any(_countries(one) - _countries(match) for one in near):
                continue
        kept.append(match)
    return kept


def _countries(match: Match) -> set[str]:
    return {spelling.thing.iso3 for spelling in match.spellings if spelling.thing.kind == "country"}


def _use(spelling: Spelling, match: Match, table: Table) -> FormUse:
    """How the form names its thing here: a doubtful name is sure within a sentence if only its capital was doubtful."""
    use = spelling.use
    if use == "not":
        raise ValueError(spelling.text)
    is_quoted = match.before in _QUOTES and match.after in _QUOTES and spelling.thing.kind != "country"
    if use == "doubtful" and spelling.text[0].isupper() and (is_quoted or not match.opens):
        return "name"
    is_host = use == "capital" and spelling.thing.iso3 in _HOSTS
    if is_host and (match.before in table.locating or match.after in table.locating):
        return "located"
    return use

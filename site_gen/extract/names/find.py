"""From paragraphs to the names in them: known names first, then those that the wording shows."""

import re

from site_gen.extract.names.capitals import as_sentence, name_in_capitals
from site_gen.extract.names.countries import is_country
from site_gen.extract.names.credits import is_credited
from site_gen.extract.names.equipment import class_end, equipment_end, family, model_begin
from site_gen.extract.names.gazetteer import Form, FormUse, Gazetteer
from site_gen.extract.names.jurisdiction import is_address, jurisdiction_end
from site_gen.extract.names.merge import Story, merged
from site_gen.extract.names.organisations import (
    acronym_after,
    as_american,
    is_in_passing,
    number_after,
    organisation_end,
)
from site_gen.extract.names.people import is_thing_named_after, person_end, thing_end, title_before
from site_gen.extract.names.same import initials
from site_gen.extract.names.sighting import Names, Sighting
from site_gen.extract.names.tabled import find_by_table
from site_gen.extract.names.tokens import SENTENCE_ENDS, follows, joined, tokens
from site_gen.extract.names.topics import AMBIGUOUS_TOPICS, is_topic
from site_gen.extract.names.validity import is_valid_name
from site_gen.extract.names.vocabulary import (
    ABBREVIATED_TITLES,
    COMMERCIAL,
    COMPANY_SUFFIXES,
    FLAGS,
    FUNCTION_WORDS,
    GOVERNMENT_WORDS,
    LAST_TITLES,
    MARKS,
    NOT_ITS_POLITICS,
    NUMBERED_UNITS,
    OFFICES,
    ORGANISATION_WORDS,
    ROLES,
    SHORT_NAMES,
    SPEECH,
    STATE_BODIES,
    STATE_PAIRS,
    SURNAME_TITLES,
)
from site_gen.extract.text import Paragraph
from site_gen.model.seed import EntityKind
from site_gen.text.known_names import tabled_languages

# Before a capital city these make it a place: "talks in Paris", unlike "a signal to Paris", "pressure from Paris".
_LOCATING = frozenset(("in", "In", "near", "Near", "outside", "Outside", "at", "visited", "around"))
_SHORTEST_LEAD = 12  # words; a shorter paragraph that is not a sentence is a title, a label or part of a letterhead
_RANKS = LAST_TITLES | ROLES | ABBREVIATED_TITLES
_NICKNAME = re.compile(r" [\"“”][^\"“”]+[\"“”] ")


def find_names(
    paragraphs: tuple[Paragraph, ...],
    gazetteer: Gazetteer,
    language: str = "en",
    *,
    dateline: str = "",
    exclude: tuple[str, ...] = (),
) -> Names:
    """Every country, person, organisation, piece of equipment, place and beat that paragraphs in a `language` name.

    A language that has a table is read by it, any other as if it were English. `dateline` is where the story was sent
    from, which shows whose army "the Army" is; `exclude` are not its people.
    """
    if language in tabled_languages():
        return find_by_table(paragraphs, gazetteer, language, dateline=dateline, exclude=exclude)
    reader = _Reader(gazetteer, language)
    for paragraph in paragraphs:
        reader.read(paragraph.text)
    sent_from, lead = _country_of(dateline, gazetteer), reader.lead or (0, 0)
    services, countries, adjectives = gazetteer.services, gazetteer.countries, gazetteer.adjectives
    story = Story(services, countries, adjectives, sent_from, exclude, reader.is_known_person, lead)
    return merged(reader.all_sightings(), story)


def _country_of(dateline: str, gazetteer: Gazetteer) -> str:
    """The code of the country of the last name in a dateline; empty where it is unknown."""
    if not dateline:
        return ""
    reader = _Reader(gazetteer, "en")
    reader.read(dateline if not dateline.isupper() else dateline.title())
    return next((sighting.iso3 for sighting in reversed(reader.sightings) if sighting.iso3), "")


class _Reader:
    """Reads the words of each paragraph once, and remembers the short names that the text has introduced."""

    def __init__(self, gazetteer: Gazetteer, language: str) -> None:
        self.language = language
        self.forms = gazetteer.forms
        self.first_names = gazetteer.first_names
        self.countries = gazetteer.countries
        self.alone = gazetteer.alone
        self.sightings: list[Sighting] = []
        self.learned: dict[str, tuple[EntityKind, str]] = {}
        self.lead: tuple[int, int] | None = None
        self.things: set[str] = set()
        self.acronyms: list[tuple[str, int, int]] = []
        self.words: list[str] = []
        self.paragraph = -1
        self.offset = 0
        self.has_classes = False

    def read(self, text: str) -> None:
        """Read the next paragraph."""
        self.offset += len(self.words)
        words = tokens(text)
        if text.isupper():
            words = as_sentence(words, self.forms, self.first_names)
        self.words = words
        self.paragraph += 1
        if self.lead is None and words and (len(words) >= _SHORTEST_LEAD or words[-1] in SENTENCE_ENDS):
            self.lead = (self.paragraph, self.offset)
        self.has_classes = "-class" in text
        forms, done = self.forms, 0
        # Words before "a" or after "~" begin with a capital, a digit or a mark, or are not ASCII; others must be known.
        for at in [at for at, word in enumerate(words) if word < "a" or word in forms or word > "~"]:
            if at >= done and ((words[at][0].isalnum() and words[at] not in FUNCTION_WORDS) or words[at] in forms):
                done = self._name_at(at)

    def _name_at(self, at: int) -> int:
        """Record the name that begins at `at`, if any, and return where to continue."""
        words = self.words
        word = words[at]
        form = self._known_at(at)
        if form is None and word.isupper():
            words[at] = word = name_in_capitals(words, at, self.forms, self.first_names) or word
            form = self._known_at(at)
        if word in self.first_names and at + 1 < len(words) and words[at + 1].isupper():
            words[at + 1] = name_in_capitals(words, at + 1, self.forms, self.first_names) or words[at + 1]
        known_end = at + 1 + len(form.rest) if form else at
        if word[0].isupper():
            person = person_end(words, at, self.first_names, self.alone)
            if person > known_end:
                return self._person(at, person)
            if word in self.first_names and thing_end(words, at) > at:
                self.things.add(joined(words[at : thing_end(words, at)]))
            if word in self.learned and self._is_learned_here(word, at):
                return self._record_learned(word, at)
        if form and known_end < len(words) and words[known_end] == "," and form.entry.kind in ("country", "place"):
            end, iso3 = jurisdiction_end(words, at, known_end)
            if end:
                return self._town(at, known_end, end, iso3)
        if not word[0].islower() and self.language == "en":
            organisation = organisation_end(words, at, self.alone)
            if organisation > known_end:
                return self._organisation(form, at, organisation)
            equipment = class_end(words, at) if self.has_classes else at
            equipment = equipment if equipment > at else equipment_end(words, at)
            if equipment > known_end:
                return self._equipment(form, at, equipment)
        return self._known(form, at, known_end) if form else self._parts(at)

    def _known_at(self, at: int) -> Form | None:
        words = self.words
        for form in self.forms.get(words[at], ()):
            if not form.rest or follows(words, at + 1, form.rest):
                kind = form.entry.kind
                if kind == "country":
                    return form if is_country(words, at, at + 1 + len(form.rest), form.use, self.alone) else None
                if kind == "person":
                    return None if is_thing_named_after(words, at + 1 + len(form.rest)) else form
                if kind == "place":
                    end = at + 1 + len(form.rest)
                    return None if end < len(words) and words[end] in NOT_ITS_POLITICS else form
                is_other = kind == "topic" and words[at] in AMBIGUOUS_TOPICS and not is_topic(words, at)
                return None if is_other else form
        return None

    def _known(self, form: Form, at: int, end: int) -> int:
        self._see(form, at, end)
        if form.entry.kind == "country":
            return self._state_body(form, at, end)
        acronym = acronym_after(self.words, end)
        if acronym and acronym not in self.forms and form.use != "passing":
            self.learned[acronym] = (form.entry.kind, form.entry.name)
        return end

    def _see(self, form: Form, at: int, end: int) -> None:
        entry, use = form.entry, form.use
        if use == "service" and end < len(self.words) and self.words[end] in _RANKS:
            use = "rank"
        if use == "doubtful" and entry.kind == "person":
            title = title_before(self.words, at)
            if title in SURNAME_TITLES and title not in OFFICES:
                self._record("person", at, end)
                return
            use = "name" if title in OFFICES else use
        if entry.kind == "country" and at:
            if use == "capital" and self.words[at - 1] in _LOCATING:
                use = "located"
            elif use == "name" and self.words[at - 1] == "," and is_address(self.words, at, self.alone):
                use = "address"
        self._note(entry.name, entry.kind, joined(self.words[at:end]), use, at, entry.iso3)
        if entry.kind == "person" and use == "name":
            self._learn_surname(entry.name)
            self._record_government(at, end)
        if entry.iso3 and entry.kind != "country":
            # A politician alone does not add the country to the names, but supports it if the text names it.
            self._hint(entry.iso3, at, "doubtful" if use == "doubtful" or entry.kind == "person" else "hint")

    def _hint(self, iso3: str, at: int, use: FormUse = "hint") -> None:
        country = self.countries.get(iso3)
        if country:
            self._note(country, "country", "", use, at, iso3)

    def _note(self, name: str, kind: EntityKind, surface: str, use: FormUse, at: int, iso3: str = "") -> None:
        self.sightings.append(Sighting(name, kind, iso3, surface, use, self.paragraph, self.offset + at))

    def _record(self, kind: EntityKind, at: int, end: int, use: FormUse = "name") -> int:
        name = joined(self.words[at:end])
        if is_valid_name(name, self.words[at:end]):
            self._note(name, kind, name, use, at)
        return end

    def _town(self, at: int, end: int, state_end: int, iso3: str) -> int:
        """Record a town with the name of a country or capital, with its state or province."""
        name = f"{joined(self.words[at:end])}, {joined(self.words[end + 1 : state_end])}"
        self._note(name, "place", name, "located", at)
        self._hint(iso3, at)
        return state_end

    def _person(self, at: int, end: int) -> int:
        surface = joined(self.words[at:end])
        if is_credited(self.words, at, end):
            return end
        if is_valid_name(surface, self.words[at:end]):
            name = self._person_known_as(at, end) or _NICKNAME.sub(" ", surface)
            # A line with nothing but a name is a byline or a contact.
            self._note(name, "person", surface, "passing" if end - at == len(self.words) else "name", at)
            if end - at > 1:
                self._learn_surname(name)
        self._record_government(at, end)
        return end

    def _person_known_as(self, at: int, end: int) -> str:
        """The known name of which this is a form with initials: "Donald J. Trump", "S Jaishankar"; else empty."""
        plain = tuple(word for word in self.words[at:end] if len(word) > 2 and word[0].isalpha())
        if len(plain) == 1 and end - at > 1:
            initial = self.words[at][0]
            return next((name for name in self._known_surnames(plain[0]) if name[0] == initial), "")
        for form in self.forms.get(plain[0], ()) if len(plain) > 1 else ():
            if form.rest == plain[1:] and form.entry.kind == "person":
                return form.entry.name
        return ""

    def _known_surnames(self, surname: str) -> list[str]:
        forms = self.forms.get(surname, ())
        return [form.entry.name for form in forms if not form.rest and form.entry.kind == "person"]

    def all_sightings(self) -> list[Sighting]:
        """The sightings, with acronyms of bodies named in full, without things taken for people: "Abu Musa island"."""
        seen = self.sightings
        if self.acronyms:
            names = {one.name for one in seen if one.kind == "organisation" and " " in one.name}
            bodies = {initials(name): name for name in sorted(names)}
            seen = [
                *seen,
                *(
                    Sighting(bodies[acronym], "organisation", "", acronym, "name", paragraph, word)
                    for acronym, paragraph, word in self.acronyms
                    if acronym in bodies
                ),
            ]
        if not self.things:
            return seen
        return [one for one in seen if one.kind != "person" or one.surface not in self.things]

    def is_known_person(self, name: str) -> bool:
        """Whether the gazetteer has a person of this full name."""
        first, *rest = name.split(" ")
        return any(form.rest == tuple(rest) and form.entry.kind == "person" for form in self.forms.get(first, ()))

    def _record_government(self, at: int, end: int) -> None:
        """Record a government named after its head: "Assad regime", "Biden administration"."""
        if end < len(self.words) and self.words[end] in GOVERNMENT_WORDS:
            self._record("organisation", end - 1, end + 1, "passing")

    def _learn_surname(self, name: str) -> None:
        surname = name.rsplit(" ", 1)[-1]
        if len(surname) > 1:
            self.learned[surname] = ("person", name)

    def _is_learned_here(self, word: str, at: int) -> bool:
        """Whether a surname is the person's: if it is also a country ("Jim Jordan"), only with a title or verb."""
        if word not in self.alone or self.learned[word][0] != "person":
            return True
        if self.forms[word][-1].entry.kind == "organisation":
            return True
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        return after in SPEECH or title_before(self.words, at) != ""

    def _record_learned(self, word: str, at: int) -> int:
        kind, name = self.learned[word]
        self._note(name, kind, word, "name", at)
        if kind == "person":
            self._record_government(at, at + 1)
        return at + 1

    def _organisation(self, form: Form | None, at: int, end: int) -> int:
        """Record a body by its wording, or the known body in it: with "Ltd" after it or a description before it."""
        words = self.words
        if form and form.entry.kind == "organisation":
            known_end = at + 1 + len(form.rest)
            if COMPANY_SUFFIXES.issuperset(words[known_end:end]):
                self._known(form, at, known_end)
                return end
            if form.use == "passing" or words[end - 1] not in ORGANISATION_WORDS:
                return self._known(form, at, known_end)
        for inner in range(at + 1, end):
            firm = self._known_at(inner) if words[inner] in self.forms else None
            if firm and self._is_firm(firm, inner, end):
                self._known(firm, inner, inner + 1 + len(firm.rest))
                return end
        self._countries_within(at, end)
        acronym = acronym_after(words, end)
        number = number_after(words, end + 3 if acronym else end) if words[end - 1] in NUMBERED_UNITS else ""
        name = f"{joined(words[at:end])} {number}".rstrip()
        if not is_valid_name(name, words[at:end]):
            return end
        canonical = as_american(name)
        is_of_known = form is not None and form.entry.kind == "organisation"
        is_passing = not is_of_known and is_in_passing(name, words, at, end)
        self._note(canonical, "organisation", name, "passing" if is_passing else "name", at)
        is_country = any(form.entry.kind == "country" for form in self.forms.get(acronym, ()))
        if acronym and not is_passing and not is_country:
            self.learned[acronym] = ("organisation", canonical)
        return end

    def _is_firm(self, form: Form, at: int, end: int) -> bool:
        """True for a known firm that ends at `end`, also before "Inc" and the like, which a state's body needs."""
        entry, after = form.entry, self.words[at + 1 + len(form.rest) : end]
        is_firm = entry.kind == "organisation" and form.use == "name" and (after or not entry.iso3)
        return bool(is_firm) and COMPANY_SUFFIXES.issuperset(after)

    def _countries_within(self, at: int, end: int) -> None:
        """Record the countries in a body's name, except for a commercial body such as an airline or a bank."""
        is_commercial = self.words[end - 1] in COMMERCIAL
        while at < end:
            form = self._known_at(at)
            if form and form.entry.kind == "country" and is_commercial:
                pass
            elif form and form.entry.kind == "country":
                self._see(form, at, at + 1 + len(form.rest))
            elif form and form.entry.iso3:
                self._hint(form.entry.iso3, at)
            at += 1 + len(form.rest) if form else 1

    def _equipment(self, form: Form | None, at: int, end: int) -> int:
        """Record equipment under its family: "F-35A Lightning II" under "F-35", if the gazetteer has that."""
        words = self.words
        if at and (words[at] in MARKS or words[at][1].islower()):
            begin = model_begin(words, at, self.alone)
            if begin < 0:
                return end
            at = begin
        surface = joined(words[at:end])
        if form is None:
            form = next((form for form in self.forms.get(family(surface), ()) if not form.rest), None)
        name = form.entry.name if form and form.entry.kind == "equipment" else surface
        self._note(name, "equipment", surface, "name", at)
        if words[at] in FLAGS:
            self._hint(FLAGS[words[at]], at)
        return end

    def _state_body(self, form: Form, at: int, end: int) -> int:
        """Record a country's body with a common name: "Iraqi army", "Russian defence ministry", "U.S. forces"."""
        words = self.words
        if words[end : end + 3] == ["-", "led", "coalition"]:
            return self._record("organisation", at, end + 3, "passing")
        if end < len(words) and (form.use == "demonym" or words[at] in ("U.S.", "US", "UK", "U.K.")):
            if words[end] in STATE_BODIES:
                return self._record("organisation", at, end + 1, "passing")
            if " ".join(words[end : end + 2]) in STATE_PAIRS:
                return self._record("organisation", at, end + 2, "passing")
        return end

    def _parts(self, at: int) -> int:
        """Record the names in a hyphenated word ("ISIL-held", "UK-France"), or a short name such as "the Coalition"."""
        word = self.words[at]
        if word in SHORT_NAMES and (word == "Coalition" or (at and self.words[at - 1] in ("the", "The"))):
            self._note(word, "organisation", word, "doubtful", at)
        elif "-" in word:
            for part in word.split("-"):
                for form in self.forms.get(part, ()):
                    if not form.rest and form.use != "doubtful":
                        self._note(form.entry.name, form.entry.kind, part, form.use, at, form.entry.iso3)
                        if form.entry.iso3 and form.entry.kind != "country":
                            self._hint(form.entry.iso3, at)
                        break
        elif 1 < len(word) < 7 and word.isupper() and word.isalpha():
            self.acronyms.append((word, self.paragraph, self.offset + at))
        return at + 1

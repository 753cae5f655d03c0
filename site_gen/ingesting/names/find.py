"""From paragraphs to the names in them: known names first, then what the wording gives away."""

import re

from site_gen.ingesting.names.countries import DOUBTED, is_meant
from site_gen.ingesting.names.equipment import class_end, equipment_end, family
from site_gen.ingesting.names.gazetteer import Form, FormUse, Gazetteer
from site_gen.ingesting.names.merge import merged
from site_gen.ingesting.names.organisations import acronym_after, organisation_end
from site_gen.ingesting.names.people import person_end, title_before
from site_gen.ingesting.names.sighting import Names, Sighting
from site_gen.ingesting.names.sound import is_sound
from site_gen.ingesting.names.tokens import joined, tokens
from site_gen.ingesting.names.vocabulary import (
    COMMON_TO_STATES,
    FUNCTION_WORDS,
    OFFICES,
    RULES,
    SHORT_CALLS,
    SPEECH,
    STATE_BODIES,
    STATE_PAIRS,
    SURNAME_CALLS,
)
from site_gen.ingesting.text import Paragraph
from site_gen.model.seed import EntityKind

# Before a capital these make it a place: "talks in Paris", but "a signal to Paris", "pressure from Paris" stay open.
_LOCATING = frozenset(("in", "In", "near", "Near", "outside", "Outside", "at", "visited", "around"))
_NICKNAME = re.compile(r" [\"“”][^\"“”]+[\"“”] ")


def find_names(paragraphs: tuple[Paragraph, ...], gazetteer: Gazetteer) -> Names:
    """Every country, person, organisation, piece of equipment, place and beat that the paragraphs name."""
    reader = _Reader(gazetteer)
    for paragraph in paragraphs:
        reader.read(paragraph.text)
    return merged(reader.sightings)


def _follows(words: list[str], at: int, rest: tuple[str, ...]) -> bool:
    return at < len(words) and words[at] == rest[0] and tuple(words[at : at + len(rest)]) == rest


class _Reader:
    """Walks once over the words of each paragraph, and remembers what the text has taught it so far."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.forms = gazetteer.forms
        self.first_names = gazetteer.first_names
        self.countries = gazetteer.countries
        self.alone = gazetteer.alone
        self.sightings: list[Sighting] = []
        self.taught: dict[str, tuple[EntityKind, str]] = {}
        self.words: list[str] = []
        self.paragraph = -1
        self.offset = 0
        self.has_classes = False

    def read(self, text: str) -> None:
        """Takes in one paragraph."""
        self.offset += len(self.words)
        self.words = words = tokens(text)
        self.paragraph += 1
        self.has_classes = "-class" in text
        forms, done = self.forms, 0
        # What sorts before "a" or after "~" is a capital, a digit, a mark or not ASCII; the rest must be known.
        for at in [at for at, word in enumerate(words) if word < "a" or word in forms or word > "~"]:
            if at >= done and ((words[at][0].isalnum() and words[at] not in FUNCTION_WORDS) or words[at] in forms):
                done = self._name_at(at)

    def _name_at(self, at: int) -> int:
        """Records the name that begins at `at`, if one does, and returns where to read on."""
        words = self.words
        word = words[at]
        form = self._known_at(at)
        known_end = at + 1 + len(form.rest) if form else at
        if word[0].isupper():
            person = person_end(words, at, self.first_names, self.alone)
            if person > known_end:
                return self._person(at, person)
            if word in self.taught and self._is_taught_here(word, at):
                return self._taught(word, at)
        if not word[0].islower():
            organisation = organisation_end(words, at, self.alone)
            if organisation > known_end:
                return self._organisation(at, organisation)
            equipment = class_end(words, at) if self.has_classes else at
            equipment = equipment if equipment > at else equipment_end(words, at)
            if equipment > known_end:
                return self._equipment(form, at, equipment)
        return self._known(form, at, known_end) if form else self._parts(at)

    def _known_at(self, at: int) -> Form | None:
        words = self.words
        for form in self.forms.get(words[at], ()):
            if not form.rest or _follows(words, at + 1, form.rest):
                is_other = form.entry.kind == "country" and words[at] in DOUBTED and not is_meant(words, at)
                return None if is_other else form
        return None

    def _known(self, form: Form, at: int, end: int) -> int:
        self._see(form, at, end)
        if form.entry.kind == "country":
            return self._state_body(form, at, end)
        acronym = acronym_after(self.words, end)
        if acronym and acronym not in self.forms:
            self.taught[acronym] = (form.entry.kind, form.entry.name)
        return end

    def _see(self, form: Form, at: int, end: int) -> None:
        entry, use = form.entry, form.use
        if use == "doubtful" and entry.kind == "person":
            title = title_before(self.words, at)
            if title in SURNAME_CALLS and title not in OFFICES:
                self._record("person", at, end)
                return
            use = "name" if title in OFFICES else use
        if use == "capital" and at and self.words[at - 1] in _LOCATING:
            use = "located"
        self._note(entry.name, entry.kind, joined(self.words[at:end]), use, at, entry.iso3)
        if entry.kind == "person" and use == "name":
            self._teach_surname(entry.name)
            self._rule_of(at, end)
        if entry.iso3 and entry.kind != "country":
            # A statesman alone does not make his country a name of the text, but speaks for it where it is one.
            self._hint(entry.iso3, at, "doubtful" if use == "doubtful" or entry.kind == "person" else "hint")

    def _hint(self, iso3: str, at: int, use: FormUse = "hint") -> None:
        country = self.countries.get(iso3)
        if country:
            self._note(country, "country", "", use, at, iso3)

    def _note(self, name: str, kind: EntityKind, met: str, use: FormUse, at: int, iso3: str = "") -> None:
        self.sightings.append(Sighting(name, kind, iso3, met, use, self.paragraph, self.offset + at))

    def _record(self, kind: EntityKind, at: int, end: int, use: FormUse = "name") -> int:
        name = joined(self.words[at:end])
        if is_sound(name, self.words[at:end]):
            self._note(name, kind, name, use, at)
        return end

    def _person(self, at: int, end: int) -> int:
        met = joined(self.words[at:end])
        if is_sound(met, self.words[at:end]):
            name = self._person_known_as(at, end) or _NICKNAME.sub(" ", met)
            self._note(name, "person", met, "name", at)
            if end - at > 1:
                self._teach_surname(name)
        self._rule_of(at, end)
        return end

    def _person_known_as(self, at: int, end: int) -> str:
        """The known name that this is with initials or a nickname put in: "Donald J. Trump"; empty where none is."""
        plain = tuple(word for word in self.words[at:end] if len(word) > 2 and word[0].isalpha())
        for form in self.forms.get(plain[0], ()) if len(plain) > 1 else ():
            if form.rest == plain[1:] and form.entry.kind == "person":
                return form.entry.name
        return ""

    def _rule_of(self, at: int, end: int) -> None:
        """A government called by who heads it: "Assad regime", "Biden administration"."""
        if end < len(self.words) and self.words[end] in RULES:
            self._record("organisation", end - 1, end + 1, "passing")

    def _teach_surname(self, name: str) -> None:
        surname = name.rsplit(" ", 1)[-1]
        if len(surname) > 1:
            self.taught[surname] = ("person", name)

    def _is_taught_here(self, word: str, at: int) -> bool:
        """A surname that is also a country ("Jim Jordan" taught it) is the person's only by title or verb."""
        if word not in self.alone or self.taught[word][0] != "person":
            return True
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        return after in SPEECH or title_before(self.words, at) != ""

    def _taught(self, word: str, at: int) -> int:
        kind, name = self.taught[word]
        self._note(name, kind, word, "name", at)
        if kind == "person":
            self._rule_of(at, at + 1)
        return at + 1

    def _organisation(self, at: int, end: int) -> int:
        inner = at
        while inner < end:
            form = self._known_at(inner)
            if form and form.entry.kind == "country":
                self._see(form, inner, inner + 1 + len(form.rest))
            elif form and form.entry.iso3:
                self._hint(form.entry.iso3, inner)
            inner += 1 + len(form.rest) if form else 1
        is_common = COMMON_TO_STATES.issuperset(self.words[at:end])
        self._record("organisation", at, end, "passing" if is_common else "name")
        acronym = acronym_after(self.words, end)
        if acronym and not any(form.entry.kind == "country" for form in self.forms.get(acronym, ())):
            self.taught[acronym] = ("organisation", joined(self.words[at:end]))
        return end

    def _equipment(self, form: Form | None, at: int, end: int) -> int:
        """A variant is filed under its family: "F-35A Lightning II" under "F-35", where the gazetteer has that."""
        met = joined(self.words[at:end])
        if form is None:
            form = next((form for form in self.forms.get(family(met), ()) if not form.rest), None)
        name = form.entry.name if form and form.entry.kind == "equipment" else met
        self._note(name, "equipment", met, "name", at)
        return end

    def _state_body(self, form: Form, at: int, end: int) -> int:
        """A country's own body, named by common nouns: "Iraqi army", "Russian defence ministry", "U.S. forces"."""
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
        """The parts of a hyphenated word, each a name of its own ("ISIL-held", "UK-France"); and "the Coalition"."""
        word = self.words[at]
        if word in SHORT_CALLS and (word == "Coalition" or (at and self.words[at - 1] in ("the", "The"))):
            self._note(word, "organisation", word, "doubtful", at)
        elif "-" in word:
            for part in word.split("-"):
                for form in self.forms.get(part, ()):
                    if not form.rest and form.use != "doubtful":
                        self._note(form.entry.name, form.entry.kind, part, form.use, at, form.entry.iso3)
                        break
        return at + 1

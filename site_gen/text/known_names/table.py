"""The table of names of one language: a text file that a speaker extends, checked when it is loaded."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Literal

from msgspec import Struct

from site_gen.model.seed import EntityKind
from site_gen.text.known_names.countries import country_names
from site_gen.text.known_names.words import Endings, plain

Use = Literal["name", "demonym", "capital", "metonym", "doubtful", "passing", "not"]
"""How a form names its thing. `not` is a form that is no name at all: "Дмитро Малі"."""

_USES: dict[str, Use] = {"~": "demonym", "@": "capital", "^": "metonym", "?": "doubtful", "-": "passing"}
_SECTIONS: dict[str, EntityKind] = {
    "countries": "country",
    "organisations": "organisation",
    "equipment": "equipment",
    "places": "place",
    "people": "person",
    "topics": "topic",
}
_ENDINGS = ("endings", "endings of capitalised names", "endings of adjectives")
_LISTS = ("prefixes", "after a name", "before a place", "designations", "given names", "not after")
_NONE = "not a name"
_SECTION = re.compile(r"\[([a-z -]+)\]\Z")
_GIVEN = re.compile(r"(\S+?)\(([^()]*)\)")
_OWNED = re.compile(r"(.+?) \((\w{3})\)")
_LETTER = re.compile(r"[^\W\d_]")


class Thing(Struct, frozen=True):
    """What a name names: its kind and its canonical English name; `iso3` is the country that it is or belongs to."""

    kind: EntityKind
    name: str
    iso3: str = ""


NOTHING = Thing("topic", "")
"""What a form of the section `not a name` names."""


class Spelling(Struct, frozen=True):
    """A form of a table: its text, how it names the thing, and the forms of words that no rule gives.

    `given` has an entry for each word that the table inflects itself: "Київ(Києва Києву)".
    """

    text: str
    thing: Thing
    use: Use
    given: dict[str, tuple[str, ...]] = {}


class Table(Struct, frozen=True, eq=False):
    """The names of one language.

    `shown` are the names to show, by kind and canonical name. `endings` are those of names, `adjective_endings` those
    of forms with `~`; `capitalised_endings` replace the first for words with a capital where a table has them.
    `prefixes` are joined to a word, with what takes their place; `after` may follow a name without a space.
    `designations` are beginnings of designations in the language's letters with the Latin ones. A host's capital after
    one of `locating` is a mere place. A country's name is no country after one of `given_names` or of `not_after`.
    """

    language: str
    spellings: tuple[Spelling, ...]
    shown: dict[tuple[EntityKind, str], str]
    endings: Endings
    capitalised_endings: Endings
    adjective_endings: Endings
    prefixes: tuple[tuple[str, str], ...]
    after: tuple[str, ...]
    locating: frozenset[str]
    designations: dict[str, str]
    given_names: frozenset[str]
    not_after: frozenset[str]


class TableError(ValueError):
    """A table that cannot be read: the file, the line, what is wrong and what to do."""


@cache
def tabled_languages() -> frozenset[str]:
    """The languages that have a table."""
    return frozenset(
        file.name.removesuffix(".txt")
        for file in _folder().iterdir()
        if file.name.endswith(".txt") and file.name != "latin.txt"
    )


@cache
def table_of(language: str) -> Table | None:
    """The table of a language (ISO 639), or None where there is none."""
    if language not in tabled_languages():
        return None
    return read_table(_read(f"{language}.txt"), language, country_names())


@cache
def latin_names() -> tuple[Spelling, ...]:
    """The names that are written with the same Latin letters in every language: HIMARS, Rheinmetall."""
    return read_table(_read("latin.txt"), "en", {}).spellings


def _folder() -> resources.abc.Traversable:
    return resources.files("site_gen.text") / "data" / "names"


def _read(name: str) -> str:
    return (_folder() / name).read_text("utf-8")


def read_table(text: str, language: str, countries: Mapping[str, Mapping[str, str]]) -> Table:
    """The table that a file's text describes; `countries` are the names of countries, by code and language.

    A line that has no meaning raises `TableError`.
    """
    reader = _TableReader(language, countries)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            reader.read(number, line.strip())
    return reader.table()


class _TableReader:
    """Reads a table line by line."""

    def __init__(self, language: str, countries: Mapping[str, Mapping[str, str]]) -> None:
        self.language, self.countries = language, countries
        self.section, self.begun = "", set[str]()
        self.spellings: dict[tuple[str, Thing], Spelling] = {}
        self.shown: dict[tuple[EntityKind, str], str] = {}
        self.endings: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in _ENDINGS}
        self.lists: dict[str, list[tuple[str, str]]] = {name: [] for name in _LISTS}
        for iso3, names in countries.items():
            if language in names:
                self._add(names[language], Thing("country", names["en"], iso3), "name", {})

    def read(self, number: int, line: str) -> None:
        """Read one line that is not empty."""
        if section := _SECTION.match(line):
            self.section = section[1]
            self.begun.add(self.section)
            if self.section not in (*_SECTIONS, *_ENDINGS, *_LISTS, _NONE):
                known = ", ".join((*_SECTIONS, *_ENDINGS, *_LISTS, _NONE))
                self._fail(number, f"there is no section [{self.section}]", f"The sections are: {known}")
        elif self.section in _LISTS:
            for item in plain(line).split():
                one, _, instead = item.partition("=")
                self.lists[self.section].append((one, instead))
        elif self.section == _NONE:
            for form in _listed(line):
                self._read_form(number, form, NOTHING)
        elif ":" not in line:
            self._fail(number, "there is no colon", "Write: NAME: form, form")
        elif self.section in _ENDINGS:
            end, _, others = plain(line).partition(":")
            self.endings[self.section][end.strip()] = tuple(others.split())
        elif self.section in _SECTIONS:
            self._read_name(number, line)
        else:
            self._fail(number, "no section has begun", "Begin with a section such as [countries]")

    def _read_name(self, number: int, line: str) -> None:
        head, _, forms = line.partition(":")
        kind = _SECTIONS[self.section]
        owned = _OWNED.fullmatch(head.strip())
        key, owner = owned.groups() if owned else (head.strip(), "")
        if owner and owner not in self.countries:
            self._fail(number, f"no country has the code {owner}", "Take the code of ISO 3166, three letters")
        thing = Thing(kind, key, owner)
        if kind == "country":
            if key not in self.countries:
                self._fail(number, f"no country has the code {key}", "Take the code of ISO 3166, three letters")
            thing = Thing(kind, self.countries[key]["en"], key)
        listed = _listed(forms)
        if not listed:
            self._fail(number, f"{key} has no forms", "Write them after the colon, with commas between them")
        first, known = _GIVEN.sub(r"\1", listed[0]), self.shown.get((kind, thing.name), "")
        if first[0] not in _USES and plain(first) != plain(known):
            self.shown[kind, thing.name] = first
        for form in listed:
            self._read_form(number, form, thing)

    def _read_form(self, number: int, form: str, thing: Thing) -> None:
        use = "not" if thing is NOTHING else _USES.get(form[0], "name")
        bare = form[1:] if form[0] in _USES else form
        given: dict[str, tuple[str, ...]] = {}
        text = bare
        if "(" in bare:
            given = {plain(word): tuple(plain(others).split()) for word, others in _GIVEN.findall(bare)}
            text = _GIVEN.sub(r"\1", bare).strip()
        if not _LETTER.search(text) or "(" in text or ")" in text:
            self._fail(number, f"'{form}' is no name", "A name has letters; forms of a word are in ( ) right after it")
        self._add(text, thing, use, given)

    def _add(self, text: str, thing: Thing, use: Use, given: dict[str, tuple[str, ...]]) -> None:
        spelled = plain(text)
        self.spellings[spelled, thing] = Spelling(spelled, thing, use, given)
        if use == "name":
            self.shown.setdefault((thing.kind, thing.name), text)

    def _fail(self, number: int, what: str, hint: str) -> None:
        raise TableError(f"{self.language}.txt:{number}: {what}. {hint}.")

    def table(self) -> Table:
        """What was read."""
        names, capitalised, adjectives = (self.endings[name] for name in _ENDINGS)
        return Table(
            self.language,
            tuple(self.spellings.values()),
            self.shown,
            names,
            capitalised if _ENDINGS[1] in self.begun else names,
            adjectives,
            tuple(self.lists["prefixes"]),
            tuple(sorted(self._listed("after a name"), key=len, reverse=True)),
            self._listed("before a place"),
            dict(self.lists["designations"]),
            self._listed("given names"),
            self._listed("not after"),
        )

    def _listed(self, section: str) -> frozenset[str]:
        return frozenset(one for one, _ in self.lists[section])


def _listed(forms: str) -> list[str]:
    return [form.strip() for form in forms.split(",") if form.strip()]


def spellings_of(table: Table) -> Iterator[Spelling]:
    """All forms that a text in the table's language may have; those of the table come before the Latin ones."""
    own = {spelling.text for spelling in table.spellings}
    yield from table.spellings
    yield from (spelling for spelling in latin_names() if spelling.text not in own)

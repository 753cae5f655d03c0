import re

import pytest

from site_gen.text.known_names.countries import country_names
from site_gen.text.known_names.table import (
    NOTHING,
    TableError,
    Thing,
    latin_names,
    read_table,
    spellings_of,
    table_of,
    tabled_languages,
)

COUNTRIES = {"UKR": {"en": "Ukraine", "uk": "Україна"}, "POL": {"en": "Poland", "uk": "Польща"}}
FOURTEEN = ("uk", "ru", "de", "fr", "es", "it", "pl", "tr", "ar", "fa", "he", "zh", "ja", "ko")
TABLE = """\
# Ours
[endings]
а: и у
[endings of adjectives]
ий: ого
[before a place]
у в
[designations]
Су=Su
[countries]
UKR: ~український, @Київ(Києва Києві)
POL: Польща, Річ Посполита
[organisations]
NATO: НАТО
Rada (UKR): Рада
[not a name]
Мала Україна
"""


def test_a_table_is_read() -> None:
    table = read_table(TABLE, "uk", COUNTRIES)
    ukraine = Thing("country", "Ukraine", "UKR")
    forms = {spelling.text: (spelling.thing, spelling.use) for spelling in table.spellings}
    assert forms["Україна"] == (ukraine, "name") and forms["український"] == (ukraine, "demonym")
    assert forms["Київ"] == (ukraine, "capital") and forms["Мала Україна"] == (NOTHING, "not")
    assert next(one.given for one in table.spellings if one.text == "Київ") == {"Київ": ("Києва", "Києві")}
    assert forms["Рада"][0] == Thing("organisation", "Rada", "UKR")
    assert table.shown["country", "Ukraine"] == "Україна" and table.shown["organisation", "NATO"] == "НАТО"
    assert table.endings == {"а": ("и", "у")} and table.adjective_endings == {"ий": ("ого",)}
    assert table.capitalised_endings == table.endings
    assert table.locating == {"у", "в"} and table.designations == {"Су": "Su"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[countrys]", r"uk\.txt:1: there is no section \[countrys\]. The sections are: countries, "),
        ("NATO: НАТО", r"uk\.txt:1: no section has begun"),
        ("[countries]\nUKR ~український", r"uk\.txt:2: there is no colon. Write: NAME: form, form\."),
        ("[countries]\nUKRAINE: Україна", r"uk\.txt:2: no country has the code UKRAINE"),
        ("[organisations]\nRada (XXX): Рада", r"uk\.txt:2: no country has the code XXX"),
        ("[organisations]\nNATO:", r"uk\.txt:2: NATO has no forms"),
        ("[organisations]\nNATO: --", r"uk\.txt:2: '--' is no name"),
        ("[countries]\nUKR: @Київ(Києва", r"uk\.txt:2: '@Київ\(Києва' is no name"),
    ],
)
def test_a_line_without_meaning_is_named_with_what_to_do(line: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        read_table(line, "uk", COUNTRIES)


@pytest.mark.parametrize("language", sorted(tabled_languages()))
def test_each_table_is_sound(language: str) -> None:
    table = table_of(language)
    assert table is not None and table_of(language) is table
    assert len(table.spellings) > 600, "about two hundred countries, with capitals and adjectives, and the rest"
    texts = [spelling.text for spelling in spellings_of(table)]
    assert [text for text in texts if re.search(r"[(),:|]|^\s|\s$|  ", text)] == []
    kinds = {kind for kind, _ in table.shown}
    assert kinds == {"country", "organisation", "equipment", "place", "person", "topic"}


def test_the_fourteen_languages_have_tables_and_all_know_the_names_that_matter_most() -> None:
    assert tabled_languages() == frozenset(FOURTEEN)
    for language in tabled_languages():
        table = table_of(language)
        assert table is not None
        for name in ("NATO", "United Nations", "European Union", "Hamas", "International Atomic Energy Agency"):
            known = {one.thing.name for one in spellings_of(table)}
            assert name in known, (language, name)


def test_latin_names_are_read_once() -> None:
    assert latin_names() is latin_names() and "HIMARS" in {one.text for one in latin_names()}


def test_no_table_for_a_language_without_file() -> None:
    assert table_of("en") is None and table_of("latin") is None and table_of("../ru") is None


def test_a_country_of_the_tables_is_one_of_the_list() -> None:
    codes = set(country_names())
    for language in tabled_languages():
        table = table_of(language)
        assert table is not None
        assert {one.thing.iso3 for one in table.spellings if one.thing.iso3} <= codes

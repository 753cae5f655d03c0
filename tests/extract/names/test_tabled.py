"""Texts in languages that have a table of names: each sentence with the countries and other things that it names."""

from pathlib import Path
from typing import NamedTuple

import pytest

from site_gen.extract.names import (
    ExtraEntity,
    Names,
    choose_tags,
    find_names,
    load_gazetteer,
    shown_entities,
    shown_tags,
)
from site_gen.extract.text import Paragraph
from site_gen.text.known_names import tabled_languages

CASES = Path(__file__).parent / "cases" / "languages.txt"


class Case(NamedTuple):
    language: str
    sentence: str
    countries: frozenset[str]
    things: frozenset[str]


def cases() -> list[Case]:
    rows = [line.split("|") for line in CASES.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [
        Case(
            language.strip(),
            sentence.strip(),
            frozenset(countries.split()),
            frozenset(filter(None, map(str.strip, things.split(";")))),
        )
        for language, sentence, countries, things in rows
    ]


def names_in(language: str, *paragraphs: str, extra: tuple[ExtraEntity, ...] = ()) -> Names:
    lines = tuple(Paragraph(text, number) for number, text in enumerate(paragraphs, 1))
    return find_names(lines, load_gazetteer(extra), language)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}: {case.sentence[:40]}")
def test_a_sentence_names_its_countries_and_no_other(case: Case) -> None:
    entities = names_in(case.language, case.sentence).entities
    assert {entity.iso3 for entity in entities if entity.kind == "country"} == case.countries
    assert case.things <= {f"{entity.kind}:{entity.name}" for entity in entities}


def test_every_language_has_its_sentences() -> None:
    counts = {language: sum(case.language == language for case in cases()) for language in tabled_languages()}
    assert min(counts.values()) >= 4


def test_names_are_canonical_and_the_forms_of_the_text_are_aliases() -> None:
    (country,) = (one for one in names_in("uk", "Колони йдуть Україною, до України.").entities if one.iso3 == "UKR")
    assert country.name == "Ukraine" and set(country.aliases) == {"Україною", "України"}


def test_tags_and_entities_are_shown_in_the_language_of_the_site() -> None:
    names = names_in("de", "Die ukrainische Luftabwehr hat am Montag Drohnen über der Ukraine abgeschossen, so Kiew.")
    tags = choose_tags(names, "Ukraine schießt Drohnen ab")
    assert "Ukraine" in [tag.name for tag in shown_tags(tags, "en")]
    assert "Україна" in [tag.name for tag in shown_tags(tags, "uk")]
    assert {"Україна", "Безпілотники"} <= {entity.name for entity in shown_entities(names, "uk")}
    assert {"Ukraine", "Drones"} <= {entity.name for entity in shown_entities(names, "en")}


def test_an_english_text_is_shown_in_the_language_of_the_site() -> None:
    names = names_in("en", "Ukraine asked NATO for help. Germany said that Ukraine would get Patriot missiles.")
    assert {"Україна", "НАТО", "Німеччина"} <= {entity.name for entity in shown_entities(names, "uk")}
    assert {"Ukraine", "OTAN", "Allemagne"} <= {entity.name for entity in shown_entities(names, "fr-CA")}


def test_names_of_the_site_come_first() -> None:
    extra = (ExtraEntity("Тризуб", "equipment", ("лазер Тризуб",)),)
    found = {entity.name for entity in names_in("uk", "Випробували лазер Тризуб.", extra=extra).entities}
    assert "Тризуб" in found


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("fr", "Le capitaine Yves Carpentier a parlé. Carpentier est parti.", "Yves Carpentier"),
        ("uk", "Про це сказав Сергій Кислиця у понеділок.", "Сергій Кислиця"),
        ("pl", "Powiedział to Tomasz Wierzbicki w Gdyni.", "Tomasz Wierzbicki"),
    ],
)
def test_a_given_name_before_a_capital_shows_a_person(language: str, text: str, person: str) -> None:
    assert person in {entity.name for entity in names_in(language, text).entities if entity.kind == "person"}


def test_a_german_noun_is_no_person() -> None:
    names = names_in("de", "Der Peter Kahn ist ein Boot, und Martin Brot backt die Bäckerei Schulz.")
    assert [entity for entity in names.entities if entity.kind == "person"] == []


def test_a_host_capital_is_a_place_and_the_capital_of_a_belligerent_its_country() -> None:
    assert names_in("uk", "Переговори пройшли у Відні.").entities == ()
    assert [one.iso3 for one in names_in("uk", "У Києві пролунали вибухи.").entities] == ["UKR"]


def test_a_body_beside_another_country_is_not_the_readers_own() -> None:
    assert {one.iso3 for one in names_in("uk", "Міноборони Латвії мовчить.").entities} == {"LVA"}
    assert {one.iso3 for one in names_in("uk", "Міноборони мовчить.").entities} == {"UKR"}


@pytest.mark.parametrize("language", sorted(tabled_languages()))
@pytest.mark.parametrize("text", ["", " ", "—", "«»", "\u200f", "'", '"', "()" * 50, "України" * 5000, "а " * 20_000])
def test_any_text_is_read(language: str, text: str) -> None:
    assert len(names_in(language, text).entities) <= 1

"""One form for each name: initials, surnames, acronyms, capitals."""

import pytest

from tests.extract.names.reading import found, names_of, tags_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister S Jaishankar spoke. Subrahmanyam Jaishankar then left.", "Subrahmanyam Jaishankar"),
        ("Minister S Jaishankar spoke.", "Subrahmanyam Jaishankar"),
        ("Lavrov left. Sergei Lavrov had spoken.", "Sergei Lavrov"),
        ("Gen. R. Okafor spoke. Gen. Rufus Okafor left. Okafor is 50.", "Rufus Okafor"),
        ("Alex Brandvik spoke. Alexander Brandvik left, said Brandvik.", "Alexander Brandvik"),
        ("Minister Abdul Karim spoke. Abdul Karim Haddad left. Karim Haddad is back.", "Abdul Karim Haddad"),
        ("Sir Elton Marsh sang. Elton was cheered.", "Elton Marsh"),
    ],
)
def test_one_person_is_one(text: str, name: str) -> None:
    assert [one.canonical for one in names_of(text).weighed if one.entity.kind == "person"] == [name]


def test_two_people_with_one_surname_are_two() -> None:
    assert found("Paul Whitlock spoke. Dean Whitlock left.", kind="person") == ["Paul Whitlock", "Dean Whitlock"]


def test_an_acronym_is_the_body_that_it_abbreviates() -> None:
    text = "The NSA-like NCRB said no. The Northern Coastal Rescue Board (NCRB) met. The NCRB met in Malta."
    assert [tag for tag in tags_of(text) if "Coastal" in tag or "NCRB" in tag] == ["Northern Coastal Rescue Board"]


def test_an_acronym_may_come_before_the_name_and_without_brackets() -> None:
    text = "The NCRB sailed again. The Northern Coastal Rescue Board has forty boats."
    assert [one.canonical for one in names_of(text).weighed] == ["Northern Coastal Rescue Board"]


def test_american_bodies_are_written_alike() -> None:
    weighed = names_of("The U.S. Harbour Command Center has closed.").weighed
    assert "US Harbour Command Center" in {one.canonical for one in weighed}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SERGEI LAVROV SAID ON MONDAY THAT RUSSIA WOULD WAIT.", "Sergei Lavrov"),
        ("GEN. MARTA OBERLIN WARNED THE CREWS.", "Marta Oberlin"),
        ("Minister Sergei LAVROV spoke.", "Sergei Lavrov"),
        ("Luc MARCHAND, the envoy, spoke.", "Luc Marchand"),
    ],
)
def test_names_set_in_capitals(text: str, name: str) -> None:
    assert [one.canonical for one in names_of(text).weighed if one.entity.kind == "person"] == [name]


def test_a_text_in_capitals_has_its_countries_and_no_words_as_names() -> None:
    text = "UKRAINE REFUSED TO TALK TO NATO ABOUT THE DRONES THAT FELL NEAR WARSAW. POLAND TOLD US SO."
    assert set(tags_of(text)) == {"Ukraine", "NATO", "Drones", "Poland"}


def test_an_acronym_in_running_text_stays_as_it_is() -> None:
    assert "Nasams" not in {entity.name for entity in names_of("NASAMS and HIMARS batteries of ISIS came.").entities}

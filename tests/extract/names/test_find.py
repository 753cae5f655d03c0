"""Names in running text, case by case."""

import pytest

from site_gen.extract.names import ExtraEntity, find_names, load_gazetteer
from site_gen.extract.text import Paragraph
from tests.extract.names.reading import Case, cases, found, names_of


@pytest.mark.parametrize("case", cases("names.md"), ids=lambda case: case.title)
def test_names(case: Case) -> None:
    entities = {(entity.kind, entity.name) for entity in names_of(*case.text.split("\n")).entities}
    assert set(case.wanted) <= entities
    assert not entities & set(case.unwanted)


def test_every_kind_in_order_of_first_mention() -> None:
    text = "Moscow said that NATO had sent F-16 fighters. Gen. Rufus Okafor denied it in Kharkiv."
    kinds = [(entity.kind, entity.name) for entity in names_of(text).entities]
    assert kinds[:3] == [("country", "Russia"), ("organisation", "NATO"), ("equipment", "F-16")]
    assert kinds[-3:] == [("person", "Rufus Okafor"), ("place", "Kharkiv"), ("country", "Ukraine")]


def test_the_text_s_own_name_comes_first_and_the_canonical_one_is_kept() -> None:
    daesh = next(entity for entity in names_of("Daesh has lost the town, and Daesh knows it.").entities)
    assert daesh.name == "Daesh"
    assert "ISIL" in daesh.aliases


def test_countries_have_one_name_and_a_code() -> None:
    (country,) = (entity for entity in names_of("Britain agreed. London will pay, British officials said.").entities)
    assert (country.name, country.kind, country.iso3) == ("United Kingdom", "country", "GBR")
    assert set(country.aliases) == {"Britain", "London", "British"}


def test_an_initial_makes_no_other_person() -> None:
    assert found("Vladimir V. Putin spoke. Putin left.", kind="person") == ["Vladimir V. Putin"]


def test_a_sergeant_is_not_the_minister_of_the_same_name() -> None:
    assert found("Sgt. Jaishankar drove.", kind="person") == ["Jaishankar"]
    (person,) = names_of("Sgt. Austin drove.").entities
    assert "Lloyd Austin" not in person.aliases


def test_editors_add_names_and_override_ours() -> None:
    extra = (
        ExtraEntity("Skylark II", "equipment", ("Skylark",)),
        ExtraEntity("Patria Group", "organisation", ("Patria",)),
        ExtraEntity("Freedonia", "country", ("Freedonian",), "FRD"),
    )
    text = Paragraph("A Skylark was sold by Patria to the Freedonian police.", 1)
    tags = {weighed.canonical for weighed in find_names((text,), load_gazetteer(extra)).weighed}
    assert {"Skylark II", "Patria Group", "Freedonia"} <= tags
    assert "Patria" not in tags


def test_called_finds_by_any_form() -> None:
    names = names_of("The Kremlin refused. Volodymyr Zelensky did not.")
    things = [names.called(name) for name in ("kremlin", "Russia", "Volodymyr Zelenskyy", "Mars")]
    assert [thing.name if thing else "" for thing in things] == ["Russia", "Russia", "Volodymyr Zelenskyy", ""]


def test_the_same_text_gives_the_same_names() -> None:
    text = "Polish and German soldiers of the 10th Armoured Division met Gen. Ute Krall in Warsaw and in Berlin."
    assert names_of(text) == names_of(text)


def test_nothing_in_nothing() -> None:
    assert names_of().entities == ()
    assert names_of("").entities == ()
    assert names_of("... --- ... !?").entities == ()

from site_gen.text.known_names.countries import country_names
from site_gen.text.known_names.table import tabled_languages
from tests.support import ROOT


def test_every_country_has_a_name_in_every_language_that_has_a_table() -> None:
    names = country_names()
    assert len(names) > 200
    for iso3, own in names.items():
        assert len(iso3) == 3 and set(own) >= tabled_languages() | {"en"}
        assert all(own.values()) and not any(mark in name for name in own.values() for mark in "(（,،")


def test_every_language_of_the_interface_names_countries() -> None:
    languages = {folder.name for folder in (ROOT / "site_gen" / "locale").iterdir() if folder.is_dir()} - {"en"}
    assert {name for name in languages if name not in country_names()["UKR"]} == set()


def test_the_english_names_are_canonical() -> None:
    names = country_names()
    assert names["CIV"]["en"] == "Ivory Coast" and names["UKR"]["uk"] == "Україна" and names["XKX"]["en"] == "Kosovo"

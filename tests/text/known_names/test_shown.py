import pytest

from site_gen.model.seed import EntityKind
from site_gen.text.known_names import known_things, shown_name
from site_gen.text.slug import fold


@pytest.mark.parametrize(
    ("kind", "name", "language", "shown"),
    [
        ("country", "Ukraine", "uk", "Україна"),
        ("country", "Ukraine", "en-GB", "Ukraine"),
        ("country", "Ivory Coast", "pt-BR", "Costa do Marfim"),  # a language of the CLDR without a table
        ("country", "Iran", "ar", "إيران"),  # with its hamza, though a table may leave it out
        ("country", "Russia", "ru-RU", "Россия"),
        ("organisation", "NATO", "fr", "OTAN"),
        ("organisation", "NATO", "sw", "NATO"),
        ("topic", "Air defence", "de", "Luftverteidigung"),
        ("topic", "Ukraine", "uk", "Ukraine"),
    ],
)
def test_a_thing_is_shown_by_its_name_in_a_language(kind: EntityKind, name: str, language: str, shown: str) -> None:
    assert shown_name(kind, name, language) == shown


def test_a_name_of_any_language_means_its_thing() -> None:
    things = known_things()
    for name in ("Україна", "Ukraina", "烏克蘭", "ウクライナ", "Ukraine"):
        assert things[fold(name)].name == "Ukraine", name
    assert things[fold("OTAN")].name == things[fold("НАТО")].name == "NATO"


def test_a_name_that_two_things_share_means_neither() -> None:
    things = known_things()
    assert fold("Congo") not in things or things[fold("Congo")].kind == "country"
    assert all(thing.name for thing in things.values())

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.text.capital import capitalized, from_capitals


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("law of the sea", "Law of the sea"),
        ("arms control in Europe", "Arms control in Europe"),
        ("sea/air defence", "Sea/air defence"),
        ("ten NATO allies", "Ten NATO allies"),
        ("u-boats", "U-boats"),
        ("f-16", "F-16"),
        ("émigrés", "Émigrés"),
        ("“stealth” drones", "“Stealth” drones"),
        ("(former) allies", "(Former) allies"),
        ("война", "Война"),
        ("ǆ", "ǅ"),
        ("la guerre", "La guerre"),
        ("the USA and its allies", "The USA and its allies"),
    ],
)
def test_a_name_gets_a_capital(name: str, shown: str) -> None:
    assert capitalized(name) == shown


@pytest.mark.parametrize(
    "name",
    [
        "Air defence",
        "NATO",
        "eFP",
        "eFP battlegroups",
        "iPhone",
        "al-Shabaab",
        "mRNA",
        "e-Estonia",
        "bin Laden",
        "von der Leyen",
        "de Gaulle",
        "al Shabaab",
        "'t Hart",
        "‘t Hart",
        "news.example",
        "@desk",
        "5th Fleet",
        "2nd army",
        "#drones",
        "北京",
        "الحرب",
        "ქართული",
        "ß",
        "🙂",
        "",
    ],
)
def test_a_spelling_that_is_its_own_stays(name: str) -> None:
    assert capitalized(name) == name


def test_the_dotted_i_of_turkish() -> None:
    assert capitalized("insansız araçlar", "tr") == "İnsansız araçlar"
    assert capitalized("insansız araçlar", "tr-TR") == "İnsansız araçlar"
    assert capitalized("ilegal", "en") == "Ilegal"


@given(st.text(), st.sampled_from(["en", "tr"]))
def test_at_most_one_letter_changes_and_only_once(name: str, language: str) -> None:
    shown = capitalized(name, language)
    assert len(shown) == len(name)
    assert sum(one != other for one, other in zip(name, shown, strict=True)) <= 1
    assert capitalized(shown, language) == shown


@pytest.mark.parametrize(
    ("name", "language", "usual"),
    [
        ("КИЇВ", "uk", "Київ"),
        ("НЬЮ-ЙОРК", "ru", "Нью-Йорк"),
        ("DİYARBAKIR", "tr", "Diyarbakır"),
        ("L'AQUILA", "it", "L'Aquila"),
        ("FRANKFURT am Main", "de", "Frankfurt am Main"),
        ("LAS PALMAS DE GRAN CANARIA", "es", "Las Palmas de Gran Canaria"),
        ("Oslo", "en", "Oslo"),
    ],
)
def test_a_name_in_capitals_is_set_in_usual_case(name: str, language: str, usual: str) -> None:
    assert from_capitals(name, language, ("de", "am")) == usual

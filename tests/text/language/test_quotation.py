import pytest

from site_gen.text.language.quotation import is_spaced, marks_of
from site_gen.text.typography import typographic, typographic_text


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("", "\"It's 'so'\", he said.", "“It’s ‘so’”, he said."),
        ("de", "\"Das ist 'gut'\", sagte er.", "„Das ist ‚gut‘“, sagte er."),
        ("de", "Wie geht's, 'so' geht's.", "Wie geht’s, ‚so‘ geht’s."),
        ("uk", 'П\'ять "слів".', "П’ять «слів»."),
        ("pl", '"Tak"', "„Tak”"),
        ("sv", '"Ja"', "”Ja”"),
        ("ar", 'قال "نعم".', "قال «نعم»."),
        ("ja", '彼は"はい"と"言"った', "彼は「はい」と「言」った"),
        ("pt-BR", '"Sim"', "“Sim”"),
        ("pt-PT", '"Sim"', "«Sim»"),
        (
            "fr",
            '"Non" : l\'armée ! Oui ; "Quoi ?"',
            "«\u202fNon\u202f»\xa0: l’armée\u202f! Oui\u202f; «\u202fQuoi\u202f?\u202f»",
        ),
        (
            "fr",
            "« Déjà » à 14:30 ; voir http://x.example/?a",
            "«\u202fDéjà\u202f» à 14:30\u202f; voir http://x.example/?a",
        ),
        ("fr-CH", '"Oui" !', "«Oui» !"),
    ],
)
def test_marks_are_those_of_the_language(language: str, written: str, shown: str) -> None:
    assert typographic_text(written, language) == shown
    assert typographic(f"<p>{written}</p>", language) == f"<p>{shown}</p>"


def test_code_and_attributes_are_left_alone_in_french_too() -> None:
    html = '<p title="a : b">Oui&nbsp;: <code>a ? b : "c" ;</code></p>'
    assert typographic(html, "fr") == html


def test_a_language_without_marks_of_its_own_has_the_english_ones() -> None:
    assert marks_of("tr") == marks_of("") == ("“", "”", "‘", "’")
    assert [is_spaced(language) for language in ("fr", "fr-CA", "fr-CH", "en", "")] == [True, True, False, False, False]

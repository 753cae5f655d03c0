"""Texts in languages other than English."""

import pytest

from tests.extract.names.reading import found, tags_of

TEXTS = {
    "fr": (
        "La marine nationale a reçu jeudi à Lorient une frégate qui sera envoyée dans le golfe, a dit le ministère.",
        "Le navire ira à Toulon avec un équipage de cent marins, selon l'amiral Yves Carpentier.",
    ),
    "de": (
        "Die Bundeswehr hat am Montag zwei Boote nach Norden geschickt, wie das Ministerium in Berlin mitteilte.",
        "Der ukrainische Botschafter dankte, und die russische Seite schwieg zu der Lieferung an die Ukraine.",
    ),
    "es": (
        "El ministro de Defensa dijo el lunes que los buques de la Armada Española van a zarpar hacia el norte.",
        "Francia y Alemania se sumarán a la misión, según una nota del Gobierno español sobre las maniobras.",
    ),
    "it": (
        "Il ministro ha detto che la nave della Marina Militare è partita da Taranto per una missione di due mesi.",
        "Gli equipaggi francesi e quelli della Grecia sono già nel porto, come è stato detto dal comando.",
    ),
    "en": ("The ministry said that the boat was sent to the north with a crew of ten.", "It is to stay for a week."),
}


@pytest.mark.parametrize(
    ("language", "countries"),
    [("fr", {"France"}), ("de", {"Germany", "Ukraine"}), ("es", {"Spain", "France", "Germany"}), ("it", {"Italy"})],
)
def test_countries_are_tags(language: str, countries: set[str]) -> None:
    assert countries <= set(tags_of(*TEXTS[language]))


def test_articles_joined_to_a_name_do_not_hide_it() -> None:
    text = (
        "Le ministère a dit jeudi que l'Ukraine et l’Allemagne ont reçu des obus, et qu'il n'y en a pas pour d'autres."
    )
    assert {"Ukraine", "Germany"} <= set(found(text, kind="country"))


def test_adjectives_in_lower_case_name_a_country() -> None:
    assert "Russia" in found(*TEXTS["de"], kind="country")
    assert "Russia" not in found("The word russische is in an English text of the day.", kind="country")


def test_capitalised_nouns_are_not_people() -> None:
    assert found(*TEXTS["de"], kind="person") == []

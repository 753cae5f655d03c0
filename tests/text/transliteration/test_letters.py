import pytest

from site_gen.text.slug import slugify
from site_gen.text.transliteration.letters import latin


@pytest.mark.parametrize(
    ("language", "text", "spelled"),
    [
        ("de", "Größe, Ärger, Übung", "Groeße, Aerger, Uebung"),
        ("tr", "Görüşme", "Görüşme"),
        ("sv", "Försvar på Åland", "Försvar på Åland"),
        ("da", "Ærø og Århus", "Aeroe og Aarhus"),
        ("sr", "Đoković", "Djoković"),
        ("ca", "Col·legi", "Collegi"),
    ],
)
def test_letters_are_spelled_as_their_language_does(language: str, text: str, spelled: str) -> None:
    assert latin(text, language) == spelled


@pytest.mark.parametrize(
    ("language", "text", "slug"),
    [
        ("de", "Größte Übung", "groesste-uebung"),
        ("de-AT", "Österreich", "oesterreich"),
        ("sv", "Försvar", "forsvar"),
        ("tr", "Işık ağaç şoför İstanbul Çanakkale", "isik-agac-sofor-istanbul-canakkale"),
        ("pl", "Żołnierze w Łodzi", "zolnierze-w-lodzi"),
        ("fr", "Le cœur de l’œuvre", "le-coeur-de-loeuvre"),
        ("", "Größe", "grosse"),
    ],
)
def test_slugs_of_latin_scripts(language: str, text: str, slug: str) -> None:
    assert slugify(text, language=language) == slug

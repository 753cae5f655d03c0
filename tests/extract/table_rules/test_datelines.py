"""Datelines in each language, and prose that only looks like one."""

from pathlib import Path

import pytest

from site_gen.extract.languages import language_called
from site_gen.extract.table_rules.dateline import split_dateline

ROWS = [
    tuple((line + "\t\t\t").split("\t")[:5])
    for line in (Path(__file__).parent / "datelines.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("code", "text", "place", "agency", "day"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_a_dateline_is_read(code: str, text: str, place: str, agency: str, day: str) -> None:
    found = split_dateline(text, language_called(code))
    read = f"{found.day.day}.{found.day.month}.{found.day.year}" if found.day else ""
    assert (found.place, found.agency, read) == (place, agency, day)
    assert found.raw + found.rest == text
    assert found.rest[:1].isupper()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("uk", "НАТО — оборонний союз держав Європи та Північної Америки."),
        ("uk", "Міністр 5 травня заявив — катери прибудуть вчасно."),
        ("uk", "Президент: ми чекаємо на кораблі вже три роки."),
        ("ru", "ООН — за переговоры, и это не меняется."),
        ("de", "Am 12. November - einem Mittwoch - kam das Schiff."),
        ("de", "Die Marine (Bundeswehr) hat zwei Boote."),
        ("fr", "Le 12 mars 2026, le navire a quitté le port."),
        ("fr", "Paris et Berlin – unis depuis des années – livrent deux navires."),
        ("es", "El 12 de marzo de 2026 el buque salió del puerto."),
        ("it", "Il ministro (Difesa) ha detto di sì."),
        ("pl", "W maju 2026 r. okręt wpłynął do portu."),
        ("tr", "Gemi 3 Mayıs 2026 günü limana ulaştı."),
        ("es", "Nota.- El buque zarpa a las nueve."),
        ("es", "El remolcador [Andes] salió del puerto."),
        ("ru", "Скопье — столица страны, и это не меняется."),
        ("it", "Il 4 maggio 2026, redazione e capitaneria. Poi più nulla."),
        ("pl", "Most w Sarajewie – Turcja zapłaci za remont."),
    ],
)
def test_prose_stays_whole(code: str, text: str) -> None:
    assert split_dateline(text, language_called(code)).raw == ""

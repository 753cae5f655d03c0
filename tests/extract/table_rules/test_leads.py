"""Long leads in each language, and the clause that their headline is; none stays whole, with a doubt."""

from pathlib import Path

import pytest

from site_gen.extract.languages import language_called
from site_gen.extract.table_rules.headline import LONGEST, headline
from site_gen.extract.text import Paragraph

LEADS = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "leads.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("code", "dateline", "lead"),
    [
        ("fr", "Alger, 3 mai 2026, radio nationale.", "Deux remorqueurs neufs sont arrivés au port dimanche."),
        ("de", "Vaduz, 3. Mai 2026, eigener Bericht.", "Zwei neue Schlepper sind am Sonntag im Hafen angekommen."),
        ("uk", "Дар-ес-Салам, 3 травня 2026 року, з пошти.", "Два нові буксири прибули в порт у неділю вранці."),
    ],
)
def test_a_dateline_that_was_not_read_is_no_headline(code: str, dateline: str, lead: str) -> None:
    made = headline((Paragraph(f"{dateline} {lead}", 1),), language_called(code))
    assert made.title == lead.removesuffix(".")
    assert made.doubts


@pytest.mark.parametrize(
    ("code", "lead", "title"),
    [
        ("uk", "Контингент востаннє пройшов ротацію ще у 2021 р.", "Контингент востаннє пройшов ротацію ще у 2021 р."),
        ("ru", "Завод получил из бюджета ровно 40 млн руб.", "Завод получил из бюджета ровно 40 млн руб."),
        ("uk", "Контингент востаннє пройшов ротацію у Криму.", "Контингент востаннє пройшов ротацію у Криму"),
    ],
)
def test_the_stop_of_an_abbreviation_stays(code: str, lead: str, title: str) -> None:
    assert headline((Paragraph(lead, 1),), language_called(code)).title == title


@pytest.mark.parametrize(("code", "lead", "clause"), LEADS)
def test_a_long_lead_is_cut_where_a_clause_is_sure_to_end(code: str, lead: str, clause: str) -> None:
    made = headline((Paragraph(lead, 1),), language_called(code))
    assert made.title == (clause or lead.removesuffix("."))
    assert len(made.title) <= LONGEST or made.doubts

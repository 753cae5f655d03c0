"""English has its own rules, every other language those that go by its table."""

from site_gen.extract.boilerplate import cut_boilerplate
from site_gen.extract.dates import ENGLISH_DATES
from site_gen.extract.forms import LEAD_FORMS, LINE_FORMS
from site_gen.extract.language_rules import rules_of
from site_gen.extract.languages import ENGLISH, language_called
from site_gen.extract.text import Paragraph


def test_english_has_its_own_rules() -> None:
    rules = rules_of(ENGLISH)
    assert (rules.line_forms, rules.lead_forms) == (LINE_FORMS, LEAD_FORMS)
    assert (rules.cut, rules.dates) == (cut_boilerplate, ENGLISH_DATES)


def test_other_languages_have_those_of_their_table() -> None:
    rules = rules_of(language_called("uk"))
    assert rules_of(language_called("uk")) is rules
    assert [str(one.day) for one in rules.dates.mentions("Від 5 травня 2026 року і 6 травня")] == ["2026-05-05"]
    prose = (Paragraph("Катери прибули до порту Одеси. Екіпажі обох кораблів уже на борту й готові до виходу.", 1),)
    title = "Катери прибули до порту Одеси"
    assert rules.headline(prose, None, True).title == title  # type: ignore[arg-type]
    assert rules.summary(prose, title, frozenset()) == "Екіпажі обох кораблів уже на борту й готові до виходу."

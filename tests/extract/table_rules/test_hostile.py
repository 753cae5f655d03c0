"""Texts that are made to take long, read by tables: each in a moment."""

import time
from datetime import UTC, datetime

import pytest

from site_gen.extract.article import open_seed, read_manuscript
from site_gen.extract.dates import choose_date
from site_gen.extract.headline import Names
from site_gen.extract.language_rules import rules_of
from site_gen.extract.languages import detect, language_called
from site_gen.extract.prose import prose_of
from site_gen.model.seed import Seed

LONG = 100_000


@pytest.mark.parametrize("code", ["uk", "fr"])
@pytest.mark.parametrize(
    "text",
    [
        "А" * LONG, "(" * LONG, "." * LONG + "\n" + '"' * LONG, "«" * LONG, "@abc" * LONG + " x", "5 травня " * LONG,
        "05.05.2026 " * LONG, "КИЇВ, " * LONG, "КИЇВ — " * LONG, "а:\n" * 20000, "А Б В Г\n" * 20000, "т. д. " * LONG,
        "Автор: " + "Іван " * LONG, "Читайте також " * LONG, ", який " * LONG + "був.", "«а. Б" * LONG,
    ],
    ids=lambda text: text[:16],
)  # fmt: skip
def test_a_hostile_text_takes_no_time(code: str, text: str) -> None:
    began = time.process_time()
    text = text[: 4 * LONG]
    seed = Seed(path="seeds/a.txt", text=text, modified=datetime(2026, 1, 1, tzinfo=UTC))
    rules = rules_of(language_called(code))
    detect(text, "en")
    manuscript = read_manuscript(open_seed(seed), rules, frozenset())
    prose = prose_of(manuscript)
    made = rules.headline(prose, Names(), True)
    rules.summary(prose, made.title, frozenset())
    choose_date(seed, prose, manuscript.day, rules.dates)
    assert time.process_time() - began < 6

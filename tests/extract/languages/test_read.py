"""The files of languages: each has every key, and what is wrong with one is said with its line."""

from pathlib import Path

import pytest

from site_gen.extract import languages as package
from site_gen.extract.languages.read import GENERIC, language_called, languages, read_table

FOLDER = Path(package.__file__).parent / "tables"
UKRAINIAN = (FOLDER / "uk.toml").read_text(encoding="utf-8")


def line_of(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if part in line)


@pytest.mark.parametrize("code", [*languages(), GENERIC])
def test_every_file_has_every_key_and_no_other(code: str) -> None:
    result = read_table(f"{code}.toml", (FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    assert result.problems == ()
    assert result.value is not None


@pytest.mark.parametrize("code", languages())
def test_a_language_has_the_words_that_the_rules_need(code: str) -> None:
    table = language_called(code).table
    assert table is not None
    assert table.name and table.own_name and table.script and table.frequent
    assert table.dates.months and table.dates.weekdays and table.dates.patterns
    assert table.boilerplate.read_also and table.boilerplate.subscribe and table.boilerplate.copyright
    assert table.bylines.labels and table.bylines.credits and table.sources
    names = [name.casefold() for forms in table.dates.months for name in forms]
    assert sorted(set(names)) == sorted(names), "a month's name belongs to one month"


def test_a_language_without_a_file_has_punctuation_and_figures() -> None:
    table = language_called("sv").table
    assert table is not None
    assert table.name == "Other languages"
    assert "." in table.sentences.stops


def test_english_has_no_table() -> None:
    assert language_called("en").table is None


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('figures = "day"', 'figures = "week"', "Invalid enum value 'week'"),
        ("ordinals = false", "ordinals = 3", "Expected `bool`, got `int`"),
        ("ordinals = false", "ordinal = false", "Unknown key `ordinal` (sentences.ordinal)"),
        ('quotes = ["«»"', 'quotes = ["«"', "'«' is no pair of quotation marks"),
        ('patterns = ["{day} {month} {year}"', 'patterns = ["{dag} {month} {year}"', "is no date"),
        ("additions = []", 'additions = ["*"]', "A phrase of additions has no word"),
    ],
)
def test_a_fault_is_said_with_its_line(was: str, becomes: str, said: str) -> None:
    text = UKRAINIAN.replace(was, becomes, 1)
    assert text != UKRAINIAN
    problem = read_table("uk.toml", text).problems[0]
    assert said in str(problem)
    assert (problem.path, problem.line) == ("uk.toml", line_of(text, becomes))


def test_a_missing_key_is_said_with_its_section() -> None:
    text = UKRAINIAN.replace("ordinals = false\n", "", 1)
    problem = read_table("uk.toml", text).problems[0]
    assert "The file has no key `ordinals` (sentences.ordinals)" in problem.what
    assert problem.line == line_of(text, "[sentences]")


def test_eleven_months_are_no_year() -> None:
    text = UKRAINIAN.replace('    ["січень", "січня", "січні", "січнем", "січ"],\n', "", 1)
    assert "A year has 12 months; here are 11" in str(read_table("uk.toml", text).problems[0])


def test_what_is_no_toml_is_said_with_its_place() -> None:
    problem = read_table("uk.toml", "name = 'a'\nown_name = [").problems[0]
    assert problem.line == 2
    assert "This is no TOML" in problem.what

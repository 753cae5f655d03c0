"""Facts of languages: every file is whole, and says what a desk of that language would write."""

import re
from gettext import c2py
from pathlib import Path

import pytest

import site_gen
from site_gen.text.language.facts import ENGLISH_FACTS, Facts, facts_of, tags_of

LOCALE = Path(site_gen.__file__).parent / "locale"
LANGUAGES = sorted(path.parent.name for path in LOCALE.glob("*/facts.toml"))
DATES = ("date", "month", "day_month", "weekday_day", "weekday_date")


def facts(language: str) -> Facts:
    found = facts_of(language)
    assert found is not None
    return found


def test_there_are_facts_of_every_language_that_the_interface_speaks() -> None:
    spoken = {path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/site_gen.po")} - {"en"}
    assert spoken <= set(LANGUAGES) and {"ar", "fa", "he", "ur", "ps", "ckb"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_whole(language: str) -> None:
    one = facts(language)
    assert [len(one.months), len(one.alone), len(one.short), len(one.weekdays)] == [12, 12, 12, 7]
    assert all([*one.months, *one.alone, *one.short, *one.weekdays, one.comma, one.conjunction, one.pair])
    assert len(one.digits) in (0, 10) and re.fullmatch("[A-Z]{2}", one.territory)
    for name in DATES:
        assert set(re.findall(r"\{(\w+)", getattr(one, name))) >= {"month": {"year"}}.get(name, {"day"})
    assert all(name in one.days for name in ("{first}", "{last}"))
    assert "{hour" in one.time and "{minute:02}" in one.time and "{date}" in one.moment and "{time}" in one.moment


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_is_one_that_some_number_has(language: str) -> None:
    one = facts(language)
    index = c2py(one.plural)
    assert {index(number) for number in range(1000)} == set(range(len(one.plurals)))
    assert len(set(one.plurals)) == len(one.plurals)


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("uk", {"one": (1, 21, 101), "few": (2, 4, 22), "many": (0, 5, 11, 12, 14, 25, 111)}),
        ("pl", {"one": (1,), "few": (2, 3, 24), "many": (0, 5, 12, 21, 22 + 90)}),
        (
            "ar",
            {"zero": (0,), "one": (1,), "two": (2,), "few": (3, 10, 103), "many": (11, 99, 111), "other": (100, 202)},
        ),
        ("he", {"one": (1,), "two": (2,), "other": (0, 3, 20)}),
        ("fr", {"one": (0, 1), "other": (2, 1000)}),
    ],
)
def test_plural_categories(language: str, numbers: dict[str, tuple[int, ...]]) -> None:
    one = facts(language)
    for category, examples in numbers.items():
        assert {one.plurals[c2py(one.plural)(number)] for number in examples} == {category}


def test_a_tag_falls_back_to_its_language() -> None:
    assert facts("pt-BR") is facts("pt") and facts("iw") is facts("he") and facts("no") is facts("nb")
    assert facts("en-US") is ENGLISH_FACTS
    assert tags_of("zh_Hant-TW") == ("zh-Hant-TW", "zh-Hant", "zh")


@pytest.mark.parametrize("language", ["tlh", "../uk", "", "x"])
def test_of_other_languages_nothing_is_known(language: str) -> None:
    assert facts_of(language) is None

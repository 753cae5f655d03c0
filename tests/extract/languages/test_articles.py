"""The labelled texts of `articles/`, read by the real derivation: what must hold of each, and what of a language."""

import pytest

from tests.extract.languages.measure import HALVES, LANGUAGES, Outcome, complaints, f1, measured

LEAST_F1 = 0.90
# How many texts, at least, have the date of their label, and their author; how many lines of boilerplate are cut; how
# many headlines come from the lead and have no dateline. All else has no exception.
FLOORS = {
    "dev": """
        ar 6 3 20 11 12    de 7 4 17 12 12    es 9 2 18 12 12    fa 4 2 12 5 6      fr 12 4 18 12 12
        he 6 2 23 11 12    it 9 3 19 12 12    ja 2 1 13 6 6      ko 2 4 12 5 6      pl 9 3 18 11 12
        ru 9 3 17 12 12    tr 5 2 17 12 12    uk 7 1 23 12 12    zh 5 7 24 10 12
    """,
    "held": """
        ar 6 2 18 10 12    de 5 2 17 11 12    es 3 1 18 6 12     fa 2 1 12 5 6      fr 0 1 18 11 12
        he 5 3 19 11 12    it 3 2 17 8 12     ja 3 2 9 4 6       ko 3 2 10 4 5      pl 3 4 19 12 12
        ru 3 2 18 11 12    tr 6 4 23 10 12    uk 5 4 14 12 12    zh 3 2 18 12 12
    """,
}


def _floors(half: str, language: str) -> dict[str, int]:
    words = FLOORS[half].split()
    at = words.index(language)
    return dict(
        zip(("dates", "bylines", "tails", "leads", "dateline-free"), map(int, words[at + 1 : at + 6]), strict=True)
    )


@pytest.fixture(params=[(half, language) for half in HALVES for language in LANGUAGES], ids="-".join)
def group(request: pytest.FixtureRequest) -> tuple[str, str]:
    half, language = request.param
    return str(half), str(language)


def _texts(outcomes: list[Outcome]) -> list[tuple[str, list[str]]]:
    return [(one.label.id, list(complaints(one))) for one in outcomes]


def test_a_text_keeps_its_last_paragraph_and_is_never_dated_wrongly_in_silence(group: tuple[str, str]) -> None:
    failed = [one for one in measured(*group) if not one.last_paragraph or one.date == "wrong"]
    assert _texts(failed) == []


def test_a_text_is_in_its_language(group: tuple[str, str]) -> None:
    failed = [one for one in measured(*group) if not one.language]
    assert _texts(failed) == []


def test_a_headline_stands_in_the_text_and_a_long_one_is_doubted(group: tuple[str, str]) -> None:
    failed = [one for one in measured(*group) if not (one.sentence and one.doubted_or_short)]
    assert _texts(failed) == []


def test_the_countries_of_a_language_are_found(group: tuple[str, str]) -> None:
    outcomes = measured(*group)
    assert f1(outcomes) >= LEAST_F1, _texts([one for one in outcomes if one.found != set(one.label.countries)])


def test_what_is_found_does_not_fall_below_its_floors(group: tuple[str, str]) -> None:
    outcomes = measured(*group)
    counted = {
        "dates": sum(one.date == "right" for one in outcomes),
        "bylines": sum(one.byline for one in outcomes),
        "tails": sum(len(one.label.tail) - len(one.kept_tails) for one in outcomes),
        "leads": sum(one.lead for one in outcomes),
        "dateline-free": sum(one.dateline_free for one in outcomes),
    }
    floors = _floors(*group)
    fallen = {what: (count, floors[what]) for what, count in counted.items() if count < floors[what]}
    assert fallen == {}, _texts([one for one in outcomes if list(complaints(one))])


def test_both_halves_have_every_language_and_three_hundred_texts() -> None:
    counts = [len(measured(half, language)) for half in HALVES for language in LANGUAGES]
    assert sum(counts) == 300
    assert set(counts) == {6, 12}
    assert all(
        one.label.language == language for half in HALVES for language in LANGUAGES for one in measured(half, language)
    )

"""The shipped data: complete, small and quick to load."""

import calendar
from importlib import resources
from pathlib import Path

import pytest

from site_gen.extract.names import load_gazetteer
from site_gen.extract.names.gazetteer import Form

DATA = resources.files("site_gen.extract.names") / "data"
OWN = Path(__file__).parents[3] / "tools" / "gazetteer" / "own"


def forms() -> list[tuple[str, Form]]:
    return [(word, form) for word, known in load_gazetteer().forms.items() for form in known]


def test_every_country_has_one_name_and_a_code_of_three_letters() -> None:
    countries = {form.entry for _, form in forms() if form.entry.kind == "country"}
    assert len(countries) == len({entry.iso3 for entry in countries}) == len({entry.name for entry in countries}) > 195
    assert all(len(entry.iso3) == 3 and entry.iso3.isupper() for entry in countries)


def test_common_english_names() -> None:
    names = load_gazetteer().countries
    wanted = {"USA": "United States", "GBR": "United Kingdom", "RUS": "Russia", "KOR": "South Korea", "TUR": "Turkey"}
    assert {code: names[code] for code in wanted} == wanted


def test_longer_forms_come_first() -> None:
    for known in load_gazetteer().forms.values():
        lengths = [len(form.rest) for form in known]
        assert lengths == sorted(lengths, reverse=True)


def test_no_plain_form_is_an_everyday_word() -> None:
    everyday = {"The", "And", "May", "March", "Will", "Army", "Navy", "Grad", "Frog", "Eagle", "North", "State", "Post"}
    plain = {word for word, form in forms() if not form.rest and form.use not in ("doubtful", "service")}
    assert not everyday & plain


def test_every_service_is_of_a_country_and_can_be_met() -> None:
    gazetteer = load_gazetteer()
    met = {" ".join((word, *form.rest)) for word, form in forms() if form.use == "service"}
    assert {service for _, service in gazetteer.services} == met
    assert {code for code, _ in gazetteer.services} <= set(gazetteer.countries)


def test_the_data_are_small() -> None:
    assert sum(len(file.read_bytes()) for file in DATA.iterdir() if file.is_file()) < 400_000


def test_loading_is_cached() -> None:
    assert load_gazetteer() is load_gazetteer()


@pytest.mark.parametrize("name", ["countries", "organisations", "people", "equipment", "places", "topics", "media"])
def test_the_shipped_names_are_those_of_our_lists(name: str) -> None:
    """Fails when a list was edited and tools/gazetteer/build.py not run."""
    names = {form.entry.name for _, form in forms()}
    lines = (OWN / f"{name}.tsv").read_text("utf-8").splitlines()
    column = 1 if name == "countries" else 0
    assert {line.split("|")[column] for line in lines if line and line[0] != "#"} <= names


def test_no_day_or_month_alone_is_a_name() -> None:
    """A prime minister is called Friday."""
    gazetteer = load_gazetteer(())
    names = [*calendar.day_name, *filter(None, calendar.month_name)]
    assert not [word for word in names for form in gazetteer.forms.get(word, ()) if not form.rest]

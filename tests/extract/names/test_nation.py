"""Whose army "the Army" is."""

import pytest

from site_gen.extract.names import find_names, load_gazetteer
from site_gen.extract.text import Paragraph
from tests.extract.names.reading import names_of, tags_of


def services(*paragraphs: str, dateline: str = "") -> set[str]:
    lines = tuple(Paragraph(text, line) for line, text in enumerate(paragraphs, 1))
    names = find_names(lines, load_gazetteer(), dateline=dateline)
    return {one.canonical for one in names.weighed if one.entity.kind == "organisation"}


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("The Army foiled a raid, Indian officials said in Srinagar.", "Indian Army"),
        ("The Navy will get boats, the minister said in Ottawa. Canada pays.", "Royal Canadian Navy"),
        ("Kenya will buy trucks for the Army. Kenyan officers chose them.", "Kenyan Army"),
        ("The Air Force has grounded its trainers, U.S. officials said.", "US Air Force"),
        ("British sailors came home. The Navy thanked them.", "Royal Navy"),
        ("India has opened an inquiry. The IAF lost two trainers.", "Indian Air Force"),
        ("Israel has opened an inquiry. The IAF lost two trainers.", "Israeli Air Force"),
    ],
)
def test_a_service_is_that_of_the_country_the_text_is_about(text: str, service: str) -> None:
    assert service in services(text)


def test_it_is_not_american_by_default() -> None:
    names = names_of("The firm builds the radars, the Navy said.")
    assert names.entities == ()
    assert "US Navy" not in services("The firm sells radars to Norway, the Navy said.")


def test_a_dateline_decides_where_the_text_does_not() -> None:
    text = "The firm builds the radars, the Navy said."
    assert services(text, dateline="CANBERRA") == {"Royal Australian Navy"}
    assert services(text, dateline="SAN DIEGO, Calif.") == {"US Navy"}


def test_a_dateline_alone_is_no_tag() -> None:
    assert tags_of("Talks went on for days. Malta was content.", dateline="WASHINGTON") == ["Malta"]


def test_a_state_is_as_good_as_its_country() -> None:
    assert "US Army" in services("The depot in Alabama is full, the Army said.")


def test_the_full_name_and_the_short_one_are_one_service() -> None:
    tags = tags_of("The Indian Navy has a new boat. The Navy will show it. India's coast is long.")
    assert sum("Navy" in tag for tag in tags) == 1


def test_lower_and_upper_case_are_one_service() -> None:
    assert services("The Kenyan Army and the Kenyan army are one. Kenya says so.") == {"Kenyan Army"}


def test_of_two_countries_it_is_the_one_named_last() -> None:
    text = (
        "The Pentagon sent a carrier and U.S. boats. Venezuela called it a threat. The Army will hold drills, it said."
    )
    assert "Venezuelan Army" in services(text + " Venezuela's president spoke in Caracas.")


def test_of_two_countries_it_is_the_one_whose_service_is_named_in_full() -> None:
    text = "The Indian Army and Pakistan met. India and Pakistan spoke; the Army stayed."
    assert services(text) == {"Indian Army"}


def test_a_ship_s_prefix_is_its_flag() -> None:
    assert set(tags_of("Workers have refitted HMS Prince of Wales.")) == {"HMS Prince of Wales", "United Kingdom"}
